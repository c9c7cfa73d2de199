"""The time of the simulated world: it goes on by itself, and can be moved ahead."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from simulator.errors import CommandWrong


def utc_now() -> datetime:
    """The real time."""
    return datetime.now(UTC)


FARTHEST = timedelta(days=36600)
"""A hundred years; calendars end somewhere."""


class Clock:
    """Tells the time of another clock, and how far it was moved ahead of it; always an aware datetime."""

    def __init__(self, ticking: Callable[[], datetime] = utc_now) -> None:
        self._ticking = ticking
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        """The time now."""
        return self._ticking() + self._ahead

    def move(self, by: timedelta) -> None:
        """Let that much time pass at once; raises CommandWrong when that would be more than FARTHEST in all."""
        if self._ahead + by > FARTHEST:
            raise CommandWrong("the clock goes at most a hundred years ahead: begin anew for more time to pass")
        self._ahead += by
