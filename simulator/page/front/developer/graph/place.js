/** Places in pixels: cells stand below the middle of their neighbours, as far as the order of their rank lets them. */

/** Room between cells, in pixels. */
export const GAP = { x: 18, y: 22 };
const MARGIN = 16;
const SWEEPS = 24;
// A bend pulls harder than a node: long edges become straight.
const PULL = { bend: 4, node: 1 };

/** Set x and y of every cell; returns the size of the whole. */
export function place(layers, chains) {
  const links = linksOf(chains);
  for (const layer of layers) {
    let edge = 0;
    for (const cell of layer) {
      cell.x = edge + cell.width / 2;
      edge += cell.width + GAP.x;
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const side = ["above", "below", "both"][sweep % 3];
    for (const layer of side === "below" ? [...layers].reverse() : layers) settle(layer, links, side);
  }
  return { width: shiftToMargin(layers), height: stack(layers) };
}

function linksOf(chains) {
  const links = new Map();
  const of = (cell) => links.get(cell) ?? links.set(cell, { above: [], below: [], both: [] }).get(cell);
  for (const { cells } of chains) {
    cells.slice(1).forEach((lower, at) => {
      const upper = cells[at];
      for (const side of ["below", "both"]) of(upper)[side].push(lower);
      for (const side of ["above", "both"]) of(lower)[side].push(upper);
    });
  }
  return links;
}

/** Bring each cell as near to where it wants to be as order and gaps allow: least squares, by pooling neighbours. */
function settle(layer, links, side) {
  const pools = [];
  let offset = 0;
  layer.forEach((cell, at) => {
    if (at) offset += (layer[at - 1].width + cell.width) / 2 + GAP.x;
    const near = links.get(cell)?.[side] ?? [];
    const wish = near.length ? near.reduce((sum, one) => sum + one.x, 0) / near.length : cell.x;
    pools.push({ wish: wish - offset, weight: cell.node ? PULL.node : PULL.bend, cells: [[cell, offset]] });
    while (pools.length > 1 && pools.at(-2).wish > pools.at(-1).wish) pools.push(joined(...pools.splice(-2)));
  });
  for (const { wish, cells } of pools) for (const [cell, from] of cells) cell.x = wish + from;
}

function joined(one, other) {
  const weight = one.weight + other.weight;
  const wish = (one.wish * one.weight + other.wish * other.weight) / weight;
  return { wish, weight, cells: [...one.cells, ...other.cells] };
}

function shiftToMargin(layers) {
  const cells = layers.flat();
  const left = Math.min(...cells.map((cell) => cell.x - cell.width / 2)) - MARGIN;
  for (const cell of cells) cell.x -= left;
  return Math.max(...cells.map((cell) => cell.x + cell.width / 2)) + MARGIN;
}

function stack(layers) {
  let top = MARGIN;
  for (const layer of layers) {
    const height = Math.max(0, ...layer.map((cell) => cell.height));
    for (const cell of layer) {
      cell.y = top + height / 2;
      // A bend goes straight through its rank, so that it does not pass behind what stands there.
      if (!cell.lines.length) cell.height = height;
    }
    top += height + GAP.y;
  }
  return top - GAP.y + MARGIN;
}
