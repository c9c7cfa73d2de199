/** The browser's speech recognition, where it has one. */

const SpeechRecognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

/** Why this browser cannot listen; null when it can. */
export const WHY_NOT = SpeechRecognition
  ? null
  : "This browser cannot turn speech into text. Chrome, Edge and Safari can; here, please type.";

const WRONG = {
  "not-allowed": "The browser was not allowed to use the microphone. Allow it in the address bar, or type.",
  "service-not-allowed": "The browser was not allowed to recognise speech. Please type.",
  "audio-capture": "No microphone was found. Connect one, or type.",
  network: "The browser's speech recognition needs the network, and could not reach it. Please type.",
  "language-not-supported": "The browser does not understand speech in this language. Please type.",
};

/** Whether the browser can recognise a locale on this machine, so that no sound leaves it. */
export async function staysHere(locale) {
  try {
    return (await SpeechRecognition.available({ langs: [locale], processLocally: true })) === "available";
  } catch {
    return false;
  }
}

/**
 * Listen once.
 * @param {{locale: string, here: boolean}} how  `here`: the sound must not leave this machine
 * @param {(words: string) => void} soFar  is told what is understood while the person speaks
 * @returns {{result: Promise<string>, stop: () => void}}  the words, "" for none; fails with an Error that says why
 */
export function listenOnce({ locale, here }, soFar) {
  const recognition = new SpeechRecognition();
  Object.assign(recognition, { lang: locale, interimResults: true, maxAlternatives: 1, continuous: false });
  if (here) recognition.processLocally = true;
  const result = new Promise((resolve, reject) => {
    let words = "";
    recognition.onresult = (event) => {
      words = [...event.results].map((one) => one[0].transcript).join("").trim();
      soFar(words);
    };
    recognition.onerror = ({ error }) => {
      if (error === "no-speech" || error === "aborted") return;
      reject(new Error(WRONG[error] ?? `The browser could not listen (${error}). Please type.`));
    };
    recognition.onend = () => resolve(words);
  });
  recognition.start();
  return { result, stop: () => recognition.abort() };
}
