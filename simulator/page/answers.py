"""Answers in JSON, those about what went wrong too: ``{"error": {"says": ..., "do": ...}}``."""

import json
from typing import Any

from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from simulator.page.errors import PageRefused, StillBusy
from simulator.recording.errors import NothingToSave
from skill.errors import CaseCompassError


def answer(content: Any, status: int = 200) -> Response:
    """A JSON answer."""
    return Response(json.dumps(content, ensure_ascii=False), status, mimetype="application/json")


def number(text: str | None) -> int | None:
    """The number of a turn in a query or a header; raises PageRefused for what is none."""
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise PageRefused(400, f"{text[:20]!r} is not the number of a turn", "Write it in digits, such as since=12.")
    return int(text)


def with_errors(app: Flask) -> Flask:
    """The application with an answer in JSON to whatever goes wrong in it."""
    app.register_error_handler(CaseCompassError, _refused)
    app.register_error_handler(HTTPException, _failed)
    return app


def _refused(error: CaseCompassError) -> Response:
    """What the skill's errors and ours come to; a line that cannot be used is the fault of whoever wrote it."""
    match error:
        case PageRefused():
            return _error(error.status, str(error), error.do)
        case NothingToSave():
            return _error(409, str(error), "Save it as a script (recording.yaml), or begin afresh and only talk.")
        case StillBusy():
            return _error(503, str(error), "Wait, or stop the skill and start the program again.")
    return _error(400, str(error), "Change it and send it again.")


def _failed(error: HTTPException) -> Response:
    says, status = (error.name or "refused").lower(), error.code or 500
    if status >= 500:
        return _error(status, says, "The traceback is in the terminal where the program runs.")
    return _error(status, says, "docs/simulator lists what can be asked of this server.")


def _error(status: int, says: str, do: str) -> Response:
    return answer({"error": {"says": says, "do": do}}, status)
