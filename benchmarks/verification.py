"""(d) Verification alone, compared with one bare verification of an RSA signature over the same body."""

from benchmarks.bench import Bench
from benchmarks.interleave import interleaved
from benchmarks.row import Row, Target, compared
from benchmarks.signed_program import SIGNED, SignedProgram
from benchmarks.signing import save
from tests.web.signing import Signer

MEASURE = "d verification"
SIGNATURE, WHOLE = "ours: headers, address, known key, signature", "ours, with the envelope read and checked"
BARE = "a bare RSA verification"
SIDES = {SIGNATURE: "signature", WHOLE: "whole", BARE: "rsa"}
TARGETS = {SIGNATURE: Target(1.5)}
NONE = Target(0, "ours")
TIMES, COUNTED_TIMES = 3000, 20
WATCHED = 1000


def measure(bench: Bench) -> list[Row]:
    """The ratios, and the proof that a warm request fetches nothing and looks at no certificate."""
    save(Signer(), bench.scratch / SIGNED)
    sides = {name: SignedProgram(bench, "verifications", side, TIMES, COUNTED_TIMES) for name, side in SIDES.items()}
    took = interleaved({name: side.run for name, side in sides.items()}, bench.pairs)
    counted = {name: side.instructions() for name, side in sides.items()} if bench.repeats else {}
    rows = []
    for name in (SIGNATURE, WHOLE):
        both = (counted[name], counted[BARE]) if counted else None
        ours, theirs = ([one.cpu_ms for one in took[which]] for which in (name, BARE))
        target = TARGETS.get(name)
        rows.append(compared(MEASURE, (name, BARE), "ms of CPU", ours, theirs, instructions=both, target=target))
    watched = sides[WHOLE].result(WATCHED, "count")
    return [
        *rows,
        _none(f"chains fetched by {WATCHED} warm requests", watched["fetches"]),
        _none(f"certificates read or validated by {WATCHED} warm requests", watched["certificates"]),
    ]


def _none(what: str, found: float) -> Row:
    return Row(MEASURE, what, unit="count", ours=found, target=NONE)
