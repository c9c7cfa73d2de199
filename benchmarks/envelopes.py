"""Requests as an Echo Show sends them: long ids, a token for Alexa's services, a screen and what is on it.

The shape is that of ``simulator.envelope``; what is added here is length, since reading a request costs by its size.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from simulator.device.screen import APL, APL_VERSION, INTERFACES, VIEWPORT, VIEWPORTS
from simulator.envelope import SKILL_ID, Json, Sender, intent_request, launch_request, session_object
from simulator.models.folder import read_model
from tools.hearing.utterances import ROOT

LOCALE = "en-US"
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
USER = "amzn1.ask.account." + "AMA" * 50 + "000000"
"""The last six letters are a number where many people take the same turn."""
DEVICE = "amzn1.ask.device." + "AHB" * 50
SESSION = "amzn1.echo-api.session.00000000-0000-4000-8000-000000000000"
TOKEN = "e30." * 250
"""As long as the one that Alexa sends, and good for nothing."""


def show(user: str = USER) -> Sender:
    """An Echo Show on which a document is shown."""
    return Sender(SKILL_ID, user, DEVICE, api_token=TOKEN, interfaces=INTERFACES | _MORE_INTERFACES, shown=_SHOWN)


def speaker(user: str = USER) -> Sender:
    """An Echo that only speaks."""
    return Sender(SKILL_ID, user, DEVICE, api_token=TOKEN)


def launch(sender: Sender) -> Json:
    """Somebody opens the skill."""
    return sender.envelope(session_object(SESSION, {}, new=True), launch_request(LOCALE, NOW))


def intent(sender: Sender, name: str, attributes: Json | None = None, **values: str) -> Json:
    """Somebody says something: ``values`` are the ids of the slots that are filled, or an ISO date.

    The intent has all of its slots, as Alexa sends them. Without attributes the session has just begun.
    """
    filled = {slot: _slot(slot, values.get(slot)) for slot in _slots_of(name)}
    asked = {"name": name, "confirmationStatus": "NONE", "slots": filled}
    session = session_object(SESSION, attributes or {}, new=attributes is None)
    return sender.envelope(session, intent_request(LOCALE, NOW, asked, "STARTED" if filled else None))


def _slot(name: str, value: str | None) -> Json:
    if value is None:
        return {"name": name, "confirmationStatus": "NONE"}
    said = value.replace("_", " ")
    slot: Json = {"name": name, "value": said, "confirmationStatus": "NONE", "source": "USER"}
    if not value[0].isdigit():
        slot["resolutions"] = _resolved(name, said, value)
    heard = {key: slot[key] for key in ("value", "resolutions") if key in slot}
    return {**slot, "slotValue": {"type": "Simple", **heard}}


def _resolved(name: str, said: str, id_: str) -> Json:
    authority = f"amzn1.er-authority.echo-sdk.{SKILL_ID}.{name}"
    value = {"value": {"name": said, "id": id_}}
    return {
        "resolutionsPerAuthority": [
            {"authority": authority, "status": {"code": "ER_SUCCESS_MATCH"}, "values": [value]}
        ]
    }


@cache
def _slots_of(intent_name: str) -> tuple[str, ...]:
    model = read_model(ROOT / "interaction_models", LOCALE)
    found = next(one for one in model.language_model.intents if one.name == intent_name)
    return tuple(slot.name for slot in found.slots)


def _component(number: int) -> Mapping[str, Any]:
    place = f"1280x100+0+{number * 100}:0"
    tags = {"viewport": {}, "ordinal": number, "clickable": True}
    return {"uid": f"{1000 + number}", "id": f"row-{number}", "position": place, "type": "text", "tags": tags}


_MORE_INTERFACES: Json = {"AudioPlayer": {}, "VideoApp": {}, "Geolocation": {}, "Display": {"templateVersion": "1.0"}}
_SHOWN: Json = {
    "Viewports": VIEWPORTS,
    "Viewport": VIEWPORT,
    "Extensions": {"available": {"aplext:backstack:10": {}}},
    APL: {
        "token": "message",
        "version": APL_VERSION,
        "componentsVisibleOnScreen": [
            {
                "uid": "1000",
                "position": "1280x800+0+0:0",
                "type": "mixed",
                "tags": {"viewport": {}},
                "children": [_component(number) for number in range(1, 8)],
                "entities": [],
            }
        ],
    },
}
