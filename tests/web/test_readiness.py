"""Ready is who can reach the store and has the words; whoever asks often does not load the store."""

from datetime import datetime
from threading import Event

import pytest

from skill.conversation.ports import Stored
from skill.errors import StoreUnavailable, WordsMissing
from skill.storage.memory import MemoryStore
from skill.web import readiness
from skill.web.readiness import Readiness


class Asked(MemoryStore):
    """A store that counts how often it is asked, and fails when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0
        self.error: Exception | None = None

    def load(self, person: str, *, now: datetime) -> Stored | None:
        self.times += 1
        if self.error:
            raise self.error
        return super().load(person, now=now)


class Clock:
    """Seconds that a test counts."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def missing(ready: Readiness) -> tuple[str, ...]:
    return ready.missing().result(timeout=5)


def test_with_a_store_and_words_nothing_is_missing() -> None:
    assert missing(Readiness(Asked())) == ()


@pytest.mark.parametrize("error", [StoreUnavailable("down"), ValueError("a new way to fail"), TimeoutError()])
def test_a_store_that_fails_is_missing(error: Exception) -> None:
    store = Asked()
    store.error = error
    assert missing(Readiness(store)) == ("store",)


def test_words_that_were_not_compiled_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_kind: str, _locale: str) -> None:
        raise WordsMissing("run 'make words'")

    monkeypatch.setattr(readiness, "catalog", none)
    assert missing(Readiness(Asked())) == ("words",)


def test_the_store_is_asked_once_a_second_at_most() -> None:
    store, clock = Asked(), Clock()
    ready = Readiness(store, clock)
    for _ in range(100):
        missing(ready)
    assert store.times == 1
    clock.seconds += 1
    store.error = StoreUnavailable("down")
    assert missing(ready) == ("store",), "and what was found is not told for longer"
    assert store.times == 2


def test_a_store_that_hangs_is_missing_in_two_seconds_and_not_asked_twice_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(readiness, "_STORE_SECONDS", 0.2)
    let = Event()

    class Hanging(Asked):
        def load(self, person: str, *, now: datetime) -> Stored | None:
            super().load(person, now=now)
            assert let.wait(5)
            return None

    store, clock = Hanging(), Clock()
    ready = Readiness(store, clock)
    first = ready.missing()
    clock.seconds += 10
    assert ready.missing() is first
    assert first.result(timeout=5) == ("store",)
    let.set()
    assert store.times == 1
