/** Tabs as the ARIA Authoring Practices describe them: arrows move and choose, the tab key goes on to the panel. */
import { recall, remember } from "./remembered.js";

/** The tabs of one tablist; `chosen` is the id of the tab that is shown. Event: `chosen`. */
class Tabs extends EventTarget {
  chosen = "";
  #tabs;
  #name;

  constructor(list) {
    super();
    this.#tabs = [...list.querySelectorAll("[role=tab]")];
    this.#name = `tab.${list.dataset.tabs}`;
    list.addEventListener("click", (event) => this.#click(event));
    list.addEventListener("keydown", (event) => this.#move(event));
    const remembered = recall(this.#name, "");
    this.choose(this.#tabs.some((tab) => tab.id === remembered) ? remembered : this.#tabs[0].id);
  }

  /** Show the tab with this id. */
  choose(id) {
    this.chosen = id;
    for (const tab of this.#tabs) {
      tab.setAttribute("aria-selected", String(tab.id === id));
      tab.tabIndex = tab.id === id ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = tab.id !== id;
    }
    remember(this.#name, id);
    this.dispatchEvent(new Event("chosen"));
  }

  #click(event) {
    const tab = event.target.closest("[role=tab]");
    if (tab) this.choose(tab.id);
  }

  #move(event) {
    const here = this.#tabs.indexOf(event.target.closest("[role=tab]"));
    const count = this.#tabs.length;
    const places = { ArrowRight: here + 1, ArrowLeft: here - 1 + count, Home: 0, End: count - 1 };
    if (here < 0 || !(event.key in places)) return;
    event.preventDefault();
    const next = this.#tabs[places[event.key] % count];
    this.choose(next.id);
    next.focus();
  }
}

/** Bring a tablist to life; its `data-tabs` is the name under which the chosen tab is remembered. */
export function mountTabs(list) {
  return new Tabs(list);
}
