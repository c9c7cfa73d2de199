"""Instructions, as valgrind's callgrind counts them: they repeat to a thousandth where times do not."""

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from statistics import median

from benchmarks.process import ProgramFailed, run

MISSING = "valgrind is missing: run tools/install_program.sh valgrind"
SECONDS = 600
"""Under callgrind a program runs fifty times as long."""

_COLLECTED = re.compile(r"Collected\s*:\s*(\d+)")
_MILLION = 1_000_000
# The order of sets and so the work on them depends on it; a fixed seed makes counts repeat.
_SEED = {"PYTHONHASHSEED": "0"}


def available() -> bool:
    """Whether valgrind is installed."""
    return shutil.which("valgrind") is not None


def instructions(
    command: Sequence[str],
    environment: Mapping[str, str],
    repeats: int,
    before: Callable[[], object] = lambda: None,
) -> float:
    """The median of the instructions that the whole process takes, in millions; ``before`` is called for each run."""
    return median(_once(command, environment, before) for _ in range(repeats))


def _once(command: Sequence[str], environment: Mapping[str, str], before: Callable[[], object]) -> float:
    before()
    watched = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    _, wrote = run(watched, {**environment, **_SEED}, seconds=SECONDS)
    counts = _COLLECTED.findall(wrote)
    if not counts:
        raise ProgramFailed(f"callgrind counted nothing: {wrote[-500:]}")
    return int(counts[-1]) / _MILLION
