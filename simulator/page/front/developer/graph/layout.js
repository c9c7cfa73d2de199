/**
 * A layered drawing of a directed graph, after Sugiyama's method: ranks, order within the ranks, places. An edge with a
 * label passes through a node that is its label, so that labels never lie on anything else.
 *
 * @typedef {{id: string, width: number, height: number, lines: string[], lead?: number,
 *   node?: import("../../talk/types.js").WayNode, rank?: number, x?: number, y?: number}} Cell  a node, a label, or a bend of an edge, in pixels; x and y are its middle
 * @typedef {{edge: import("../../talk/types.js").WayEdge, turned: boolean, cells: Cell[]}} Chain  an edge as the cells
 *   that it passes, from its beginning to its end
 */
import { withoutCircles } from "./circles.js";
import { chainsOf } from "./chains.js";
import { inOrder } from "./order.js";
import { place } from "./place.js";
import { ranksOf } from "./ranks.js";
import { sized } from "./sizes.js";
import { straighten } from "./straight.js";

/**
 * @param {import("../../talk/types.js").Way} way
 * @returns {{cells: Cell[], chains: Chain[], width: number, height: number}}
 */
export function layOut({ nodes, edges }) {
  const cells = new Map(nodes.map((node) => [node.id, { ...sized(node.label, { notes: node.notes }), id: node.id, node }]));
  const known = edges.filter(({ from, to }) => cells.has(from) && cells.has(to) && from !== to);
  const directed = withoutCircles([...cells.keys()], known);
  const ranks = ranksOf([...cells.keys()], directed);
  for (const cell of cells.values()) cell.rank = ranks.get(cell.id);
  const chains = chainsOf(directed, cells);
  const layers = inOrder([...cells.values()], chains);
  const size = place(layers, chains);
  straighten(layers, chains);
  for (const chain of chains) if (chain.turned) chain.cells.reverse();
  return { cells: [...cells.values()], chains, ...size };
}
