"""Throwing inputs at the doors, one after another, and watching what comes back and what the process grows to."""

import gc
import logging
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.fuzz.doors import Door, Outcome, nobody_is_called
from tests.fuzz.expected import faults
from tests.fuzz.findings import Finding
from tests.fuzz.inputs import Input, any_input
from tests.fuzz.logs import Watcher
from tests.fuzz.session import last_attributes
from tests.fuzz.summary import Summary

if TYPE_CHECKING:
    from simulator.envelope import Json

LOOK_EVERY = 100
"""Inputs between two looks at the memory."""
TELL_EVERY = 1_000
MOST_ALIKE = 3
"""Findings with the same words that are kept; the others are counted."""
_PAGE_KB = 4
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def run(doors: dict[str, Door], inputs: int, seed: int) -> Iterator[Summary]:
    """The summary as it grows: after each thousand inputs, and at the end."""
    chance, summary, began = Random(seed), Summary(), time.monotonic()
    last: Json | None = None
    with nobody_is_called(), watched() as watcher:
        summary.faults, summary.refused = watcher.faults, watcher.refused
        while summary.inputs < inputs:
            thrown = any_input(chance, last)
            for name, door in doors.items():
                watcher.begin()
                outcome = door.knock(thrown)
                _note(summary, name, thrown, outcome, watcher)
                if not watcher.errors:  # with an apology the attributes go back as they came
                    last = last_attributes(outcome.answer) or last
            summary.inputs += 1
            if summary.inputs % LOOK_EVERY == 0:
                _look(summary)
            if summary.inputs % TELL_EVERY == 0 or summary.inputs == inputs:
                summary.seconds = time.monotonic() - began
                yield summary


def _note(summary: Summary, name: str, thrown: Input, outcome: Outcome, watcher: Watcher) -> None:
    summary.statuses[f"{name} {outcome.status}"] += 1
    summary.slowest = max(summary.slowest, outcome.seconds)
    for place in watcher.new_faults:
        summary.apologies.append(Finding(name, place, thrown))
    told = [*faults(thrown, outcome, watcher)]
    if told:
        says = "; ".join(told)
        kind = f"{name}: {_NUMBER.sub('#', says)[:120]}"
        summary.found[kind] += 1
        if summary.found[kind] <= MOST_ALIKE:
            summary.findings.append(Finding(name, says, thrown))


def _look(summary: Summary) -> None:
    gc.collect()
    summary.kilobytes.append(_resident_kilobytes())


def _resident_kilobytes() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE_KB


@contextmanager
def watched() -> Iterator[Watcher]:
    """The root logger with nobody listening but the watcher."""
    watcher, root = Watcher(), logging.getLogger()
    before, level = root.handlers[:], root.level
    root.handlers[:] = [watcher]
    root.setLevel(logging.INFO)
    try:
        yield watcher
    finally:
        root.handlers[:] = before
        root.setLevel(level)
