"""The page's server as its own process, as a person starts it."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import Self

PROJECT = Path(__file__).parents[2]
NOW = "2026-11-23T15:00:00Z"
"""A Monday, ten in the morning in New York."""
SLOWEST_START = 30.0


class PageServer:
    """A running server; ``url`` ends with a slash. What it keeps is in memory and gone when it stops."""

    def __init__(self, port: int = 0, now: str = NOW) -> None:
        command = [sys.executable, "-m", "simulator", "page", "--port", str(port), "--now", now]
        # A file takes whatever is written: a pipe that nobody reads would fill up and stop the server.
        with TemporaryFile() as errors:
            self._process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=errors, text=True)
            self.url = self._first_line()
            if not self.url:
                self.stop()
                errors.seek(0)
                raise AssertionError(f"the server did not start: {errors.read().decode()}")

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.url.rstrip("/").rpartition(":")[2])

    def stop(self) -> None:
        """End it, and wait until it is gone."""
        self._process.terminate()
        self._process.communicate(timeout=SLOWEST_START)

    def _first_line(self) -> str:
        patience = Timer(SLOWEST_START, self._process.kill)
        patience.start()
        try:
            assert self._process.stdout
            return self._process.stdout.readline().strip()
        finally:
            patience.cancel()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
