/** Speaking to Alexa: the microphone button, and listening again when she has asked something. */
import { byId } from "../base/element.js";
import { recall, remember } from "../base/remembered.js";
import { WHY_NOT, listenOnce, staysHere } from "./recognizer.js";
import { showWrong } from "./say.js";

/** Event: `changed`, when it begins or ends to hear. */
export class Microphone extends EventTarget {
  #listening = null;
  #stopped = false;
  #spokeLast = false;

  /** Whether it hears the person now. */
  get hearing() {
    return this.#listening !== null;
  }

  /** Bring the button to life; `say` says a line. */
  mount(talk, mouth, say) {
    const button = byId("microphone");
    if (WHY_NOT) button.setAttribute("aria-disabled", "true");
    button.addEventListener("click", () => this.#toggle(talk, mouth, say));
    byId("say").addEventListener("submit", () => (this.#spokeLast = false));
    mouth.addEventListener("silent", () => {
      if (this.#spokeLast && keepsListening() && stillOpen(talk)) this.#hear(talk, mouth, say);
    });
    mountKeepListening();
  }

  async #toggle(talk, mouth, say) {
    if (WHY_NOT) return showWrong(WHY_NOT);
    if (this.hearing) return this.#stop();
    mouth.hush();
    return this.#hear(talk, mouth, say);
  }

  #stop() {
    this.#stopped = true;
    this.#spokeLast = false;
    this.#listening.stop();
  }

  async #hear(talk, mouth, say) {
    if (this.hearing) return;
    const { locale } = talk.world.device;
    const here = await staysHere(locale);
    if (this.hearing || !(here || (await mayLeave()))) return;
    showWrong("");
    this.#stopped = false;
    const words = await this.#words({ locale, here });
    if (words === null || this.#stopped) return;
    this.#spokeLast = true;
    // Somebody who is listened to and says nothing is silent, as before a real Echo.
    if (words) await say(words);
    else if (stillOpen(talk)) await say(":silence");
  }

  async #words(how) {
    const field = byId("utterance");
    try {
      this.#listening = listenOnce(how, (words) => (field.value = words));
      this.#changed();
      return await this.#listening.result;
    } catch (error) {
      this.#spokeLast = false;
      showWrong(error.message);
      return null;
    } finally {
      field.value = "";
      this.#listening = null;
      this.#changed();
    }
  }

  #changed() {
    byId("microphone").setAttribute("aria-pressed", String(this.hearing));
    byId("microphone").textContent = this.hearing ? "Stop listening" : "Speak";
    this.dispatchEvent(new Event("changed"));
  }
}

/** Whether a session is open after the newest turn, which may be known before the world is. */
function stillOpen(talk) {
  return talk.turns.at(-1)?.open ?? false;
}

function keepsListening() {
  return byId("keep-listening").checked;
}

function mountKeepListening() {
  const box = byId("keep-listening");
  box.checked = recall("keep-listening", true);
  box.addEventListener("change", () => remember("keep-listening", box.checked));
}

/** Ask once whether the sound of the voice may leave this machine; a yes is remembered. */
async function mayLeave() {
  if (recall("microphone", "") === "yes") return true;
  const dialog = byId("microphone-consent");
  dialog.returnValue = "no";
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  if (dialog.returnValue === "yes") remember("microphone", "yes");
  return dialog.returnValue === "yes";
}
