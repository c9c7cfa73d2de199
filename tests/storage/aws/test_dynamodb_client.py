"""One call of DynamoDB's interface: what is sent, what counts as an answer, and which refusals can be put right."""

import json
import time
from binascii import crc32
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from email.utils import formatdate

import pytest

from skill.storage.aws.dynamodb import DynamoDb
from skill.storage.aws.trouble import Refused, StrangeAnswer
from tests.storage.aws.test_credentials import at, given
from tests.storage.failing_server import FailingServer, Failure, answer, failing, refuse

FINE = answer(200, {"fine": "ä"})
HOUR = 3600.0


class Calls:
    """Makes clients of servers, and closes all of them."""

    def __init__(self, stack: ExitStack, environment: dict[str, str]) -> None:
        self._stack = stack
        self.environment = environment

    def client(self, *failures: Failure) -> tuple[DynamoDb, FailingServer]:
        server = self._stack.enter_context(failing(*failures))
        return self._stack.enter_context(closing(DynamoDb(server.endpoint_url, None, self.environment))), server


@pytest.fixture
def calls(environment: dict[str, str]) -> Iterator[Calls]:
    with ExitStack() as stack:
        yield Calls(stack, environment)


def ask(client: DynamoDb) -> object:
    return client.call("GetItem", {"Key": {"person": {"S": "jemand, 東京"}}}, time.monotonic() + 10)


def at_time(seconds: float) -> dict[str, str]:
    return {"Date": formatdate(time.time() + seconds, usegmt=True)}


def signed_at(server: FailingServer) -> list[float]:
    """How far ahead of our clock each request says it was signed, in whole hours."""
    stamps = [request.headers["x-amz-date"] for request in server.asked]
    signed = [time.mktime(time.strptime(stamp, "%Y%m%dT%H%M%SZ")) - time.timezone for stamp in stamps]
    return [round((moment - time.time()) / HOUR) for moment in signed]


def test_a_call_is_one_signed_post_of_json(calls: Calls) -> None:
    client, server = calls.client(FINE)
    assert ask(client) == {"fine": "ä"}
    (request,) = server.asked
    assert request.path == "/"
    assert request.headers["x-amz-target"] == "DynamoDB_20120810.GetItem"
    assert request.headers["content-type"] == "application/x-amz-json-1.0"
    assert json.loads(request.body) == {"Key": {"person": {"S": "jemand, 東京"}}}
    assert "SignedHeaders=content-type;host;x-amz-date;x-amz-target," in request.headers["authorization"]


def test_a_checksum_that_fits_is_fine_and_another_a_strange_answer(calls: Calls) -> None:
    body = '{"fine": true}'
    good = answer(200, body, {"x-amz-crc32": str(crc32(body.encode()))})
    client, _ = calls.client(good, answer(200, body, {"x-amz-crc32": "7"}))
    assert ask(client) == {"fine": True}
    with pytest.raises(StrangeAnswer):
        ask(client)


@pytest.mark.parametrize("body", ["", "[]", "null", "<html>", '{"half', "[" * 100_000])
def test_an_answer_that_is_no_object_is_strange(body: str, calls: Calls) -> None:
    client, _ = calls.client(answer(200, body))
    with pytest.raises(StrangeAnswer):
        ask(client)


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (400, {"__type": "com.amazonaws.dynamodb.v20120810#ThrottlingException"}, "ThrottlingException"),
        (400, {"__type": "ThrottlingException"}, "ThrottlingException"),
        (400, {"__type": 7}, ""),
        (500, "<html>", ""),
        (301, "", ""),
        (204, {}, ""),
    ],
)
def test_a_refusal_has_a_status_and_perhaps_a_code(status: int, body: object, code: str, calls: Calls) -> None:
    client, _ = calls.client(answer(status, body))
    with pytest.raises(Refused) as refused:
        ask(client)
    assert (refused.value.status, refused.value.code) == (status, code)


@pytest.mark.parametrize("code", ["InvalidSignatureException", "RequestTimeTooSkewed", "RequestExpired"])
@pytest.mark.parametrize("hours", [3, -3])
def test_a_clock_that_is_wrong_is_put_right_by_the_services_own(code: str, hours: int, calls: Calls) -> None:
    client, server = calls.client(refuse(code, "", at_time(hours * HOUR)), FINE)
    ask(client)
    ask(client)
    assert signed_at(server) == [0, hours, hours]


def test_a_clock_that_jumped_back_is_put_right_again(calls: Calls) -> None:
    code = "InvalidSignatureException"
    client, server = calls.client(refuse(code, "", at_time(3 * HOUR)), FINE, refuse(code, "", at_time(0)), FINE)
    ask(client)
    ask(client)
    assert signed_at(server) == [0, 3, 3, 0]


@pytest.mark.parametrize("headers", [lambda: at_time(0), lambda: {"Date": "soon"}], ids=["now", "no time"])
def test_a_signature_that_is_refused_at_the_right_time_is_not_sent_again(
    headers: Callable[[], dict[str, str]], calls: Calls
) -> None:
    client, server = calls.client(refuse("InvalidSignatureException", "", headers()))
    with pytest.raises(Refused):
        ask(client)
    assert server.requests == 1


def test_a_time_that_is_refused_twice_is_not_asked_about_for_ever(calls: Calls) -> None:
    client, server = calls.client(refuse("RequestTimeTooSkewed", "", at_time(3 * HOUR)))
    with pytest.raises(Refused):
        ask(client)
    assert server.requests == 2


def test_credentials_that_ended_are_fetched_anew(calls: Calls) -> None:
    with failing(given("first"), given("second")) as giver:
        calls.environment = {"AWS_REGION": "eu-west-1", **at(giver)}
        client, server = calls.client(refuse("ExpiredTokenException", ""), FINE)
        assert ask(client) == {"fine": "ä"}
    keys = [request.headers["authorization"].partition("Credential=")[2].split("/")[0] for request in server.asked]
    assert keys == ["first", "second"]
    assert [request.headers["x-amz-security-token"] for request in server.asked] == ["token", "token"]


def test_credentials_that_stand_in_the_environment_are_not_tried_twice(calls: Calls) -> None:
    client, server = calls.client(refuse("ExpiredTokenException", ""))
    with pytest.raises(Refused):
        ask(client)
    assert server.requests == 1


def test_credentials_that_change_in_the_environment_are_used_at_once(calls: Calls) -> None:
    client, server = calls.client(FINE)
    ask(client)
    calls.environment["AWS_ACCESS_KEY_ID"] = "another"
    ask(client)
    assert "Credential=another/" in server.asked[1].headers["authorization"]
