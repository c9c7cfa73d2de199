"""Request envelopes as Alexa sends them (request-and-response-json-reference, request-types-reference).

Those of a connection come from use-skill-connections-to-request-tasks, the events from skill-events-in-alexa-skills.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

Json = dict[str, Any]
"""A JSON object: a request envelope, a response envelope, or a part of one."""

SKILL_ID = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"
"""The skill id in every envelope, unless told otherwise."""

DEVICE = "amzn1.ask.device.SIMULATOR"
"""The id of every simulated device."""

API_ENDPOINT = "https://api.amazonalexa.invalid"
"""A host that cannot exist (RFC 2606), for envelopes whose skill needs no services of Alexa's."""


@dataclass(frozen=True)
class Sender:
    """Who speaks to which skill on which device, and where its services are; all of an envelope but the request.

    ``interfaces`` is what the device can do besides speaking (supportedInterfaces), ``shown`` what the context has
    besides ``System``: both are empty for a device that only speaks.
    """

    skill_id: str
    user: str
    device: str = DEVICE
    api_endpoint: str = API_ENDPOINT
    api_token: str = "simulated"  # noqa: S105 - opens nothing
    permissions: Json = field(default_factory=dict)
    interfaces: Json = field(default_factory=dict)
    shown: Json = field(default_factory=dict)

    def envelope(self, session: Json, request: Json) -> Json:
        """The whole envelope for a session object and a request object."""
        who = {"application": {"applicationId": self.skill_id}, "user": {"userId": self.user}}
        device = {"deviceId": self.device, "supportedInterfaces": self.interfaces}
        return {
            "version": "1.0",
            "session": session | who,
            "context": self.shown | {"System": self._system() | {"device": device}},
            "request": request,
        }

    def event(self, request: Json) -> Json:
        """The envelope of a skill event, which has neither a session nor a device (skill-events-in-alexa-skills)."""
        return {"version": "1.0", "context": {"System": self._system()}, "request": request}

    def _system(self) -> Json:
        allowed = {"permissions": self.permissions} if self.permissions else {}
        return {
            "application": {"applicationId": self.skill_id},
            "user": {"userId": self.user, **allowed},
            "apiEndpoint": self.api_endpoint,
            "apiAccessToken": self.api_token,
        }


def new_session_id() -> str:
    """A session id that was never used before."""
    return f"amzn1.echo-api.session.{uuid4()}"


def session_object(session_id: str, attributes: Json | None, *, new: bool) -> Json:
    """The session part, to which the sender adds application and user; None: the request comes without attributes."""
    return {"new": new, "sessionId": session_id} | ({} if attributes is None else {"attributes": attributes})


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


def connections_response(locale: str, now: datetime, name: str, status: Json, payload: Json, token: str) -> Json:
    """What became of a Connections.SendRequest; ``status`` is {"code", "message"}."""
    answer = {"name": name, "status": status, "payload": payload, "token": token}
    return _request("Connections.Response", locale, now) | answer


def session_resumed_request(locale: str, now: datetime, status: Json, result: Json | None, token: str | None) -> Json:
    """What became of a Connections.StartConnection; there is no result when it failed."""
    cause: Json = {"type": "ConnectionCompleted", "status": status}
    cause |= {name: value for name, value in (("token", token), ("result", result)) if value is not None}
    return _request("SessionResumedRequest", locale, now) | {"cause": cause}


def skill_event(kind: str, now: datetime, body: Json | None = None) -> Json:
    """An AlexaSkillEvent, which has no locale; ``kind`` is what its type has after the dot, such as SkillDisabled."""
    request = _stamped(f"AlexaSkillEvent.{kind}", now)
    times = {"eventCreationTime": request["timestamp"], "eventPublishingTime": request["timestamp"]}
    return request | times | ({} if body is None else {"body": body})


def _request(kind: str, locale: str, now: datetime) -> Json:
    return _stamped(kind, now) | {"locale": locale}


def _stamped(kind: str, now: datetime) -> Json:
    timestamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"type": kind, "requestId": f"amzn1.echo-api.request.{uuid4()}", "timestamp": timestamp}
