"""Genuine envelopes, made at random: any request, at any question of the skill, with slots filled in any way."""

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from simulator.device.screen import INTERFACES, Screen
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
from skill.record import encode
from tests.hostile.places import NOW, a_state_for_every_question
from tools.interaction_model import ModelFile

LOCALES = ("en-US", "en-GB", "en-IN", "de-DE")
PEOPLE = 40
FREE_WORDS = ("kettle", "my blue kettle", "yes", "nein", "skip", "one one two five five five five", "112", "a b c")
DATES = ("2026-11-17", "2026-W47", "2026-11", "PRESENT_REF", "2026-11-17T", "09:30", "MO", "49", "?", "")
MODELS_FOLDER = Path(__file__).parents[2] / "interaction_models"


class SlotOf(NamedTuple):
    """A slot of an intent, and the values of its type: (id, words)."""

    name: str
    custom: bool
    values: tuple[tuple[str | None, str], ...]


@cache
def intents_of(locale: str) -> dict[str, tuple[SlotOf, ...]]:
    """The slots of each intent of a locale's interaction model."""
    text = (MODELS_FOLDER / f"{locale}.json").read_text(encoding="utf-8")
    language = ModelFile.model_validate_json(text).interaction_model.language_model
    values = {kind.name: tuple((value.id, value.name.value) for value in kind.values) for kind in language.types}
    return {
        intent.name: tuple(
            SlotOf(slot.name, not slot.type.startswith("AMAZON."), values.get(slot.type, ()))
            for slot in intent.slots or ()
        )
        for intent in language.intents
    }


@cache
def states() -> tuple[Json, ...]:
    """What the session remembers, at every question that can be open."""
    return tuple(encode(state) for state in a_state_for_every_question().values())


def envelope(chance: Random, last: Json | None = None) -> Json:
    """An envelope of about ``NOW``; ``last`` are session attributes of an earlier answer, to go on with."""
    locale = chance.choice(LOCALES)
    kind = chance.choices((_intent, _launch, _ended, _consent, _resumed, _event), (80, 6, 3, 3, 3, 5))[0]
    request = kind(chance, locale, NOW + timedelta(seconds=chance.randint(-140, 140)))
    request["requestId"] = f"amzn1.echo-api.request.{chance.getrandbits(64):x}"  # the same for the same seed
    sender = _sender(chance)
    if kind is _event:
        return sender.event(request)
    session = session_object("amzn1.echo-api.session.1", _attributes(chance, last), new=kind is _launch)
    return sender.envelope(session, request)


def _sender(chance: Random) -> Sender:
    """A person at a device with a screen or without; the services can be called, and answer nothing, now and then."""
    screen = chance.random() < 0.5
    return Sender(
        SKILL_ID,
        f"amzn1.ask.account.{chance.randrange(PEOPLE)}",
        api_token="simulated" if chance.random() < 0.2 else "",
        interfaces=INTERFACES if screen else {},
        shown=Screen("case").as_context() if screen else {},
    )


def _attributes(chance: Random, last: Json | None) -> Json | None:
    if last is not None and chance.random() < 0.4:
        return last
    return chance.choices(({"record": chance.choice(states())}, {}, None), (80, 15, 5))[0]


def _intent(chance: Random, locale: str, now: datetime) -> Json:
    name = chance.choice([*intents_of(locale)])
    slots = {slot.name: _slot(chance, slot) for slot in intents_of(locale)[name]}
    heard: Json = {"name": name, "confirmationStatus": "NONE"} | ({"slots": slots} if slots else {})
    return intent_request(locale, now, heard, "STARTED" if slots else None)


def _slot(chance: Random, slot: SlotOf) -> Json:
    filled: Json = {"name": slot.name, "confirmationStatus": "NONE", "source": "USER"}
    how = chance.random()
    if how < 0.4:
        return filled
    if not slot.custom:
        value = chance.choice(FREE_WORDS + DATES)
        return filled | {"value": value, "slotValue": {"type": "Simple", "value": value}}
    if how < 0.8 and slot.values:
        known, words = chance.choice(slot.values)
        return filled | {"value": words, "resolutions": _resolutions({"name": words, "id": known})}
    return filled | {"value": chance.choice(FREE_WORDS), "resolutions": _resolutions(None)}


def _resolutions(found: Json | None) -> Json:
    code = "ER_SUCCESS_NO_MATCH" if found is None else "ER_SUCCESS_MATCH"
    authority: Json = {"authority": "amzn1.er-authority.a", "status": {"code": code}}
    return {"resolutionsPerAuthority": [authority if found is None else authority | {"values": [{"value": found}]}]}


def _launch(chance: Random, locale: str, now: datetime) -> Json:  # noqa: ARG001 - made like the others
    return launch_request(locale, now)


def _ended(chance: Random, locale: str, now: datetime) -> Json:
    reason = chance.choice(("USER_INITIATED", "ERROR", "EXCEEDED_MAX_REPROMPTS"))
    error = {"type": "INVALID_RESPONSE", "message": "private"} if reason == "ERROR" else None
    return session_ended_request(locale, now, reason, error)


def _consent(chance: Random, locale: str, now: datetime) -> Json:
    payload = {
        "permissionScope": "alexa::alerts:reminders:skill:readwrite",
        "status": chance.choice(("ACCEPTED", "DENIED", "NOT_ANSWERED")),
    }
    return connections_response(locale, now, "AskFor", {"code": "200", "message": "OK"}, payload, "reminder")


def _resumed(chance: Random, locale: str, now: datetime) -> Json:
    status = {"code": chance.choice(("200", "400", "500")), "message": "OK"}
    return session_resumed_request(locale, now, status, {"status": "ACCEPTED"}, "name")


def _event(chance: Random, locale: str, now: datetime) -> Json:  # noqa: ARG001 - made like the others
    kind = chance.choice(("SkillEnabled", "SkillDisabled", "SkillPermissionChanged", "SkillPermissionAccepted"))
    body = {"acceptedPermissions": [{"scope": "alexa::profile:name:read"}]} if chance.random() < 0.5 else None
    return skill_event(kind, now, body)
