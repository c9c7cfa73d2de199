/** Settings of the Echo: the locale, Alexa's voice and its speed, and muting her. */
import { byId } from "../base/element.js";
import { fillSelect } from "../base/keyed.js";
import { NO_VOICE, chooseVoice, onVoices, voiceFor, voicesFor } from "./voices.js";

/** Bring the settings to life. */
export function mountSettings(talk, mouth, say) {
  mountMute(mouth);
  mountSpeed(mouth);
  byId("locale-form").addEventListener("submit", (event) => {
    event.preventDefault();
    say(`:locale ${byId("locale").value}`);
  });
  byId("voice").addEventListener("change", () => {
    chooseVoice(talk.world.device.locale, byId("voice").value);
    showVoices(talk.world.device.locale);
  });
  const show = () => {
    if (!talk.world) return;
    const { device, skill } = talk.world;
    fillSelect(byId("locale"), skill.locales.map((locale) => [locale, localeName(locale)]), device.locale);
    showVoices(device.locale);
  };
  talk.on("world", show);
  onVoices(show);
}

function showVoices(locale) {
  const voices = voicesFor(locale);
  const options = voices.map((voice) => [voice.name, voice.localService ? voice.name : `${voice.name} (over the network)`]);
  fillSelect(byId("voice"), [...options, [NO_VOICE, "no voice, only words"]], voiceFor(locale)?.name ?? NO_VOICE);
  const none = `This browser has no voice for ${locale}. Her words appear all the same.`;
  byId("voice-note").textContent = voices.length ? "" : none;
}

function mountMute(mouth) {
  const button = byId("mute");
  const show = () => {
    button.setAttribute("aria-pressed", String(mouth.muted));
  };
  button.addEventListener("click", () => {
    mouth.mute(!mouth.muted);
    show();
  });
  show();
}

function mountSpeed(mouth) {
  const slider = byId("speed");
  const show = () => {
    byId("speed-value").textContent = `${mouth.speed} ×`;
  };
  slider.value = String(mouth.speed);
  slider.addEventListener("input", () => {
    mouth.setSpeed(Number(slider.value));
    show();
  });
  show();
}

function localeName(locale) {
  const [language, region] = locale.split("-");
  const languageName = new Intl.DisplayNames("en", { type: "language" }).of(language);
  return region ? `${languageName} (${new Intl.DisplayNames("en", { type: "region" }).of(region)})` : languageName;
}
