"""Logs for machines: one JSON object a line, which names the request that it belongs to and never what was said.

    log_as_json(sys.stderr, "INFO")
    with in_request("amzn1.echo-api.request.1"):
        logging.getLogger("skill.web").info("answered", extra={"facts": {"status": 200}})

writes, in one line,

    {"time": "2026-11-22T21:08:14.123Z", "level": "INFO", "logger": "skill.web", "message": "answered",
     "request": "amzn1.echo-api.request.1", "status": 200}
"""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import gmtime, strftime
from typing import TextIO

from skill.alexa.failures import without_words

FACTS = "facts"
"""The key of ``extra`` under which a line is given more fields, in a dict that JSON can hold."""

_LONGEST_ID = 128

_request: ContextVar[str | None] = ContextVar("request", default=None)


def log_as_json(stream: TextIO, level: str) -> None:
    """Let every logger of the process write to the stream, from a level on (DEBUG, INFO, WARNING, ERROR, CRITICAL).

    Whatever handlers the root logger had are taken off: Lambda's own would write each line a second time.
    """
    root = logging.getLogger()
    handler = _Discreet(stream)
    handler.setFormatter(JsonLine())
    root.handlers[:] = [handler]
    root.setLevel(level)


@contextmanager
def in_request(request_id: str) -> Iterator[None]:
    """Name the request in every line that is logged inside, in this thread or task. A long id is cut."""
    before = _request.set(request_id[:_LONGEST_ID])
    try:
        yield
    finally:
        _request.reset(before)


class JsonLine(logging.Formatter):
    """A record as a line of JSON in ASCII. An exception is told by kind and place: its message may quote somebody."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line = {
            "time": f"{strftime('%Y-%m-%dT%H:%M:%S', gmtime(record.created))}.{int(record.msecs):03d}Z",
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        request_id = _request.get()
        if request_id is not None:
            line["request"] = request_id
        if record.exc_info and record.exc_info[1]:
            line["error"] = without_words(record.exc_info[1])
        # Twice, so that the line's own fields stand first and are not replaced either.
        return json.dumps(line | vars(record).get(FACTS, {}) | line)


class _Discreet(logging.StreamHandler[TextIO]):
    """A line that cannot be written is lost: it must not cost the answer, nor come out elsewhere in clear words."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name in logging
        """Do nothing, where logging would print the record's arguments to the standard error."""
