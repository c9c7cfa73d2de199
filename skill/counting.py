"""What goes wrong during a turn is counted where it passes by: in the log, and between the skill and its store."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from skill.conversation.ports import Memory, Stored
from skill.errors import StoreUnavailable

_Answer = TypeVar("_Answer")


class ErrorCount(logging.Handler):
    """Counts what any logger of the process tells as an error; ``count`` is set back by whoever reads it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - what was logged does not matter
        """Count one more."""
        self.count += 1


class CountedStore:
    """A store that counts how often the one inside was unavailable; ``failures`` is set back by whoever reads it."""

    def __init__(self, inside: Memory) -> None:
        self._inside = inside
        self.failures = 0

    def load(self, person: str, *, now: datetime) -> Stored | None:
        """The person's record, or None when nothing is kept."""
        return self._counted(lambda: self._inside.load(person, now=now))

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        """Write the record and return its new revision."""
        return self._counted(lambda: self._inside.save(person, record, based_on=based_on, now=now))

    def forget(self, person: str) -> None:
        """Remove whatever is kept about the person."""
        self._counted(lambda: self._inside.forget(person))

    def _counted(self, act: Callable[[], _Answer]) -> _Answer:
        try:
            return act()
        except StoreUnavailable:
            self.failures += 1
            raise
