"""Many hostile requests: the server's memory stays, the bucket is not asked without bound, others are answered."""

import json
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from threading import Event

import pytest

from tests.security.bucket import slowly, status, with_body
from tests.security.running import ANSWER_SECONDS, Running
from tests.security.surroundings import World
from tests.web.broken import ADDRESSES, Request

HOST = "https://s3.amazonaws.com"
MANY = 10_000
WARM_UP = 2_000
MOST_GROWN_KB = 4 * 1024
MOST_FETCHES = 500
A_TURN_SECONDS = 4.0
A_NEW_CHAIN_SECONDS = 3.0


def refuse_all(here: World, server: Running, addresses: Iterable[str], go_on: Callable[[int], bool]) -> None:
    """Post a request from each address over one connection, while ``go_on`` with the number so far."""
    request = Request(here.signer)
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=ANSWER_SECONDS)) as connection:
        for number, address in enumerate(addresses):
            headers = request.headers | {"SignatureCertChainUrl": address}
            connection.request("POST", "/alexa", request.body, headers)
            answer = connection.getresponse()
            assert (answer.status, answer.read()) == (400, b"")
            if not go_on(number):
                break


def grown(here: World, server: Running, address: Callable[[int], str]) -> int:
    """Kilobytes by which the server has grown between the warm-up and the last of many addresses."""
    warm = []

    def look(number: int) -> bool:
        if number == WARM_UP:
            warm.append(server.kilobytes())
        if number == MANY // 2:
            answered = server.post(Request(here.signer))
            assert (answered.status, answered.seconds < A_TURN_SECONDS) == (200, True)
        return True

    refuse_all(here, server, (address(number) for number in range(MANY)), look)
    return server.kilobytes() - warm[0]


@pytest.mark.real
def test_ten_thousand_wrong_addresses_leave_no_trace(here: World, server: Running) -> None:
    wrong = [address for address in ADDRESSES if address.startswith("http") and address.isprintable()]
    assert server.post(Request(here.signer)).status == 200
    asked = len(here.bucket.asked)
    assert grown(here, server, lambda n: f"{wrong[n % len(wrong)]}{n}%") < MOST_GROWN_KB
    assert len(here.bucket.asked) == asked


@pytest.mark.real
@pytest.mark.parametrize("served", [status(404), with_body(b"garbage " * 100)], ids=["nothing", "garbage"])
def test_ten_thousand_right_addresses_with_nothing_there_are_not_all_asked_for(
    served: Callable[..., None], here: World, server: Running
) -> None:
    here.bucket.otherwise = served
    assert server.post(Request(here.signer)).status == 200
    asked = len(here.bucket.asked)
    assert grown(here, server, lambda n: f"{HOST}/echo.api/{id(served)}-{n}.pem") < MOST_GROWN_KB
    assert len(here.bucket.asked) - asked < MOST_FETCHES


def test_a_genuine_request_is_answered_while_many_wait_for_a_slow_bucket(here: World, server: Running) -> None:
    def hostile(number: int) -> int | None:
        request = Request(here.signer)
        path = f"/echo.api/slow-{number}.pem"
        here.bucket.answers[path] = slowly
        request.address(HOST + path)
        return server.post(request).status

    assert server.post(Request(here.signer)).status == 200
    with ThreadPoolExecutor(12) as pool:
        waiting = [pool.submit(hostile, number) for number in range(12)]
        answered = server.post(Request(here.signer))
        assert (answered.status, answered.seconds < A_TURN_SECONDS) == (200, True)
        assert json.loads(answered.body)["response"]
        assert {task.result() for task in waiting} <= {400, None}


def test_a_new_chain_is_taken_in_the_middle_of_a_flood(here: World, server: Running) -> None:
    """Amazon changes its certificate without notice, perhaps while somebody throws addresses at us."""
    new = "/echo.api/echo-api-cert-new.pem"
    here.bucket.otherwise = status(404)
    here.bucket.answers[new] = with_body(here.signer.chain)
    over = Event()

    def flood() -> None:
        addresses = (f"{HOST}/echo.api/flood-{number}.pem" for number in range(MANY))
        refuse_all(here, server, addresses, lambda _number: not over.is_set())

    with ThreadPoolExecutor(1) as pool:
        flooding = pool.submit(flood)
        time.sleep(0.5)
        seconds = seconds_until_answered(here, server, HOST + new)
        over.set()
        flooding.result()
    assert seconds < A_NEW_CHAIN_SECONDS


def seconds_until_answered(here: World, server: Running, address: str) -> float:
    """How long it takes, when a request comes every now and then as it does from people who talk to the skill."""
    began = time.monotonic()
    while time.monotonic() - began < ANSWER_SECONDS:
        request = Request(here.signer)
        request.address(address)
        if server.post(request).status == 200:
            break
        time.sleep(0.2)
    return time.monotonic() - began
