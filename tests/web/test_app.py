"""The door lets through what is signed, answers what the handler answers, and fails without a word."""

import json
import logging
from datetime import timedelta
from typing import Any

import pytest
from ask_sdk_core.exceptions import SerializationException
from flask.testing import FlaskClient

from skill.errors import NotFromAlexa
from skill.web.app import BODY_LIMIT_BYTES, create_app
from tests.web.conftest import ANSWER, Handler
from tests.web.signing import Signer

WORDS = "words that nobody else may read"


def test_a_signed_request_gets_the_handlers_answer(client: FlaskClient, signer: Signer, handler: Handler) -> None:
    body = signer.body()
    answer = client.post("/alexa", data=body, headers=signer.headers(body))
    assert (answer.status_code, answer.content_type, answer.json) == (200, "application/json", ANSWER)
    assert handler.heard == [json.loads(body)]


def test_an_envelope_that_the_sdk_cannot_read_reaches_the_handler(
    client: FlaskClient, signer: Signer, handler: Handler
) -> None:
    body = signer.body({"type": "Alexa.Tomorrow.Request", "dialogState": "NEVER_SEEN"})
    assert client.post("/alexa", data=body, headers=signer.headers(body)).status_code == 200
    assert handler.heard == [json.loads(body)]


@pytest.mark.parametrize(
    "content_type", ["application/x-www-form-urlencoded", "multipart/form-data", "", "text/plain"]
)
def test_the_body_is_read_raw_whatever_its_content_type(
    client: FlaskClient, signer: Signer, handler: Handler, content_type: str
) -> None:
    body = signer.body()
    headers = {**signer.headers(body), "Content-Type": content_type}
    assert client.post("/alexa", data=body, headers=headers).status_code == 200
    assert handler.heard == [json.loads(body)]


def test_a_skill_event_may_be_an_hour_late(client: FlaskClient, signer: Signer) -> None:
    body = signer.body({"type": "AlexaSkillEvent.SkillDisabled"}, age=timedelta(minutes=59))
    assert client.post("/alexa", data=body, headers=signer.headers(body)).status_code == 200


def test_two_requests_fetch_the_chain_once(client: FlaskClient, signer: Signer) -> None:
    for _ in range(2):
        body = signer.body()
        assert client.post("/alexa", data=body, headers=signer.headers(body)).status_code == 200
    assert len(signer.fetched) == 1


def test_a_fetch_that_failed_is_tried_again(signer: Signer, handler: Handler) -> None:
    failures = [TimeoutError("too slow")]

    def fetch(address: str) -> bytes:
        if failures:
            raise failures.pop()
        return signer.fetch(address)

    client = create_app(handler, signer.verifier(fetch=fetch)).test_client()
    body = signer.body()
    assert client.post("/alexa", data=body, headers=signer.headers(body)).status_code == 400
    assert handler.heard == []
    assert client.post("/alexa", data=body, headers=signer.headers(body)).status_code == 200


def test_a_broken_chain_is_not_remembered(client: FlaskClient, signer: Signer, handler: Handler) -> None:
    good, signer.chain = signer.chain, b"<Error>AccessDenied</Error>"
    body = signer.body()
    assert client.post("/alexa", data=body, headers=signer.headers(body)).status_code == 400
    assert handler.heard == []
    signer.chain = good
    assert client.post("/alexa", data=body, headers=signer.headers(body)).status_code == 200


def test_health_needs_no_signature_and_tells_nothing(client: FlaskClient, handler: Handler) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})
    assert handler.heard == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/alexa", 405),
        ("PUT", "/alexa", 405),
        ("POST", "/", 404),
        ("POST", "/alexa/", 404),
        ("GET", "/static/x", 404),
    ],
)
def test_any_other_path_or_method_is_answered_with_its_status_alone(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    answer = client.open(path, method=method)
    assert (answer.status_code, answer.data) == (status, b"")
    assert ("Allow" in answer.headers) is (status == 405)


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
    client = create_app(Failing(error), signer.verifier()).test_client()
    body = signer.body()
    answer = client.post("/alexa", data=body, headers=signer.headers(body))
    assert (answer.status_code, answer.data) == (500, b"")
    [record] = caplog.records
    assert record.levelno == logging.ERROR
    assert f"{error.__name__} in __call__ (" in record.getMessage()
    assert record.exc_info is None
    assert WORDS not in caplog.text


def test_an_envelope_that_the_skill_itself_takes_for_anothers_is_refused(signer: Signer) -> None:
    client = create_app(Failing(NotFromAlexa), signer.verifier(None)).test_client()
    body = signer.body()
    answer = client.post("/alexa", data=body, headers=signer.headers(body))
    assert (answer.status_code, answer.data) == (400, b"")


def test_an_answer_that_is_no_json_is_a_500_that_is_logged_without_words(
    signer: Signer, caplog: pytest.LogCaptureFixture
) -> None:
    client = create_app(lambda _event, _context: {WORDS: object()}, signer.verifier()).test_client()
    body = signer.body()
    answer = client.post("/alexa", data=body, headers=signer.headers(body))
    assert (answer.status_code, answer.data) == (500, b"")
    [record] = caplog.records
    assert record.getMessage().startswith("the skill failed: TypeError in ")
    assert record.exc_info is None
    assert WORDS not in caplog.text


def test_a_refusal_is_one_line_that_names_the_rule_alone(
    client: FlaskClient, signer: Signer, caplog: pytest.LogCaptureFixture
) -> None:
    body = signer.body({"said": WORDS})
    client.post("/alexa", data=body + b" ", headers=signer.headers(body))
    assert [record.getMessage() for record in caplog.records] == ["refused: signature: it is not that of the body"]


def test_a_body_of_the_limit_is_read(client: FlaskClient, signer: Signer) -> None:
    body = signer.body().ljust(BODY_LIMIT_BYTES)
    assert client.post("/alexa", data=body, headers=signer.headers(body)).status_code == 200


def test_a_body_over_the_limit_is_refused_before_anything_is_fetched(
    client: FlaskClient, signer: Signer, handler: Handler
) -> None:
    body = signer.body().ljust(BODY_LIMIT_BYTES + 1)
    answer = client.post("/alexa", data=body, headers=signer.headers(body))
    assert (answer.status_code, answer.data) == (400, b"")
    assert signer.fetched == []
    assert handler.heard == []
