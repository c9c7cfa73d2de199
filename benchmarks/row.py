"""A line of the table: one comparison, its figures, and whether it is as good as we want it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Literal

from benchmarks.interleave import Ratio, ratio

Of = Literal["ratio", "instructions", "ours"]


@dataclass(frozen=True)
class Target:
    """What is wanted of the ratio of the measured figures, of that of the instructions, or of our figure alone."""

    limit: float
    of: Of = "ratio"
    at_least: bool = False

    def __str__(self) -> str:
        compared = "at least" if self.at_least else "at most"
        return f"{compared} {self.limit:g}" + (" in instructions" if self.of == "instructions" else "")


@dataclass(frozen=True)
class Row:
    """``what`` is compared with ``baseline`` in a ``unit``; ``ours`` and ``theirs`` are the medians of both.

    ``instructions`` are millions, ours and theirs. ``missing`` says why nothing was measured.
    """

    measure: str
    what: str
    baseline: str = ""
    unit: str = ""
    ratio: Ratio | None = None
    ours: float | None = None
    theirs: float | None = None
    instructions: tuple[float, float] | None = None
    target: Target | None = None
    missing: str = ""

    @property
    def instructions_ratio(self) -> float | None:
        """Our instructions for one of theirs."""
        return self.instructions[0] / self.instructions[1] if self.instructions else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without a target, or when what it is about was not measured."""
        if self.target is None:
            return None
        figures = {
            "ratio": self.ratio.median if self.ratio else None,
            "instructions": self.instructions_ratio,
            "ours": self.ours,
        }
        figure = figures[self.target.of]
        if figure is None:
            return None
        return figure >= self.target.limit if self.target.at_least else figure <= self.target.limit

    def as_json(self) -> dict[str, Any]:
        """All of it for a machine to read."""
        reached = {"instructions_ratio": self.instructions_ratio, "met": self.met}
        named = {"ratio": self.ratio._asdict() if self.ratio else None, "target": str(self.target or "")}
        return asdict(self) | reached | named


def compared(
    measure: str,
    what: tuple[str, str],
    unit: str,
    ours: Sequence[float],
    theirs: Sequence[float],
    *,
    instructions: tuple[float, float] | None = None,
    target: Target | None = None,
) -> Row:
    """The row of two sides that were measured in turn; ``what`` names ours and theirs."""
    return Row(
        measure,
        *what,
        unit,
        ratio(ours, theirs),
        ours=median(ours),
        theirs=median(theirs),
        instructions=instructions,
        target=target,
    )
