/** The reminders that are set, and those that ring: a banner on the phone until it is put away. */
import { byId, element } from "../base/element.js";
import { keyed } from "../base/keyed.js";
import { dayAndTime } from "../base/moments.js";
import { recall, remember } from "../base/remembered.js";
import { ring } from "./bell.js";

/** Whether something rings; event: `changed`. */
export class Bells extends EventTarget {
  #ringing = [];

  /** Whether a reminder rings that nobody put away. */
  get ringing() {
    return this.#ringing.length > 0;
  }

  /** Show what is set and what rings. */
  mount(talk) {
    this.#mountList(talk);
    const banner = keyed(byId("ringing"), ({ at, text }) => `${at} ${text}`, (rang) => this.#banner(rang, talk));
    const show = () => {
      banner(this.#ringing);
      this.dispatchEvent(new Event("changed"));
    };
    this.addEventListener("stopped", show);
    talk.on("said", (item) => {
      if (item.kind !== "rang") return;
      this.#ringing.push(item.rang);
      if (byId("ring-aloud").checked) ring();
      show();
    });
    talk.on("replaced", () => {
      this.#ringing = [];
      show();
    });
  }

  #mountList(talk) {
    const box = byId("ring-aloud");
    box.checked = recall("ring-aloud", false);
    box.addEventListener("change", () => remember("ring-aloud", box.checked));
    const list = keyed(byId("reminders"), ({ at, text }) => `${at} ${text}`, (one) => makeRow(one, talk));
    talk.on("world", ({ reminders }) => {
      list(reminders);
      byId("no-reminders").hidden = reminders.length > 0;
      byId("set-reminders").hidden = !reminders.length;
      byId("set-reminders").textContent = reminders.length ? String(reminders.length) : "";
    });
  }

  #banner(rang, talk) {
    const stop = () => {
      this.#ringing = this.#ringing.filter((one) => one !== rang);
      this.dispatchEvent(new Event("stopped"));
    };
    const words = element(
      "p",
      {},
      element("strong", {}, `Reminder, ${dayAndTime(rang.at, talk.world.device.zone)}`),
      element("span", { class: "rang-text", lang: talk.world.device.locale }, rang.text),
    );
    return { node: element("div", { class: "banner" }, words, element("button", { type: "button", click: stop }, "Stop")) };
  }
}

function makeRow({ at, text }, talk) {
  const { zone, locale } = talk.world.device;
  const time = element("time", { class: "row-note", datetime: at }, dayAndTime(at, zone));
  return { node: element("li", { class: "row" }, element("span", {}, element("span", { lang: locale }, text), time)) };
}
