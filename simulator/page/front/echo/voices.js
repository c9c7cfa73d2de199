/** The voices that this browser has, and the one chosen for a locale. */
import { recall, remember } from "../base/remembered.js";

/** The value that stands for no voice at all. */
export const NO_VOICE = "";

/** Voices for a locale: those of its region before others of its language, those of this machine before others. */
export function voicesFor(locale, voices = window.speechSynthesis?.getVoices() ?? []) {
  const tag = locale.toLowerCase();
  const language = tag.slice(0, 2);
  const tagOf = (voice) => voice.lang.toLowerCase().replace("_", "-");
  const rank = (voice) => (voice.localService ? 0 : 2) + (tagOf(voice) === tag ? 0 : 1);
  return voices.filter((voice) => tagOf(voice).startsWith(language)).sort((one, other) => rank(one) - rank(other));
}

/**
 * The voice to speak a locale with, or null for none. Without a choice it is one of this machine: a voice over the
 * network would send away what Alexa says, so only the person can choose that.
 */
export function voiceFor(locale) {
  const voices = voicesFor(locale);
  const chosen = recall(`voice.${locale}`, null);
  if (chosen === NO_VOICE) return null;
  return voices.find((voice) => voice.name === chosen) ?? voices.find((voice) => voice.localService) ?? null;
}

/** Keep the choice of a voice by its name; NO_VOICE for none. */
export function chooseVoice(locale, name) {
  remember(`voice.${locale}`, name);
}

/** Call back when the list of voices changes; many browsers load it late. */
export function onVoices(listener) {
  window.speechSynthesis?.addEventListener?.("voiceschanged", listener);
}
