/** The request that was sent and the response that came, as JSON; a turn may have several. */
import { announce } from "../base/announce.js";
import { byId, element } from "../base/element.js";
import { copied } from "../base/files.js";

/** @param {import("../talk/types.js").Turn|undefined} turn */
export function showEnvelopes(turn) {
  const steps = turn?.steps ?? [];
  const shown = steps.map((step, place) => makeStep(step, place, steps.length));
  const nothing = element("p", { class: "empty" }, "Nothing was sent in this turn.");
  byId("envelopes").replaceChildren(...(shown.length ? shown : [nothing]));
}

function makeStep({ request, response, ms }, place, of) {
  const which = of > 1 ? ` ${place + 1} of ${of}` : "";
  return element(
    "div",
    { class: "columns" },
    envelope(`Request${which}`, request),
    envelope(`Response${which} (${Math.round(ms)} ms)`, response),
  );
}

function envelope(title, value) {
  const json = value ? JSON.stringify(value, null, 2) : "nothing came back";
  const copy = element("button", { type: "button" }, "Copy");
  copy.setAttribute("aria-label", `Copy: ${title}`);
  copy.addEventListener("click", async () => {
    copy.textContent = (await copied(json)) ? "Copied" : "Not allowed";
    announce("app-says", copy.textContent);
  });
  const text = element("pre", { tabindex: 0, role: "region", "aria-label": `${title} as JSON` }, json);
  return element("div", {}, element("div", { class: "way-head" }, element("h3", {}, title), copy), text);
}
