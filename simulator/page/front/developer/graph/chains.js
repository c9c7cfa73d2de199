/** Edges as chains of cells: one cell in each rank that an edge passes, the first of them bearing its label. */
import { sized } from "./sizes.js";

const BEND = { width: 10, height: 0, lines: [] };

/** @returns {import("./layout.js").Chain[]} */
export function chainsOf(directed, cells) {
  return directed.map(({ edge, from, to, turned }, number) => {
    const [first, last] = [cells.get(from), cells.get(to)];
    const between = [];
    // The label stands next to where the edge begins: there a reader looks for it.
    const labelled = turned ? last.rank - 1 : first.rank + 1;
    for (let rank = first.rank + 1; rank < last.rank; rank++) {
      const size = rank === labelled && edge.label ? sized(edge.label, { kind: "label" }) : BEND;
      between.push({ ...size, id: `${number}:${rank}`, rank });
    }
    return { edge, turned, cells: [first, ...between, last] };
  });
}
