"""(a) From the start of a process to the end of its first turn."""

from collections.abc import Mapping, Sequence

from benchmarks.bench import Bench
from benchmarks.interleave import interleaved
from benchmarks.process import Spent
from benchmarks.row import Row, Target, compared
from benchmarks.starts import (
    DYNAMODB,
    FIRST_TURNS,
    HELLO,
    MEMORY,
    SQLITE,
    STANDARD_HELLO,
    STANDARD_MISSING,
    Start,
    starts,
)
from benchmarks.task import RUNTIME, has

MEASURE = "a cold start"
TARGETS = {
    (MEMORY, HELLO): Target(0.95, "instructions"),
    (SQLITE, HELLO): Target(0.95, "instructions"),
    (DYNAMODB, HELLO): Target(1.0, "instructions"),
}
BOOTSTRAP = "awslambdaric.bootstrap"


def measure(bench: Bench) -> list[Row]:
    """A row for each of our stores and each hello world, for either first turn."""
    rows = []
    for first_turn, told in FIRST_TURNS.items():
        with starts(bench, first_turn) as sides:
            rows += _rows(sides, told, bench)
            if first_turn == "launch" and has(RUNTIME):
                rows += _beyond_the_runtime(sides, bench)
    return rows


def _rows(sides: Mapping[str, Start], told: str, bench: Bench) -> list[Row]:
    spent = interleaved({name: side.run for name, side in sides.items()}, bench.pairs)
    counted = {name: side.instructions() for name, side in sides.items()} if bench.repeats else {}
    return [
        _row(f"{ours}, {told}", (ours, baseline), spent, counted)
        for baseline in (HELLO, STANDARD_HELLO)
        for ours in (MEMORY, SQLITE, DYNAMODB)
    ]


def _row(what: str, pair: tuple[str, str], spent: Mapping[str, Sequence[Spent]], counted: Mapping[str, float]) -> Row:
    ours, baseline = pair
    if baseline not in spent:
        return Row(MEASURE, what, baseline, missing=STANDARD_MISSING)
    ours_ms, theirs_ms = ([one.cpu_ms for one in spent[name]] for name in pair)
    both = (counted[ours], counted[baseline]) if counted else None
    return compared(
        MEASURE, (what, baseline), "ms of CPU", ours_ms, theirs_ms, instructions=both, target=TARGETS.get(pair)
    )


def _beyond_the_runtime(sides: Mapping[str, Start], bench: Bench) -> list[Row]:
    """What is added to a process in which AWS's own runtime client is loaded already, as it is on Lambda."""
    after = {name: _after(sides[name]) for name in (MEMORY, DYNAMODB, HELLO)}
    after["nothing"] = Start(bench, "-", sides[HELLO].event, first=(BOOTSTRAP,))
    spent = interleaved({name: side.run for name, side in after.items()}, bench.pairs)
    counted = {name: side.instructions() for name, side in after.items()} if bench.repeats else {}
    more_ms = {
        name: [one.cpu_ms - floor.cpu_ms for one, floor in zip(spent[name], spent["nothing"], strict=True)]
        for name in after
    }
    rows = []
    for ours in (MEMORY, DYNAMODB):
        both = (counted[ours] - counted["nothing"], counted[HELLO] - counted["nothing"]) if counted else None
        what = f"{ours}, beyond the start of Lambda's own runtime client"
        rows.append(compared(MEASURE, (what, HELLO), "ms of CPU", more_ms[ours], more_ms[HELLO], instructions=both))
    return rows


def _after(side: Start) -> Start:
    return Start(side.bench, side.module, side.event, side.more, side.before, (BOOTSTRAP,))
