/** A card as the app draws it: the skill's name, the title, the text with its line breaks. Plain text and nothing else. */
import { announce } from "../base/announce.js";
import { element } from "../base/element.js";
import { copied } from "../base/files.js";
import { dayAndTime } from "../base/moments.js";
import { openFullCard } from "./full_card.js";

const COPIED = "Copied";
const NOT_COPIED = "The browser does not let this page copy. Show all of it and select the text.";

/** @param {import("../talk/types.js").Turn} turn */
export function makeCard(turn, { talk }) {
  const { title, text } = turn.card;
  const copy = element("button", { type: "button", class: "main" }, "Copy");
  const note = element("span", { class: "copy-note" });
  copy.addEventListener("click", () => copyCard(turn.card, note));
  const open = element("button", { type: "button", click: () => openFullCard(turn) }, "Show all");
  const id = `card-${turn.number}`;
  const article = element(
    "article",
    { class: "card", "aria-labelledby": id },
    cardHead(turn, talk),
    element("h4", { id, lang: turn.locale }, title || "Card without a title"),
    element("p", { class: "card-text clamped", lang: turn.locale }, text),
    element("div", { class: "buttons" }, copy, open, note),
  );
  nameFor(copy, title);
  nameFor(open, title);
  return { node: element("li", {}, article) };
}

/** The line above a card: whose it is, and when it came. */
export function cardHead(turn, talk) {
  const { skill, device } = talk.world;
  const time = element("time", { datetime: turn.at }, dayAndTime(turn.at, device.zone));
  const mark = element("span", { class: "skill-mark", "aria-hidden": "true" });
  return element("p", { class: "card-head" }, mark, `${skill.name} · `, time);
}

/** Copy a card's text and say how it went, to a screen reader and in a note if there is one. */
export async function copyCard({ text }, note = null) {
  const words = (await copied(text)) ? COPIED : NOT_COPIED;
  if (note) note.textContent = words;
  announce("app-says", words);
}

/** A button's name begins with what it shows, and goes on with which card it is for. */
function nameFor(button, title) {
  button.setAttribute("aria-label", `${button.textContent}: ${title}`);
}
