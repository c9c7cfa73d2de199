/** Lists that follow data. A row keeps its element as long as its key lives, so that focus and scroll stay. */

/**
 * @template Item
 * @param {Element} list  what the rows stand in
 * @param {(item: Item) => string|number} keyOf
 * @param {(item: Item) => {node: Element, update?: (item: Item) => void}} makeRow
 * @returns {(items: Item[]) => void} shows these items, in this order
 */
export function keyed(list, keyOf, makeRow) {
  let rows = new Map();
  return (items) => {
    const kept = new Map();
    for (const item of items) {
      const key = keyOf(item);
      const row = rows.get(key) ?? makeRow(item);
      row.update?.(item);
      kept.set(key, row);
    }
    for (const [key, row] of rows) if (!kept.has(key)) row.node.remove();
    rows = kept;
    putInOrder(list, [...rows.values()].map((row) => row.node));
  };
}

/** Moving a node takes its focus away: only what stands wrong is moved, and the focus given back. */
function putInOrder(list, nodes) {
  const focused = document.activeElement;
  nodes.forEach((node, place) => {
    if (list.children[place] !== node) list.insertBefore(node, list.children[place] ?? null);
  });
  if (list.contains(focused)) focused.focus({ preventScroll: true });
}

/** Fill a select with options (`[value, label]`) and choose one; what is open or chosen stays while nothing changed. */
export function fillSelect(select, options, chosen) {
  const written = JSON.stringify([options, chosen]);
  if (select.dataset.filled === written) return;
  select.dataset.filled = written;
  select.replaceChildren(...options.map(([value, label]) => new Option(label, value, false, value === chosen)));
}
