"""However slow the store and the services are together, a turn ends before Alexa gives up. The clock is a fake."""

import inspect
from datetime import datetime
from itertools import product

import pytest

from skill import in_time, service
from skill.alexa.service_calls import CALL_SECONDS
from skill.conversation.plain_acts import FORGETTING_FAILED, REFUSED, REMINDER_STAYS
from skill.conversation.ports import Refusal, ReminderWish, Stored
from skill.conversation.state import State
from skill.conversation.talk import FORGET_ME
from skill.conversation.turn import Intention, Turn
from skill.decision.models import MODELS
from skill.errors import StoreUnavailable, WriteConflict
from skill.in_time import LIMITS
from skill.record import decode, encode
from skill.service import Service, Spoken
from skill.storage.dynamodb import DynamoDbStore
from skill.storage.memory import MemoryStore
from skill.storage.sqlite import SqliteStore
from skill.value import replace
from tests.alexa.envelopes import PERSON
from tests.faults.household import (
    ALERT,
    ASKED_TO_MOVE_IT,
    NOW,
    OFFERED_NAME,
    OFFERED_REMINDER,
    REMINDED,
    but_for_reminders,
    remembering,
    stored,
    waiting,
)

HUNG = None
"""Takes the longest that is allowed, and fails then."""
MANY = replace(REMINDED, cases=tuple(replace(REMINDED.cases[0], number=number) for number in range(1, 11)))
YES = Turn(Intention.YES, NOW, NOW.date())
TURNS: dict[str, tuple[Turn, State]] = {
    "a reminder": (YES, OFFERED_REMINDER),
    "another time for it": (YES, ASKED_TO_MOVE_IT),
    "no reminder any more": (replace(YES, intention=Intention.CANCEL_REMINDER), REMINDED),
    "the name": (YES, OFFERED_NAME),
    "nothing kept any more": (YES, replace(MANY, pending=waiting(FORGET_ME).pending)),
}


class Clock:
    """Stands still until something takes its time."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class SlowStore(MemoryStore):
    """A store that takes its time, or all the time there is; other devices write before this one does, some times."""

    def __init__(self, clock: Clock, load: float | None, save: float | None, conflicts: int = 0) -> None:
        super().__init__()
        self._clock = clock
        self._load = load
        self._save = save
        self._conflicts = conflicts
        self.calls: list[str] = []

    def load(self, person: str, *, now: datetime) -> Stored | None:
        self._take("load", self._load)
        return super().load(person, now=now)

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        self._take("save", self._save)
        if self._conflicts:
            self._conflicts -= 1
            raise WriteConflict("somebody else was first")
        return super().save(person, record, based_on=based_on, now=now)

    def forget(self, person: str) -> None:
        self._take("forget", self._save)
        super().forget(person)

    def _take(self, what: str, seconds: float | None) -> None:
        self.calls.append(what)
        self._clock.seconds += LIMITS.store if seconds is HUNG else seconds
        if seconds is HUNG:
            raise StoreUnavailable("it hangs")


class SlowServices:
    """Alexa's services, each of which takes its time."""

    def __init__(self, clock: Clock, seconds: float | None) -> None:
        self._clock = clock
        self._seconds = seconds
        self.calls: list[str] = []

    def time_zone(self) -> str | None:
        return "Europe/Berlin" if self._works("zone") else None

    def name(self) -> str | None:
        return "Given O'Name" if self._works("name") else None

    def remind(self, wish: ReminderWish) -> str | Refusal:  # noqa: ARG002 - the port's signature
        return ALERT if self._works("remind") else Refusal.FAILED

    def remove_reminder(self, token: str) -> bool:  # noqa: ARG002 - the port's signature
        return self._works("remove")

    def _works(self, what: str) -> bool:
        self.calls.append(what)
        self._clock.seconds += LIMITS.service if self._seconds is HUNG else self._seconds
        return self._seconds is not HUNG


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    fake = Clock()
    monkeypatch.setattr(in_time, "monotonic", fake)
    monkeypatch.setattr(service, "monotonic", fake)
    monkeypatch.setattr(service, "sleep", lambda seconds: setattr(fake, "seconds", fake.seconds + seconds))
    return fake


def answer(store: SlowStore, services: SlowServices, turn: Turn, state: State) -> Spoken:
    """One turn of somebody whose state is in the store and in the session."""
    kept = remembering(state)
    store._records = kept._records
    return Service(MODELS, store).answer(PERSON, encode(state), turn, "en-US", services)


@pytest.mark.parametrize("wanted", TURNS)
@pytest.mark.parametrize("conflicts", [0, 1, 99])
def test_no_mixture_of_slow_calls_takes_longer_than_a_turn_may(clock: Clock, wanted: str, conflicts: int) -> None:
    turn, state = TURNS[wanted]
    times = (0.0, 0.4, 1.2, 2.0, 2.4, HUNG)
    for load, save, calls in product(times, times, (0.0, 0.3, 1.0, 1.4, HUNG)):
        clock.seconds = 0.0
        spoken = answer(SlowStore(clock, load, save, conflicts), SlowServices(clock, calls), turn, state)
        assert clock.seconds <= LIMITS.turn, (load, save, calls)
        assert spoken.words.speech
        after = decode(spoken.record, MODELS)
        if wanted != "nothing kept any more":
            assert but_for_reminders(after) == but_for_reminders(state)


def test_when_all_is_quick_a_reminder_takes_one_load_and_two_saves(clock: Clock) -> None:
    store, services = SlowStore(clock, 0.1, 0.1), SlowServices(clock, 0.1)
    answer(store, services, *TURNS["another time for it"])
    assert store.calls == ["load", "save", "save"]
    assert services.calls == ["zone", "remind", "remove"]


def test_after_a_slow_load_what_is_decided_is_kept_before_anything_else(clock: Clock) -> None:
    store, services = SlowStore(clock, 2.4, 2.4), SlowServices(clock, 1.4)
    spoken = answer(store, services, *TURNS["a reminder"])
    assert store.calls == ["load", "save"]
    assert services.calls == ["zone"]
    assert spoken.reply.acts == (REFUSED[Refusal.FAILED],)
    store._load = 0.0
    assert stored(store).zone == "Europe/Berlin", "what the first decision came to is in the store"
    assert decode(spoken.record, MODELS).pending is None


def test_a_reminder_is_not_made_when_there_is_no_time_to_keep_its_token(clock: Clock) -> None:
    store, services = SlowStore(clock, 1.3, 1.3), SlowServices(clock, 0.0)
    spoken = answer(store, services, *TURNS["a reminder"])
    assert "remind" not in services.calls
    assert spoken.reply.acts == (REFUSED[Refusal.FAILED],)


def test_a_reminder_that_there_was_no_time_to_remove_is_said_to_stay(clock: Clock) -> None:
    store, services = SlowStore(clock, 1.3, 1.3), SlowServices(clock, 0.0)
    assert answer(store, services, *TURNS["no reminder any more"]).reply.acts == (REMINDER_STAYS,)
    assert services.calls == []


def test_what_there_was_no_time_to_forget_is_not_said_to_be_forgotten(clock: Clock) -> None:
    store, services = SlowStore(clock, 2.0, 2.1), SlowServices(clock, 0.0)
    assert answer(store, services, *TURNS["nothing kept any more"]).reply.acts == (FORGETTING_FAILED,)


def test_the_limits_are_those_that_the_stores_and_services_keep() -> None:
    assert inspect.signature(DynamoDbStore).parameters["timeout_seconds"].default <= LIMITS.store
    assert inspect.signature(SqliteStore).parameters["timeout_seconds"].default <= LIMITS.store
    assert LIMITS.service >= CALL_SECONDS
    assert LIMITS.turn < 8, "that is how long Alexa waits, with the way there and back"
