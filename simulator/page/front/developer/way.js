/** The decision graph with the way taken: drawn, and as a list. */
import { byId } from "../base/element.js";
import { draw } from "./graph/draw.js";
import { layOut } from "./graph/layout.js";
import { outline } from "./graph/outline.js";

const STEP = 1.25;
const SMALLEST = 0.25;
const LARGEST = 2.5;

/** Show the way; `tab` tells when its tab is shown, since a hidden drawing has no size. */
export function mountWay(talk, tab) {
  const frame = byId("way-drawing");
  let shown = null;
  let drawing = null;
  let zoom = 1;

  function show() {
    const { way } = talk.world;
    const json = JSON.stringify(way);
    if (json === shown) return;
    shown = json;
    byId("no-way").hidden = Boolean(way);
    byId("way").hidden = !way;
    if (!way) return;
    byId("way-stands").textContent = standing(way);
    byId("way-title").textContent = way.title.replaceAll("_", " ");
    drawing = draw(layOut(way), `The decision ${way.title.replaceAll("_", " ")}; the list below says the same in words.`);
    frame.replaceChildren(drawing.svg);
    byId("way-list").replaceChildren(outline(way));
    resize(zoom);
    lookHere();
  }

  function resize(to) {
    zoom = Math.min(LARGEST, Math.max(SMALLEST, to));
    drawing.svg.setAttribute("width", String(drawing.width * zoom));
    drawing.svg.setAttribute("height", String(drawing.height * zoom));
  }

  function lookHere() {
    if (!drawing?.here) return;
    frame.scrollLeft = drawing.here.x * zoom - frame.clientWidth / 2;
    frame.scrollTop = drawing.here.y * zoom - frame.clientHeight / 2;
  }

  byId("way-smaller").addEventListener("click", () => resize(zoom / STEP));
  byId("way-larger").addEventListener("click", () => resize(zoom * STEP));
  byId("way-whole").addEventListener("click", () =>
    resize(Math.min((frame.clientWidth - 4) / drawing.width, (frame.clientHeight - 4) / drawing.height)),
  );
  byId("way-here").addEventListener("click", () => {
    resize(Math.max(zoom, 1));
    lookHere();
  });
  talk.on("world", show);
  tab.addEventListener("chosen", lookHere);
  byId("show-developer").addEventListener("click", lookHere);
}

function standing({ asking, channel }) {
  if (asking) return `Open question: ${asking.replaceAll("_", " ")}`;
  return channel ? `Channel: ${channel}` : "";
}
