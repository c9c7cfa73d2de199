"""One Echo: fills in the recorded envelopes, signs them as Alexa does, and posts them over a connection it keeps."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from time import perf_counter
from typing import NamedTuple
from uuid import uuid4

from simulator.envelope import Json
from tests.web.signing import Signer

PATIENCE_SECONDS = 8.0
"""How long Alexa waits."""


class Answered(NamedTuple):
    """What came back: the status, None when nothing came, the envelope of a 200, and how long it took."""

    status: int | None
    envelope: Json | None
    seconds: float


class Echo:
    """A device of ``person``. What a session remembers is what the service last answered, as with Alexa."""

    def __init__(self, person: str, device: str, services: str) -> None:
        self._who = {"userId": person}
        self._device = device
        self._services = {"apiEndpoint": services, "apiAccessToken": person}
        self._session_id = ""
        self._attributes: Json = {}

    def envelope(self, recorded: Json, *, afresh: bool = False) -> Json:
        """The recorded envelope as this device sends it now; ``afresh`` when its session broke off."""
        session, system = recorded["session"], recorded["context"]["System"]
        new = session["new"] or afresh
        if new:
            self._session_id = f"amzn1.echo-api.session.{uuid4()}"
            self._attributes = {}
        user = system["user"] | self._who
        device = system["device"] | {"deviceId": self._device}
        session = session | {"new": new, "sessionId": self._session_id, "user": session["user"] | self._who}
        here = {"System": system | self._services | {"user": user, "device": device}}
        return recorded | {
            "session": session | {"attributes": self._attributes},
            "context": recorded["context"] | here,
            "request": recorded["request"] | _stamp(),
        }

    def heard(self, answer: Json) -> None:
        """Keep for the session what the answer gives back."""
        self._attributes = answer.get("sessionAttributes") or {}


class Connection:
    """Posts signed envelopes to a port, over one connection for as long as the other side keeps it."""

    def __init__(self, port: int, signer: Signer) -> None:
        self._signer = signer
        self._line = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)

    def post(self, envelope: Json) -> Answered:
        """What came back; never raises for what a network does."""
        body = json.dumps(envelope).encode()
        headers = self._signer.headers(body)
        began = perf_counter()
        try:
            self._line.request("POST", "/alexa", body, headers)
            response = self._line.getresponse()
            content = response.read()
        except (OSError, HTTPException):
            self._line.close()
            return Answered(None, None, perf_counter() - began)
        took = perf_counter() - began
        return Answered(response.status, json.loads(content) if response.status == 200 else None, took)

    def close(self) -> None:
        """Hang up."""
        with suppress(OSError):
            self._line.close()


def _stamp() -> Json:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"timestamp": now, "requestId": f"amzn1.echo-api.request.{uuid4()}"}
