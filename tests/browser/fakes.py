"""Fakes of the browser's speech, as scripts that run before the page's own: this Chromium has no voice, no ears."""

VOICES = """
(() => {
  const spoken = [];
  const voice = (name, lang, localService) => ({ name, lang, localService, default: false, voiceURI: name });
  const voices = [
    voice("Far Away", "en-US", false), voice("At Home", "en-US", true),
    voice("British", "en-GB", true), voice("Zuhause", "de-DE", true),
  ];
  class Utterance {
    constructor(text) { this.text = text; }
  }
  const synthesis = {
    now: null,
    getVoices: () => voices,
    addEventListener: () => {},
    speak(utterance) {
      spoken.push({ text: utterance.text, lang: utterance.lang, voice: utterance.voice.name, rate: utterance.rate });
      synthesis.now = utterance;
      setTimeout(() => utterance.onstart?.(), 0);
    },
    cancel() {
      const stopped = synthesis.now;
      synthesis.now = null;
      stopped?.onerror?.({ error: "canceled" });
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  window.SpeechSynthesisUtterance = Utterance;
  window.spoken = spoken;
  window.reach = (charIndex) => synthesis.now.onboundary({ name: "word", charIndex });
  window.finish = () => {
    const done = synthesis.now;
    synthesis.now = null;
    done.onend();
  };
})();
"""
"""Speaks nothing: ``spoken`` lists what was to be said; ``reach`` and ``finish`` tell the page how far she is."""

EARS = """
(() => {
  window.hears = [];
  window.listened = [];
  class Recognition {
    start() {
      window.listened.push({ lang: this.lang, here: this.processLocally === true });
      const words = window.hears.shift();
      if (words === undefined) return;
      setTimeout(() => {
        if (words.error) this.onerror({ error: words.error });
        else if (words) this.onresult({ results: [[{ transcript: words }]] });
        this.onend();
      }, 30);
    }
    abort() { setTimeout(() => this.onend(), 0); }
  }
  window.SpeechRecognition = Recognition;
})();
"""
"""Hears what ``hears`` holds, one text after the other ("" for silence); without any it goes on listening."""

EARS_OF_THIS_MACHINE = EARS + "window.SpeechRecognition.available = async () => 'available';"
"""The same, by a browser that recognises speech without sending it away."""

DEAF = "delete window.SpeechRecognition; delete window.webkitSpeechRecognition;"
"""A browser without speech recognition."""
