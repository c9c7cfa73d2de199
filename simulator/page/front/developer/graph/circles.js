/** Ranks need a graph without circles: edges that lead back are turned for the layout, and turned again for the drawing. */

/**
 * @returns {{edge: object, from: string, to: string, turned: boolean}[]}  one for each edge, none leading back
 */
export function withoutCircles(ids, edges) {
  const leaving = new Map(ids.map((id) => [id, edges.filter(({ from }) => from === id)]));
  const state = new Map();
  const back = new Set();

  function visit(id) {
    state.set(id, "open");
    for (const edge of leaving.get(id)) {
      if (state.get(edge.to) === "open") back.add(edge);
      else if (!state.has(edge.to)) visit(edge.to);
    }
    state.set(id, "done");
  }

  for (const id of ids) if (!state.has(id)) visit(id);
  return edges.map((edge) => {
    const turned = back.has(edge);
    return { edge, turned, from: turned ? edge.to : edge.from, to: turned ? edge.from : edge.to };
  });
}
