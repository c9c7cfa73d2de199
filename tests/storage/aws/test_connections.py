"""Connections are used again while they stand, replaced when they fell, and never waited for beyond a deadline."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest

from skill.storage.aws.address import Address, parsed
from skill.storage.aws.connections import Connections
from skill.storage.aws.trouble import StrangeAnswer
from tests.alexa.hung_servers import (
    babbling,
    dripping_body,
    dripping_head,
    endless,
    full,
    hanging_up,
    never_accepting,
    nobody,
    serving,
    silent,
)
from tests.storage.failing_server import answer, failing

REQUEST = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\n\r\n{}"
FINE = answer(200, {})
HURRY_SECONDS, SLACK_SECONDS = 0.3, 2.0

Opener = Callable[[str], Connections]


@pytest.fixture
def opened() -> Iterator[Opener]:
    """Opens connections to a URL, and closes them all."""
    made: list[Connections] = []

    def another(url: str) -> Connections:
        made.append(Connections(parsed(url)[0], {}))
        return made[-1]

    yield another
    for one in made:
        one.close()


def soon(seconds: float = 10.0) -> float:
    return time.monotonic() + seconds


def test_one_connection_carries_all_requests_of_one_thread(opened: Opener) -> None:
    with failing(FINE) as server:
        line = opened(server.endpoint_url)
        assert [line.exchange(REQUEST, soon()).status for _ in range(5)] == [200] * 5
        assert len(server.lines) == 1
        assert {request.body for request in server.asked} == {b"{}"}


def test_threads_have_connections_of_their_own_and_few_are_kept(opened: Opener) -> None:
    with failing(FINE) as server:
        line = opened(server.endpoint_url)
        with ThreadPoolExecutor(16) as threads:
            done = list(threads.map(lambda _: line.exchange(REQUEST, soon()).status, range(200)))
        assert done == [200] * 200
        assert 1 <= len(line._idle) <= 10


def test_a_connection_that_the_server_closed_is_replaced_before_anything_is_sent(opened: Opener) -> None:
    with failing(FINE) as server:
        line = opened(server.endpoint_url)
        line.exchange(REQUEST, soon())
        server.hang_up()
        time.sleep(0.05)
        assert line.exchange(REQUEST, soon()).status == 200
        assert len(server.lines) == 2


@pytest.mark.parametrize("seconds", [60, -3600])
def test_a_connection_that_rested_long_is_not_trusted(
    seconds: float, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing(FINE) as server:
        line = opened(server.endpoint_url)
        line.exchange(REQUEST, soon())
        frozen = time.time() + seconds
        monkeypatch.setattr(time, "time", lambda: frozen)
        line.exchange(REQUEST, soon())
        assert len(server.lines) == 2


def test_a_connection_that_the_server_is_about_to_close_is_not_used_again(opened: Opener) -> None:
    with failing(answer(200, {}, {"Connection": "close"})) as server:
        line = opened(server.endpoint_url)
        line.exchange(REQUEST, soon())
        line.exchange(REQUEST, soon())
        assert len(server.lines) == 2


def test_closed_connections_open_again_when_they_are_used(opened: Opener) -> None:
    with failing(FINE) as server:
        line = opened(server.endpoint_url)
        line.exchange(REQUEST, soon())
        line.close()
        assert not line._idle
        assert line.exchange(REQUEST, soon()).status == 200


@pytest.mark.parametrize("how", [silent, dripping_head, dripping_body], ids=lambda how: how.__name__)
def test_an_answer_that_does_not_come_is_given_up_at_the_deadline(how: Callable[..., None], opened: Opener) -> None:
    with serving(how) as server:
        given_up_in_time(opened(server.url))


@pytest.mark.parametrize("way", [never_accepting, full])
def test_a_server_that_does_not_let_us_in_is_given_up_at_the_deadline(
    way: Callable[[], AbstractContextManager[str]], opened: Opener
) -> None:
    with way() as url:
        given_up_in_time(opened(url))


def test_a_server_that_does_not_take_what_we_send_is_given_up_at_the_deadline(opened: Opener) -> None:
    with never_accepting() as url:
        given_up_in_time(opened(url), REQUEST + b"x" * 50_000_000)


def test_a_handshake_that_does_not_come_is_given_up_at_the_deadline(opened: Opener) -> None:
    with never_accepting() as url:
        given_up_in_time(opened(url.replace("http:", "https:")))


def test_a_name_that_nobody_looks_up_is_given_up_at_the_deadline(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()

    def hang(*_: object, **__: object) -> object:
        over.wait()
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    given_up_in_time(opened("http://a.name"))
    over.set()


def given_up_in_time(line: Connections, request: bytes = REQUEST) -> None:
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        line.exchange(request, soon(HURRY_SECONDS))
    assert time.monotonic() - began < HURRY_SECONDS + SLACK_SECONDS
    assert not line._idle


@pytest.mark.parametrize(
    ("how", "error"), [(babbling, StrangeAnswer), (endless, StrangeAnswer), (hanging_up, ConnectionError)]
)
def test_an_answer_that_is_none_is_an_error_and_ends_the_connection(
    how: Callable[..., None], error: type[Exception], opened: Opener
) -> None:
    with serving(how) as server:
        line = opened(server.url)
        with pytest.raises(error):
            line.exchange(REQUEST, soon())
        assert not line._idle


def test_where_nobody_listens_the_connection_is_refused(opened: Opener) -> None:
    with nobody() as url, pytest.raises(ConnectionRefusedError):
        opened(url).exchange(REQUEST, soon())


def test_the_next_place_of_a_host_is_tried_when_one_does_not_answer(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing(FINE) as server, nobody() as gone, full() as hanging:
        ports = [parsed(url)[0].port for url in (gone, hanging, server.endpoint_url)]
        places = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)) for port in ports]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: places)
        assert opened("http://a.name").exchange(REQUEST, soon(3.0)).status == 200


def test_a_host_without_an_address_is_an_error(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [])
    with pytest.raises(ConnectionError):
        opened("http://a.name").exchange(REQUEST, soon())


def test_an_address_in_six_groups_is_written_in_brackets() -> None:
    assert Address(False, "fd00:ec2::23", 80).authority == "[fd00:ec2::23]"
