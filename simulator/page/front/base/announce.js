/** Words for a screen reader, put into a live region of index.html. */
import { byId, element } from "./element.js";

const KEPT = 3;

/**
 * Announce a text in a region (`alexa-says`, `app-says`). Each is a paragraph of its own, so that the same words twice
 * are two announcements; old ones go, and are not read again (the regions are not atomic).
 */
export function announce(region, text, lang = null) {
  if (!text) return;
  const live = byId(region);
  live.append(element("p", { lang }, text));
  while (live.children.length > KEPT) live.firstElementChild.remove();
}
