"""What the signed envelope itself must say: that it was sent just now, and to this skill."""

from datetime import datetime, timedelta
from typing import Any

import orjson

from skill.errors import NotFromAlexa

# https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-a-web-service.html#check-request-timestamp
_TOLERANCE = timedelta(seconds=150)
# https://developer.amazon.com/docs/smapi/skill-events-in-alexa-skills.html#delivery-of-events-to-the-skill
_EVENT_TOLERANCE = timedelta(hours=1)
_EVENT = "AlexaSkillEvent."


def read_envelope(body: bytes) -> dict[str, Any]:
    """The envelope in a body; ``NotFromAlexa`` when there is none."""
    try:
        envelope = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise NotFromAlexa("envelope: it must be JSON in UTF-8") from None
    if not isinstance(envelope, dict):
        raise NotFromAlexa("envelope: it must be a JSON object")
    return envelope


def check_envelope(envelope: dict[str, Any], skill_id: str | None, now: datetime) -> None:
    """``NotFromAlexa`` unless the envelope is of about ``now`` (aware), and for the skill, if one is named."""
    request = _inside(envelope, "request")
    _check_time(request.get("timestamp"), request.get("type"), now)
    application = _inside(_inside(_inside(envelope, "context"), "System"), "application")
    if skill_id is not None and application.get("applicationId") != skill_id:
        raise NotFromAlexa("envelope: it is for another skill")


def _inside(thing: dict[str, Any], name: str) -> dict[str, Any]:
    """The object of that name, or an empty one, in which nothing will be found."""
    inside = thing.get(name)
    return inside if isinstance(inside, dict) else {}


def _check_time(timestamp: object, kind: object, now: datetime) -> None:
    if not isinstance(timestamp, str):
        raise NotFromAlexa("timestamp: it must be text")
    try:
        sent = datetime.fromisoformat(timestamp)
    except ValueError:
        raise NotFromAlexa("timestamp: it must be a date and time in ISO 8601") from None
    if sent.tzinfo is None:
        raise NotFromAlexa("timestamp: it must say its time zone")
    is_event = isinstance(kind, str) and kind.startswith(_EVENT)
    # Only the past has the wider tolerance: an event may be delivered late, and never early.
    if not -_TOLERANCE <= now - sent <= (_EVENT_TOLERANCE if is_event else _TOLERANCE):
        raise NotFromAlexa("timestamp: it is too far from now")
