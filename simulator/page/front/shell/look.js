/** The look of the page: the system's, light or dark. Remembered; look_first.js applies it before the first paint. */
import { byId } from "../base/element.js";
import { recall, remember } from "../base/remembered.js";

const LOOKS = ["system", "light", "dark"];

/** Let the person choose. */
export function mountLook() {
  const select = byId("look");
  select.value = recall("look", "system");
  select.addEventListener("change", () => wear(select.value));
}

/** Go to the next look, as the shortcut does it. */
export function nextLook() {
  const select = byId("look");
  select.value = LOOKS[(LOOKS.indexOf(select.value) + 1) % LOOKS.length];
  wear(select.value);
}

function wear(look) {
  remember("look", look);
  if (look === "system") delete document.documentElement.dataset.look;
  else document.documentElement.dataset.look = look;
}
