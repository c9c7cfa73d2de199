"""Records in this process only: for tests, for the simulator, and where nothing may outlive the process."""

from threading import Lock

from skill.conversation.ports import Stored
from skill.errors import WriteConflict


class MemoryStore:
    """Fulfils ``skill.conversation.ports.Memory`` with a dictionary; safe to share between threads."""

    def __init__(self) -> None:
        self._records: dict[str, Stored] = {}
        self._lock = Lock()

    def load(self, person: str) -> Stored | None:
        """The person's record, or None when nothing is kept."""
        with self._lock:
            return self._records.get(person)

    def save(self, person: str, record: str, *, based_on: int | None) -> int:
        """Write the record; ``WriteConflict`` when another revision than ``based_on`` is kept by now."""
        with self._lock:
            kept = self._records.get(person)
            if (kept.revision if kept else None) != based_on:
                raise WriteConflict("the record was written since it was read: load it again, then save")
            revision = (based_on or 0) + 1
            self._records[person] = Stored(record, revision)
            return revision

    def forget(self, person: str) -> None:
        """Remove whatever is kept about the person."""
        with self._lock:
            self._records.pop(person, None)
