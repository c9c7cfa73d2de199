"""One turn from start to end: what is kept, what wins, and what happens when the store does not play."""

import json
import logging
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from skill.conversation.ports import Stored
from skill.conversation.state import Case, State
from skill.conversation.turn import Intention, Said, Turn
from skill.decision.models import MODELS
from skill.errors import StoreUnavailable, WriteConflict
from skill.keeping import SET_ASIDE
from skill.record import decode, encode
from skill.service import CONFLICT_SECONDS, Service, Spoken
from skill.storage.memory import MemoryStore
from skill.value import replace
from tests.no_services import NoServices

ONE, OTHER = "amzn1.ask.account.ONE", "amzn1.ask.account.TWO"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LOST = Turn(Intention.PROBLEM, NOW, date(2026, 11, 22), problem="lost_package", new_session=True)
SECRET = "a very private kettle"
ITEM = replace(LOST, intention=Intention.TELL, problem=None, facts=(Said("item", None, SECRET),), new_session=False)
URGENT = replace(ITEM, facts=(Said("urgent", "yes"),))


class Unreliable(MemoryStore):
    """A store that fails where it is told to, and counts what was asked of it."""

    def __init__(self, load: Exception | None = None, save: Exception | None = None) -> None:
        super().__init__()
        self.failing_load = load
        self.failing_save = save
        self.saves = 0

    def load(self, person: str, *, now: datetime) -> Stored | None:
        if self.failing_load:
            raise self.failing_load
        return super().load(person, now=now)

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        self.saves += 1
        if self.failing_save:
            raise self.failing_save
        return super().save(person, record, based_on=based_on, now=now)


class Shared(MemoryStore):
    """A store to which another device of the household writes just before this one does, some times."""

    def __init__(self, times: int, write: Callable[[MemoryStore], None]) -> None:
        super().__init__()
        self.times = times
        self.write = write

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        if self.times:
            self.times -= 1
            self.write(self)
        return super().save(person, record, based_on=based_on, now=now)


def talk(store: MemoryStore, *turns: Turn, session: object = None) -> Spoken:
    """The last of some turns of one session."""
    service = Service(MODELS, store)
    for turn in turns:
        spoken = service.answer(ONE, session, turn, "en-US", NoServices())
        session = spoken.record
    return spoken


def answers(record: object) -> dict[str, str | None]:
    """The answers of the active case of a record."""
    case = decode(record, MODELS).case
    assert case
    return dict(case.answers)


def stored(store: MemoryStore, person: str = ONE) -> Any:
    """The record that a store keeps."""
    kept = MemoryStore.load(store, person, now=NOW)
    assert kept
    return json.loads(kept.record)


def put(store: MemoryStore, record: object) -> None:
    """Write a record into a store behind the service's back."""
    kept = MemoryStore.load(store, ONE, now=NOW)
    revision = kept.revision if kept else None
    MemoryStore.save(store, ONE, json.dumps(record), based_on=revision, now=NOW)


def case_of(turns: int, **facts: str) -> dict[str, Any]:
    """The record of a lost package with these answers after so many turns."""
    return encode(State(cases=(Case("lost_package", 1, facts),), active=0, turns=turns))


def test_a_turn_is_answered_in_words_and_kept() -> None:
    store = MemoryStore()
    spoken = talk(store, LOST)
    assert spoken.reply.asking == "item"
    assert spoken.words.speech
    assert stored(store) == spoken.record


def test_the_next_turn_goes_on_from_the_store() -> None:
    store = MemoryStore()
    talk(store, LOST)
    assert talk(store, ITEM).reply.asking == "status"


def test_persons_are_kept_apart() -> None:
    store = MemoryStore()
    talk(store, LOST)
    Service(MODELS, store).answer(OTHER, None, LOST, "de-DE", NoServices())
    talk(store, ITEM)
    assert answers(stored(store, OTHER)) == {}


def test_the_words_are_in_the_language_of_the_locale() -> None:
    service = Service(MODELS, MemoryStore())
    german, english = (service.answer(locale, None, LOST, locale, NoServices()) for locale in ("de-DE", "en-US"))
    assert german.words != english.words


@pytest.mark.parametrize("error", [StoreUnavailable("no network"), StoreUnavailable(SECRET)])
def test_when_the_store_does_not_load_the_talk_goes_on_from_the_session_and_nothing_is_overwritten(
    error: StoreUnavailable, caplog: pytest.LogCaptureFixture
) -> None:
    store = Unreliable(load=error)
    put(store, case_of(99, item="toaster"))
    spoken = talk(store, LOST, ITEM, URGENT)
    assert answers(spoken.record) == {"item": SECRET, "urgent": "yes"}
    assert store.saves == 0
    assert answers(stored(store)) == {"item": "toaster"}
    assert caplog.messages == ["the store did not load: StoreUnavailable"] * 3
    assert SECRET not in caplog.text


def test_when_the_store_does_not_save_the_talk_goes_on_from_the_session(caplog: pytest.LogCaptureFixture) -> None:
    store = Unreliable(save=StoreUnavailable(SECRET))
    spoken = talk(store, LOST, ITEM, URGENT)
    assert answers(spoken.record) == {"item": SECRET, "urgent": "yes"}
    assert caplog.messages == ["the store did not save: StoreUnavailable"] * 3
    assert SECRET not in caplog.text


def test_what_a_session_learnt_while_the_store_was_down_is_kept_when_it_is_back() -> None:
    store = Unreliable(save=StoreUnavailable("down"))
    before = talk(store, LOST, ITEM)
    store.failing_save = None
    talk(store, URGENT, session=before.record)
    assert answers(stored(store)) == {"item": SECRET, "urgent": "yes"}


def test_a_talk_that_began_while_the_store_was_down_is_kept_beside_what_is_kept() -> None:
    store = Unreliable()
    before = talk(store, LOST, ITEM).record["cases"]
    store.failing_load = StoreUnavailable("it is down")
    gift = replace(LOST, problem="gift_card")
    began = talk(store, gift, *[replace(ITEM, intention=Intention.NO, facts=())] * 5)
    assert began.record["turns"] > stored(store)["turns"]
    store.failing_load = None
    after = talk(store, URGENT, session=began.record)
    [old, new] = stored(store)["cases"]
    assert [old] == before
    assert (new["model"], new["number"]) == ("gift_card", 2)
    assert new["answers"]["urgent"] == "yes", "the talk goes on with its own case"
    assert "unread" not in after.record
    assert talk(store, URGENT, session=after.record).record["cases"] == after.record["cases"], "and gets it once"


def test_a_short_talk_that_began_while_the_store_was_down_is_not_dropped() -> None:
    store = Unreliable()
    talk(store, LOST, ITEM, URGENT, URGENT)
    store.failing_load = StoreUnavailable("it is down")
    began = talk(store, replace(LOST, problem="gift_card"))
    store.failing_load = None
    talk(store, URGENT, session=began.record)
    assert [case["model"] for case in stored(store)["cases"]] == ["lost_package", "gift_card"]


def test_a_talk_that_began_while_the_store_was_down_and_finds_nothing_kept_is_kept() -> None:
    store = Unreliable(load=StoreUnavailable("it is down"))
    began = talk(store, LOST)
    store.failing_load = None
    talk(store, ITEM, session=began.record)
    assert "unread" not in stored(store)
    assert answers(stored(store))["item"] == SECRET


def test_the_session_wins_over_an_older_record_of_the_store() -> None:
    store = MemoryStore()
    put(store, case_of(3, item="toaster"))
    assert answers(talk(store, URGENT, session=case_of(4, item="kettle")).record) == {
        "item": "kettle",
        "urgent": "yes",
    }


@pytest.mark.parametrize("turns", [4, 5])
def test_the_store_wins_over_a_session_that_is_not_newer(turns: int) -> None:
    store = MemoryStore()
    put(store, case_of(turns, item="toaster"))
    assert answers(talk(store, URGENT, session=case_of(4, item="kettle")).record)["item"] == "toaster"


def test_when_another_device_wrote_first_the_turn_is_decided_anew_and_both_answers_are_kept(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = Shared(1, lambda store: put(store, case_of(9, item="kettle", status="stuck", tried="yes")))
    put(store, case_of(8, item="kettle"))
    with caplog.at_level(logging.INFO):
        spoken = talk(store, URGENT)
    assert answers(stored(store)) == {"item": "kettle", "status": "stuck", "tried": "yes", "urgent": "yes"}
    assert spoken.reply.asking == "sold_by"
    assert stored(store) == spoken.record
    assert caplog.messages == ["somebody else wrote first; deciding anew"]


def test_two_devices_that_open_the_skill_at_once_lose_nothing() -> None:
    store = Shared(1, lambda store: put(store, case_of(1, item="kettle")))
    spoken = talk(store, LOST)
    assert answers(stored(store)) == {"item": "kettle"}
    assert spoken.reply.asking == "status"


def test_after_conflicts_for_too_long_the_person_is_answered_all_the_same(caplog: pytest.LogCaptureFixture) -> None:
    store = Unreliable(save=WriteConflict("again"))
    began = time.monotonic()
    with caplog.at_level(logging.WARNING):
        spoken = talk(store, LOST)
    assert CONFLICT_SECONDS <= time.monotonic() - began < CONFLICT_SECONDS + 1
    assert store.saves > 10
    assert spoken.reply.asking == "item"
    assert caplog.messages == [f"gave up keeping after {CONFLICT_SECONDS} seconds of conflicts"]


def test_what_was_not_kept_after_too_many_conflicts_is_in_the_session() -> None:
    store = Unreliable(save=WriteConflict("again"))
    assert answers(talk(store, LOST, ITEM).record) == {"item": SECRET}


@pytest.mark.parametrize(
    "garbage", ["", "no json", "null", "[]", '{"version": 99}', f'{{"version": 1, "x": "{SECRET}"}}']
)
def test_a_stored_record_that_nobody_wrote_is_set_aside_and_replaced(
    garbage: str, caplog: pytest.LogCaptureFixture
) -> None:
    store = MemoryStore()
    store.save(ONE, garbage, based_on=None, now=NOW)
    assert talk(store, LOST).reply.asking == "item"
    assert answers(stored(store)) == {}
    aside = store.load(ONE + SET_ASIDE, now=NOW)
    assert aside
    assert aside.record == garbage, "nothing is lost: somebody may be able to read it"
    assert len(caplog.messages) == 1
    assert caplog.messages[0].startswith("a record was set aside: not a record of version 2 or before: ")
    assert SECRET not in caplog.text


@pytest.mark.parametrize("session", ["no record", [1], {"version": 99}, {"cases": SECRET}])
def test_a_session_s_record_that_nobody_wrote_is_set_aside(session: object) -> None:
    store = MemoryStore()
    put(store, case_of(3, item="toaster"))
    assert answers(talk(store, URGENT, session=session).record) == {"item": "toaster", "urgent": "yes"}
    assert talk(MemoryStore(), LOST, session=session).reply.asking == "item"


def test_the_record_is_kept_in_letters_that_people_can_read() -> None:
    store = MemoryStore()
    talk(store, LOST, replace(ITEM, facts=(Said("item", None, "Wasserkocher für 3 €"),)))
    kept = store.load(ONE, now=NOW)
    assert kept
    assert "für 3 €" in kept.record


def test_nothing_that_a_person_says_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        talk(MemoryStore(), LOST, ITEM, URGENT)
    assert SECRET not in caplog.text
