"""Bytes that are no proper request: refused or hung up on, never let in, and nobody else notices."""

import re
import time

import pytest

from tests.security.running import Running
from tests.security.surroundings import World
from tests.security.wire import REFUSED, WIRE, whole
from tests.web.broken import Request

_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})")
CONTINUE = 100
MOST_SECONDS = 8.0


def statuses(came: bytes) -> list[int]:
    """The status of each answer, without the leave to go on."""
    return [status for found in _STATUS.findall(came) if (status := int(found)) != CONTINUE]


@pytest.mark.parametrize("name", WIRE)
def test_what_is_wrong_on_the_wire_is_refused_or_hung_up_on(name: str, here: World, server: Running) -> None:
    thrown = WIRE[name](here.signer)
    began = time.monotonic()
    answers = statuses(server.raw(thrown.sent, then_close=thrown.then_close))
    assert set(answers) <= set(REFUSED)
    assert len(answers) <= thrown.requests
    assert time.monotonic() - began < MOST_SECONDS
    assert server.post(Request(here.signer)).status == 200


def test_what_follows_a_request_on_its_connection_is_a_request_of_its_own(here: World, server: Running) -> None:
    refused = Request(here.signer)
    refused.headers.clear()
    assert statuses(server.raw(whole(Request(here.signer)) + whole(refused) + whole(Request(here.signer)))) in (
        [200, 400, 200],
        [200, 400],
        [200],
    )


def test_a_header_with_an_underscore_is_not_the_one_with_a_hyphen(here: World, server: Running) -> None:
    request = Request(here.signer)
    request.headers["Signature_256"] = request.headers.pop("Signature-256")
    assert server.post(request).status == 400


def test_an_underscored_header_does_not_take_the_place_of_a_genuine_one(here: World, server: Running) -> None:
    request = Request(here.signer)
    request.headers["Signature_256"] = "AAAA"
    assert server.post(request).status in (200, 400)


def test_a_genuine_request_in_chunks_is_answered(here: World, server: Running) -> None:
    request = Request(here.signer)
    request.body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(request.body), request.body)
    assert statuses(server.raw(whole(request, b"Transfer-Encoding: chunked", length=b""))) == [200]
