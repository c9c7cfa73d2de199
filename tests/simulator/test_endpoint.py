"""The endpoints: a handler in this process, and a URL with a real server behind it."""

from typing import Any

import pytest

from simulator.errors import EndpointFailure, OptionWrong
from simulator.under_test.endpoint import HandlerEndpoint, UrlEndpoint
from tests.simulator.servers import server, silent_server


def test_a_handler_gets_only_what_survives_json() -> None:
    def handler(event: dict[str, Any], context: object) -> object:
        assert context is None
        event["a"].append(2)
        return {"heard": event, 1: (3, 4)}

    envelope = {"a": [1]}
    assert HandlerEndpoint(handler).send(envelope) == {"heard": {"a": [1, 2]}, "1": [3, 4]}
    assert envelope == {"a": [1]}


@pytest.mark.parametrize(
    ("answer", "says"), [({"a": {1}}, "not JSON"), ([1], "not a JSON object"), ({"a": float("inf")}, "JSON")]
)
def test_an_answer_that_is_no_json_object_is_a_failure(answer: object, says: str) -> None:
    with pytest.raises(EndpointFailure, match=says) as caught:
        HandlerEndpoint(lambda event, context: answer).send({})  # noqa: ARG005 - a handler's shape
    assert caught.value.error_type == "INVALID_RESPONSE"


def test_no_answer_at_all_is_an_empty_one() -> None:
    assert HandlerEndpoint(lambda event, context: None).send({}) == {}  # noqa: ARG005 - a handler's shape


def test_a_url_gets_the_envelope_and_gives_the_response() -> None:
    seen: list[Any] = []

    def answer(envelope: Any) -> tuple[int, bytes]:
        seen.append(envelope)
        return 200, b'{"version": "1.0"}'

    with server(answer) as url:
        assert UrlEndpoint(url).send({"a": "ü"}) == {"version": "1.0"}
    assert seen == [{"a": "ü"}]


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (400, b"not signed", "HTTP 400: not signed"),
        (500, b"", "HTTP 500"),
        (302, b"", "HTTP 302"),
        (200, b"<html>", "not JSON"),
        (200, b"[]", "not a JSON object"),
    ],
)
def test_anything_but_a_good_answer_of_a_url_is_a_failure(status: int, body: bytes, says: str) -> None:
    with server(lambda _: (status, body)) as url, pytest.raises(EndpointFailure, match=says):
        UrlEndpoint(url).send({})


def test_an_address_where_nobody_listens_is_a_failure() -> None:
    with server(lambda _: (200, b"{}")) as url:
        pass
    with pytest.raises(EndpointFailure, match="could not be reached"):
        UrlEndpoint(url).send({})


def test_a_url_that_never_answers_is_a_time_out() -> None:
    with silent_server() as url, pytest.raises(EndpointFailure, match=r"within 0\.05 seconds") as caught:
        UrlEndpoint(url, patience=0.05).send({})
    assert caught.value.error_type == "ENDPOINT_TIMEOUT"


@pytest.mark.parametrize(
    "url", ["ftp://example.com", "example.com/skill", "http://", "http://a:b", "file:///etc/hosts"]
)
def test_what_is_not_http_is_no_endpoint(url: str) -> None:
    with pytest.raises(OptionWrong, match=r"URL|endpoint"):
        UrlEndpoint(url)
