/** A laid out graph as SVG. Colours and strokes are in style/graph.css. */
import { drawn } from "../../base/element.js";

const LINE = 16;
const CORNER = { start: 24, question: 5, step: 0, outcome: 16, solved: 24 };
const HEAD = 7;

/**
 * @param {ReturnType<import("./layout.js").layOut>} layout
 * @param {string} name  what a screen reader says of the drawing
 * @returns {{svg: SVGElement, width: number, height: number, here: {x: number, y: number}|undefined}}
 */
export function draw({ cells, chains, width, height }, name) {
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": name, class: "graph" });
  // The way taken is drawn last, above everything that it crosses.
  const sorted = [...chains].sort((one, other) => one.edge.taken - other.edge.taken);
  svg.append(...sorted.map(edge), ...cells.map(node), ...sorted.flatMap(labels));
  return { svg, width, height, here: cells.find((cell) => cell.node.here) };
}

function node({ node: { kind, taken, here }, x, y, width, height, lines, lead }) {
  const box = drawn("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: CORNER[kind] ?? 5 });
  return drawn("g", { class: classes("node", kind, { taken, here }) }, box, words(lines, x, y, lead));
}

function edge({ edge: { taken, waits }, cells }) {
  const [path, tip] = route(cells);
  const line = drawn("path", { d: path, class: "line" });
  return drawn("g", { class: classes("edge", { taken, waits }) }, line, drawn("path", { d: tip, class: "head" }));
}

/** A line from cell to cell, leaving and entering each upright, and the head of its arrow. */
function route(cells) {
  const down = cells.at(-1).y > cells[0].y ? 1 : -1;
  const points = cells.flatMap((cell, at) => {
    const [enter, leave] = [cell.y - (down * cell.height) / 2, cell.y + (down * cell.height) / 2];
    return [...(at ? [[cell.x, enter]] : []), ...(at < cells.length - 1 ? [[cell.x, leave]] : [])];
  });
  const [x, y] = points.at(-1);
  points[points.length - 1] = [x, y - down * HEAD];
  const curves = points.slice(1).map(([toX, toY], at) => {
    const [fromX, fromY] = points[at];
    const middle = (fromY + toY) / 2;
    return `C${fromX} ${middle} ${toX} ${middle} ${toX} ${toY}`;
  });
  const tip = `M${x} ${y}l${-HEAD / 2} ${-down * HEAD}h${HEAD}z`;
  return [`M${points[0].join(" ")}${curves.join("")}`, tip];
}

function labels({ edge: { taken }, cells }) {
  return cells
    .filter((cell) => !cell.node && cell.lines.length)
    .map(({ x, y, width, height, lines }) => {
      const room = drawn("rect", { x: x - width / 2, y: y - height / 2, width, height, class: "label-room" });
      return drawn("g", { class: classes("label", { taken }) }, room, words(lines, x, y));
    });
}

function words(lines, x, y, lead = lines.length) {
  const top = y - ((lines.length - 1) * LINE) / 2;
  const spans = lines.map((line, at) => {
    return drawn("tspan", { x, y: top + at * LINE, class: at < lead ? null : "note" }, line);
  });
  return drawn("text", {}, ...spans);
}

function classes(...names) {
  const given = (name) => (typeof name === "string" ? [name] : Object.keys(name).filter((key) => name[key]));
  return names.flatMap(given).join(" ");
}
