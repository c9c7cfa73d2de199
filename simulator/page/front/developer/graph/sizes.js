/** How large words are drawn. */

const CHARACTER = 7.4;
const LINE = 16;
const PAD = { node: [26, 18], label: [8, 4] };
const LONGEST = { node: 22, label: 22 };

/** The lines and the size of a node's label with its notes, or of an edge's label; `lead` lines are the label's. */
export function sized(label, { kind = "node", notes = [] } = {}) {
  const [lead, ...more] = [label, ...notes].map((text) => linesOf(text, LONGEST[kind]));
  const lines = [...lead, ...more.flat()];
  const [wide, high] = PAD[kind];
  const longest = Math.max(0, ...lines.map((line) => line.length));
  return { lines, lead: lead.length, width: longest * CHARACTER + wide, height: lines.length * LINE + high };
}

function linesOf(text, longest) {
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
