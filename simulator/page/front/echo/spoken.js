/** One text that is spoken: its words are told one after the other, by the voice itself or by the clock. */
import { mayMove, pauseBetween, wordsOf } from "./pace.js";

// Voices that tell their words do so at once; the others are helped out by the clock.
const PATIENCE = 600;

/**
 * Speak a text.
 * @param {{text: string, lang: string}} what
 * @param {{voice: SpeechSynthesisVoice|null, speed: number}} how  without a voice the words only appear
 * @param {(place: number) => void} reached  is told how many characters were said so far
 * @returns {{over: Promise<void>, stop: () => void}}  `over` also when it was stopped; then all words are out
 */
export function speak({ text, lang }, { voice, speed }, reached) {
  const words = wordsOf(text);
  let said = 0;
  let timer = 0;
  let done = false;
  let finish = () => {};
  const over = new Promise((resolve) => {
    finish = () => {
      done = true;
      clearTimeout(timer);
      reached(text.length);
      resolve();
    };
  });

  function byTheClock() {
    if (done) return;
    if (said < words.length) reached(endOf(words[said++]));
    if (said < words.length) timer = setTimeout(byTheClock, pauseBetween(Boolean(voice), speed));
    else if (!voice) finish();
  }

  if (!voice) {
    if (mayMove() && words.length) byTheClock();
    else finish();
    return { over, stop: finish };
  }
  const utterance = Object.assign(new SpeechSynthesisUtterance(text), { lang, voice, rate: speed });
  utterance.onstart = () => {
    if (mayMove()) timer = setTimeout(byTheClock, PATIENCE);
  };
  utterance.onboundary = (event) => {
    clearTimeout(timer);
    while (said < words.length && words[said].at <= event.charIndex) reached(endOf(words[said++]));
  };
  utterance.onend = finish;
  utterance.onerror = finish;
  if (!mayMove()) reached(text.length);
  window.speechSynthesis.speak(utterance);
  const stop = () => {
    window.speechSynthesis.cancel();
    finish();
  };
  return { over, stop };
}

function endOf({ word, at }) {
  return at + word.length;
}
