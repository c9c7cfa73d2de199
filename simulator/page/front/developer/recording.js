/** Saving the talk as a file, and beginning a new one. */
import { byId } from "../base/element.js";
import { save } from "../base/files.js";
import { getText } from "../talk/server.js";

/** Bring the buttons to life. */
export function mountRecording(talk) {
  byId("save-script").addEventListener("click", () => fetchAndSave("yaml", "application/yaml"));
  byId("save-replay").addEventListener("click", () => fetchAndSave("json", "application/json"));
  byId("afresh").addEventListener("click", () => orSayWhy(() => talk.beginAfresh()));
}

function fetchAndSave(ending, type) {
  return orSayWhy(async () => save(await getText(`/api/recording.${ending}`), `talk.${ending}`, type));
}

async function orSayWhy(doIt) {
  const wrong = byId("save-wrong");
  wrong.textContent = "";
  try {
    await doIt();
  } catch (error) {
    wrong.textContent = error.message;
  }
}
