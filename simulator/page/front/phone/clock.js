/** The world's clock, which goes on by itself unless it is fixed. */
import { byId } from "../base/element.js";
import { dayAndTime, timeOf } from "../base/moments.js";

const TICK = 1_000;

/** Show the time on the phone, and with its day among the controls. */
export function mountClock(talk) {
  let known = null;

  function show() {
    if (!known) return;
    const { moment, fixed, zone, heard } = known;
    const now = new Date(moment + (fixed ? 0 : performance.now() - heard));
    byId("phone-clock").textContent = timeOf(now, zone);
    byId("phone-clock").dateTime = now.toISOString();
    const still = fixed ? " (it stands still until you move it)" : "";
    byId("world-clock").textContent = `${dayAndTime(now, zone)}, ${zone}${still}`;
  }

  talk.on("world", ({ clock, device }) => {
    known = { moment: Date.parse(clock.now), fixed: clock.fixed, zone: device.zone, heard: performance.now() };
    show();
  });
  setInterval(show, TICK);
}
