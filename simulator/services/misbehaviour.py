"""Acting out the faults that are put on a service (faults.py), each within a bound of time."""

from collections.abc import Callable
from http import HTTPStatus
from threading import Event
from typing import Protocol

from simulator.services.call import Answer
from simulator.services.reminders import TOO_MANY, UNSUPPORTED

LONGEST = 30.0
"""Seconds that a hang lasts; a slow answer ends then too, whole or not."""

PAUSE = 0.5
"""Seconds between two bytes of a slow answer."""

GARBAGE = b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n<html>{"

INSTEAD = {
    "empty": Answer(HTTPStatus.OK).as_http(),
    "garbage": GARBAGE,
    "unsupported": UNSUPPORTED.as_http(),
    "full": TOO_MANY.as_http(),
}
"""Faults that are an answer like any other, as it is sent."""


class Wire(Protocol):
    """Where bytes go."""

    def write(self, sent: bytes, /) -> object:
        """Send them."""
        ...


def misbehave(fault: str, out: Wire, answer: Callable[[], Answer], stopping: Event) -> None:
    """Act a fault out. What the call wants is done only when it is answered slowly."""
    if fault == "hang":
        stopping.wait(LONGEST)
    elif fault == "slow":
        _slowly(answer().as_http(), out, stopping)
    elif fault != "refuse":
        out.write(INSTEAD[fault] if fault in INSTEAD else _bare(int(fault)).as_http())


def _slowly(sent: bytes, out: Wire, stopping: Event) -> None:
    for place in range(min(len(sent), int(LONGEST / PAUSE))):
        out.write(sent[place : place + 1])
        if stopping.wait(PAUSE):
            return


def _bare(status: int) -> Answer:
    """A status by itself; an empty object where a body is expected."""
    return Answer(status, {} if status < HTTPStatus.MULTIPLE_CHOICES and status != HTTPStatus.NO_CONTENT else None)
