"""When DynamoDB fails: the store says so in time, says what to do, and quotes nothing."""

import logging
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.conversation.ports import Memory, Stored
from skill.errors import StoreUnavailable, WriteConflict
from skill.storage.dynamodb import DynamoDbStore
from tests.storage.conftest import Opener
from tests.storage.dynamodb_local import free_port
from tests.storage.failing_server import (
    FOUND,
    ITEM,
    USED,
    Failure,
    answer,
    babble,
    drip,
    failing,
    hang_up,
    refuse,
    say_nothing,
    shown_by,
)
from tests.storage.promises import NOW, PERSON
from tests.web.pki import Authority, pem

WORDS = "words that nobody else may read"
QUOTE = f"{PERSON}: {WORDS}"
TIMEOUT_SECONDS = 0.4
SPARE_SECONDS = 5.0

CALLS: dict[str, Callable[[Memory], object]] = {
    "load": lambda store: store.load(PERSON, now=NOW),
    "save": lambda store: store.save(PERSON, WORDS, based_on=None, now=NOW),
    "forget": lambda store: store.forget(PERSON),
}
FAILURES: dict[str, Failure] = {
    "hangs up": hang_up,
    "says nothing": say_nothing,
    "drips": drip,
    "babbles": babble,
    "is broken": answer(500, {"__type": "InternalServerError", "message": QUOTE}),
    "is away": answer(503, f"<html>{QUOTE}</html>"),
    "throttles": refuse("ProvisionedThroughputExceededException", QUOTE),
    "has another error": refuse(QUOTE, QUOTE),
    "sends a page": answer(200, f"<html>{QUOTE}</html>"),
    "sends nothing": answer(200, ""),
    "sends an empty object": answer(200, {}),
    "sends a list": answer(200, [QUOTE]),
    "sends other types": answer(200, {"Item": QUOTE, "Attributes": 7, "ConsumedCapacity": QUOTE}),
    "sends us elsewhere": answer(301, QUOTE),
}


def unavailable(store: DynamoDbStore, call: str) -> str:
    """The message of the call that fails, after holding it against what every failing call promises."""
    began = time.monotonic()
    with pytest.raises(StoreUnavailable) as raised:
        CALLS[call](store)
    assert time.monotonic() - began < TIMEOUT_SECONDS + SPARE_SECONDS
    message = str(raised.value)
    assert message.startswith(f"cannot {call} in the table cases: ")
    assert WORDS not in message
    assert PERSON not in message
    assert raised.value.__cause__ is None
    return message


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("failure", FAILURES)
def test_a_server_that_fails_is_unavailable_in_time_and_not_quoted(
    failure: str, call: str, dynamodb: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with failing(FAILURES[failure]) as server:
        unavailable(dynamodb("cases", timeout_seconds=TIMEOUT_SECONDS, endpoint_url=server.endpoint_url), call)
    assert WORDS not in caplog.text
    assert PERSON not in caplog.text


@pytest.mark.parametrize("call", CALLS)
def test_a_server_that_is_down_is_unavailable_at_once(call: str, dynamodb: Opener) -> None:
    store = dynamodb("cases", endpoint_url=f"http://127.0.0.1:{free_port()}")
    assert "ConnectionRefusedError; check the network" in unavailable(store, call)


@pytest.mark.parametrize("call", CALLS)
def test_a_socket_that_nobody_serves_is_given_up_in_time(call: str, dynamodb: Opener) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        unavailable(dynamodb("cases", timeout_seconds=TIMEOUT_SECONDS, endpoint_url=address), call)


def test_a_name_server_that_hangs_is_given_up_in_time(dynamodb: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def hang(*_: object, **__: object) -> object:
        over.wait()
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    store = dynamodb("cases", timeout_seconds=TIMEOUT_SECONDS)
    assert "TimeoutError; there was no answer" in unavailable(store, "load")
    over.set()


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        ("ProvisionedThroughputExceededException", "on-demand capacity"),
        ("ThrottlingException", "on-demand capacity"),
        ("RequestLimitExceeded", "on-demand capacity"),
        ("ResourceNotFoundException", "check CASE_COMPASS_STORE and AWS_REGION"),
        ("AccessDeniedException", "allow it dynamodb:GetItem"),
        ("UnrecognizedClientException", "check the function's role"),
        ("InvalidSignatureException", "check the function's role"),
        ("ExpiredTokenException", "check the function's role"),
        ("ValidationException", "its key must be person"),
    ],
)
def test_a_refusal_comes_with_advice_and_is_not_repeated(code: str, advice: str, dynamodb: Opener) -> None:
    with failing(refuse(code, QUOTE)) as server:
        store = dynamodb("cases", endpoint_url=server.endpoint_url)
        assert f"{code}; " in unavailable(store, "load")
        assert advice in unavailable(store, "save")
        assert server.requests == 2


@pytest.mark.parametrize("failure", [hang_up, FAILURES["is broken"], FAILURES["is away"]])
def test_a_load_is_asked_again_after_a_failure_that_may_pass(failure: Failure, dynamodb: Opener) -> None:
    with failing(failure, FOUND) as server:
        store = dynamodb("cases", endpoint_url=server.endpoint_url)
        assert store.load(PERSON, now=NOW) == Stored("kept", 7)
        assert server.requests == 2


def test_a_load_that_hangs_is_asked_again_while_there_is_time(dynamodb: Opener) -> None:
    with failing(say_nothing, FOUND) as server:
        store = dynamodb("cases", timeout_seconds=3.0, endpoint_url=server.endpoint_url)
        assert store.load(PERSON, now=NOW) == Stored("kept", 7)


def test_a_server_that_nobody_vouches_for_is_named_and_not_asked_again(
    dynamodb: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bundle = tmp_path / "bundle.pem"
    bundle.write_bytes(pem(Authority.root("Somebody").certificate))
    monkeypatch.setenv("AWS_CA_BUNDLE", str(bundle))
    with failing(FOUND, shown=shown_by(Authority.root("Store Root"), tmp_path)) as server:
        message = unavailable(dynamodb("cases", endpoint_url=server.endpoint_url), "load")
        assert "SSLCertVerificationError; nobody whom we trust vouches" in message
        assert len(server.lines) == 1


def test_a_connection_that_died_while_nobody_used_it_is_replaced(dynamodb: Opener) -> None:
    with failing(FOUND, hang_up, FOUND) as server:
        store = dynamodb("cases", endpoint_url=server.endpoint_url)
        assert store.load(PERSON, now=NOW) == store.load(PERSON, now=NOW) == Stored("kept", 7)


@pytest.mark.parametrize("failure", [hang_up, FAILURES["is broken"]])
def test_a_save_is_sent_only_once_since_it_may_have_been_done(failure: Failure, dynamodb: Opener) -> None:
    with failing(failure, refuse("ConditionalCheckFailedException", QUOTE)) as server:
        unavailable(dynamodb("cases", endpoint_url=server.endpoint_url), "save")
        assert server.requests == 1


def test_a_condition_that_does_not_hold_is_a_conflict_and_not_quoted(dynamodb: Opener) -> None:
    with failing(refuse("ConditionalCheckFailedException", QUOTE)) as server:
        store = dynamodb("cases", endpoint_url=server.endpoint_url)
        with pytest.raises(WriteConflict) as conflict:
            store.save(PERSON, WORDS, based_on=3, now=NOW)
    assert WORDS not in str(conflict.value)
    assert PERSON not in str(conflict.value)


@pytest.mark.parametrize(
    "change",
    [
        {"record": {"L": []}},
        {"record": {"S": None}},
        {"revision": {"S": WORDS}},
        {"revision": {"N": WORDS}},
        {"expires": {"N": "1e9"}},
        {"expires": None},
    ],
)
def test_an_item_of_another_kind_is_unavailable_and_not_quoted(change: dict[str, object], dynamodb: Opener) -> None:
    with failing(answer(200, USED | {"Item": ITEM | change})) as server:
        store = dynamodb("cases", endpoint_url=server.endpoint_url)
        with pytest.raises(StoreUnavailable, match="an item of another kind") as raised:
            store.load(PERSON, now=NOW)
    assert WORDS not in str(raised.value)


@pytest.mark.parametrize(("record", "why"), [("ü" * 210_000, "too large"), ("\ud800", "half a letter")])
def test_what_cannot_be_kept_is_refused_before_it_is_sent(record: str, why: str, dynamodb: Opener) -> None:
    with failing(answer(200, USED)) as server:
        store = dynamodb("cases", endpoint_url=server.endpoint_url)
        with pytest.raises(StoreUnavailable, match=why) as raised:
            store.save(PERSON, record, based_on=None, now=NOW)
        assert server.requests == 0
    assert "ü" not in str(raised.value)
    assert raised.value.__cause__ is None
