/** Replaying a talk: a script of the project or a file, step by step with what changed. */
import { byId, element } from "../base/element.js";
import { get, post } from "../talk/server.js";
import { makeReplayStep } from "./replay_step.js";

/** Bring the forms to life; `tab` tells when they are seen, which is when the scripts are asked for. */
export function mountReplay(talk, tab) {
  byId("script-form").addEventListener("submit", (event) => {
    event.preventDefault();
    replay({ id: byId("script").value });
  });
  byId("file-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const [file] = byId("replay-file").files;
    const name = byId("replay-name").value.trim();
    replay({ format: file.name.endsWith(".json") ? "ask-cli" : "script", text: await file.text(), ...(name && { name }) });
  });
  let asked = false;
  const ask = () => {
    if (asked || !byId("dev-replay").checkVisibility()) return;
    asked = true;
    fillScripts(talk.world?.device.locale);
  };
  tab.addEventListener("chosen", ask);
  byId("show-developer").addEventListener("click", ask);
  ask();
}

/** Begins with a script of the locale that is spoken here; a skill without scripts has nothing to choose from. */
async function fillScripts(here) {
  let scripts = [];
  try {
    ({ scripts } = await get("/api/scripts"));
  } catch {
    // Without the list, files can be replayed all the same.
  }
  const locales = [...new Set(scripts.map(({ locale }) => locale))].sort();
  byId("script").replaceChildren(...locales.map((locale) => group(locale, scripts.filter((one) => one.locale === locale))));
  byId("script").value = (scripts.find(({ locale }) => locale === here) ?? scripts[0])?.id ?? "";
  byId("script-form").hidden = !scripts.length;
}

function group(locale, scripts) {
  const options = scripts.map(({ id, name }) => element("option", { value: id, lang: locale }, name));
  return element("optgroup", { label: locale }, ...options);
}

async function replay(what) {
  byId("replay-wrong").textContent = "";
  byId("replay-steps").replaceChildren();
  byId("replay-summary").textContent = "Replaying";
  try {
    show(await post("/api/replay", what));
  } catch (error) {
    byId("replay-summary").textContent = "";
    byId("replay-wrong").textContent = error.message;
  }
}

function show({ title, steps }) {
  const changed = steps.filter((step) => step.changed.length || step.failed.length).length;
  const outcome = changed ? `${changed} of ${steps.length} steps changed.` : `Nothing changed in ${steps.length} steps.`;
  byId("replay-summary").replaceChildren(element("p", { class: changed ? "changed" : "same" }, `${title}: ${outcome}`));
  byId("replay-steps").append(...steps.map(makeReplayStep));
}
