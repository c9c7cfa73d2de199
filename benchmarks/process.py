"""Running a program to its end, and what that took."""

import os
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import NamedTuple

from skill.errors import CaseCompassError

_THOUSAND = 1000
_TOLD = 2000


class ProgramFailed(CaseCompassError):  # noqa: N818 - as the errors of the skill are named
    """A program that was to be measured did not end well; says which one and what it wrote."""


class Spent(NamedTuple):
    """What a whole process took, from its start to its end, in milliseconds."""

    wall_ms: float
    cpu_ms: float


def run(command: Sequence[str], environment: Mapping[str, str], *, seconds: float = 120) -> tuple[Spent, str]:
    """Run a command in this environment and no other; returns what it took and its standard error.

    Raises ``ProgramFailed`` when it ends with another status than 0, or is not over within ``seconds``.
    """
    with tempfile.TemporaryFile() as errors:
        began = perf_counter()
        process = subprocess.Popen(  # noqa: S603 - commands of our own
            command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = perf_counter() - began
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        wrote = errors.read().decode(errors="replace")
    if process.returncode:
        raise ProgramFailed(f"{' '.join(command)} ended with {process.returncode}: {wrote[-_TOLD:]}")
    return Spent(wall * _THOUSAND, (used.ru_utime + used.ru_stime) * _THOUSAND), wrote
