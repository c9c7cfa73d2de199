/** Asking the page's server. What goes wrong is a ServerSaid, with words that a person can act on. */

// A skill has eight seconds, and a broken service half a minute; a replay is a whole talk.
const LONGEST_WAIT = 120_000;

/** The server refused, or nobody answered (`gone`). `message` says what is wrong, and what to do if that is known. */
export class ServerSaid extends Error {
  constructor(says, { does = "", gone = false } = {}) {
    super(does ? `${says} ${does}` : says);
    this.gone = gone;
  }
}

/** GET an address; the parsed JSON. */
export async function get(path) {
  return (await answered(path)).json();
}

/** GET an address whose answer is a file; its text. */
export async function getText(path) {
  return (await answered(path)).text();
}

/** POST JSON; the parsed JSON of the answer. */
export async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return (await answered(path, { method: "POST", headers, body: JSON.stringify(body) })).json();
}

async function answered(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(LONGEST_WAIT) });
  } catch (error) {
    const late = error.name === "TimeoutError";
    throw new ServerSaid(late ? "No answer came in time." : "The local Alexa does not answer.", { gone: !late });
  }
  if (!response.ok) throw await whatItSaid(response);
  return response;
}

async function whatItSaid(response) {
  try {
    const { error } = await response.json();
    return new ServerSaid(error.says, { does: error.do });
  } catch {
    return new ServerSaid(`The local Alexa answered with the status ${response.status}.`);
  }
}
