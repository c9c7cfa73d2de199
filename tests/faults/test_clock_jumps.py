"""Clocks that are an hour off, Alexa's or ours: refused as long as they are, and answered again afterwards."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection

import pytest

from simulator.services.clock import Clock
from skill.web.door import WebDoor
from tests.web.serving import serving
from tests.web.signing import Signer

HOUR = timedelta(hours=1)
ANSWER = {"version": "1.0", "response": {}}


class Jumping(Clock):
    """The clock of the machine, when somebody sets it by as much."""

    def __init__(self) -> None:
        super().__init__()
        self.off = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.off


@pytest.fixture
def clock() -> Jumping:
    return Jumping()


@pytest.fixture
def status_of(clock: Jumping) -> Iterator[Callable[[timedelta], int]]:
    """Sends a request that is so old, to a service with this clock."""
    signer = Signer()
    door = WebDoor(lambda _event, _context: ANSWER, signer.verifier(clock=clock).verify)
    with serving(door) as port:

        def send(age: timedelta) -> int:
            body = signer.body(age=age)
            line = HTTPConnection("127.0.0.1", port, timeout=8)
            try:
                line.request("POST", "/alexa", body, signer.headers(body))
                return line.getresponse().status
            finally:
                line.close()

        yield send


@pytest.mark.parametrize("age", [HOUR, -HOUR], ids=["slow", "fast"])
def test_a_request_of_a_clock_that_is_an_hour_off_is_refused(
    age: timedelta, status_of: Callable[[timedelta], int]
) -> None:
    assert [status_of(age), status_of(timedelta())] == [400, 200]


@pytest.mark.parametrize("off", [HOUR, -HOUR], ids=["forward", "back"])
def test_when_our_own_clock_jumps_nothing_is_answered_until_it_is_right_again(
    off: timedelta, clock: Jumping, status_of: Callable[[timedelta], int]
) -> None:
    assert status_of(timedelta()) == 200
    clock.off = off
    assert status_of(timedelta()) == 400
    clock.off = timedelta()
    assert status_of(timedelta()) == 200
