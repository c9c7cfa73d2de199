"""Records in this process only: for tests, for the simulator, and where nothing may outlive the process."""

from datetime import datetime
from threading import Lock
from typing import NamedTuple

from skill.conversation.ports import KEPT_FOR, Stored
from skill.errors import WriteConflict
from skill.storage import CONFLICT


class _Kept(NamedTuple):
    stored: Stored
    written: datetime


class MemoryStore:
    """Fulfils ``skill.conversation.ports.Memory`` with a dictionary; safe to share between threads."""

    def __init__(self) -> None:
        self._records: dict[str, _Kept] = {}
        self._lock = Lock()

    def load(self, person: str, *, now: datetime) -> Stored | None:
        """The person's record, or None when nothing is kept."""
        with self._lock:
            return self._current(person, now)

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        """Write the record; ``WriteConflict`` when another revision than ``based_on`` is kept by now."""
        with self._lock:
            kept = self._current(person, now)
            if (kept.revision if kept else None) != based_on:
                raise WriteConflict(CONFLICT)
            revision = (based_on or 0) + 1
            self._records[person] = _Kept(Stored(record, revision), now)
            return revision

    def forget(self, person: str) -> None:
        """Remove whatever is kept about the person."""
        with self._lock:
            self._records.pop(person, None)

    def _current(self, person: str, now: datetime) -> Stored | None:
        kept = self._records.get(person)
        return kept.stored if kept and kept.written >= now - KEPT_FOR else None
