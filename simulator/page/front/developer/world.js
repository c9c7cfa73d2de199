/** Controls of the world: each sends a line of the talk, so that it can be recorded and replayed. */
import { byId } from "../base/element.js";
import { fillSelect } from "../base/keyed.js";
import { mountFaults } from "./faults.js";

/** Bring the controls to life; `say` says a line. */
export function mountWorld(talk, say) {
  for (const button of document.querySelectorAll("[data-line]")) {
    button.addEventListener("click", () => say(button.dataset.line));
  }
  for (const form of document.querySelectorAll("[data-command]")) mountCommand(form, say);
  mountNewDevice(say);
  mountVoiceConsent(talk, say);
  mountFaults(talk, say);
  byId("zones").append(...Intl.supportedValuesOf("timeZone").map((zone) => new Option(zone)));
  talk.on("world", (world) => {
    fillSelect(byId("device"), named(world.devices), world.device.name);
    fillSelect(byId("user"), named(world.users), world.user);
    byId("zone").placeholder = world.device.zone;
  });
}

/** A form whose one field is what follows the command of its `data-command`. */
function mountCommand(form, say) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const field = form.querySelector("input, select");
    say(`${form.dataset.command} ${field.value.trim()}`);
    if (field instanceof HTMLInputElement) field.value = "";
  });
}

function mountNewDevice(say) {
  byId("new-device-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const screen = byId("new-device-screen").checked ? " screen" : "";
    say(`:device ${byId("new-device").value.trim()}${screen}`);
    event.target.reset();
  });
}

function mountVoiceConsent(talk, say) {
  const toggle = byId("voice-consent");
  toggle.addEventListener("click", () => say(`:voice-consent ${talk.world.voice_consent ? "off" : "on"}`));
  talk.on("world", ({ voice_consent: on }) => toggle.setAttribute("aria-checked", String(on)));
}

function named(values) {
  return values.map((value) => [value, value]);
}
