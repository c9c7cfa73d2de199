/** How fast words appear when no voice tells where it is. */

const VOICE_WORDS_A_SECOND = 2.7;
const READING_WORDS_A_SECOND = 14;

/** Split a text into words, each `{word, at}` with its place among the characters; spaces stay with the word before. */
export function wordsOf(text) {
  return [...text.matchAll(/\S+\s*/g)].map((match) => ({ word: match[0], at: match.index }));
}

/** Milliseconds from one word to the next: as spoken aloud at a speed, or as read without a voice. */
export function pauseBetween(aloud, speed) {
  return 1000 / (aloud ? VOICE_WORDS_A_SECOND * speed : READING_WORDS_A_SECOND);
}

/** Whether words may appear one by one: not for who wants less motion, nor where nobody looks. */
export function mayMove() {
  return !matchMedia("(prefers-reduced-motion: reduce)").matches && document.visibilityState === "visible";
}
