"""The memory of the service's workers while it runs, and whether it grows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean
from threading import Event, Thread
from time import monotonic
from typing import NamedTuple

SAMPLE_SECONDS = 1.0


class Sample(NamedTuple):
    """Seconds since the beginning, and the resident memory of each worker in kilobytes."""

    seconds: float
    kilobytes: dict[int, int]


class Watch:
    """Samples that were taken so far."""

    def __init__(self, server: int) -> None:
        self._server = server
        self._over = Event()
        self.samples: list[Sample] = []

    def most(self) -> int:
        """The most that one worker ever had."""
        return max((max(sample.kilobytes.values(), default=0) for sample in self.samples), default=0)

    def slope(self) -> float:
        """Kilobytes that a worker grows in a minute, over the second half of the time: by then it is warm."""
        half = [sample for sample in self.samples[len(self.samples) // 2 :] if sample.kilobytes]
        if len(half) < 2:
            return 0.0
        times = [sample.seconds / 60 for sample in half]
        sizes = [fmean(sample.kilobytes.values()) for sample in half]
        time, size = fmean(times), fmean(sizes)
        spread = sum((one - time) ** 2 for one in times)
        return sum((at - time) * (kb - size) for at, kb in zip(times, sizes, strict=True)) / spread

    def run(self) -> None:
        """Take samples until told to stop."""
        began = monotonic()
        while not self._over.wait(SAMPLE_SECONDS):
            sizes = {worker: _resident(worker) for worker in workers(self._server)}
            self.samples.append(Sample(monotonic() - began, {pid: kb for pid, kb in sizes.items() if kb}))

    def stop(self) -> None:
        """Take no more."""
        self._over.set()


@contextmanager
def watched(server: int) -> Iterator[Watch]:
    """The memory of the workers of this server's first process, until the end of the block."""
    watch = Watch(server)
    thread = Thread(target=watch.run, daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        watch.stop()
        thread.join(timeout=5)


def workers(server: int) -> list[int]:
    """The process ids of a server's workers: its children that run Python code of the skill."""
    try:
        children = Path(f"/proc/{server}/task/{server}/children").read_text(encoding="ascii").split()
        return [int(child) for child in children if "resource_tracker" not in _command(child)]
    except OSError:
        return []


def _command(pid: str) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _resident(pid: int) -> int:
    """Kilobytes; 0 when the process is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)
