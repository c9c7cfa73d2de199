/** One card in full, over the page: to be read, selected and copied. */
import { byId } from "../base/element.js";
import { copyCard } from "./card.js";

let shown = null;

/** Bring the dialog's buttons to life. */
export function mountFullCard() {
  byId("full-card-copy").addEventListener("click", () => copyCard(shown, byId("full-card-note")));
}

/** Show the card of a turn. Closing brings the focus back to where it was, as a dialog does. */
export function openFullCard({ card, locale }) {
  shown = card;
  const title = byId("full-card-title");
  const text = byId("full-card-text");
  title.textContent = card.title || "Card without a title";
  text.textContent = card.text;
  title.lang = locale;
  text.lang = locale;
  byId("full-card-note").textContent = "";
  byId("full-card").showModal();
}
