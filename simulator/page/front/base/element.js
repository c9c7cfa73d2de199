/** Making and finding elements. Data only ever becomes text or an attribute, never markup. */

const SVG = "http://www.w3.org/2000/svg";

/** The element with an id that stands in index.html. */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element with the id ${id}`);
  return found;
}

/**
 * A new element. A property that is a function listens for the event of its name (`click: () => ...`); `true` sets an
 * empty attribute; `false`, `null` and `undefined` leave it out.
 * @param {string} tag
 * @param {Object<string, unknown>} [properties]
 * @param {...(Node|string|null)} children
 */
export function element(tag, properties = {}, ...children) {
  return filled(document.createElement(tag), properties, children);
}

/** A new SVG element, with properties and children as `element` has them. */
export function drawn(tag, properties = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), properties, children);
}

/** Set an attribute, or take it away for false, null and undefined. */
export function setAttribute(node, name, value) {
  if (value === false || value === null || value === undefined) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? "" : String(value));
}

function filled(node, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else setAttribute(node, name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}
