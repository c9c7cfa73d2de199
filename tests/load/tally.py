"""What a load came to: turns, what went wrong, and how long the answers took."""

from collections import Counter
from threading import Lock
from typing import NamedTuple

from tests.load.sender import Answered

MOST_TOLD = 20


class Latencies(NamedTuple):
    """Milliseconds, as the client saw them."""

    p50: float
    p95: float
    p99: float
    longest: float


class Tally:
    """Counts from many threads. ``wrong`` is what should not be, in sentences without a word that was said."""

    def __init__(self) -> None:
        self.statuses: Counter[int | None] = Counter()
        self.done: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._seconds: list[float] = []
        self._lock = Lock()

    def answered(self, answered: Answered) -> None:
        """Count one answer, or that there was none."""
        with self._lock:
            self.statuses[answered.status] += 1
            self._seconds.append(answered.seconds)

    def count(self, what: str) -> None:
        """Count something that went as it should."""
        with self._lock:
            self.done[what] += 1

    def is_wrong(self, what: str) -> None:
        """Count something that did not."""
        with self._lock:
            self.wrong.append(what)

    @property
    def failed(self) -> int:
        """How many envelopes were not answered, or not with 200."""
        return self.turns - self.statuses[200]

    @property
    def turns(self) -> int:
        """How many envelopes were sent."""
        return len(self._seconds)

    def latencies(self) -> Latencies:
        """How long the answers took."""
        taken = sorted(self._seconds) or [0.0]
        at = [taken[min(len(taken) - 1, int(len(taken) * share))] * 1000 for share in (0.5, 0.95, 0.99)]
        return Latencies(at[0], at[1], at[2], taken[-1] * 1000)
