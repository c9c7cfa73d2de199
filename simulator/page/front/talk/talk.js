/** The talk as the page knows it: the world now, and all that was said. Everything on the page follows it. */
import { followEvents } from "./events.js";
import { post } from "./server.js";

/**
 * Events, each with its `detail`:
 * - `world`: the world changed (the World)
 * - `said`: a turn or a reminder that rang came (`{kind: "turn", turn}` or `{kind: "rang", rang, locale}`)
 * - `replaced`: all that was said is another now, as after a new connection
 * - `busy`: whether a line is on its way (boolean)
 * - `gone`: whether the server is gone (boolean)
 */
export class LocalTalk extends EventTarget {
  /** @type {import("./types.js").World|null} */
  world = null;
  /** @type {({kind: "turn", turn: import("./types.js").Turn}|{kind: "rang", rang: import("./types.js").Rang, locale: string})[]} */
  items = [];
  #turns = new Set();
  #rings = new Set();
  #waiting = 0;
  /** While a new connection tells all that was said: the turns so far, which the world follows. */
  #arriving = null;

  /** Listen to one of the events above. */
  on(name, listener) {
    this.addEventListener(name, (event) => listener(event.detail));
  }

  /** Begin to follow the server. */
  connect() {
    const listeners = {
      turn: (turn) => (this.#arriving ? this.#arriving.push(turn) : this.#takeTurn(turn)),
      world: (world) => (this.#arriving ? this.#replace(this.#arriving, world) : this.#takeWorld(world)),
      rang: (rang) => this.#takeRang(rang),
    };
    const opened = () => (this.#arriving = []);
    this.retry = followEvents(listeners, { opened, lost: () => this.#tell("gone", true) });
  }

  /** The turns so far, the oldest first. */
  get turns() {
    return this.items.filter((item) => item.kind === "turn").map((item) => item.turn);
  }

  /** Say or do a line; raises ServerSaid when it is refused or nobody answers. */
  line(line) {
    return this.#turn("/api/lines", { line });
  }

  /** Be somebody whom the skill has never met, and record from there on; raises ServerSaid as `line` does. */
  beginAfresh() {
    return this.#turn("/api/afresh", {});
  }

  async #turn(path, body) {
    this.#tell("busy", ++this.#waiting > 0);
    try {
      const { turn, world } = await post(path, body);
      this.#takeTurn(turn);
      this.#takeWorld(world);
      return turn;
    } finally {
      this.#tell("busy", --this.#waiting > 0);
    }
  }

  /** The whole talk anew: the server may be another one, or may have said something meanwhile. */
  #replace(turns, world) {
    this.#arriving = null;
    this.world = world;
    this.items = [];
    this.#turns.clear();
    this.#rings.clear();
    for (const turn of turns) this.#add(turn);
    this.#tell("gone", false);
    this.#tell("replaced", null);
    this.#tell("world", world);
  }

  /** A turn comes twice, as an answer and as an event: its number tells. */
  #takeTurn(turn) {
    for (const item of this.#add(turn)) this.#tell("said", item);
  }

  #takeWorld(world) {
    if (this.world && world.revision < this.world.revision) return;
    this.world = world;
    this.#tell("world", world);
  }

  #takeRang(rang, locale = this.world?.device.locale) {
    for (const item of this.#addRang(rang, locale)) this.#tell("said", item);
  }

  #add(turn) {
    if (this.#turns.has(turn.number)) return [];
    this.#turns.add(turn.number);
    const item = { kind: "turn", turn };
    this.items.push(item);
    return [item, ...(turn.rang ?? []).flatMap((rang) => this.#addRang(rang, turn.locale))];
  }

  #addRang(rang, locale) {
    const key = `${rang.at} ${rang.text}`;
    if (this.#rings.has(key)) return [];
    this.#rings.add(key);
    const item = { kind: "rang", rang, locale };
    this.items.push(item);
    return [item];
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
