/** Ranks: an edge leads down by two at least, which leaves a rank between for its label. */

/** The rank of each node, by id: as far down as the longest way that leads to it. */
export function ranksOf(ids, directed) {
  const coming = new Map(ids.map((id) => [id, directed.filter(({ to }) => to === id)]));
  const ranks = new Map();

  function rankOf(id) {
    if (!ranks.has(id)) ranks.set(id, Math.max(0, ...coming.get(id).map(({ from }) => rankOf(from) + 2)));
    return ranks.get(id);
  }

  ids.forEach(rankOf);
  return ranks;
}
