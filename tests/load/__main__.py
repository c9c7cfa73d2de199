"""``python -m tests.load --store sqlite|dynamodb --minutes M --people N``: prints what came of it.

Ends with 1 when an answer was missing or another than the skill gives, a record was lost or mixed up, or the workers
kept growing. Every request is signed, and everything is on the loopback.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from skill.lean import lighten, settle

lighten()

from tests.load.places import KINDS  # noqa: E402 - it loads Amazon's SDK, which has to be made light first
from tests.load.run import Found, Load, load  # noqa: E402
from tests.load.talks import can_be_said_today, recorded  # noqa: E402
from tests.load.tally import MOST_TOLD  # noqa: E402
from tests.scripts.script import all_scripts  # noqa: E402

MOST_GROWING = 100
"""Kilobytes a minute, of each worker. What leaks a hundred bytes a turn grows faster under the usual load."""
LONG_MINUTES = 5
"""In less, a worker is not warm yet, and its growth is told and not judged."""


def main() -> int:
    """Load and tell."""
    options = _options()
    said_today = [script for script in all_scripts() if can_be_said_today(script)]
    chosen = random.Random(options.seed).sample(said_today, min(options.talks, len(said_today)))
    talks = recorded(chosen)
    settle()
    households = max(1, options.people // 10)
    how = Load(options.minutes * 60, options.people - households, households, options.workers, options.pause)
    _print(
        f"{len(talks)} talks are told by {options.people} at a time, to {options.workers} workers, {options.store}"
    )
    with tempfile.TemporaryDirectory(prefix="load-") as folder:
        found = load(options.store, Path(folder), talks, how)
    _print(told(found))
    return 1 if found.tally.failed or found.tally.wrong or _grows(found, options.minutes) else 0


def told(found: Found) -> str:
    """What came of it, for a person to read."""
    tally, took = found.tally, found.tally.latencies()
    statuses = ", ".join(f"{count} x {status or 'no answer'}" for status, count in tally.statuses.items())
    done = ", ".join(f"{count} {what}" for what, count in sorted(tally.done.items()))
    lines = [
        f"{tally.turns} turns in {found.seconds:.0f} s ({tally.turns / found.seconds:.0f} a second): {statuses}",
        f"{found.spoke} people and households; {done}",
        f"answers: p50 {took.p50:.1f} ms, p95 {took.p95:.1f}, p99 {took.p99:.1f}, longest {took.longest:.0f}",
        f"memory: a worker has {found.watch.most()} KB at most, and grows {found.watch.slope():.0f} KB a minute",
        *_over_time(found),
        f"wrong: {len(tally.wrong)}",
        *tally.wrong[:MOST_TOLD],
    ]
    return "\n".join(lines)


def _over_time(found: Found) -> list[str]:
    """The workers' memory at ten moments."""
    samples = found.watch.samples
    some = samples[:: max(1, len(samples) // 10)]
    return [f"  {sample.seconds:4.0f} s: {' '.join(map(str, sample.kilobytes.values()))} KB" for sample in some]


def _grows(found: Found, minutes: float) -> bool:
    return minutes >= LONG_MINUTES and found.watch.slope() > MOST_GROWING


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--store", choices=KINDS, required=True)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--people", type=int, default=60, help="who talk at a time; a tenth are households of two")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pause", type=float, default=0.2, help="seconds that somebody thinks, on average")
    parser.add_argument("--talks", type=int, default=100, help="how many scripts there are to choose from")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
