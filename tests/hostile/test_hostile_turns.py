"""Whatever arrives at whatever question: no exception, no dead end, no response that Alexa would refuse."""

import json
import logging
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from simulator.envelope import SKILL_ID, Sender, intent_request, session_object
from simulator.judge import judge
from simulator.models.declared import Declared
from simulator.models.folder import read_model
from skill.alexa.intents import ELICITED
from skill.bootstrap import build_skill
from skill.conversation.state import State
from skill.record import encode
from skill.settings import Settings
from tests.hostile.places import NOW, a_state_for_every_question
from tests.standing_rules import check_response
from tools.interaction_model import ModelFile

MODELS_FOLDER = Path(__file__).parents[2] / "interaction_models"
LOCALES = ("en-US", "de-DE")
STATES = a_state_for_every_question()
LONG = "long words and no end " * 100
HOSTILE = {
    "nothing": "",
    "blanks": "   ",
    "a question mark": "?",
    "2,000 characters": LONG[:2_000],
    "2,000 digits": "7" * 2_000,
    "right-to-left marks": "\u202ekettle\u200f \u2067x\u2069",
    "emoji": "👩‍👩‍👧 💥",
    "ssml": '</speak><audio src="https://x.invalid/a.mp3"/><speak>&amp;<',
    "a template": "{item} {0} %s %(a)s ${x} {{y}} [name] __class__",
    "a line break": "one\r\ntwo\x00three\x0bfour",
    "combining marks": "e" + "\u0301" * 300,
    "another script": "أين طردي 我的包裹在哪里",
    "a yes": "yes",
    "a no": "nein",
    "an odd date": "2026-13-45",
    "an old date": "0001-W01",
    "a far date": "9999-12-31",
    "a minus": "-1",
    "json": '{"version": 1, "cases": []}',
}
DIGITS = tuple("1" * length for length in (1, 2, 3, 7, 10, 16, 17, 18, 19, 34, 40))
MAY_END_THE_TALK = {
    *("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"),
    *("AMAZON.NoIntent", "SayNoIntent", "SkipIntent", "DontKnowIntent", "AMAZON.NextIntent"),
    *("ReadMessageIntent", "WaitLongerIntent", "RenameCaseIntent", "CancelReminderIntent"),
    *("TellTicketIntent", "MessageSentIntent", "AMAZON.YesIntent", "SayYesIntent"),
}
"""Intents after which the talk may be over with no outcome told: the person is done, or has what they wanted."""

Json = dict[str, Any]
Endpoint = Callable[[Json, object], Json]


@cache
def skill() -> Endpoint:
    return build_skill(Settings(skill_id=SKILL_ID))


@cache
def slots_of(locale: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The slots of each intent with their types."""
    text = (MODELS_FOLDER / f"{locale}.json").read_text(encoding="utf-8")
    language_model = ModelFile.model_validate_json(text).interaction_model.language_model
    return {
        intent.name: tuple((slot.name, slot.type) for slot in intent.slots or ()) for intent in language_model.intents
    }


@cache
def declared(locale: str) -> Declared:
    return Declared(read_model(MODELS_FOLDER, locale))


def slot(name: str, slot_type: str, value: str | None) -> Json:
    """A slot as Alexa sends it: words of a type of our own come with the resolutions that did not match."""
    filled: Json = {"name": name, "confirmationStatus": "NONE", "source": "USER"}
    if value is None:
        return filled
    if slot_type.startswith("AMAZON."):
        return filled | {"value": value}
    authority = {"authority": f"amzn1.er-authority.{slot_type}", "status": {"code": "ER_SUCCESS_NO_MATCH"}}
    return filled | {"value": value, "resolutions": {"resolutionsPerAuthority": [authority]}}


def send(locale: str, person: str, state: State, intent: str, slots: Json) -> tuple[Json, Json]:
    """The request and the response to an intent while a state is what the session remembers.

    Somebody else each time, so that only the session remembers.
    """
    attributes = {"record": encode(state)}
    heard = {"name": intent, "confirmationStatus": "NONE", "slots": slots}
    request = intent_request(locale, NOW, heard, "STARTED" if slots else None)
    envelope = Sender(SKILL_ID, person).envelope(session_object("s", attributes, new=False), request)
    return envelope, skill()(json.loads(json.dumps(envelope)), None)


def check(locale: str, request: Json, response: Json) -> None:
    """No dead end, and nothing that Alexa or our own rules refuse."""
    told = json.dumps(request["request"]["intent"])[:300]
    assert judge(request, response, declared(locale)) == [], told
    assert "turn" in response["sessionAttributes"], f"an apology: {told}"
    check_response(response)
    turn = response["sessionAttributes"]["turn"]
    alexa_asks = any(it["type"].startswith("Connections.") for it in response["response"].get("directives", ()))
    if turn["asking"] is None and turn["outcome"] is None and not alexa_asks:
        assert request["request"]["intent"]["name"] in MAY_END_THE_TALK, told


@pytest.fixture(autouse=True)
def no_exception(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """An exception that the door apologises for is logged, and is a failure here; so is a message that is missing."""
    caplog.set_level(logging.ERROR)
    yield
    assert [record.getMessage() for record in caplog.records] == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("where", STATES)
def test_every_intent_with_hostile_slots_is_met_at_this_question(where: str, locale: str) -> None:
    values = cycle([*HOSTILE.values(), None])
    for number, (intent, slots) in enumerate(slots_of(locale).items()):
        filled = {name: slot(name, slot_type, next(values)) for name, slot_type in slots}
        check(
            locale, *send(locale, f"amzn1.ask.account.{where}.{locale}.{number}"[:255], STATES[where], intent, filled)
        )


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("where", STATES)
def test_every_hostile_answer_is_met_at_this_question(where: str, locale: str) -> None:
    elicited = ELICITED.get(where, ELICITED["item"])
    types = dict(slots_of(locale)[elicited.intent])
    for number, value in enumerate((*HOSTILE.values(), *DIGITS)):
        filled = {elicited.slot: slot(elicited.slot, types[elicited.slot], value)}
        person = f"amzn1.ask.account.{where}.answer.{number}"
        check(locale, *send(locale, person, STATES[where], elicited.intent, filled))


@pytest.mark.parametrize("value", [5, 3.5, True, ["kettle"], {"value": "kettle"}], ids=repr)
@pytest.mark.parametrize("where", ["item", "order_number", "amount", "urgent", "which_problem"])
def test_a_value_of_the_wrong_type_is_met_too(where: str, value: object) -> None:
    elicited = ELICITED.get(where, ELICITED["item"])
    filled = {elicited.slot: slot(elicited.slot, "AMAZON.SearchQuery", None) | {"value": value}}
    person = f"amzn1.ask.account.{where}.type.{value!r}"
    check("en-US", *send("en-US", person, STATES[where], elicited.intent, filled))
