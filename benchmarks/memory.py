"""(c) The most memory that a process has by the end of its first turn."""

from benchmarks.bench import Bench
from benchmarks.interleave import interleaved
from benchmarks.row import Row, Target, compared
from benchmarks.starts import (
    DYNAMODB,
    FIRST_TURNS,
    HELLO,
    MEMORY,
    SQLITE,
    STANDARD_HELLO,
    STANDARD_MISSING,
    starts,
)

MEASURE = "c peak memory"
TARGET = Target(1.0)


def measure(bench: Bench) -> list[Row]:
    """A row for each of our stores and each hello world, for either first turn."""
    rows = []
    for first_turn, told in FIRST_TURNS.items():
        with starts(bench, first_turn) as sides:
            peaks = interleaved({name: side.peak_megabytes for name, side in sides.items()}, bench.pairs)
        for baseline in (HELLO, STANDARD_HELLO):
            for ours in (MEMORY, SQLITE, DYNAMODB):
                names = f"{ours}, {told}", baseline
                if baseline in peaks:
                    target = TARGET if baseline == HELLO else None
                    rows.append(compared(MEASURE, names, "MB", peaks[ours], peaks[baseline], target=target))
                else:
                    rows.append(Row(MEASURE, *names, missing=STANDARD_MISSING))
    return rows
