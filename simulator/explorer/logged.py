"""The errors that a skill in this process logs, which a person may never hear of."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Keeps(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.name}: {record.getMessage()}")


class Logged:
    """What was logged as an error since it was last taken."""

    def __init__(self, handler: _Keeps) -> None:
        self._handler = handler

    def take(self) -> tuple[str, ...]:
        """Every error once, the oldest first."""
        said = tuple(dict.fromkeys(self._handler.said))
        self._handler.said.clear()
        return said


@contextmanager
def errors_logged() -> Iterator[Logged]:
    """Listens to every logger of this process, and keeps what they say from the terminal meanwhile."""
    root, handler = logging.getLogger(), _Keeps()
    before = root.handlers[:]
    root.handlers[:] = [handler]
    try:
        yield Logged(handler)
    finally:
        root.handlers[:] = before
