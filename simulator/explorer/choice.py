"""Which moves of a menu are made at a visit: first what every question has to stand, then what is rare."""

from collections import Counter
from random import Random

from simulator.explorer.graph import Node
from simulator.explorer.move import Kind, Move

FIRST_LOOK = 2
"""A state that is like none before gets so many times the share."""


class Choice:
    """Chooses moves, so that each question meets each intent before it meets one twice."""

    def __init__(self, share: int, seed: int) -> None:
        self._share = share
        self._seed = seed
        self._tried: Counter[tuple[str, str]] = Counter()

    def choose(self, node: Node, menu: list[Move], *, is_first: bool) -> list[Move]:
        """Moves of the menu that were not made from the node yet; all that are left when these are few."""
        left = [move for move in menu if move not in node.made]
        share = self._share * (FIRST_LOOK if is_first or node.made else 1)
        if len(left) > share:
            always = [move for move in left if _always(node, move)]
            rest = [move for move in left if not _always(node, move)]
            left = always + self._rarest(node, rest)[:share]
        question = str(node.snapshot.question)
        self._tried.update((question, move.name) for move in left)
        return left

    def pairs(self) -> tuple[int, int]:
        """How many questions were met, and how many pairs of a question and an intent."""
        tried = [question for question, name in self._tried if not name.startswith(":")]
        return len(set(tried)), len(tried)

    def _rarest(self, node: Node, moves: list[Move]) -> list[Move]:
        """By how often their intents were tried at this question, those of one intent far from each other."""
        chance = Random(f"{self._seed}/{node.key}")  # noqa: S311 - an order, not a secret
        chance.shuffle(moves)
        question, so_far = str(node.snapshot.question), Counter[str]()
        ranks: list[int] = []
        for move in moves:
            ranks.append(self._tried[question, move.name] + so_far[move.name])
            so_far[move.name] += 1
        return [moves[place] for place in sorted(range(len(moves)), key=ranks.__getitem__)]


def _always(node: Node, move: Move) -> bool:
    """Whether every state has to stand it: what is no intent, Amazon's own intents, answers to what was asked."""
    asked_for = node.snapshot.asked_for
    answers = asked_for is not None and move.name == asked_for.intent and len(move.slots) == 1
    return move.kind is not Kind.INTENT or move.name.startswith("AMAZON.") or answers
