/** What the person allows the skill: a switch for each permission, and the name on file. */
import { byId, element } from "../base/element.js";
import { keyed } from "../base/keyed.js";
import { permissionName, permissionStatus } from "./scopes.js";

/** Show the permissions and the name; `say` says a line. */
export function mountPermissions(talk, say) {
  const show = keyed(byId("permissions"), (one) => one.scope, (one) => makeSwitch(one, say));
  const field = byId("name-on-file");
  byId("name-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) say(`:name ${field.value.trim()}`);
  });
  talk.on("world", (world) => {
    show(world.permissions);
    if (document.activeElement !== field) field.value = world.name_on_file ?? "";
  });
}

function makeSwitch(permission, say) {
  const id = `permission-${permission.name}`;
  const status = element("span", { class: "row-note" });
  const toggle = element("button", { type: "button", role: "switch", class: "switch", "aria-labelledby": id });
  toggle.addEventListener("click", () => {
    const on = toggle.getAttribute("aria-checked") === "true";
    say(`${on ? ":deny" : ":grant"} ${permission.name}`);
  });
  const words = element("span", {}, element("span", { id }, permissionName(permission)), status);
  return {
    node: element("li", { class: "row" }, words, toggle),
    update: (now) => {
      toggle.setAttribute("aria-checked", String(now.status === "GRANTED"));
      status.textContent = permissionStatus(now.status);
    },
  };
}
