"""Connections to one address, opened when they are needed and used again, on which every wait ends at a deadline.

A deadline is a time of ``time.monotonic()``. The time-outs of ``http.client`` bound one step each: an answer that
drips passes them all.
"""

import select
import socket
import time
from collections.abc import Mapping
from contextlib import suppress
from ssl import SSLCertVerificationError, SSLContext
from typing import Any

from skill.deadline import within
from skill.storage.aws.address import Address
from skill.storage.aws.answer import Answer, read_answer
from skill.storage.aws.trust import Trust

_PIECE_BYTES = 8 * 1024
"""Of an answer at a time. Most have less; larger pieces would leave holes in the memory of each thread."""
_MOST_IDLE = 10
_LONGEST_IDLE_SECONDS = 50
"""A connection that rested longer was probably closed: by the service after a minute, or while Lambda was frozen."""


class Connections:
    """Carries requests to one address, for any number of threads."""

    def __init__(self, address: Address, environment: Mapping[str, str]) -> None:
        self._address = address
        self._trust = Trust(environment)
        self._idle: list[tuple[socket.socket, float]] = []

    def exchange(self, request: bytes, until: float) -> Answer:
        """The answer to a whole request. Raises ``OSError`` (also for TLS, names and time) and ``StrangeAnswer``."""
        line = self._rested() or self._opened(until)
        try:
            _send(line, request, until)
            answer = read_answer(lambda: _receive(line, until))
        except BaseException:
            line.close()
            raise
        if answer.goes_on and len(self._idle) < _MOST_IDLE:
            self._idle.append((line, time.time()))
        else:
            line.close()
        return answer

    def close(self) -> None:
        """Let go of all that are idle; the next request opens a new one."""
        with suppress(IndexError):
            while True:
                self._idle.pop()[0].close()

    def _rested(self) -> socket.socket | None:
        """An idle connection that still seems to stand. The clock on the wall goes on while Lambda is frozen."""
        while self._idle:
            with suppress(IndexError):  # another thread may take the last one
                line, since = self._idle.pop()
                if 0 <= time.time() - since < _LONGEST_IDLE_SECONDS and not _has_something_to_say(line):
                    return line
                line.close()
        return None

    def _opened(self, until: float) -> socket.socket:
        if not self._address.secure:
            return _connect(self._address, until)
        believed = self._trust.context()
        try:
            return _secured(_connect(self._address, until), self._address, believed, until)
        except SSLCertVerificationError:
            wider = self._trust.wider_than(believed)
            if wider is None:
                raise
            return _secured(_connect(self._address, until), self._address, wider, until)


def time_left(until: float) -> float:
    """Seconds until the deadline. Raises ``TimeoutError`` when there are none."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _connect(address: Address, until: float) -> socket.socket:
    """A connection to the first of the host's places that takes one; each gets its share of the time."""
    places = _look_up(address, until)
    for index, (family, kind, protocol, _, place) in enumerate(places, 1):
        line = socket.socket(family, kind, protocol)
        try:
            line.settimeout(time_left(until) / (len(places) - index + 1))
            line.connect(place)
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BaseException as error:
            line.close()
            if index == len(places) or not isinstance(error, OSError):
                raise
        else:
            return line
    raise ConnectionError("the host has no address")


def _look_up(address: Address, until: float) -> list[tuple[Any, ...]]:
    """The places of a host. The system's look-up knows no time-out, so it runs beside.

    A name in bytes spares Python the tables for names in other scripts, which no host of AWS has.
    """
    name = address.host.encode("ascii")
    return within(time_left(until), lambda: socket.getaddrinfo(name, address.port, type=socket.SOCK_STREAM))


def _secured(line: socket.socket, address: Address, trust: SSLContext, until: float) -> socket.socket:
    try:
        line.settimeout(time_left(until))
        return trust.wrap_socket(line, server_hostname=address.host.encode("ascii"))
    except BaseException:
        line.close()
        raise


def _send(line: socket.socket, request: bytes, until: float) -> None:
    unsent = memoryview(request)
    while unsent:
        line.settimeout(time_left(until))
        unsent = unsent[line.send(unsent) :]


def _receive(line: socket.socket, until: float) -> bytes:
    line.settimeout(time_left(until))
    return line.recv(_PIECE_BYTES)


def _has_something_to_say(line: socket.socket) -> bool:
    """Whether something came in while nobody asked, which can only be the end of the connection."""
    poll = select.poll()
    poll.register(line, select.POLLIN)
    return bool(poll.poll(0))
