/** Straight edges: bends of one edge that can stand one below the other are put there. */
import { GAP } from "./place.js";

/** Move bends sideways, as far as their neighbours leave room. */
export function straighten(layers, chains) {
  for (const { cells } of chains) {
    const bends = cells.filter((cell) => !cell.node);
    for (let from = 0; from < bends.length; ) from = straightRun(bends, from, layers);
  }
}

/** Put the longest run of bends from a place on above one another; returns where the next run begins. */
function straightRun(bends, from, layers) {
  let [low, high] = [-Infinity, Infinity];
  let to = from;
  for (; to < bends.length; to++) {
    const [left, right] = roomOf(bends[to], layers[bends[to].rank]);
    if (Math.max(low, left) > Math.min(high, right)) break;
    [low, high] = [Math.max(low, left), Math.min(high, right)];
  }
  // A bend between neighbours that already touch stays where it is.
  if (to === from) return from + 1;
  const run = bends.slice(from, to);
  const wished = run.reduce((sum, bend) => sum + bend.x, 0) / run.length;
  for (const bend of run) bend.x = Math.min(high, Math.max(low, wished));
  return to;
}

/** How far to the left and to the right a cell can move in its rank. */
function roomOf(cell, layer) {
  const at = layer.indexOf(cell);
  const [before, after] = [layer[at - 1], layer[at + 1]];
  return [
    before ? before.x + (before.width + cell.width) / 2 + GAP.x : cell.width / 2 + GAP.x,
    after ? after.x - (after.width + cell.width) / 2 - GAP.x : Math.max(cell.x, ...layer.map(({ x }) => x)),
  ];
}
