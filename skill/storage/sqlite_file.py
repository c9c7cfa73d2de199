"""Opening the SQLite file: made private, written so that a power cut loses nothing, readable on a read-only disk.

The write-ahead log lets readers go on while one process writes; ``synchronous = FULL`` makes a save survive a
power cut (https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

_Answer = TypeVar("_Answer")

_TABLE = (
    "CREATE TABLE IF NOT EXISTS records"
    " (person TEXT PRIMARY KEY, record TEXT NOT NULL, revision INTEGER NOT NULL, updated TEXT NOT NULL)"
)
# What expired is found by it; files of earlier releases have none.
_INDEX = "CREATE INDEX IF NOT EXISTS records_by_age ON records (updated)"
_PAUSE_SECONDS = 0.001
# The log begins anew after so many pages (a megabyte): writing over it costs half of what making it longer does.
_LOG_PAGES = 250
# Of pages in memory; SQLite would take two megabytes of a large file. A record is hardly ever read twice in a row,
# and the operating system has the pages too.
_CACHE_KIB = 256


def open_file(path: Path, deadline: float) -> sqlite3.Connection:
    """A connection in autocommit mode to the file, which is made when it is not there.

    It never waits for other processes, which ``patiently`` does; ``deadline`` bounds what opening itself waits.
    Raises ``sqlite3.Error`` or ``OSError`` when the file cannot be had.
    """
    if not path.exists():
        _make(path)
    try:
        return _connect(path, "mode=rw", _prepare, deadline)
    except sqlite3.OperationalError as error:
        if not path.is_file() or not error.sqlite_errorname.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
            raise
    # With no log to replay, SQLite must be told that nothing changes under it: it cannot lock on a read-only disk.
    log = Path(f"{path}-wal")
    return _connect(path, "mode=ro" if log.exists() else "mode=ro&immutable=1", _save_memory, deadline)


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection beside another one that has the file open. Raises ``sqlite3.Error`` when it cannot be had now."""
    return _connect(path, "mode=ro", _save_memory, deadline=0.0)


def _make(path: Path) -> None:
    """An empty file for its owner alone; the log beside it takes the same mode from SQLite."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _connect(
    path: Path, mode: str, set_up: Callable[[sqlite3.Connection], None], deadline: float
) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(address, uri=True, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        patiently(lambda: set_up(connection), deadline)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL").close()
    connection.execute("PRAGMA synchronous = FULL").close()
    connection.execute("PRAGMA secure_delete = ON").close()
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}").close()
    connection.execute(_TABLE).close()
    connection.execute(_INDEX).close()
    _save_memory(connection)


def _save_memory(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}").close()


def patiently(act: Callable[[], _Answer], deadline: float) -> _Answer:
    """What ``act`` returns once no other process is in its way; SQLITE_BUSY when one still is at the ``deadline``.

    SQLite's own waiting is not used: it is not done where a file is set up, and its pauses grow to a tenth of a
    second, in which a busy process writes many times and leaves this one behind. The deadline is in seconds of the
    monotonic clock.
    """
    while True:
        try:
            return act()
        except sqlite3.OperationalError as error:
            # What Python could not make of a row has no name.
            if not getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY") or monotonic() > deadline:
                raise
            sleep(_PAUSE_SECONDS)
