"""What a run saw, as figures and as text."""

from collections import Counter
from dataclasses import dataclass, field
from statistics import median

from tests.fuzz.findings import Finding

MOST_GROWN_KB = 8 * 1024


@dataclass
class Summary:
    """What a run saw.

    ``found`` counts what was wrong by its words, ``findings`` are the first few inputs of each. ``apologies`` are the
    first inputs that the skill apologised for, one for each kind and place of exception: no fault as such, but worth
    a look; ``faults`` counts them. ``kilobytes`` is the resident memory of the process, looked at again and again.
    """

    inputs: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    apologies: list[Finding] = field(default_factory=list)
    kilobytes: list[int] = field(default_factory=list)
    slowest: float = 0.0
    seconds: float = 0.0

    @property
    def grown_kilobytes(self) -> int:
        """How much more the process usually holds in the last third than in the one before.

        By then caches and pools have what they will have. A few large inputs leave their mark in the pools for a
        while, so that single looks say little.
        """
        third = len(self.kilobytes) // 3
        if not third:
            return 0
        return int(median(self.kilobytes[-third:]) - median(self.kilobytes[-2 * third : -third]))


def told(summary: Summary) -> str:
    """The summary as text."""
    lines = [
        f"{summary.inputs} inputs in {summary.seconds:.0f} s; the slowest took {summary.slowest:.3f} s of CPU",
        f"memory: {summary.grown_kilobytes} KB more in the last third, {summary.kilobytes[-1:]} KB at the end",
        f"answers: {dict(summary.statuses.most_common())}",
        f"refused for: {dict(summary.refused.most_common())}",
        f"findings: {summary.found.total()}",
        *(f"  {count:7} {kind}" for kind, count in summary.found.most_common()),
        "apologised for:",
        *(f"  {count:7} {place}" for place, count in summary.faults.most_common()),
    ]
    return "\n".join(lines)
