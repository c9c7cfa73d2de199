/** The part for developers: whether it is shown, and which turn is looked at. */
import { byId } from "../base/element.js";
import { fillSelect } from "../base/keyed.js";
import { recall, remember } from "../base/remembered.js";
import { mountTabs } from "../base/tabs.js";
import { showEnvelopes } from "./envelopes.js";
import { showFindings } from "./findings.js";
import { showHeard } from "./heard.js";
import { mountRecord } from "./record.js";
import { mountRecording } from "./recording.js";
import { mountReplay } from "./replay.js";
import { mountTimes } from "./times.js";
import { mountWay } from "./way.js";
import { mountWorld } from "./world.js";

const NEWEST = "newest";
const OF_A_TURN = new Set(["tab-turn", "tab-envelopes"]);

/** Bring everything in it to life; `say` says a line. */
export function mountDeveloper(talk, say) {
  const tab = mountTabs(document.querySelector("[data-tabs=developer]"));
  const showChoice = () => {
    byId("turn-choice").hidden = !OF_A_TURN.has(tab.chosen);
  };
  tab.addEventListener("chosen", showChoice);
  showChoice();
  mountToggle();
  mountTurn(talk);
  mountWay(talk, tab);
  mountTimes(talk);
  mountRecord(talk);
  mountWorld(talk, say);
  mountRecording(talk);
  mountReplay(talk, tab);
}

function mountToggle() {
  const button = byId("show-developer");
  const show = (open) => {
    byId("developer-area").hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    remember("developer", open);
  };
  button.addEventListener("click", () => show(byId("developer-area").hidden));
  show(recall("developer", false));
}

/** The newest turn is looked at until another one is chosen. */
function mountTurn(talk) {
  const select = byId("turn");

  function show() {
    const { turns } = talk;
    const turn = select.value === NEWEST ? turns.at(-1) : turns.find(({ number }) => String(number) === select.value);
    showHeard(turn);
    showFindings(turn);
    showEnvelopes(turn);
  }

  function refresh() {
    const chosen = select.value || NEWEST;
    const options = talk.turns.map(({ number, utterance }) => [String(number), `${number + 1}. ${utterance}`]);
    fillSelect(select, [[NEWEST, "the newest one"], ...options.reverse()], chosen);
    if (select.selectedIndex < 0) select.value = NEWEST;
    show();
  }

  select.addEventListener("change", show);
  talk.on("said", refresh);
  talk.on("replaced", refresh);
  refresh();
}
