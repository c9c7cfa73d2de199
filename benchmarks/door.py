"""(d) One signed request at the door, in process: what remains of the web door when socket and server are gone."""

from benchmarks.bench import Bench
from benchmarks.interleave import interleaved
from benchmarks.plans import usual
from benchmarks.process import ProgramFailed
from benchmarks.row import Row, compared
from benchmarks.signed_program import SIGNED, SignedProgram
from benchmarks.signing import save
from benchmarks.turns import same
from tests.web.signing import Signer

MEASURE = "d door in process"
OURS, STOCK = "ours", "flask-ask-sdk's adapter, our verifier"
TIMES, COUNTED_TIMES = 300, 5


def measure(bench: Bench) -> list[Row]:
    """One row."""
    save(Signer(), bench.scratch / SIGNED)
    sides = {
        name: SignedProgram(bench, "door_calls", side, TIMES, COUNTED_TIMES)
        for name, side in {OURS: "ours", STOCK: "stock"}.items()
    }
    for name, side in sides.items():
        if not same(side.result(1)["answer"], usual().answer):
            raise ProgramFailed(f"{name}: it does not answer the turn as our skill does")
    took = interleaved({name: side.run for name, side in sides.items()}, bench.pairs)
    both = (sides[OURS].instructions(), sides[STOCK].instructions()) if bench.repeats else None
    ours, theirs = ([one.cpu_ms for one in took[name]] for name in (OURS, STOCK))
    return [compared(MEASURE, (OURS, STOCK), "ms of CPU", ours, theirs, instructions=both)]
