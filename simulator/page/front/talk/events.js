/** The stream of what happens. Browsers give up on a stream in different ways, so it is opened anew by ourselves. */

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5_000;

/**
 * Follow the stream. Each connection begins with the turns so far and then the world; news comes after that.
 * @param {Object<string, (data: object) => void>} listeners  by the name of the event
 * @param {{opened: () => void, lost: () => void}} told  of each connection, and of each one that broke
 * @returns {() => void} tries again at once
 */
export function followEvents(listeners, told) {
  let source = null;
  let pause = FIRST_PAUSE;
  let waiting = 0;

  function open() {
    clearTimeout(waiting);
    source?.close();
    source = new EventSource("/api/events?since=0");
    source.onopen = () => {
      pause = FIRST_PAUSE;
      told.opened();
    };
    source.onerror = () => {
      source.close();
      told.lost();
      waiting = setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
    for (const [name, listen] of Object.entries(listeners)) {
      source.addEventListener(name, (event) => listen(JSON.parse(event.data)));
    }
  }

  open();
  return open;
}
