/** What the judge has against a response. */
import { byId, element } from "../base/element.js";

/** @param {import("../talk/types.js").Turn|undefined} turn */
export function showFindings(turn) {
  const found = turn?.refused ?? [];
  const judged = found.length ? element("ul", { class: "findings" }, ...found.map(makeFinding)) : nothing();
  const failed = turn?.failure ? [element("h4", {}, "The skill raised an error"), traceback(turn.failure)] : [];
  byId("findings").replaceChildren(...failed, judged);
}

function makeFinding({ rule, says, source }) {
  return element(
    "li",
    {},
    element("code", {}, rule),
    element("p", {}, says),
    element("p", { class: "row-note" }, `Amazon's page: ${source}`),
  );
}

function traceback(text) {
  return element("pre", { tabindex: 0, role: "region", "aria-label": "Traceback" }, text);
}

function nothing() {
  return element("p", { class: "empty" }, "Nothing: the response keeps to Amazon's rules.");
}
