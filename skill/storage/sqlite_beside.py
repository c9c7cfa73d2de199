"""A second connection to the SQLite file, which reads while the first one waits for the disk.

The write-ahead log allows it, but only to another connection: SQLite lets one thread at a time use each.
"""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from skill.storage.sqlite_file import open_to_read


class Beside:
    """Opened when it is first needed, and anew when the first connection is another one than before."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._first: sqlite3.Connection | None = None

    def read(self, first: sqlite3.Connection, query: str, values: Mapping[str, object]) -> Any:
        """The first row or None; ``first`` is the connection whose file this one is to read.

        Raises ``sqlite3.Error``, ``OSError`` or ``UnicodeError`` when it cannot be had at once.
        """
        with self._lock:
            if self._connection is None or self._first is not first:
                self._drop()
                self._connection, self._first = open_to_read(self._path), first
            return self._connection.execute(query, values).fetchone()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
