"""SQLite files as release 0.1.0 wrote them: the table has no index, and the time is the one of the database."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from tests.storage.promises import NOW

_TABLE = (
    "CREATE TABLE IF NOT EXISTS records"
    " (person TEXT PRIMARY KEY, record TEXT NOT NULL, revision INTEGER NOT NULL, updated TEXT NOT NULL)"
)
_WRITE = "INSERT INTO records VALUES (?, ?, 3, strftime('%Y-%m-%dT%H:%M:%fZ', ?))"


def write_old_file(path: Path, records: Mapping[str, str], *, at: datetime = NOW) -> None:
    """A file with a record a person, each at revision 3."""
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(_TABLE)
        rows = [(person, record, at.isoformat()) for person, record in records.items()]
        connection.executemany(_WRITE, rows)
    path.chmod(0o600)
