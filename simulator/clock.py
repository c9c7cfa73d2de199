"""The time of the simulated world: it goes on by itself, and can be moved ahead."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def utc_now() -> datetime:
    """The real time."""
    return datetime.now(UTC)


class Clock:
    """Tells the time of another clock, and how far it was moved ahead of it; always an aware datetime."""

    def __init__(self, ticking: Callable[[], datetime] = utc_now) -> None:
        self._ticking = ticking
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        """The time now."""
        return self._ticking() + self._ahead

    def move(self, by: timedelta) -> None:
        """Let that much time pass at once."""
        self._ahead += by
