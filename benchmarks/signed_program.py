"""A program that is given a signed request, in a process of its own, with the project's packages."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import callgrind
from benchmarks.bench import Bench
from benchmarks.task import ROOT
from benchmarks.turns import Turn

SIGNED = "signed.json"
_ENVIRONMENT = {"PYTHONPATH": str(ROOT)}


@dataclass(frozen=True)
class SignedProgram:
    """``program`` of benchmarks/programs and one ``side`` of it; timed over ``times``, counted over ``few``."""

    bench: Bench
    program: str
    side: str
    times: int
    few: int

    def run(self) -> Turn:
        """What once takes."""
        took = self.result(self.times // 10 if self.bench.quick else self.times)
        return Turn(took["wall_ms"], took["cpu_ms"])

    def instructions(self) -> float:
        """Millions of instructions of once."""
        once, twice = (
            callgrind.instructions(self._command(times), _ENVIRONMENT, self.bench.repeats)
            for times in (self.few, 2 * self.few)
        )
        return (twice - once) / self.few

    def result(self, times: int, *more: str) -> dict[str, Any]:
        """What the program writes."""
        self.bench.run(self._command(times, *more), _ENVIRONMENT)
        found: dict[str, Any] = json.loads(self._result.read_text(encoding="utf-8"))
        return found

    @property
    def _result(self) -> Path:
        return self.bench.scratch / "signed-result"

    def _command(self, times: int, *more: str) -> list[str]:
        program = [sys.executable, "-m", f"benchmarks.programs.{self.program}", self.side]
        return [*program, str(self.bench.scratch / SIGNED), str(times), str(self._result), *more]
