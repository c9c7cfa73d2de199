"""The states that were reached, and where their moves lead."""

from dataclasses import dataclass, field

from simulator.explorer.move import Move
from simulator.explorer.shapes import Shapes, key_of
from simulator.explorer.snapshot import Snapshot

END = "end"
"""Where a move leads that ends the session as it should: with a word or a card."""


@dataclass
class Node:
    """A state, with the first moment at which it was met.

    ``features`` are what is worth a visit about it. ``parent`` is the key of the state before. ``leads_to`` are the
    states that the moves of somebody who wants to get on lead to, END among them. ``made`` are the moves that were
    made from it, ``complete`` when those are all.
    """

    key: str
    features: tuple[tuple[str, ...], ...]
    snapshot: Snapshot
    parent: str = ""
    leads_to: set[str] = field(default_factory=set)
    made: set[Move] = field(default_factory=set)
    complete: bool = False

    @property
    def depth(self) -> int:
        """How many turns lead here."""
        return len(self.snapshot.moves)


class Graph:
    """Nodes by their keys, in the order in which they were met."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self.nodes: dict[str, Node] = {}

    def add(self, snapshot: Snapshot, parent: str = "") -> tuple[Node, bool]:
        """The node of a moment, and whether it is new.

        A shorter way to a node that nothing was tried from replaces the longer one.
        """
        key = self.key(snapshot)
        node = self.nodes.get(key)
        if node is None:
            node = self.nodes[key] = Node(key, self._features(snapshot), snapshot, parent)
            return node, True
        if not node.made and len(snapshot.moves) < node.depth:
            node.snapshot, node.parent = snapshot, parent
        return node, False

    def first_after(self, move: Move) -> Node | None:
        """The node that one move leads somebody new to, if it was met so."""
        return next((node for node in self.nodes.values() if node.snapshot.moves == (move,)), None)

    def _features(self, snapshot: Snapshot) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(map(key_of, features)) for features in self._shapes.features(snapshot))

    def key(self, snapshot: Snapshot) -> str:
        """The key of a moment's state."""
        return key_of(self._shapes.shape(snapshot))
