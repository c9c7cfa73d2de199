/** One step of a replayed talk, and how it differs from what the file expects. */
import { element } from "../base/element.js";

/** A row that is open when something changed. */
export function makeReplayStep({ line, turn, before, changed, failed }) {
  const differs = changed.length > 0 || failed.length > 0;
  const summary = element(
    "summary",
    {},
    element("span", { class: differs ? "mark changed" : "mark same" }, differs ? "changed" : "same"),
    element("span", { lang: turn.locale }, line),
  );
  return element(
    "li",
    {},
    element(
      "details",
      { open: differs },
      summary,
      ...changed.map((name) => comparison(name, before?.[name], turn[name])),
      failed.length ? element("ul", { class: "failed" }, ...failed.map((words) => element("li", {}, words))) : null,
      differs ? null : element("p", { lang: turn.locale }, turn.speech || "Alexa says nothing."),
    ),
  );
}

function comparison(name, before, now) {
  return element(
    "dl",
    { class: "comparison" },
    element("div", {}, element("dt", {}, `${name} before`), element("dd", {}, written(before))),
    element("div", {}, element("dt", {}, `${name} now`), element("dd", {}, written(now))),
  );
}

function written(value) {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object") return value.text === undefined ? JSON.stringify(value) : `${value.title}\n${value.text}`;
  return String(value);
}
