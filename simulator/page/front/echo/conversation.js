/** The talk so far, and the newest words of Alexa while she says them. */
import { announce } from "../base/announce.js";
import { byId, element } from "../base/element.js";
import { wordsOf } from "./pace.js";

/** Show the talk; the mouth says what is new. */
export function mountConversation(talk, mouth) {
  const list = byId("said");
  const frame = byId("conversation");

  function add(item) {
    const { row, speech } = item.kind === "turn" ? turnRow(item.turn) : rangRow(item);
    list.querySelector(".newest")?.classList.remove("newest");
    if (speech) row.classList.add("newest");
    list.append(row);
    byId("nothing-yet").hidden = true;
    return speech;
  }

  function say(item) {
    if (item.kind === "turn") mouth.hush();
    const speech = add(item);
    lookAtNewest();
    if (!speech) return;
    announce("alexa-says", speech.text, speech.lang);
    const show = hideWords(speech.node);
    mouth.say(speech.text, speech.lang, show);
  }

  /** As far down as there is something, but never past the beginning of what was said last. */
  function lookAtNewest() {
    const newest = list.lastElementChild;
    frame.scrollTop = newest ? Math.min(newest.offsetTop - list.offsetTop, frame.scrollHeight) : 0;
  }

  talk.on("said", say);
  talk.on("replaced", () => {
    mouth.hush();
    list.replaceChildren();
    talk.items.forEach(add);
    byId("nothing-yet").hidden = talk.items.length > 0;
    lookAtNewest();
  });
}

/** @param {import("../talk/types.js").Turn} turn */
function turnRow(turn) {
  const command = turn.utterance.startsWith(":");
  const row = element("li", { class: "turn" });
  row.append(
    element(
      "p",
      { class: command ? "you command" : "you" },
      element("span", { class: "who" }, command ? "Command " : "You "),
      element("span", { class: "words", lang: command ? null : turn.locale }, turn.utterance),
    ),
  );
  const speech = turn.speech ? alexaSays(turn.speech, turn.locale) : null;
  if (speech) row.append(speech.row);
  else row.append(remark(command ? turn.heard.how : "Alexa says nothing."));
  if (turn.card) row.append(remark("A card went to the phone."));
  if (turn.refused?.length) row.append(remark("The judge found something: see For developers.", "refused"));
  return { row, speech };
}

function rangRow({ rang, locale }) {
  const speech = alexaSays(rang.spoken ?? rang.text, locale);
  const row = element("li", { class: "turn rang" }, remark("A reminder rings."), speech.row);
  return { row, speech };
}

function alexaSays(text, lang) {
  const node = element("span", { class: "words", lang }, text);
  const row = element("p", { class: "alexa" }, element("span", { class: "who" }, "Alexa "), node);
  return { row, node, text, lang };
}

function remark(text, more = "") {
  return element("p", { class: `remark ${more}` }, text);
}

/** Hide the words of a text, which keep their room; the function that is returned shows those up to a character. */
function hideWords(node) {
  const words = wordsOf(node.textContent).map(({ word, at }) => ({
    end: at + word.length,
    shown: element("span", { class: "unsaid" }, word),
  }));
  node.replaceChildren(...words.map(({ shown }) => shown));
  return (place) => {
    for (const { end, shown } of words) shown.classList.toggle("unsaid", end > place);
  };
}
