/** How long the skill took, turn by turn. */
import { byId, element } from "../base/element.js";

const SHOWN = 30;

/** Show the newest turns that sent something. */
export function mountTimes(talk) {
  const show = () => {
    const sent = talk.turns.filter((turn) => turn.request);
    const newest = sent.slice(-SHOWN).reverse();
    const longest = Math.max(1, ...newest.map(({ ms }) => ms));
    byId("times-summary").textContent = summary(sent.map(({ ms }) => ms));
    byId("times").replaceChildren(...newest.map((turn) => makeBar(turn, longest)));
  };
  talk.on("said", show);
  talk.on("replaced", show);
}

/** The value below which a share of the values lies: the nearest rank. */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

function summary(times) {
  if (!times.length) return "Nothing was sent yet.";
  const [median, most] = [0.5, 0.95].map((share) => written(quantile(times, share)));
  return `${times.length} turns: median ${median}, 95 % within ${most}. Alexa waits 8 s.`;
}

function makeBar({ number, utterance, ms }, longest) {
  const bar = element("span", { class: "bar" });
  bar.style.inlineSize = `${(100 * ms) / longest}%`;
  return element(
    "li",
    {},
    element("span", { class: "bar-name" }, `${number + 1}. ${utterance}`),
    element("span", { class: "bar-room", "aria-hidden": "true" }, bar),
    element("span", { class: "bar-value" }, written(ms)),
  );
}

function written(ms) {
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
