"""One call of a skill to a service, and what it is answered."""

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import responses
from secrets import token_urlsafe
from typing import NamedTuple

from simulator.services.account import Account
from simulator.services.device_settings import DeviceSettings


@dataclass(frozen=True)
class Access:
    """What one bearer token opens: the services of a person, seen from one device."""

    account: Account
    settings: DeviceSettings
    token: str = field(default_factory=lambda: token_urlsafe(32), repr=False)


class Call(NamedTuple):
    """A request: the method, the path without its query, and the body as it came."""

    method: str
    path: str
    body: bytes = b""

    def json(self) -> object:
        """The body read as JSON; None when it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None


class Answer(NamedTuple):
    """A status and a JSON value; no body at all when it is None."""

    status: int
    value: object = None

    def as_http(self) -> bytes:
        """The answer as it is sent; a status that HTTP has no words for goes without."""
        body = b"" if self.value is None else json.dumps(self.value).encode()
        head = f"HTTP/1.0 {int(self.status)} {responses.get(self.status, '')}\r\nContent-Length: {len(body)}\r\n"
        return f"{head}Content-Type: application/json; charset=utf-8\r\n\r\n".encode() + body


def problem(status: HTTPStatus, code: str, message: str) -> Answer:
    """An error in the form that all of the services share."""
    return Answer(status, {"code": code, "message": message})


NOT_FOUND = problem(HTTPStatus.NOT_FOUND, "NOT_FOUND", "There is no such resource.")
NOT_ALLOWED = problem(HTTPStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "The resource does not take this method.")
UNKNOWN_TOKEN = problem(HTTPStatus.UNAUTHORIZED, "INVALID_TOKEN", "The authentication token is malformed or invalid.")
