"""``python -m benchmarks``: a table of ratios, all of them measured in this run.

Each side of a ratio runs in turn with the other, on this machine, in the same minutes, so a ratio says something
where milliseconds do not. Instructions, counted by callgrind, stand beside them: the machine's mood hardly touches
them.
Nothing but the loopback is contacted. ``--quick`` tells in minutes whether it works, and nothing else.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic

from benchmarks import cold, door, growth, memory, stores, verification, warm, web
from benchmarks.bench import Bench
from benchmarks.row import Row
from benchmarks.table import markdown, write
from benchmarks.task import ROOT
from skill.errors import CaseCompassError

MEASURES: Mapping[str, Callable[[Bench], list[Row]]] = {
    "cold": cold.measure,
    "warm": warm.measure,
    "memory": memory.measure,
    "web": web.measure,
    "door": door.measure,
    "verification": verification.measure,
    "stores": stores.measure,
    "growth": growth.measure,
}
RESULTS = ROOT / ".work" / "bench"


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table, write it; returns 1 when ``--gate`` is given and a target is missed."""
    options = _parser().parse_args(arguments)
    rows: list[Row] = []
    for name in options.only:
        # Each in a folder of its own, so that none finds what another left.
        with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
            rows += _measured(name, _bench(Path(scratch), options))
        write(rows, options.output)
    print(markdown(rows))
    missed = [row for row in rows if row.met is False]
    print(f"{sum(row.met is True for row in rows)} targets met, {len(missed)} missed. Also in {options.output}.")
    return 1 if options.gate and missed else 0


def _bench(scratch: Path, options: argparse.Namespace) -> Bench:
    pairs, repeats = (2, 1) if options.quick else (11, 3)
    return Bench(scratch, pairs=options.pairs or pairs, repeats=options.repeats or repeats, quick=options.quick)


def _measured(name: str, bench: Bench) -> list[Row]:
    """The rows of a measure, or one that says why there are none."""
    began = monotonic()
    try:
        rows = MEASURES[name](bench)
    except CaseCompassError as wrong:
        rows = [Row(name, "could not be measured", missing=str(wrong).replace("\n", " "))]
    print(f"{name} took {monotonic() - began:.0f} seconds", file=sys.stderr, flush=True)
    return rows


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure, as ratios.")
    parser.add_argument("--only", type=_names, default=list(MEASURES), help=f"some of {','.join(MEASURES)}")
    parser.add_argument("--pairs", type=int, help="pairs of times for each ratio (11)")
    parser.add_argument("--repeats", type=int, help="how often instructions are counted (3)")
    parser.add_argument("--quick", action="store_true", help="two pairs, and short ones: to see that it works")
    parser.add_argument("--gate", action="store_true", help="exit with 1 when a target is missed")
    parser.add_argument("--output", type=Path, default=RESULTS, help="the folder for table.md and table.json")
    return parser


def _names(given: str) -> list[str]:
    names = given.split(",")
    for name in names:
        if name not in MEASURES:
            raise argparse.ArgumentTypeError(f"there is no measure {name!r}: choose from {', '.join(MEASURES)}")
    return names


if __name__ == "__main__":
    sys.exit(main())
