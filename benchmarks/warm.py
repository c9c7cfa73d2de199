"""(b) A turn through the handler of a process that has answered before.

The request is an Echo Show's, of seven kilobytes, with three resolved slots and our record in its session; the
answer has a card. The same turn goes through the same skill on the SDK as it comes, and through the SDK alone, which
is given the answer ready-made; hello world greets.
"""

from benchmarks.bench import Bench
from benchmarks.interleave import interleaved
from benchmarks.plans import usual
from benchmarks.row import Row, Target, compared
from benchmarks.turns import Turns

MEASURE = "b warm turn"
OURS = "ours"
TARGETS = {"the same skill on the stock SDK": Target(0.3)}


def measure(bench: Bench) -> list[Row]:
    """Rows of processor and of wall time for each side that ours is compared with."""
    plan = usual()
    sides = {
        OURS: Turns(bench, "ours", "lambda_function", plan),
        "the same skill on the stock SDK": Turns(bench, "unlightened", "benchmarks.programs.unlightened", plan),
        "the stock SDK alone, with our answer ready": Turns(
            bench, "carrier", "benchmarks.programs.carrier", plan, remembers=False
        ),
        "hello world": Turns(
            bench, "hello", "benchmarks.programs.hello", plan, remembers=False, answers_as_we_do=False
        ),
    }
    took = interleaved({name: side.run for name, side in sides.items()}, bench.pairs)
    counted = {name: side.instructions() for name, side in sides.items()} if bench.repeats else {}
    rows = []
    for baseline in list(sides)[1:]:
        both = (counted[OURS], counted[baseline]) if counted else None
        for unit in ("cpu_ms", "wall_ms"):
            ours, theirs = ([float(getattr(one, unit)) for one in took[name]] for name in (OURS, baseline))
            target = TARGETS.get(baseline)
            names, said = ("a turn with three slots and a card", baseline), _UNITS[unit]
            rows.append(compared(MEASURE, names, said, ours, theirs, instructions=both, target=target))
            both = None
    return rows


_UNITS = {"cpu_ms": "ms of CPU", "wall_ms": "ms"}
