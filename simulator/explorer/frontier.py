"""Which state is explored next: the one with the rarest feature, then a short conversation before a long one.

As in fuzzing that goes by coverage: what leads to something new is followed up before what is like the rest.
"""

import heapq
from collections import Counter

from simulator.explorer.graph import Node

Rank = tuple[int, ...]


class Frontier:
    """The states that wait, the most promising one first; those that were visited come behind all others."""

    def __init__(self) -> None:
        self._heap: list[tuple[bool, Rank, int, int, Node]] = []
        self._visited: Counter[str] = Counter()
        self._added = 0

    def __len__(self) -> int:
        return len(self._heap)

    def push(self, node: Node) -> None:
        """Let a state wait its turn."""
        self._added += 1
        heapq.heappush(self._heap, (bool(node.made), self._rank(node), node.depth, self._added, node))

    def pop(self) -> tuple[Node, bool]:
        """The next state, and whether it has a telling feature that no state before had."""
        while True:
            again, rank, _, _, node = heapq.heappop(self._heap)
            if not again and rank < self._rank(node):
                self.push(node)
                continue
            if not again:
                self._visited.update(feature for features in node.features for feature in features)
            return node, rank[0] == 0

    def _rank(self, node: Node) -> Rank:
        """For each list of features how many states were visited that share its rarest one."""
        if node.made:
            return (len(node.made),)
        return tuple(min(self._visited[feature] for feature in features) for features in node.features)
