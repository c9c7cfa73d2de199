/**
 * The shapes that the page's server sends (docs/simulator.md has the keys of a turn). Types only, for editors.
 *
 * @typedef {{title: string, text: string}} Card
 * @typedef {{at: string, text: string, spoken?: string}} Rang
 * @typedef {{rule: string, says: string, source: string}} Finding
 * @typedef {{request: object|null, response: object|null, ms: number}} Step
 * @typedef {{value: string, said?: string, id: string|null}} Slot
 * @typedef {{intent: string|null, slots: Object<string, Slot>, how: string, stage: string|null, score: number|null,
 *   runner_up: string|null, runner_up_score: number|null}} Heard
 * @typedef {{number: number, at: string, locale: string, device: string, utterance: string, heard: Heard,
 *   speech: string, reprompt: string|null, card: Card|null, ask?: string[], open: boolean, asking: string|null,
 *   outcome: string|null, channel: string|null, ms: number, request: object|null, response: object|null,
 *   steps: Step[], refused?: Finding[], rang?: Rang[], user: string,
 *   failure?: string}} Turn
 *
 * @typedef {{id: string, label: string, kind: "start"|"question"|"step"|"outcome"|"solved", taken: boolean,
 *   here: boolean, notes: string[]}} WayNode
 * @typedef {{from: string, to: string, label: string, taken: boolean, waits: boolean}} WayEdge
 * @typedef {{title: string, nodes: WayNode[], edges: WayEdge[], asking: string|null, channel: string|null}} Way
 * @typedef {{revision: number, skill: {name: string, id: string, locales: string[], opening: string},
 *   device: {name: string, locale: string, zone: string, screen: boolean, open: boolean, asking: string|null, consent: boolean},
 *   devices: string[], user: string, users: string[], clock: {now: string, fixed: boolean}, voice_consent: boolean,
 *   permissions: {name: string, scope: string, status: "GRANTED"|"DENIED"|null}[], name_on_file: string|null,
 *   reminders: {at: string, text: string}[],
 *   faults: {services: string[], kinds: string[], now: Object<string, string>},
 *   record: object|null, way: Way|null, turns: number}} World
 */
