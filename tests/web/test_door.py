"""The door lets through what is signed, answers what the handler answers, and fails without a word."""

import json
import logging
from datetime import timedelta
from typing import Any

import pytest
from ask_sdk_core.exceptions import SerializationException

from skill.errors import NotFromAlexa
from skill.web.door import Answer, WebDoor
from skill.web.unverified import unverified
from tests.web.conftest import ANSWER, Handler
from tests.web.signing import Signer

WORDS = "words that nobody else may read"


def knock(door: WebDoor, signer: Signer, body: bytes) -> Answer:
    return door.answer(signer.headers(body).items(), body)


def test_a_signed_request_gets_the_handlers_answer(door: WebDoor, signer: Signer, handler: Handler) -> None:
    body = signer.body()
    answer = knock(door, signer, body)
    assert (answer.status, dict(answer.headers)) == (200, {"content-type": "application/json;charset=UTF-8"})
    assert json.loads(answer.body) == ANSWER
    assert handler.heard == [json.loads(body)]


def test_an_envelope_that_the_sdk_cannot_read_reaches_the_handler(
    door: WebDoor, signer: Signer, handler: Handler
) -> None:
    body = signer.body({"type": "Alexa.Tomorrow.Request", "dialogState": "NEVER_SEEN"})
    assert knock(door, signer, body).status == 200
    assert handler.heard == [json.loads(body)]


def test_a_skill_event_may_be_an_hour_late(door: WebDoor, signer: Signer) -> None:
    body = signer.body({"type": "AlexaSkillEvent.SkillDisabled"}, age=timedelta(minutes=59))
    assert knock(door, signer, body).status == 200


def test_two_requests_fetch_the_chain_once(door: WebDoor, signer: Signer) -> None:
    for _ in range(2):
        assert knock(door, signer, signer.body()).status == 200
    assert len(signer.fetched) == 1


def test_a_fetch_that_failed_is_tried_again(signer: Signer, handler: Handler) -> None:
    failures = [TimeoutError("too slow")]

    def fetch(address: str) -> bytes:
        if failures:
            raise failures.pop()
        return signer.fetch(address)

    door = WebDoor(handler, signer.verifier(fetch=fetch).verify)
    assert knock(door, signer, signer.body()).status == 400
    assert handler.heard == []
    assert knock(door, signer, signer.body()).status == 200


def test_a_broken_chain_is_not_remembered(door: WebDoor, signer: Signer, handler: Handler) -> None:
    good, signer.chain = signer.chain, b"<Error>AccessDenied</Error>"
    assert knock(door, signer, signer.body()).status == 400
    assert handler.heard == []
    signer.chain = good
    assert knock(door, signer, signer.body()).status == 200


class Failing:
    """A skill that fails with an error that quotes what was said."""

    def __init__(self, error: type[Exception]) -> None:
        self.error = error

    def __call__(self, event: dict[str, Any], context: object) -> dict[str, Any]:
        raise self.error(f"{WORDS}: {event} {context}")


@pytest.mark.parametrize("error", [ValueError, SerializationException, UnicodeError])
def test_a_failing_skill_is_a_500_that_is_logged_without_words(
    signer: Signer, caplog: pytest.LogCaptureFixture, error: type[Exception]
) -> None:
    door = WebDoor(Failing(error), signer.verifier().verify)
    assert knock(door, signer, signer.body()) == Answer(500)
    [record] = caplog.records
    assert record.levelno == logging.ERROR
    assert f"{error.__name__} in __call__ (" in record.getMessage()
    assert record.exc_info is None
    assert WORDS not in caplog.text


@pytest.mark.parametrize("made", [object(), "\ud800"])
def test_an_answer_that_is_no_json_is_a_500_that_is_logged_without_words(
    signer: Signer, caplog: pytest.LogCaptureFixture, made: object
) -> None:
    door = WebDoor(lambda _event, _context: {WORDS: made}, signer.verifier().verify)
    assert knock(door, signer, signer.body()) == Answer(500)
    [record] = caplog.records
    assert record.getMessage().startswith("the skill failed: ")
    assert record.exc_info is None
    assert WORDS not in caplog.text


def test_an_envelope_that_the_skill_itself_takes_for_anothers_is_refused(signer: Signer) -> None:
    door = WebDoor(Failing(NotFromAlexa), signer.verifier(None).verify)
    assert knock(door, signer, signer.body()) == Answer(400)


def test_a_refusal_is_one_line_that_names_the_rule_alone(
    door: WebDoor, signer: Signer, caplog: pytest.LogCaptureFixture
) -> None:
    body = signer.body({"said": WORDS})
    door.answer(signer.headers(body).items(), body + b" ", "203.0.113.7")
    [record] = caplog.records
    assert record.getMessage() == "refused: signature: it is not that of the body"
    assert vars(record)["facts"] == {"status": 400, "rule": "signature", "client": "203.0.113.7"}


def test_an_answer_is_one_line_with_its_status_and_time(
    door: WebDoor, signer: Signer, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        knock(door, signer, signer.body({"said": WORDS}))
    [record] = caplog.records
    facts = vars(record)["facts"]
    assert (record.getMessage(), facts["status"]) == ("answered", 200)
    assert 0 <= facts["ms"] < 5000


@pytest.mark.parametrize("request_id", [None, 7, "", ["x"]])
def test_a_request_without_an_id_of_alexas_has_a_made_one(
    signer: Signer, handler: Handler, request_id: object
) -> None:
    door = WebDoor(handler, signer.verifier().verify)
    assert knock(door, signer, signer.body({"requestId": request_id})).status == 200


@pytest.mark.parametrize("constant", [b"NaN", b"Infinity", b"-Infinity", b'"\\ud800"'])
def test_what_json_cannot_carry_is_refused_even_when_signed(door: WebDoor, signer: Signer, constant: bytes) -> None:
    body = signer.body({"said": "HERE"}).replace(b'"HERE"', constant)
    assert knock(door, signer, body) == Answer(400)


def test_with_verification_off_an_envelope_needs_no_signature(handler: Handler, signer: Signer) -> None:
    door = WebDoor(handler, unverified)
    assert door.answer([], signer.body(age=timedelta(days=1))).status == 200
    assert door.answer([], b"[]") == Answer(400)
