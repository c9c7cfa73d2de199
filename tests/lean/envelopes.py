"""Genuine envelopes of all kinds that the skill is sent."""

from collections.abc import Iterator
from datetime import UTC, datetime

from simulator.device.screen import INTERFACES, VIEWPORT, VIEWPORTS
from simulator.envelope import (
    SKILL_ID,
    Json,
    Sender,
    connections_response,
    intent_request,
    launch_request,
    session_ended_request,
    session_object,
    session_resumed_request,
    skill_event,
)
from tests.alexa.envelopes import envelope, heard, intent, launch, resolved

_NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
_OK = {"code": "200", "message": "OK"}
_SCOPE = {"alexa::alerts:reminders:skill:readwrite": {"status": "GRANTED"}}
_SLOT = resolved("item", "kettle", "kettle", None)
_SLOTS = {"item": _SLOT | {"slotValue": {"type": "Simple"} | _SLOT}, "order_number": heard("order_number", None)}
_SHOWN: Json = {
    "Viewport": VIEWPORT,
    "Viewports": VIEWPORTS,
    "Extensions": {"available": {"aplext:backstack:10": {}}},
    "Alexa.Presentation.APL": {
        "token": "document",
        "version": "AriaRuntimeLibrary-2024.3",
        "componentsVisibleOnScreen": [
            {"uid": ":1", "position": "1280x800+0+0:0", "type": "text", "tags": {"viewport": {}}, "entities": []}
        ],
    },
    "AudioPlayer": {"playerActivity": "IDLE", "offsetInMilliseconds": 0},
}
_SHOW = Sender(SKILL_ID, "someone", permissions={"scopes": _SCOPE}, interfaces=INTERFACES, shown=_SHOWN)
_REMEMBERED = {"record": {"version": 2, "turns": 3, "cases": [{"number": 1, "answers": {"item": "kettle"}}]}}


def _all() -> Iterator[Json]:
    yield envelope(launch(), new=True)
    yield envelope(intent("TellItemIntent", _SLOT, dialogState="IN_PROGRESS"), attributes=_REMEMBERED)
    session = session_object("s", _REMEMBERED, new=False)
    requests = (
        launch_request("en-US", _NOW),
        intent_request("de-DE", _NOW, {"name": "X", "confirmationStatus": "NONE", "slots": _SLOTS}, "STARTED"),
        intent_request("en-GB", _NOW, {"name": "AMAZON.YesIntent", "confirmationStatus": "NONE"}, None),
        session_ended_request("en-US", _NOW, "ERROR", {"type": "INVALID_RESPONSE", "message": "why"}),
        session_ended_request("en-US", _NOW, "EXCEEDED_MAX_REPROMPTS"),
        connections_response("en-US", _NOW, "AskFor", _OK, {"status": "ACCEPTED", "isCardThrown": False}, "t"),
        session_resumed_request("en-US", _NOW, _OK, {"status": "DENIED"}, "t"),
    )
    yield from (_SHOW.envelope(session, request) for request in requests)
    permissions = {"acceptedPermissions": [{"scope": "alexa::profile:name:read"}]}
    for kind in ("SkillDisabled", "SkillPermissionAccepted", "SkillPermissionChanged", "SkillAccountLinked"):
        yield _SHOW.event(skill_event(kind, _NOW, permissions if "Permission" in kind else None))


GENUINE = tuple(_all())
