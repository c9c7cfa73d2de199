/** Saying something by typing it; silence and leaving; the lines typed before. */
import { byId, element } from "../base/element.js";

/**
 * Bring the form to life, and the button with the opening phrase.
 * @returns {(line: string) => Promise<void>} says a line and shows what is wrong with it
 */
export function mountSay(talk, mouth) {
  const form = byId("say");
  const field = byId("utterance");
  const earlier = new Earlier(field);

  async function say(line) {
    showWrong("");
    mouth.hush();
    try {
      await talk.line(line);
    } catch (error) {
      showWrong(error.message);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const line = field.value.trim();
    if (!line) return;
    earlier.keep(line);
    field.value = "";
    say(line);
  });
  byId("opening").addEventListener("click", () => say(talk.world.skill.opening));
  byId("silence").addEventListener("click", () => say(":silence"));
  byId("leave").addEventListener("click", () => say(":new"));
  talk.on("world", ({ device, skill }) => {
    field.lang = device.locale;
    const open = device.open || device.consent;
    byId("silence").disabled = !open;
    byId("leave").disabled = !open;
    showOpening(skill.opening, { open, locale: device.locale });
  });
  return say;
}

/** Show what is wrong with a line, or with the microphone; nothing takes it away. */
export function showWrong(text) {
  byId("say-wrong").textContent = text;
}

function showOpening(phrase, { open, locale }) {
  const button = byId("opening");
  button.hidden = open || !phrase;
  button.replaceChildren("Say ", element("span", { lang: locale }, `“${phrase}”`));
}

/** The lines typed before, to be had again with the arrow keys. */
class Earlier {
  #lines = [];
  #place = 0;

  constructor(field) {
    field.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step || !this.#lines.length) return;
      event.preventDefault();
      this.#place = Math.max(0, Math.min(this.#lines.length, this.#place + step));
      field.value = this.#lines[this.#place] ?? "";
    });
  }

  keep(line) {
    this.#lines.push(line);
    this.#place = this.#lines.length;
  }
}
