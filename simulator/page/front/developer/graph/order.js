/** The order of cells within each rank, so that few edges cross: cells move to the middle of their neighbours. */

const SWEEPS = 12;

/** @returns {import("./layout.js").Cell[][]}  the cells of each rank, from left to right */
export function inOrder(cells, chains) {
  const links = chains.flatMap(({ cells: passed }) => passed.slice(1).map((cell, place) => [passed[place], cell]));
  const all = new Set([...cells, ...chains.flatMap((chain) => chain.cells)]);
  let layers = [];
  for (const cell of all) (layers[cell.rank] ??= []).push(cell);
  layers = Array.from(layers, (layer) => layer ?? []);
  const [above, below] = neighboursOf(all, links);
  let best = layers.map((layer) => [...layer]);
  let fewest = crossings(best, below);
  for (let sweep = 0; sweep < SWEEPS && fewest; sweep++) {
    const down = sweep % 2 === 0;
    const neighbours = down ? above : below;
    for (const layer of down ? layers : [...layers].reverse()) sortByMiddle(layer, neighbours, placesIn(layers));
    const now = crossings(layers, below);
    if (now < fewest) [fewest, best] = [now, layers.map((layer) => [...layer])];
  }
  return best;
}

function neighboursOf(cells, links) {
  const above = new Map([...cells].map((cell) => [cell, []]));
  const below = new Map([...cells].map((cell) => [cell, []]));
  for (const [upper, lower] of links) {
    above.get(lower).push(upper);
    below.get(upper).push(lower);
  }
  return [above, below];
}

function placesIn(layers) {
  return new Map(layers.flatMap((layer) => layer.map((cell, place) => [cell, place])));
}

function sortByMiddle(layer, neighbours, places) {
  const middle = new Map(
    layer.map((cell, place) => {
      const near = neighbours.get(cell).map((one) => places.get(one));
      return [cell, near.length ? near.reduce((sum, one) => sum + one, 0) / near.length : place];
    }),
  );
  layer.sort((one, other) => middle.get(one) - middle.get(other));
}

function crossings(layers, below) {
  const places = placesIn(layers);
  let count = 0;
  for (const layer of layers) {
    const ends = layer.flatMap((cell) => below.get(cell).map((one) => places.get(one)).sort((one, other) => one - other));
    ends.forEach((end, at) => {
      for (let before = 0; before < at; before++) if (ends[before] > end) count++;
    });
  }
  return count;
}
