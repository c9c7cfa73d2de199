/** The sound of a reminder: two soft tones, made here. */

const TONES = [
  { hertz: 659, from: 0 },
  { hertz: 880, from: 0.22 },
];
const LONG = 0.5;
const LOUD = 0.12;

/** Ring once; a browser that allows no sound stays silent. */
export function ring() {
  const context = new AudioContext();
  for (const { hertz, from } of TONES) sound(context, hertz, context.currentTime + from);
  setTimeout(() => context.close(), 2_000);
}

function sound(context, hertz, from) {
  const tone = new OscillatorNode(context, { frequency: hertz });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.linearRampToValueAtTime(LOUD, from + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, from + LONG);
  tone.connect(volume).connect(context.destination);
  tone.start(from);
  tone.stop(from + LONG);
}
