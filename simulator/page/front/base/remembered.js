/** What the page remembers between visits, in the browser's own storage; without storage it just forgets. */

const PREFIX = "local-alexa.";

/** Keep a value that JSON can hold. */
export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A full or forbidden storage is no reason to stop.
  }
}

/** A value that was kept, or the fallback. */
export function recall(name, fallback) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name)) ?? fallback;
  } catch {
    return fallback;
  }
}
