/** A card that asks for permissions: the person allows or forbids what it asks for. */
import { element } from "../base/element.js";
import { cardHead } from "./card.js";
import { permissionName, permissionOf, permissionStatus } from "./scopes.js";

/** @param {import("../talk/types.js").Turn} turn  with the scopes it asks for in `ask` */
export function makeConsentCard(turn, { talk, say }) {
  const id = `card-${turn.number}`;
  const scopes = element("ul", { class: "asked" });
  const decide = async (command) => {
    for (const scope of turn.ask) await say(`${command} ${scope}`);
  };
  const node = element(
    "li",
    {},
    element(
      "article",
      { class: "card consent", "aria-labelledby": id },
      cardHead(turn, talk),
      element("h4", { id }, `${talk.world.skill.name} asks for your permission`),
      scopes,
      element(
        "div",
        { class: "buttons" },
        element("button", { type: "button", class: "main", click: () => decide(":grant") }, "Allow"),
        element("button", { type: "button", click: () => decide(":deny") }, "Don't allow"),
      ),
    ),
  );
  return { node, update: () => showScopes(scopes, turn.ask, talk.world) };
}

function showScopes(list, scopes, world) {
  list.replaceChildren(
    ...scopes.map((scope) => {
      const permission = permissionOf(world, scope);
      return element("li", {}, `${permissionName(permission)}: ${permissionStatus(permission.status)}`);
    }),
  );
}
