/** The drawn speaker: its ring shows what Alexa does, and a sentence beside it says the same. */
import { byId } from "../base/element.js";

/** Show the state; `bells` tells whether a reminder still rings, `microphone` whether it hears the person. */
export function mountSpeaker(talk, mouth, microphone, bells) {
  let busy = false;

  function show() {
    const { speaking } = mouth;
    const [state, words] = stateOf(talk.world, { busy, speaking, hearing: microphone.hearing, ringing: bells.ringing });
    byId("speaker").dataset.state = state;
    byId("echo-state").textContent = words;
    if (talk.world) byId("echo-where").textContent = whereItStands(talk.world);
  }

  talk.on("busy", (now) => {
    busy = now;
    show();
  });
  for (const name of ["world", "gone", "said"]) talk.on(name, show);
  for (const name of ["speaking", "silent"]) mouth.addEventListener(name, show);
  microphone.addEventListener("changed", show);
  bells.addEventListener("changed", show);
}

function stateOf(world, { busy, speaking, hearing, ringing }) {
  if (!world) return ["idle", "Connecting"];
  if (busy) return ["thinking", "Thinking"];
  if (hearing) return ["hearing", "Listening to your voice"];
  if (speaking) return ["speaking", "Speaking"];
  if (world.device.consent) return ["listening", "Waiting for your answer to Alexa: say “I approve” or “no”"];
  if (world.device.open) return ["listening", "Listening"];
  if (ringing) return ["notification", "There is news on the phone"];
  return ["idle", "Nothing is open"];
}

function whereItStands({ device }) {
  return `${device.name}, ${device.locale}, ${device.zone}${device.screen ? ", with a screen" : ""}`;
}
