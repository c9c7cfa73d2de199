"""What a turn does in the world outside: look-ups, errands, forgetting, and what the store has to do with it."""

import json
import logging
from collections.abc import Callable
from datetime import datetime

import pytest

from skill.conversation.acts import ReminderSet
from skill.conversation.plain_acts import FORGETTING_FAILED, FORGOT_EVERYTHING, REMINDER_STAYS
from skill.conversation.ports import Refusal, ReminderWish, Stored
from skill.conversation.state import State
from skill.conversation.talk import FORGET_ME
from skill.conversation.turn import Intention, Turn
from skill.decision.models import MODELS
from skill.errors import StoreUnavailable, WriteConflict
from skill.keeping import SET_ASIDE
from skill.record import decode, encode
from skill.service import Service, Spoken
from skill.storage.memory import MemoryStore
from skill.value import replace
from tests.alexa.envelopes import PERSON
from tests.faults.household import (
    ALERT,
    ASKED_TO_MOVE_IT,
    EARLIER,
    NOW,
    OFFERED_NAME,
    OFFERED_REMINDER,
    REMINDED,
    but_for_reminders,
    remembering,
    stored,
    waiting,
)

YES = Turn(Intention.YES, NOW, NOW.date())
CANCEL = replace(YES, intention=Intention.CANCEL_REMINDER)
UNREADABLE = '{"version": 99}'


class Services:
    """Fulfils the port, and notes what was asked; ``meanwhile`` happens while a reminder is made or removed."""

    def __init__(self, *, removes: bool = True, meanwhile: Callable[[], object] = lambda: None) -> None:
        self.asked: list[object] = []
        self._removes = removes
        self._meanwhile = meanwhile

    def time_zone(self) -> str | None:
        self.asked.append("zone")
        return "Europe/Berlin"

    def name(self) -> str | None:
        self.asked.append("name")
        return "Given O'Name"

    def remind(self, wish: ReminderWish) -> str | Refusal:
        self.asked.append(wish)
        self._meanwhile()
        return ALERT

    def remove_reminder(self, token: str) -> bool:
        self.asked.append(token)
        self._meanwhile()
        return self._removes


class Failing(MemoryStore):
    """A store that fails, or meets somebody else, whenever it comes to one of these keys."""

    def __init__(self, *keys: str, error: Exception | None = None) -> None:
        super().__init__()
        self.keys: tuple[str, ...] = ()
        self._later = keys
        self._error = error or StoreUnavailable("down")

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        if person in self.keys:
            raise self._error
        return super().save(person, record, based_on=based_on, now=now)

    def forget(self, person: str) -> None:
        if person in self.keys:
            raise self._error
        super().forget(person)

    def break_now(self) -> None:
        """From now on."""
        self.keys = self._later


def say(store: MemoryStore, turn: Turn, state: State, services: Services | None = None) -> Spoken:
    return Service(MODELS, store).answer(PERSON, encode(state), turn, "de-DE", services or Services())


def other_device_tells(store: MemoryStore) -> None:
    """Another device of the household tells when the kettle was ordered."""
    state = stored(store)
    case = state.cases[0].with_answer("ordered", "2026-11-17")
    kept = store.load(PERSON, now=NOW)
    assert kept
    later = replace(state, cases=(case,), turns=state.turns + 1)
    store.save(PERSON, json.dumps(encode(later)), based_on=kept.revision, now=NOW)


def test_what_a_turn_lacks_is_looked_up_once_and_nothing_else() -> None:
    services = Services()
    say(remembering(OFFERED_NAME), YES, OFFERED_NAME, services)
    assert services.asked == ["name"]
    services = Services()
    say(remembering(OFFERED_REMINDER), YES, OFFERED_REMINDER, services)
    assert [asked for asked in services.asked if asked in ("name", "zone")] == ["zone"]


def test_what_no_turn_lacks_is_not_looked_up() -> None:
    services = Services()
    say(remembering(REMINDED), replace(YES, intention=Intention.HELP), REMINDED, services)
    assert services.asked == []


def test_the_name_that_was_looked_up_is_on_the_card_and_in_no_record() -> None:
    store = remembering(OFFERED_NAME)
    spoken = say(store, YES, OFFERED_NAME)
    assert spoken.words.card
    assert "Given O'Name" in spoken.words.card.text
    kept = store.load(PERSON, now=NOW)
    assert kept
    assert "Given O'Name" not in kept.record + json.dumps(spoken.record)


def test_the_time_zone_that_was_looked_up_is_kept() -> None:
    store = remembering(OFFERED_REMINDER)
    say(store, YES, OFFERED_REMINDER)
    assert stored(store).zone == "Europe/Berlin"


def test_a_reminder_is_wished_for_in_the_language_and_time_zone_of_the_device() -> None:
    services = Services()
    say(remembering(OFFERED_REMINDER), YES, OFFERED_REMINDER, services)
    (wish,) = (asked for asked in services.asked if isinstance(asked, ReminderWish))
    assert (wish.zone, wish.locale, wish.now) == ("Europe/Berlin", "de-DE", NOW)
    assert OFFERED_REMINDER.pending
    assert wish.at == OFFERED_REMINDER.pending.at


def test_a_reminder_s_token_is_in_the_store_and_in_the_session() -> None:
    store = remembering(OFFERED_REMINDER)
    spoken = say(store, YES, OFFERED_REMINDER)
    kept = stored(store).cases[0].reminder
    assert kept
    assert kept.token == ALERT
    assert decode(spoken.record, MODELS) == stored(store)


def test_what_the_old_reminder_s_removal_came_to_is_said_after_the_new_one() -> None:
    services = Services(removes=False)
    acts = say(remembering(ASKED_TO_MOVE_IT), YES, ASKED_TO_MOVE_IT, services).reply.acts
    assert isinstance(acts[0], ReminderSet)
    assert acts[1:] == (REMINDER_STAYS,)
    assert services.asked[-1] == EARLIER


def test_what_another_device_wrote_while_a_reminder_was_made_is_kept_with_it() -> None:
    store = remembering(OFFERED_REMINDER)
    spoken = say(store, YES, OFFERED_REMINDER, Services(meanwhile=lambda: other_device_tells(store)))
    case = stored(store).cases[0]
    assert case.reminder
    assert case.answers["ordered"] == "2026-11-17"
    assert decode(spoken.record, MODELS) == stored(store)


def test_a_case_that_is_gone_when_its_reminder_is_made_is_not_brought_back() -> None:
    store = remembering(OFFERED_REMINDER)

    def forget_all_but_the_turns() -> None:
        kept = store.load(PERSON, now=NOW)
        assert kept
        gone = json.dumps(encode(State(turns=99)))
        store.save(PERSON, gone, based_on=kept.revision, now=NOW)

    say(store, YES, OFFERED_REMINDER, Services(meanwhile=forget_all_but_the_turns))
    assert stored(store).cases == ()


def test_the_state_is_kept_before_any_errand_is_run() -> None:
    store = remembering(REMINDED)
    seen: list[State] = []
    say(store, CANCEL, REMINDED, Services(meanwhile=lambda: seen.append(stored(store))))
    assert [case.reminder for case in seen[0].cases] == [None]


def test_after_a_conflict_nothing_is_looked_up_that_is_known(caplog: pytest.LogCaptureFixture) -> None:
    store = remembering(OFFERED_REMINDER)
    services = Services(meanwhile=lambda: other_device_tells(store))
    with caplog.at_level(logging.INFO):
        say(store, YES, OFFERED_REMINDER, services)
    assert caplog.messages == ["somebody else wrote first; deciding anew"]
    assert services.asked.count("zone") == 1


def test_when_everything_is_forgotten_what_was_set_aside_goes_too() -> None:
    state = waiting(FORGET_ME, reminder=ALERT)
    store, services = remembering(state), Services()
    store.save(PERSON + SET_ASIDE, UNREADABLE, based_on=None, now=NOW)
    spoken = say(store, YES, state, services)
    assert spoken.reply.acts == (FORGOT_EVERYTHING,)
    assert services.asked == [ALERT]
    assert store._records == {}
    assert decode(spoken.record, MODELS).cases == ()


@pytest.mark.parametrize("key", [PERSON, PERSON + SET_ASIDE])
def test_what_could_not_be_forgotten_is_not_said_to_be(key: str, caplog: pytest.LogCaptureFixture) -> None:
    state = waiting(FORGET_ME)
    store = Failing(key)
    store._records = remembering(state)._records
    store.break_now()
    assert say(store, YES, state).reply.acts == (FORGETTING_FAILED,)
    assert "the store did not forget: StoreUnavailable" in caplog.messages


@pytest.mark.parametrize("error", [StoreUnavailable("down"), WriteConflict("another device was first")])
def test_a_record_that_could_not_be_set_aside_is_not_written_over(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    store = Failing(PERSON + SET_ASIDE, error=error)
    store.save(PERSON, UNREADABLE, based_on=None, now=NOW)
    store.break_now()
    assert but_for_reminders(decode(say(store, CANCEL, REMINDED).record, MODELS)) == but_for_reminders(REMINDED)
    assert store.load(PERSON, now=NOW) == Stored(UNREADABLE, 1)
    assert f"a record could not be set aside: {type(error).__name__}" in caplog.messages


def test_the_newest_record_that_cannot_be_read_is_the_one_that_is_set_aside() -> None:
    store = MemoryStore()
    store.save(PERSON + SET_ASIDE, "older", based_on=None, now=NOW)
    store.save(PERSON, UNREADABLE, based_on=None, now=NOW)
    say(store, CANCEL, REMINDED)
    aside = store.load(PERSON + SET_ASIDE, now=NOW)
    assert aside
    assert aside.record == UNREADABLE


def test_losing_the_reminders_of_somebody_without_any_writes_nothing() -> None:
    store = remembering(OFFERED_REMINDER)
    Service(MODELS, store).lose_reminders(PERSON, NOW)
    kept = store.load(PERSON, now=NOW)
    assert kept
    assert kept.revision == 1
