/** What the ears made of an utterance: the intent, how sure they were, the slots, and what came next. */
import { byId, element } from "../base/element.js";
import { fillFacts, score } from "./facts.js";

const COLUMNS = ["slot", "value", "said", "id"];

/** @param {import("../talk/types.js").Turn|undefined} turn */
export function showHeard(turn) {
  const heard = turn?.heard;
  fillFacts(byId("heard"), heard ? pairs(turn) : [["nothing yet", "Say something first."]]);
  byId("slots").replaceChildren(...(heard && Object.keys(heard.slots).length ? [slotTable(heard.slots)] : []));
  fillFacts(byId("stands"), [
    ["asking", turn?.asking ?? "nothing"],
    ["outcome", turn?.outcome ?? "none"],
    ["channel", turn?.channel ?? "none"],
    ["session", turn?.open ? "open" : "closed"],
    ["reprompt", turn?.reprompt],
  ]);
}

function pairs({ utterance, heard }) {
  return [
    ["line", utterance],
    ["intent", heard.intent ?? "nothing was sent"],
    ["how", heard.how],
    ["stage", heard.stage],
    ["score", score(heard.score)],
    ["runner-up", heard.runner_up],
    ["its score", score(heard.runner_up_score)],
  ];
}

function slotTable(slots) {
  const cells = Object.entries(slots).map(([name, { value, said, id }]) => [name, value, said ?? "–", id ?? "–"]);
  const head = element("thead", {}, row("th", COLUMNS));
  const body = element("tbody", {}, ...cells.map((ones) => row("td", ones)));
  return element("table", {}, element("caption", {}, "Slots"), head, body);
}

function row(tag, cells) {
  return element("tr", {}, ...cells.map((cell) => element(tag, tag === "th" ? { scope: "col" } : {}, cell)));
}
