"""One kind of warm turn on one side, in a process of its own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from benchmarks import callgrind
from benchmarks.bench import Bench
from benchmarks.plans import Plan
from benchmarks.process import ProgramFailed
from simulator.envelope import Json

TURNS = 150
QUICK_TURNS = 30
COUNTED_TURNS = 4
"""Under callgrind as many, and as many again: the difference is the turns alone."""
_TURN_KEY = "BENCH_ANSWER"


class Turn(NamedTuple):
    """What a turn takes, in milliseconds."""

    wall_ms: float
    cpu_ms: float


@dataclass(frozen=True)
class Turns:
    """A side: the module with its handler, and the plan that leads to the turn.

    ``remembers``: it has a store, which must know what came before. ``folders`` come first on its path.
    """

    bench: Bench
    name: str
    module: str
    plan: Plan
    more: Mapping[str, str] = field(default_factory=dict)
    folders: tuple[Path, ...] = ()
    remembers: bool = True
    answers_as_we_do: bool = True
    turns: int = TURNS

    def run(self) -> Turn:
        """A process in which the turn is taken many times; what one of them took.

        Raises ``ProgramFailed`` when a side that is to answer as our skill does says something else.
        """
        turns = min(self.turns, QUICK_TURNS) if self.bench.quick else self.turns
        self.bench.run(self._command(turns, turns), self._environment())
        took = json.loads(self._result.read_text(encoding="ascii"))
        if self.answers_as_we_do and not same(took["answer"], self.plan.answer):
            raise ProgramFailed(f"the side {self.name} does not answer the turn as our skill does")
        return Turn(took["wall_ms"], took["cpu_ms"])

    def instructions(self) -> float:
        """Millions of instructions of one turn."""
        once, twice = (
            callgrind.instructions(self._command(turns, 2 * COUNTED_TURNS), self._environment(), self.bench.repeats)
            for turns in (COUNTED_TURNS, 2 * COUNTED_TURNS)
        )
        return (twice - once) / COUNTED_TURNS

    @property
    def _result(self) -> Path:
        return self.bench.scratch / "turns"

    def _environment(self) -> dict[str, str]:
        answer = self.bench.save("answer.json", self.plan.answer)
        store = {"CASE_COMPASS_STORE": "memory", _TURN_KEY: str(answer)}
        return self.bench.environment({**store, **self.more}, *self.folders)

    def _command(self, turns: int, made: int) -> list[str]:
        plan = self.plan if self.remembers else self.plan._replace(before={})
        file = self.bench.save(f"{self.name}.json", plan.as_json())
        return self.bench.command("turns.py", self.module, file, turns, made, self._result)


def same(answer: Json, expected: Json) -> bool:
    """Whether two answers put the same on the card and ask the same; how it is said may differ."""
    pairs = (
        (answer["response"].get("card"), expected["response"].get("card")),
        (answer["sessionAttributes"].get("turn"), expected["sessionAttributes"].get("turn")),
    )
    return all(ours == theirs for ours, theirs in pairs)
