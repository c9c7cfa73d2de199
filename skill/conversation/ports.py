"""What a conversation needs from the world outside, as narrow protocols."""

from datetime import datetime, timedelta
from enum import Enum
from typing import Protocol

from skill.value import Value

KEPT_FOR = timedelta(days=180)
"""How long a record is kept after the person's last word."""


class Stored(Value):
    """A record as a store gives it back: its JSON text and its revision (1 for the first write)."""

    record: str
    revision: int


class Memory(Protocol):
    """Keeps one record a person between sessions. The promises are in tests/storage/promises.py.

    ``person`` is an opaque key of at most 300 characters; ``record`` is JSON text; ``now`` is aware. A record that
    was written longer ago than ``KEPT_FOR`` counts as gone, and is removed in the store's own time. Every method may
    raise ``StoreUnavailable``, and does so within its time-out rather than wait for ever.
    """

    def load(self, person: str, *, now: datetime) -> Stored | None:
        """The person's record, or None when nothing is kept."""
        ...

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        """Write the record and return its new revision.

        ``based_on`` is the revision that was loaded, or None when there was nothing. When the store holds
        another revision by now, nothing is written and ``WriteConflict`` is raised.
        """
        ...

    def forget(self, person: str) -> None:
        """Remove whatever is kept about the person; removing nothing is no error."""
        ...


class Refusal(Enum):
    """Why Alexa did not make or move a reminder."""

    NO_PERMISSION = "no_permission"
    UNSUPPORTED = "unsupported"
    TOO_MANY = "too_many"
    FAILED = "failed"


class ReminderWish(Value):
    """A reminder to be made: when (aware), in which time zone (None: only how far ahead is known), and what is said.

    ``zone`` is an IANA name. ``now`` is the time of the request.
    """

    at: datetime
    now: datetime
    zone: str | None
    locale: str
    text: str


class Services(Protocol):
    """Alexa's services for the device and person of one request.

    Nothing here raises, and everything answers within its own time-out: what cannot be had is None or a refusal.
    """

    def time_zone(self) -> str | None:
        """The device's time zone as an IANA name such as ``Europe/Berlin``."""
        ...

    def name(self) -> str | None:
        """The account holder's full name; empty when it is allowed and cannot be had, None when it isn't allowed."""
        ...

    def remind(self, wish: ReminderWish) -> str | Refusal:
        """Make a reminder; its token, or why it was not made."""
        ...

    def remove_reminder(self, token: str) -> bool:
        """Remove a reminder; whether it is gone now, which it is too when it was never there."""
        ...
