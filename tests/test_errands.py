"""What a reply asks to be done in the world outside: done in order, and what fails is said."""

from datetime import UTC, date, datetime

import pytest

from skill.conversation.errands import ForgetEverything, RemoveReminder, SetReminder
from skill.conversation.plain_acts import FORGOT_EVERYTHING, REMINDER_GONE, REMINDER_STAYS
from skill.conversation.ports import Refusal, ReminderWish
from skill.conversation.reply import Reply
from skill.conversation.state import Reminder
from skill.conversation.turn import Intention, Said, Turn
from skill.errands import run
from skill.value import replace
from skill.wording.voice import reminder_text
from tests.no_services import NoServices

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 9, tzinfo=UTC)
YES = Turn(Intention.YES, NOW, date(2026, 11, 23), (Said("item", "kettle"),), new_session=True)
SET = SetReminder(3, LATER, "Europe/Berlin")
MOVED = replace(SET, replaces="old")


class Alexa(NoServices):
    """Makes reminders with the answer that it is given, and keeps what was asked of it."""

    def __init__(self, answer: str | Refusal = "new", *, removes: bool = True) -> None:
        self.answer = answer
        self.removes = removes
        self.wishes: list[ReminderWish] = []
        self.removed: list[str] = []

    def remind(self, wish: ReminderWish) -> str | Refusal:
        self.wishes.append(wish)
        return self.answer

    def remove_reminder(self, token: str) -> bool:
        self.removed.append(token)
        return self.removes


def test_without_errands_the_reply_is_as_it_was() -> None:
    reply = Reply((REMINDER_GONE,))
    assert run(reply, YES, "en-US", Alexa()).reply == reply


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_a_reminder_is_wished_for_in_the_persons_language_and_zone(locale: str) -> None:
    alexa = Alexa()
    run(Reply((), errands=(SET,)), YES, locale, alexa)
    assert alexa.wishes == [ReminderWish(LATER, NOW, "Europe/Berlin", locale, reminder_text(locale))]
    assert alexa.removed == []


def test_a_reminder_that_was_made_comes_back_as_a_turn() -> None:
    turn = run(Reply((), errands=(SET,)), YES, "en-US", Alexa()).follow_up
    assert turn
    assert (turn.intention, turn.about, turn.reminded) == (Intention.REMINDED, 3, Reminder("new", LATER))
    assert (turn.facts, turn.new_session, turn.now) == ((), False, NOW)


@pytest.mark.parametrize("refusal", Refusal)
def test_a_refusal_comes_back_as_a_turn_and_the_earlier_reminder_stays(refusal: Refusal) -> None:
    alexa = Alexa(refusal)
    done = run(Reply((), errands=(MOVED,)), YES, "en-US", alexa)
    assert done.follow_up
    assert done.follow_up.reminded is refusal
    assert alexa.removed == []
    assert done.remarks == ()


def test_the_earlier_reminder_goes_once_the_new_one_is_made() -> None:
    alexa = Alexa()
    done = run(Reply((), errands=(MOVED,)), YES, "en-US", alexa)
    assert alexa.removed == ["old"]
    assert done.remarks == ()


def test_an_earlier_reminder_that_stays_is_said() -> None:
    done = run(Reply((), errands=(MOVED,)), YES, "en-US", Alexa(removes=False))
    assert done.remarks == (REMINDER_STAYS,)
    assert done.follow_up
    assert isinstance(done.follow_up.reminded, Reminder)


def test_a_reminder_that_was_removed_needs_no_further_word() -> None:
    alexa = Alexa()
    reply = Reply((REMINDER_GONE,), errands=(RemoveReminder("old"),))
    assert run(reply, YES, "en-US", alexa).reply == reply
    assert alexa.removed == ["old"]


def test_a_reminder_that_could_not_be_removed_is_not_said_to_be_gone() -> None:
    reply = Reply((REMINDER_GONE,), errands=(RemoveReminder("old"),))
    assert run(reply, YES, "en-US", Alexa(removes=False)).reply.acts == (REMINDER_STAYS,)


def test_what_else_is_said_stays_when_a_reminder_could_not_be_removed() -> None:
    reply = Reply((FORGOT_EVERYTHING,), errands=(RemoveReminder("old"),))
    assert run(reply, YES, "en-US", Alexa(removes=False)).reply.acts == (FORGOT_EVERYTHING, REMINDER_STAYS)


def test_several_reminders_that_stay_are_said_once() -> None:
    reply = Reply((FORGOT_EVERYTHING,), errands=(RemoveReminder("one"), RemoveReminder("two"), ForgetEverything()))
    alexa = Alexa(removes=False)
    done = run(reply, YES, "en-US", alexa)
    assert alexa.removed == ["one", "two"]
    assert done.reply.acts == (FORGOT_EVERYTHING, REMINDER_STAYS)


def test_forgetting_everything_is_left_to_whoever_keeps_it() -> None:
    done = run(Reply((), errands=(RemoveReminder("old"), ForgetEverything())), YES, "en-US", Alexa())
    assert done.forget
    assert not run(Reply((), errands=(RemoveReminder("old"),)), YES, "en-US", Alexa()).forget


def test_a_device_that_has_no_services_refuses_and_nothing_is_raised() -> None:
    done = run(Reply((), errands=(SET, RemoveReminder("old"))), YES, "en-US", NoServices())
    assert done.follow_up
    assert done.follow_up.reminded is Refusal.FAILED
