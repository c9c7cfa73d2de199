"""Group commit: writes that wait at the same moment are committed together.

A commit ends when the disk has it. That takes milliseconds, and on a disk that is busy with something else a second:
writes that each wait for the disk after the other would then wait longer than a turn can.
"""

import sqlite3
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress

from skill.storage.sqlite_file import patiently


class Write:
    """What one thread wants to write: all the ``statements`` or none.

    Once it ``is_done``, ``error`` says why it was not written, or ``changed`` whether the last one changed a row.
    """

    def __init__(self, statements: Sequence[str], values: Mapping[str, object]) -> None:
        self.statements = statements
        self.values = values
        self.is_done = False
        self.changed = False
        self.error: BaseException | None = None


class GroupCommit:
    """Writes that wait. Any thread adds its own; whoever has the connection commits all there are."""

    def __init__(self) -> None:
        self._waiting: deque[Write] = deque()

    def add(self, write: Write) -> None:
        """From now on, who commits takes this along."""
        self._waiting.append(write)

    def withdraw(self, write: Write) -> None:
        """It is not to be written any more; too late when somebody has taken it along."""
        with suppress(ValueError):
            self._waiting.remove(write)

    def commit(self, connection: sqlite3.Connection, own: Write, deadline: float) -> None:
        """Commit what waits, and ``own``. Raises what came between, after telling it to all whose writes those are.

        Waits for other processes until the ``deadline``, in seconds of the monotonic clock.
        """
        together = []
        while self._waiting:
            together.append(self._waiting.popleft())
        if own not in together:
            together.append(own)
        try:
            with connection:
                patiently(lambda: connection.execute("BEGIN IMMEDIATE"), deadline)
                for write in together:
                    _run(write, connection)
        except BaseException as error:  # whatever it is, nothing was written
            for write in together:
                write.error = error
            raise
        finally:
            for write in together:
                write.is_done = True


def _run(write: Write, connection: sqlite3.Connection) -> None:
    """Run one of several: what cannot be written for its own sake takes nobody along."""
    try:
        for statement in write.statements:
            write.changed = connection.execute(statement, write.values).rowcount == 1
    except (sqlite3.Error, UnicodeError) as error:
        # Where the file or the disk is at fault, SQLite has undone all of it.
        if not connection.in_transaction:
            raise
        write.error = error
