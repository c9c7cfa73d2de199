/** The decision as a nested list: each place with the ways on from it. It says all that the drawing shows. */
import { element } from "../../base/element.js";

/** @param {import("../../talk/types.js").Way} way */
export function outline({ nodes, edges }) {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return element("ol", {}, ...nodes.map((node) => entry(node, edges.filter(({ from }) => from === node.id), labels)));
}

function entry({ label, kind, taken, here, notes }, leaving, labels) {
  const state = here ? ", where the case stands" : taken ? ", on the way taken" : "";
  const ways = leaving.map((edge) => element("li", { class: edge.taken ? "taken" : null }, wayOn(edge, labels)));
  return element(
    "li",
    {},
    element("span", { class: taken ? "taken" : null }, `${label} (${[kind, ...notes].join("; ")}${state})`),
    ways.length ? element("ul", {}, ...ways) : null,
  );
}

function wayOn({ label, to, taken }, labels) {
  return `${label ? `${label}: ` : ""}on to ${labels.get(to)}${taken ? ", taken" : ""}`;
}
