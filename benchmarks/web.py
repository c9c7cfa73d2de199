"""(d) The web door under load: signed turns of many people, on the production server.

The requests are signed afresh for every round, since they are good for two and a half minutes. The sides are our
door, the SDK's adapter with our verifier and our skill, and an application that reads the body and sends a ready
answer. No store keeps anything: every request is the third turn of its talk, and no disk is measured.
"""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack

from benchmarks import load
from benchmarks.bench import Bench
from benchmarks.interleave import interleaved
from benchmarks.load import Loaded, write_requests
from benchmarks.plans import usual
from benchmarks.process import ProgramFailed
from benchmarks.row import Row, Target, compared
from benchmarks.served import Served, served
from benchmarks.signing import save, signed_requests
from benchmarks.turns import same
from benchmarks.web_others import ANSWER, SIGNED
from tests.web.signing import Signer

MEASURE = "d web door"
OURS, STOCK, CONSTANT = "ours", "flask-ask-sdk's adapter, our verifier", "the same server answering a constant"
SIDES = {OURS: "ours", STOCK: "stock", CONSTANT: "constant"}
UNITS = {"per_second": "requests/s", "cpu_ms": "ms of CPU", "p50_ms": "ms, p50", "p99_ms": "ms, p99"}
TARGETS = {("per_second", STOCK): Target(2.5, at_least=True), ("p99_ms", STOCK): Target(0.5)}
SECONDS, QUICK_SECONDS = 4, 1


def measure(bench: Bench) -> list[Row]:
    """Throughput, processor, and how long half and all but a hundredth of the requests waited."""
    if not load.available():
        return [Row(MEASURE, OURS, baseline, missing=load.MISSING) for baseline in (STOCK, CONSTANT)]
    signer = Signer()
    save(signer, bench.scratch / "web.json")
    answer = bench.save("web-answer.json", usual().answer)
    environment = {SIGNED: str(bench.scratch / "web.json"), ANSWER: str(answer)}
    with ExitStack() as ends:
        running = {
            name: ends.enter_context(served(side, environment, bench.scratch / f"{side}.log"))
            for name, side in SIDES.items()
        }
        _check(running, signer)
        loaded = _loaded(bench, running, signer)
    return [_row(unit, baseline, loaded[OURS], loaded[baseline]) for baseline in (STOCK, CONSTANT) for unit in UNITS]


def _check(running: Mapping[str, Served], signer: Signer) -> None:
    """Whether every side answers as our skill does: an apology would be quicker."""
    request = next(signed_requests(signer))
    for name, server in running.items():
        if not same(load.answer(server.port, request), usual().answer):
            raise ProgramFailed(f"{name}: it does not answer the turn as our skill does")


def _loaded(bench: Bench, running: Mapping[str, Served], signer: Signer) -> dict[str, list[Loaded]]:
    requests = bench.scratch / "requests"
    seconds = QUICK_SECONDS if bench.quick else SECONDS

    def under_load(server: Served) -> Loaded:
        write_requests(signed_requests(signer), requests)
        return load.load(server.port, requests, seconds, server.process)

    return interleaved({name: lambda at=at: under_load(at) for name, at in running.items()}, bench.pairs)  # type: ignore[misc]


def _row(unit: str, baseline: str, ours: Sequence[Loaded], theirs: Sequence[Loaded]) -> Row:
    figures, others = ([float(getattr(one, unit)) for one in side] for side in (ours, theirs))
    target = TARGETS.get((unit, baseline))
    return compared(MEASURE, (OURS, baseline), UNITS[unit], figures, others, target=target)
