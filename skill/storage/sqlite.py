"""Records in one SQLite file: for a skill that is hosted on one machine, by any number of threads and processes.

A row has the time when it was written, in UTC with milliseconds and always as long, so that SQLite compares it as
text. Earlier releases wrote the same rows.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any

from skill.conversation.ports import KEPT_FOR, Stored
from skill.errors import StoreUnavailable, WriteConflict
from skill.storage import CONFLICT
from skill.storage.group_commit import GroupCommit, Write
from skill.storage.sqlite_beside import Beside
from skill.storage.sqlite_file import open_file, patiently

_Values = dict[str, str | int | None]

_LOAD = "SELECT record, revision FROM records WHERE person = :person AND updated >= :oldest"
_FIRST = (
    "INSERT INTO records VALUES (:person, :record, :revision, :now) ON CONFLICT (person) DO UPDATE"
    " SET record = :record, revision = :revision, updated = :now WHERE updated < :oldest"
)
_NEXT = (
    "UPDATE records SET record = :record, revision = :revision, updated = :now"
    " WHERE person = :person AND revision = :based_on AND updated >= :oldest"
)
# A few at a time, so that no turn waits for a large clean-up.
_PURGE = "DELETE FROM records WHERE rowid IN (SELECT rowid FROM records WHERE updated < :oldest LIMIT 100)"
_FORGET = "DELETE FROM records WHERE person = :person"

_FAILURES = (sqlite3.Error, OSError, UnicodeError)

_ADVICE = {
    "SQLITE_BUSY": "another process held the file for longer than the time-out",
    "SQLITE_CANTOPEN": "check that the folder is there and that this process may read and write it",
    "SQLITE_CORRUPT": "the file is damaged: move it away and put a copy back",
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR": "the disk failed",
    "SQLITE_NOTADB": "the file is no SQLite database: move it away and put a copy back",
    "SQLITE_READONLY": "the file, its folder or its disk is read-only",
}


class SqliteStore:
    """Fulfils ``skill.conversation.ports.Memory``; the file is opened at first use, and again after a failure.

    One connection reads and writes. While it waits for the disk, a second one reads, and what else is to be written
    is gathered for the next commit. ``timeout_seconds`` bounds the waiting for other threads and processes in one
    call: Alexa allows 8 seconds for a whole turn.
    """

    def __init__(self, path: str | Path, *, timeout_seconds: float = 2.4) -> None:
        self._path = Path(path)
        self._timeout_seconds = timeout_seconds
        self._connection: sqlite3.Connection | None = None
        self._lock = Lock()
        self._group = GroupCommit()
        self._beside = Beside(self._path)

    def load(self, person: str, *, now: datetime) -> Stored | None:
        """The person's record, or None when nothing is kept."""
        row = self._read({"person": person, "oldest": _text(now - KEPT_FOR)})
        if row is None:
            return None
        record, revision = row
        if not isinstance(record, str) or not isinstance(revision, int):
            raise StoreUnavailable(
                f"{self._path} holds a row that this store did not write: {_advice('SQLITE_CORRUPT')}"
            )
        return Stored(record, revision)

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        """Write the record; ``WriteConflict`` when another revision than ``based_on`` is kept by now."""
        revision = (based_on or 0) + 1
        values: _Values = {"person": person, "record": record, "revision": revision, "based_on": based_on}
        values |= {"now": _text(now), "oldest": _text(now - KEPT_FOR)}
        if not self._write("save", (_PURGE, _FIRST if based_on is None else _NEXT), values):
            raise WriteConflict(CONFLICT)
        return revision

    def forget(self, person: str) -> None:
        """Remove whatever is kept about the person."""
        self._write("forget", (_FORGET,), {"person": person})

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            self._drop()
            self._beside.close()

    def _read(self, values: _Values) -> Any:
        deadline = monotonic() + self._timeout_seconds
        busy = self._connection if self._lock.locked() else None
        if busy:
            # Where this fails, the first connection says why.
            with suppress(*_FAILURES):
                return self._beside.read(busy, _LOAD, values)
        with self._held("load", deadline):
            connection = self._opened(deadline)
            return patiently(lambda: connection.execute(_LOAD, values).fetchone(), deadline)

    def _write(self, what: str, statements: Sequence[str], values: _Values) -> bool:
        """Run the statements, all or none; whether the last one changed a row."""
        deadline = monotonic() + self._timeout_seconds
        write = Write(statements, values)
        self._group.add(write)
        try:
            with self._held(what, deadline):
                if not write.is_done:
                    self._group.commit(self._opened(deadline), write, deadline)
        finally:
            self._group.withdraw(write)
        if write.error:
            raise self._unavailable(what, write.error) from None
        return write.changed

    @contextmanager
    def _held(self, what: str, deadline: float) -> Iterator[None]:
        """Hold the lock. A failure drops the connection."""
        if not self._lock.acquire(timeout=max(0.0, deadline - monotonic())):
            raise StoreUnavailable(
                f"cannot {what} in {self._path}: other threads held it for longer than the time-out"
            )
        try:
            yield
        except _FAILURES as error:
            self._drop()
            raise self._unavailable(what, error) from None
        finally:
            self._lock.release()

    def _opened(self, deadline: float) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = open_file(self._path, deadline)
        return self._connection

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _unavailable(self, what: str, error: BaseException) -> StoreUnavailable:
        # The library's own message may quote the record, so neither it nor the error itself is passed on.
        name = getattr(error, "sqlite_errorname", type(error).__name__)
        return StoreUnavailable(f"cannot {what} in {self._path}: {name}; {_advice(name)}")


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _advice(name: str) -> str:
    known = (advice for code, advice in _ADVICE.items() if name.startswith(code))
    return next(known, "check the path, and that this process may read and write the file and its folder")
