"""What a conversation needs from the world outside, as narrow protocols."""

from typing import NamedTuple, Protocol


class Stored(NamedTuple):
    """A record as a store gives it back: its JSON text and its revision (1 for the first write)."""

    record: str
    revision: int


class Memory(Protocol):
    """Keeps one record a person between sessions. The promises are in tests/storage/promises.py.

    ``person`` is an opaque key of at most 255 characters; ``record`` is JSON text. Every method may raise
    ``StoreUnavailable``, and does so within its time-out rather than wait for ever.
    """

    def load(self, person: str) -> Stored | None:
        """The person's record, or None when nothing is kept."""
        ...

    def save(self, person: str, record: str, *, based_on: int | None) -> int:
        """Write the record and return its new revision.

        ``based_on`` is the revision that was loaded, or None when there was nothing. When the store holds
        another revision by now, nothing is written and ``WriteConflict`` is raised.
        """
        ...

    def forget(self, person: str) -> None:
        """Remove whatever is kept about the person; removing nothing is no error."""
        ...
