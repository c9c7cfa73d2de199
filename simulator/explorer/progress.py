"""A line at the terminal that says how far an exploration has come."""

import time
from collections.abc import Callable
from typing import TextIO

from simulator.explorer.bound import Bound
from simulator.explorer.explorer import Counts

WIDTH = 30
OFTEN = 0.2
"""Seconds between two updates."""


class Progress:
    """Draws a bar on a terminal, and nothing anywhere else."""

    def __init__(
        self, stream: TextIO, bound: Bound, locale: str, timer: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream if stream.isatty() else None
        self._bound = bound
        self._locale = locale
        self._timer = timer
        self._drawn = float("-inf")

    def __call__(self, counts: Counts, waiting: int) -> None:
        """Say how far it is, unless that was said a moment ago."""
        if self._stream and self._timer() - self._drawn >= OFTEN:
            self._drawn = self._timer()
            self._stream.write(f"\r{self._bar(counts, waiting)}\x1b[K")
            self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._stream:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _bar(self, counts: Counts, waiting: int) -> str:
        done = max(counts.visited / self._bound.states, counts.seconds / self._bound.seconds)
        full = round(WIDTH * min(done, 1.0))
        told = f"{counts.states} states, {waiting} waiting, {counts.turns} turns"
        return f"{self._locale} [{'#' * full}{'.' * (WIDTH - full)}] {told}"
