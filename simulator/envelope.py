"""Request envelopes as Alexa sends them (request-and-response-json-reference, request-types-reference)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

Json = dict[str, Any]
"""A JSON object: a request envelope, a response envelope, or a part of one."""

SKILL_ID = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"
"""The skill id in every envelope, unless told otherwise."""

API_ENDPOINT = "https://api.amazonalexa.invalid"
"""A host that cannot exist (RFC 2606): a skill under test never reaches Amazon by mistake."""

NO_SCREEN: Json = {}
"""The interfaces of a device that only speaks."""


@dataclass(frozen=True)
class Sender:
    """Who speaks to which skill on which device; the part of an envelope that stays the same."""

    skill_id: str
    user: str
    device: str = "amzn1.ask.device.SIMULATOR"

    def envelope(self, session: Json, request: Json) -> Json:
        """The whole envelope for a session object and a request object."""
        application = {"applicationId": self.skill_id}
        system = {
            "application": application,
            "user": {"userId": self.user},
            "device": {"deviceId": self.device, "supportedInterfaces": NO_SCREEN},
            "apiEndpoint": API_ENDPOINT,
            "apiAccessToken": "simulated",
        }
        return {
            "version": "1.0",
            "session": session | {"application": application, "user": {"userId": self.user}},
            "context": {"System": system},
            "request": request,
        }


def new_session_id() -> str:
    """A session id that was never used before."""
    return f"amzn1.echo-api.session.{uuid4()}"


def session_object(session_id: str, attributes: Json, *, new: bool) -> Json:
    """The session part, to which the sender adds application and user."""
    return {"new": new, "sessionId": session_id, "attributes": attributes}


def launch_request(locale: str, now: datetime) -> Json:
    """A LaunchRequest: the skill was opened and nothing was asked of it yet."""
    return _request("LaunchRequest", locale, now) | {"shouldLinkResultBeReturned": False}


def intent_request(locale: str, now: datetime, intent: Json, dialog_state: str | None) -> Json:
    """An IntentRequest; ``dialog_state`` is None for an intent that has no dialog in the model."""
    state = {} if dialog_state is None else {"dialogState": dialog_state}
    return _request("IntentRequest", locale, now) | {"intent": intent} | state


def session_ended_request(locale: str, now: datetime, reason: str, error: Json | None = None) -> Json:
    """A SessionEndedRequest; ``error`` ({"type", "message"}) goes with the reason ERROR."""
    request = _request("SessionEndedRequest", locale, now) | {"reason": reason}
    return request if error is None else request | {"error": error}


def _request(kind: str, locale: str, now: datetime) -> Json:
    timestamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    request_id = f"amzn1.echo-api.request.{uuid4()}"
    return {"type": kind, "requestId": request_id, "locale": locale, "timestamp": timestamp}
