/** Pairs of a name and a value, as a definition list. */
import { element } from "../base/element.js";

/** Fill a `dl` with pairs; those without a value are left out. */
export function fillFacts(list, pairs) {
  const rows = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "");
  list.replaceChildren(
    ...rows.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, String(value)))),
  );
}

/** A number with two decimals, or null. */
export function score(value) {
  return value === null || value === undefined ? null : value.toFixed(2);
}
