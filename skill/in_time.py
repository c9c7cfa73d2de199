"""One deadline for a whole turn: what could end after it is not begun.

Every call of a store or a service has a time-out of its own, but a bad mixture of slow ones would add up to more than
the eight seconds that Alexa waits. So each call is only made while there is time for its longest, and a service is
only asked while there is time to keep what came of it, too.
"""

from datetime import datetime
from time import monotonic

from skill.conversation.ports import Memory, Refusal, ReminderWish, Services, Stored
from skill.errors import StoreUnavailable
from skill.value import Value


class Limits(Value):
    """Seconds: for a whole turn, and the longest that one call of a store and of a service takes.

    Alexa's eight seconds hold the way there and back and a cold start as well.
    """

    turn: float = 6.5
    store: float = 2.5
    service: float = 1.5


LIMITS = Limits()


class TurnTime:
    """The time of one turn, which begins now."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._over = monotonic() + limits.turn

    def allows_store(self) -> bool:
        """Whether a call of the store would end in time."""
        return monotonic() + self._limits.store <= self._over

    def allows_service(self) -> bool:
        """Whether a call of a service would end in time to keep what came of it."""
        return monotonic() + self._limits.service + self._limits.store <= self._over


class MemoryInTime:
    """A store for one turn; what there is no time for raises ``StoreUnavailable``."""

    def __init__(self, memory: Memory, time_left: TurnTime) -> None:
        self._memory = memory
        self._time_left = time_left

    def load(self, person: str, *, now: datetime) -> Stored | None:
        """The person's record, or None when nothing is kept."""
        return self._in_time().load(person, now=now)

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        """Write the record and return its new revision."""
        return self._in_time().save(person, record, based_on=based_on, now=now)

    def forget(self, person: str) -> None:
        """Remove whatever is kept about the person."""
        self._in_time().forget(person)

    def _in_time(self) -> Memory:
        if not self._time_left.allows_store():
            raise StoreUnavailable("the turn has no time left for the store")
        return self._memory


class ServicesInTime:
    """Alexa's services for one turn; what there is no time for cannot be had, or fails."""

    def __init__(self, services: Services, time_left: TurnTime) -> None:
        self._services = services
        self._time_left = time_left

    def time_zone(self) -> str | None:
        """The device's time zone."""
        return self._services.time_zone() if self._time_left.allows_service() else None

    def name(self) -> str | None:
        """The account holder's full name."""
        return self._services.name() if self._time_left.allows_service() else ""

    def remind(self, wish: ReminderWish) -> str | Refusal:
        """Make a reminder; its token, or why it was not made."""
        return self._services.remind(wish) if self._time_left.allows_service() else Refusal.FAILED

    def remove_reminder(self, token: str) -> bool:
        """Remove a reminder; whether it is gone now."""
        return self._time_left.allows_service() and self._services.remove_reminder(token)
