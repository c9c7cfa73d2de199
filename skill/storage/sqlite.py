"""Records in one SQLite file: for a skill that is hosted on one machine, by any number of threads and processes.

A row has the time when it was written, in UTC with milliseconds and always as long, so that SQLite compares it as
text. Earlier releases wrote the same rows.
"""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import NoReturn, TypeVar

from skill.conversation.ports import KEPT_FOR, Stored
from skill.errors import StoreUnavailable, WriteConflict
from skill.storage import CONFLICT
from skill.storage.sqlite_file import open_file

_Answer = TypeVar("_Answer")
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

    ``timeout_seconds`` bounds each wait for another thread or process: Alexa allows 8 seconds for a whole turn.
    """

    def __init__(self, path: str | Path, *, timeout_seconds: float = 1.0) -> None:
        self._path = Path(path)
        self._timeout_seconds = timeout_seconds
        self._connection: sqlite3.Connection | None = None
        self._lock = Lock()

    def load(self, person: str, *, now: datetime) -> Stored | None:
        """The person's record, or None when nothing is kept."""
        values = {"person": person, "oldest": _text(now - KEPT_FOR)}
        row = self._do("load", lambda connection: connection.execute(_LOAD, values).fetchone())
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
        statement = _FIRST if based_on is None else _NEXT
        if not self._do("save", lambda connection: _write(connection, statement, values)):
            raise WriteConflict(CONFLICT)
        return revision

    def forget(self, person: str) -> None:
        """Remove whatever is kept about the person."""
        self._do("forget", lambda connection: connection.execute(_FORGET, {"person": person}))

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            self._drop()

    def _do(self, what: str, act: Callable[[sqlite3.Connection], _Answer]) -> _Answer:
        if not self._lock.acquire(timeout=self._timeout_seconds):
            raise StoreUnavailable(
                f"cannot {what} in {self._path}: other threads held it for longer than the time-out"
            )
        try:
            if self._connection is None:
                self._connection = open_file(self._path, self._timeout_seconds)
            return act(self._connection)
        except (sqlite3.Error, OSError, UnicodeError) as error:
            self._drop()
            self._give_up(what, error)
        finally:
            self._lock.release()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _give_up(self, what: str, error: Exception) -> NoReturn:
        # The library's own message may quote the record, so neither it nor the error itself is passed on.
        name = getattr(error, "sqlite_errorname", type(error).__name__)
        raise StoreUnavailable(f"cannot {what} in {self._path}: {name}; {_advice(name)}") from None


def _write(connection: sqlite3.Connection, statement: str, values: _Values) -> bool:
    """Remove what expired and run the statement, both or neither; whether the statement changed a row."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_PURGE, values)
        return connection.execute(statement, values).rowcount == 1


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _advice(name: str) -> str:
    known = (advice for code, advice in _ADVICE.items() if name.startswith(code))
    return next(known, "check the path, and that this process may read and write the file and its folder")
