"""Request envelopes, made by hand as Alexa sends them."""

import json
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

SKILL_ID = "amzn1.ask.skill.test"
PERSON = "amzn1.ask.account.TEST"
MORNING = "2026-11-22T09:00:00Z"
Json = dict[str, Any]


def envelope(request: Json, *, attributes: Json | None = None, new: bool = False, session: bool = True) -> Json:
    """The envelope of a request: in a session, with what the last response left, unless told otherwise."""
    application, user = {"applicationId": SKILL_ID}, {"userId": PERSON}
    here = {"new": new, "sessionId": "s", "application": application, "user": user, "attributes": attributes or {}}
    device = {"deviceId": "d", "supportedInterfaces": {}}
    system = {"application": application, "user": user, "device": device, "apiEndpoint": "https://x.invalid"}
    common = {"requestId": "r", "timestamp": MORNING, "locale": "en-US"}
    whole = {"version": "1.0", "context": {"System": system}, "request": common | request}
    return whole | {"session": here} if session else whole


def launch(**fields: Any) -> Json:
    """The skill was opened."""
    return {"type": "LaunchRequest", **fields}


def intent(name: str, *slots: Json, **fields: Any) -> Json:
    """An intent with its slots."""
    by_name = {slot["name"]: slot for slot in slots}
    return {
        "type": "IntentRequest",
        "intent": {"name": name, "confirmationStatus": "NONE", "slots": by_name},
        **fields,
    }


def heard(name: str, value: str | None) -> Json:
    """A slot of a built-in type: the words, or nothing."""
    slot = {"name": name, "confirmationStatus": "NONE", "source": "USER"}
    return slot if value is None else slot | {"value": value}


def resolved(name: str, value: str, *ids: str | None) -> Json:
    """A slot of a type of our own: each authority's id for the words, None for one that knows none."""
    authorities = [
        {"authority": f"a{index}", "status": {"code": "ER_SUCCESS_NO_MATCH"}}
        if id_ is None
        else {
            "authority": f"a{index}",
            "status": {"code": "ER_SUCCESS_MATCH"},
            "values": [{"value": {"name": value, "id": id_}}],
        }
        for index, id_ in enumerate(ids)
    ]
    return heard(name, value) | {"resolutions": {"resolutionsPerAuthority": authorities}}


def parsed(event: Json) -> RequestEnvelope:
    """The envelope as the SDK reads it."""
    return DefaultSerializer().deserialize(json.dumps(event), RequestEnvelope)
