"""Whatever comes in, there is an answer; nothing is lost, and nothing that was said is logged."""

import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.door import Handler, open_door
from skill.conversation.ports import Stored
from skill.decision.models import MODELS
from skill.errors import NotFromAlexa
from skill.record import VERSION
from skill.service import Service
from skill.storage.memory import MemoryStore
from skill.wording import catalog as catalogues
from skill.wording.catalog import _catalog, catalog
from tests.alexa.envelopes import SKILL_ID, Json, envelope, heard, intent, launch, resolved

SECRET = "a very private kettle"
KEPT: Json = {"record": {"version": 1, "anything": ["at", "all"]}, "turn": {"asking": "item"}}
SILENCE = {"version": "1.0", "response": {}}
TELLING = intent("TellItemIntent", resolved("item", SECRET, None))


class Broken(MemoryStore):
    """A store that breaks in a way that no store may, quoting what it was given."""

    def load(self, person: str, *, now: datetime) -> Stored | None:  # noqa: ARG002 - the port's signature
        raise ValueError(f"no {SECRET} for {person}")


@pytest.fixture
def skill() -> Handler:
    return open_door(Service(MODELS, MemoryStore()), SKILL_ID)


@pytest.fixture
def broken() -> Handler:
    return open_door(Service(MODELS, Broken()), SKILL_ID)


def require_apology(answer: Json, locale: str = "en-US") -> None:
    """The answer says sorry, leaves the session open, and asks."""
    response = answer["response"]
    assert response["shouldEndSession"] is False
    assert response["outputSpeech"]["ssml"].endswith("?</speak>")
    assert response["reprompt"]["outputSpeech"]["ssml"].endswith("?</speak>")
    assert response["reprompt"] != {"outputSpeech": response["outputSpeech"]}
    ways = (catalog("said", locale).message("apology") or "").splitlines()
    assert response["outputSpeech"]["ssml"].removeprefix("<speak>").startswith(tuple(ways))


def test_a_launch_is_answered_and_its_record_is_in_the_session(skill: Handler) -> None:
    answer = skill(envelope(launch(), new=True), None)
    assert answer["response"]["shouldEndSession"] is False
    assert answer["sessionAttributes"]["turn"] == {"asking": "which_problem", "outcome": None, "channel": None}
    assert answer["sessionAttributes"]["record"]["version"] == VERSION


def test_the_session_s_attributes_carry_the_talk_on(skill: Handler) -> None:
    first = skill(envelope(intent("LostPackageIntent"), new=True), None)
    other = open_door(Service(MODELS, MemoryStore()), SKILL_ID)
    second = other(envelope(TELLING, attributes=first["sessionAttributes"]), None)
    assert first["sessionAttributes"]["turn"]["asking"] == "item"
    assert second["sessionAttributes"]["turn"]["asking"] == "status"


def test_a_request_outside_a_session_is_answered_without_session_attributes(skill: Handler) -> None:
    answer = skill(envelope(launch(), session=False), None)
    assert answer["response"]["outputSpeech"]
    assert not answer.get("sessionAttributes")


@pytest.mark.parametrize(
    "request_",
    [
        {"type": "SessionEndedRequest", "reason": "USER_INITIATED"},
        {"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": "INVALID_RESPONSE", "message": SECRET}},
        {"type": "AlexaSkillEvent.SkillDisabled"},
        {"type": "System.ExceptionEncountered", "error": {"type": "INVALID_RESPONSE", "message": SECRET}},
    ],
)
def test_what_nobody_waits_for_is_answered_with_silence(
    skill: Handler, request_: Json, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        answer = skill(envelope(request_), None)
    assert answer["response"] == {}
    assert caplog.messages
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    "request_",
    [
        {"type": "Alexa.Brand.New", "newer": "than the SDK"},
        {"type": None},
        {},
        TELLING | {"dialogState": "ON_THE_MOON"},
        intent("TellItemIntent", heard("item", SECRET) | {"confirmationStatus": "PERHAPS"}),
        launch(timestamp="yesterday"),
    ],
    ids=["unknown type", "no type's value", "no type", "unknown dialog state", "unknown status", "no time"],
)
@pytest.mark.parametrize("locale", ["en-US", "de-DE", "fr-FR"])
def test_a_request_that_cannot_be_read_is_met_with_an_apology_and_nothing_is_lost(
    skill: Handler, request_: Json, locale: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = skill(envelope(request_ | {"locale": locale}, attributes=KEPT), None)
    require_apology(answer, locale)
    assert answer["sessionAttributes"] == KEPT
    assert len(caplog.messages) == 1
    assert caplog.messages[0].startswith("a request could not be handled: ")
    assert SECRET not in caplog.text


def test_an_exception_inside_is_met_with_an_apology_and_told_without_words(
    broken: Handler, caplog: pytest.LogCaptureFixture
) -> None:
    answer = broken(envelope(TELLING, attributes=KEPT), None)
    require_apology(answer)
    assert answer["sessionAttributes"] == KEPT
    assert "ValueError" in caplog.text
    assert "service.py" in caplog.text
    assert "kettle" not in caplog.text


def test_an_apology_is_in_the_language_of_the_request(broken: Handler) -> None:
    speeches = {
        broken(envelope(launch(locale=here)), None)["response"]["outputSpeech"]["ssml"] for here in ("en-US", "de-DE")
    }
    assert len(speeches) == 2


def test_an_exception_outside_a_session_is_answered_with_silence(broken: Handler) -> None:
    assert broken(envelope(launch(), session=False), None) == SILENCE


def test_an_unknown_skill_event_is_answered_with_silence_though_it_has_a_session(skill: Handler) -> None:
    for kind in ("AlexaSkillEvent.BrandNew", "System.BrandNew", "Reminders.BrandNew"):
        assert skill(envelope({"type": kind}), None) == SILENCE


@pytest.mark.parametrize(
    "event", [None, [], {}, "", 0, {"session": 1, "request": []}, {"session": {}, "request": None}]
)
def test_garbage_is_answered_with_silence(event: Any) -> None:
    anybody = open_door(Service(MODELS, MemoryStore()), None)
    assert anybody(event, None) == SILENCE


@pytest.mark.parametrize(
    "event", [{"session": {"new": True}}, {"session": {"attributes": None}, "request": {"locale": 7}}]
)
def test_garbage_with_a_session_is_met_with_an_apology(event: Any) -> None:
    anybody = open_door(Service(MODELS, MemoryStore()), None)
    answer = anybody(event, None)
    require_apology(answer)
    assert answer["sessionAttributes"] == {}


def test_a_request_for_another_skill_is_refused(skill: Handler) -> None:
    event = envelope(launch())
    event["context"]["System"]["application"]["applicationId"] = "amzn1.ask.skill.other"
    with pytest.raises(NotFromAlexa, match=r"^the request is for another skill: applicationId$"):
        skill(event, None)


def not_addressed() -> Iterator[Any]:
    """Envelopes that do not say which skill they are for."""
    yield from (None, [], {}, "x")
    for key in ("context", "System", "application", "applicationId"):
        event = envelope(launch())
        inner = event
        for step in ("context", "System", "application", "applicationId"):
            if step == key:
                inner[step] = None
                break
            inner = inner[step]
        yield event


@pytest.mark.parametrize("event", [*not_addressed()])
def test_a_request_that_says_for_no_skill_is_refused(skill: Handler, event: Any) -> None:
    with pytest.raises(NotFromAlexa):
        skill(event, None)


def test_without_a_skill_id_any_skill_s_requests_are_answered() -> None:
    anybody = open_door(Service(MODELS, MemoryStore()), None)
    assert anybody(envelope(launch()), None)["response"]["outputSpeech"]


def test_even_without_any_words_the_person_hears_that_it_went_wrong(
    skill: Handler, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _catalog.cache_clear()
    monkeypatch.setattr(catalogues, "FOLDER", str(tmp_path))
    answer = skill(envelope(launch(), attributes=KEPT), None)
    _catalog.cache_clear()
    assert "went wrong" in answer["response"]["outputSpeech"]["ssml"]
    assert answer["response"]["shouldEndSession"]
    assert answer["sessionAttributes"] == KEPT
