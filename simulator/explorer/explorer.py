"""The walk: from state to state, every move of the menu, each turn checked."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from simulator.explorer.answers import Answers
from simulator.explorer.back_rule import back_faults
from simulator.explorer.bound import Bound
from simulator.explorer.choice import Choice
from simulator.explorer.finding import Fault, Findings, Turn
from simulator.explorer.frontier import Frontier
from simulator.explorer.graph import END, Graph, Node
from simulator.explorer.graph_rules import traps
from simulator.explorer.handled import Handled
from simulator.explorer.logged import Logged
from simulator.explorer.menu import Menu
from simulator.explorer.move import BACK, Move
from simulator.explorer.shapes import Shapes
from simulator.explorer.stage import Stage
from simulator.explorer.turn_rules import turn_faults
from simulator.explorer.values import Values
from simulator.under_test.skill_under_test import SkillUnderTest

BEGAN = datetime(2026, 3, 4, 9, tzinfo=UTC)
"""The clock stands still there, until a move lets time pass."""


@dataclass
class Counts:
    """How far the walk has come: states that were met, visited (moves were made from them) and completed."""

    states: int = 0
    visited: int = 0
    complete: int = 0
    turns: int = 0
    seconds: float = 0.0


class Explorer:
    """Walks one skill in one locale within a bound. ``run`` may be called once."""

    def __init__(
        self,
        skill: SkillUnderTest,
        locale: str,
        shapes: Shapes,
        bound: Bound,
        seed: int,
        logged: Logged,
        *,
        backs: Collection[str] = (BACK,),
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        language = skill.model(locale).language_model
        values = Values(language, skill.skill_id, BEGAN.date())
        self.stage = Stage(skill, locale, BEGAN, seed)
        self.graph = Graph(shapes)
        self.findings = Findings()
        self.handled = Handled()
        self.counts = Counts()
        self.cut_short = ""
        self._answers = Answers()
        self._choice = Choice(bound.share, seed)
        self._menu = Menu(language, values, bound.values, seed, backs)
        self._bound, self._logged, self._timer = bound, logged, timer
        self._frontier = Frontier()

    def run(self, progress: Callable[[Counts, int], None]) -> None:
        """Walk until nothing is left or the bound is met; ``progress`` is told after each state."""
        began = self._timer()
        self._meet(self.graph.add(self.stage.beginning)[0])
        while self._frontier and not self.cut_short:
            self._visit(*self._frontier.pop())
            self.counts.seconds = self._timer() - began
            self._heed_bound()
            progress(self.counts, len(self._frontier))
        for fault, snapshot in (*traps(self.graph), *self._answers.faults()):
            self.findings.add(fault, snapshot.moves, self.graph.key(snapshot))

    @property
    def pairs(self) -> tuple[int, int]:
        """How many questions were met, and how many pairs of a question and an intent."""
        return self._choice.pairs()

    @property
    def is_complete(self) -> bool:
        """Whether every move was made from every state that can be reached."""
        return self.counts.complete == self.counts.states

    def turn(self, move: Move) -> Turn:
        """Make a move from where the stage stands."""
        before = self.stage.snapshot
        self._logged.take()
        result = self.stage.play(move)
        self.counts.turns += 1
        return Turn(before, move, result, self.stage.snapshot, self._logged.take())

    def faults(self, turn: Turn) -> list[Fault]:
        """What is wrong with a turn."""
        return [*turn_faults(turn), *back_faults(turn, self.graph)]

    def _visit(self, node: Node, is_first: bool) -> None:
        menu = self._menu.moves(node)
        self.counts.visited += not node.made
        self.handled.begin()
        for move in self._choice.choose(node, menu, is_first=is_first):
            self._try(node, move)
            node.made.add(move)
        node.complete = len(node.made) == len(menu)
        self.counts.complete += node.complete
        if not node.complete:
            self._frontier.push(node)

    def _try(self, node: Node, move: Move) -> None:
        self.stage.put_back(node.snapshot)
        turn = self.turn(move)
        target, is_new = self.graph.add(turn.after, node.key)
        if is_new:
            self._meet(target)
        if move.leads_on and not turn.failed:
            node.leads_to.add(END if turn.ends_well else target.key)
        self.handled.add(turn, target.key)
        self._answers.add(turn)
        for fault in self.faults(turn):
            self.findings.add(fault, turn.after.moves)

    def _meet(self, node: Node) -> None:
        self.counts.states += 1
        if node.depth < self._bound.depth:
            self._frontier.push(node)

    def _heed_bound(self) -> None:
        if self.counts.visited >= self._bound.states:
            self.cut_short = f"{self._bound.states} states"
        elif self.counts.seconds >= self._bound.seconds:
            self.cut_short = f"{self._bound.seconds:g} seconds"
