/** Moments as people read them, in the time zone of the device. The page's own words are English, so are its dates. */

const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DAY = { weekday: "short", day: "numeric", month: "short" };

/** The time of the day: 18:00. */
export function timeOf(moment, zone) {
  return written(moment, zone, TIME);
}

/** Day and time: Tue, Nov 24, 18:00. */
export function dayAndTime(moment, zone) {
  return written(moment, zone, { ...DAY, ...TIME });
}

function written(moment, zone, options) {
  const date = new Date(moment);
  if (Number.isNaN(date.valueOf())) return String(moment);
  return new Intl.DateTimeFormat("en", { ...options, timeZone: zone }).format(date);
}
