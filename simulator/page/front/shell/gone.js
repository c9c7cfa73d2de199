/** The banner that says that the server is gone, and takes it up again. */
import { byId, element } from "../base/element.js";

const ADVICE = "Is its program still running? This page tries again by itself.";

/** Show the banner while the server is gone. */
export function mountGone(talk) {
  const banner = byId("gone");
  talk.on("gone", (gone) => {
    if (banner.hidden !== gone) return;
    banner.hidden = !gone;
    banner.replaceChildren();
    if (!gone) return;
    banner.append(
      element("p", {}, element("strong", {}, "The local Alexa does not answer. "), ADVICE),
      element("button", { type: "button", click: () => talk.retry() }, "Try now"),
    );
  });
}
