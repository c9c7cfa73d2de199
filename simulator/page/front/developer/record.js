/** The stored record as a tree that can be opened and closed; what was opened stays open when the record changes. */
import { byId, element } from "../base/element.js";

/** Show the record of the person who speaks. */
export function mountRecord(talk) {
  const closed = new Set();
  let shown = null;
  talk.on("world", ({ record }) => {
    const json = JSON.stringify(record);
    if (json === shown) return;
    shown = json;
    byId("record").replaceChildren(record ? tree(record, "record", closed) : nothing());
  });
}

function tree(value, path, closed) {
  const items = Object.entries(value).map(([name, one]) => branch(name, one, `${path}.${name}`, closed));
  return element("ul", { class: "tree" }, ...items.map((item) => element("li", {}, ...item)));
}

function branch(name, value, path, closed) {
  if (value === null || typeof value !== "object") return [`${name}: `, element("code", {}, JSON.stringify(value))];
  const count = Object.keys(value).length;
  if (!count) return [`${name}: `, element("code", {}, Array.isArray(value) ? "[]" : "{}")];
  const summary = element("summary", {}, `${name} (${count})`);
  const details = element("details", { open: !closed.has(path) }, summary, tree(value, path, closed));
  details.addEventListener("toggle", () => (details.open ? closed.delete(path) : closed.add(path)));
  return [details];
}

function nothing() {
  return element("p", { class: "empty" }, "Nothing is kept of this person, or the skill does not let it be seen.");
}
