/** Alexa's mouth: says one thing after the other, aloud or mute, and tells when it begins and falls silent. */
import { recall, remember } from "../base/remembered.js";
import { speak } from "./spoken.js";
import { voiceFor } from "./voices.js";

/** Events: `speaking` and `silent`. */
export class Mouth extends EventTarget {
  muted = recall("muted", false);
  speed = recall("speed", 1);
  #queue = [];
  #now = null;

  /** Whether something is being said. */
  get speaking() {
    return this.#now !== null;
  }

  /** Say a text after what is being said now; `reached` is told how many of its characters are out. */
  say(text, lang, reached) {
    this.#queue.push({ text, lang, reached });
    if (!this.speaking) this.#next();
  }

  /** Stop at once; what was not said yet is shown all the same. */
  hush() {
    for (const { text, reached } of this.#queue.splice(0)) reached(text.length);
    this.#now?.stop();
  }

  /** Mute her or let her speak; remembered. */
  mute(muted) {
    this.muted = muted;
    remember("muted", muted);
    if (muted) this.hush();
  }

  /** Her speed, 1 being the voice's own; remembered. */
  setSpeed(speed) {
    this.speed = speed;
    remember("speed", speed);
  }

  async #next() {
    const what = this.#queue.shift();
    if (!what) return this.#silent();
    const voice = this.muted ? null : voiceFor(what.lang);
    this.#now = speak(what, { voice, speed: this.speed }, what.reached);
    this.dispatchEvent(new Event("speaking"));
    await this.#now.over;
    this.#now = null;
    return this.#next();
  }

  #silent() {
    this.dispatchEvent(new Event("silent"));
  }
}
