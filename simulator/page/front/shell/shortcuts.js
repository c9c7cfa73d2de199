/** Shortcuts: single keys outside of fields, which can be turned off (WCAG 2.1.4), and Escape. */
import { byId, element } from "../base/element.js";
import { recall, remember } from "../base/remembered.js";
import { nextLook } from "./look.js";

/** Bring the keys to life. `does` has what is not a press of a button that stands on the page. */
export function mountShortcuts({ mouth, copyNewest }) {
  const press = (id) => () => byId(id).click();
  const keys = {
    "/": ["Type what you say", () => byId("utterance").focus()],
    m: ["Speak by microphone, or stop", press("microphone")],
    n: ["Say nothing", press("silence")],
    l: ["Leave", press("leave")],
    v: ["Mute Alexa, or let her speak", press("mute")],
    c: ["Copy the newest card", copyNewest],
    d: ["Show or hide the part for developers", press("show-developer")],
    t: ["Another look: system, light, dark", nextLook],
    "?": ["Show these shortcuts", press("show-shortcuts")],
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return mouth.hush();
    if (!singleKeys() || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
    if (document.querySelector("dialog[open]") || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key][1]();
  });
  mountList(keys);
}

function mountList(keys) {
  const always = { Enter: "Say what you typed", "↑ ↓": "Earlier lines, in the field", Esc: "Let Alexa be silent" };
  const entries = [...Object.entries(always), ...Object.entries(keys).map(([key, [says]]) => [key, says])];
  byId("shortcut-list").append(
    ...entries.map(([key, says]) => element("div", {}, element("dt", {}, element("kbd", {}, key)), element("dd", {}, says))),
  );
  byId("show-shortcuts").addEventListener("click", () => byId("shortcuts").showModal());
  const box = byId("shortcuts-on");
  box.checked = singleKeys();
  box.addEventListener("change", () => remember("shortcuts", box.checked));
}

function singleKeys() {
  return recall("shortcuts", true);
}

function takesText(target) {
  return target instanceof Element && Boolean(target.closest("input:not([type=checkbox]), select, textarea"));
}
