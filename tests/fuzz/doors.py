"""The two doors in this process: an input goes in, and what came of it comes out."""

import io
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from socket import socket
from typing import Any, NamedTuple, Protocol

import pytest

from skill.bootstrap import build_skill
from skill.conversation.ports import Stored
from skill.errors import NotFromAlexa
from skill.on_lambda import FUNCTION_NAME, start
from skill.settings import SKILL_ID as SKILL_ID_NAME
from skill.settings import Settings
from skill.storage.memory import MemoryStore
from skill.web.door import WebDoor
from tests.fuzz.inputs import Input
from tests.hostile.places import NOW
from tests.web.signing import SKILL_ID, Signer


class Outcome(NamedTuple):
    """``status`` is 200, 400 or another one, or None where the skill raised; ``seconds`` are the processor's."""

    status: int | None
    answer: bytes
    raised: str
    seconds: float


class Door(Protocol):
    """Something that an input can be thrown at."""

    def knock(self, thrown: Input) -> Outcome:
        """What came of it."""
        ...


class OneRecord(MemoryStore):
    """A store that has one record, of whoever is asked for first."""

    def __init__(self) -> None:
        super().__init__()
        self._first = ""

    def begin(self, record: str) -> None:
        """Forget everything, and have this record; empty for none."""
        self._records.clear()
        self._first = record

    def load(self, person: str, *, now: datetime) -> Stored | None:
        if self._first:
            self.save(person, self._first, based_on=None, now=now)
            self._first = ""
        return super().load(person, now=now)


class Web:
    """The web door with a verifier whose clock stands still; what has no headers of its own is signed."""

    def __init__(self) -> None:
        self._signer, self._store = Signer(), OneRecord()
        skill = build_skill(Settings(skill_id=SKILL_ID), self._store)
        self._door = WebDoor(skill, self._signer.verifier(clock=lambda: NOW).verify)

    def knock(self, thrown: Input) -> Outcome:
        """The status and the body that the server sends."""
        self._store.begin(thrown.kept)
        headers = {**self._signer.headers(thrown.body), **thrown.headers}
        return _timed(lambda: self._answer(headers, thrown.body))

    def _answer(self, headers: dict[str, str], body: bytes) -> tuple[bytes, int]:
        answer = self._door.answer(headers.items(), body)
        return answer.body, answer.status


class Lambda:
    """The function's handler, called as Lambda's runtime calls it: with JSON that was read; the answer is written."""

    def __init__(self) -> None:
        self._store = OneRecord()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("skill.on_lambda.build_store", lambda _settings: self._store)
            self._handler = start({SKILL_ID_NAME: SKILL_ID, FUNCTION_NAME: "thrown-at"}, Lines())

    def knock(self, thrown: Input) -> Outcome:
        """200 and the answer; 400 where the handler refuses, or there is no JSON that it could be called with."""
        self._store.begin(thrown.kept)
        try:
            event = json.loads(thrown.body)
        except (ValueError, RecursionError):
            return Outcome(400, b"", "", 0.0)
        return _timed(partial(self._answer, event))

    def _answer(self, event: Any) -> tuple[bytes, int]:
        try:
            answer = self._handler(event, None)
        except NotFromAlexa:
            return b"", 400
        # As awslambdaric writes it: with every character as it is.
        return json.dumps(answer, ensure_ascii=False).encode(), 200


class Lines(io.StringIO):
    """Takes the lines of figures, each of which must be JSON, and keeps none."""

    def write(self, text: str) -> int:
        for line in text.splitlines():
            json.loads(line)
        return len(text)


DOORS: dict[str, Callable[[], Door]] = {"web": Web, "lambda": Lambda}


def _timed(call: Callable[[], tuple[bytes, int]]) -> Outcome:
    began = time.process_time()
    try:
        answer, status = call()
    except Exception as wrong:
        return Outcome(None, b"", f"{type(wrong).__name__}: {str(wrong)[:200]}", time.process_time() - began)
    return Outcome(status, answer, "", time.process_time() - began)


@contextmanager
def nobody_is_called() -> Iterator[None]:
    """No socket of this process connects: an input may name any address as that of Alexa's services."""

    def refuse(*_: object) -> None:
        raise OSError("nothing is called while the door is tried")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("socket.getaddrinfo", refuse)
        patch.setattr(socket, "connect", refuse)
        yield
