"""Reminders: offered with their time, made after a yes, refused, allowed, moved, taken back, gone with the case."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from skill.conversation.acts import Moment, ReminderSet
from skill.conversation.errands import REMINDERS, RemoveReminder, SetReminder
from skill.conversation.ports import Refusal
from skill.conversation.reminders import without_reminders
from skill.conversation.reply import Reply
from skill.conversation.turn import Consent, Intention
from tests.conversation.talker import Talker
from tests.conversation.test_answers import keys
from tests.conversation.test_coming_back import sent_to_chat, sent_to_device_support, sent_to_seller

TOKEN = "a token"
GONE = RemoveReminder(TOKEN)


@pytest.fixture(params=["en-US", "de-DE"])
def talker(request: pytest.FixtureRequest) -> Talker:
    """Somebody who was just sent to the seller, on Monday at nine, and is offered a reminder."""
    talker = Talker(request.param)
    assert sent_to_seller(talker).asking == "remind"
    return talker


@pytest.fixture
def reminded(talker: Talker) -> Talker:
    """Somebody who has taken the offer."""
    talker.yes()
    assert talker.state.cases[0].reminder
    talker.errands.clear()
    return talker


def offered(reply: Reply) -> datetime:
    """The time at which a reply offers to remind."""
    assert reply.question
    assert reply.question.question == "remind"
    assert reply.question.at
    return reply.question.at.at


def local(text: str, zone: str = "Europe/London") -> datetime:
    """A time of day in a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def remind(talker: Talker, day: str | None = None, hour: str | None = None) -> Reply:
    """Asks to be reminded on a day, at an hour."""
    named = (("remind_date", day), ("remind_time", hour))
    return talker.turn(Intention.REMIND, *[(slot, value) for slot, value in named if value])


@pytest.mark.parametrize(
    ("zone", "at"),
    [
        ("Europe/London", "2026-11-25T09:00"),
        ("Europe/Berlin", "2026-11-25T18:00"),
        ("America/Los_Angeles", "2026-11-25T09:00"),
        ("Australia/Sydney", "2026-11-26T09:00"),
        ("Asia/Kolkata", "2026-11-25T18:00"),
    ],
)
def test_the_offer_is_for_the_first_kind_hour_after_the_wait(zone: str, at: str) -> None:
    talker = Talker()
    talker.zone = ZoneInfo(zone)
    assert offered(sent_to_seller(talker)) == local(at, zone)


@pytest.mark.parametrize("now", ["2026-03-28T12:00", "2026-10-24T12:00"])
def test_the_kind_hour_is_the_same_on_the_clock_after_the_clocks_were_changed(now: str) -> None:
    talker = Talker()
    talker.zone = ZoneInfo("Europe/Berlin")
    talker.now = local(now, "Europe/Berlin").astimezone(UTC)
    at = offered(sent_to_seller(talker))
    assert (at.hour, at.minute) == (18, 0)
    assert at.utcoffset() != talker.now.astimezone(talker.zone).utcoffset()


def test_a_kind_hour_is_still_after_the_wait_when_the_clocks_were_put_back() -> None:
    talker = Talker()
    talker.zone = ZoneInfo("Europe/Berlin")
    talker.now = local("2026-10-24T09:30", "Europe/Berlin").astimezone(UTC)
    assert offered(sent_to_seller(talker)) == local("2026-10-26T09:00", "Europe/Berlin")


def test_the_offer_shortly_before_midnight_is_for_the_morning_after() -> None:
    talker = Talker()
    talker.zone = ZoneInfo("Europe/Berlin")
    talker.now = local("2026-11-23T23:59", "Europe/Berlin").astimezone(UTC)
    reply = sent_to_seller(talker)
    assert offered(reply) == local("2026-11-26T09:00", "Europe/Berlin")
    assert reply.question
    assert reply.question.at
    assert reply.question.at.today.isoformat() == "2026-11-23"


def test_the_offer_can_be_for_the_evening_of_a_day_that_is_over_elsewhere() -> None:
    talker = Talker()
    talker.zone = ZoneInfo("America/Los_Angeles")
    talker.now = datetime(2026, 11, 24, 1, tzinfo=UTC)
    assert offered(sent_to_seller(talker)) == local("2026-11-25T18:00", "America/Los_Angeles")


def test_without_a_time_zone_the_offer_is_so_many_days_ahead() -> None:
    talker = Talker()
    talker.zone = None
    reply = sent_to_seller(talker)
    assert reply.question
    assert reply.question.about == "relative"
    assert reply.question.at
    assert reply.question.at.days == 2
    assert keys(talker.yes()) == ["reminder_set.relative"]


def test_yes_has_the_reminder_made_and_says_when(talker: Talker) -> None:
    reply = talker.yes()
    assert talker.errands == [SetReminder(1, local("2026-11-25T09:00"), "Europe/London", None)]
    assert [act.at for act in reply.acts if isinstance(act, ReminderSet)] == [
        Moment(local("2026-11-25T09:00"), talker.today)
    ]
    assert talker.state.cases[0].reminder
    assert reply.question is None


def test_no_leaves_it(talker: Talker) -> None:
    assert keys(talker.no()) == ["no_reminder"]
    assert talker.errands == []
    assert talker.state.pending is None


def test_it_is_offered_once_an_outcome(talker: Talker) -> None:
    talker.no()
    assert talker.turn(Intention.REPEAT).asking is None
    talker.later(49)
    talker.open()
    talker.no()
    assert talker.skip().asking == "remind"


def test_it_is_offered_again_while_the_offer_stands(talker: Talker) -> None:
    reply = talker.turn(Intention.REPEAT)
    assert reply.outcome == "chat_or_seller"
    assert reply.asking == "remind"


@pytest.mark.parametrize("refusal", [refusal for refusal in Refusal if refusal is not Refusal.NO_PERMISSION])
def test_a_refusal_is_said_and_the_talk_ends_well(talker: Talker, refusal: Refusal) -> None:
    talker.reminds = refusal
    reply = talker.yes()
    assert keys(reply) == [f"reminder_refused.{refusal.value}"]
    assert reply.question is None
    assert talker.state.cases[0].reminder is None
    assert talker.state.pending is None


def test_without_the_permission_alexa_is_to_ask_for_it_and_the_offer_stays_open(talker: Talker) -> None:
    talker.reminds = Refusal.NO_PERMISSION
    reply = talker.yes()
    assert keys(reply) == ["alexa_asks"]
    assert (reply.consent, reply.by_card, reply.question) == (REMINDERS, False, None)
    assert talker.state.pending


def test_once_it_is_allowed_the_reminder_is_made_for_the_time_that_was_offered(talker: Talker) -> None:
    talker.reminds = Refusal.NO_PERMISSION
    talker.yes()
    talker.reminds = TOKEN
    reply = talker.turn(Intention.CONSENT, consent=Consent.ACCEPTED)
    assert keys(reply) == ["reminder_set"]
    assert talker.state.cases[0].reminder
    assert talker.state.cases[0].reminder.at == local("2026-11-25T09:00")


@pytest.mark.parametrize("consent", [Consent.DENIED, Consent.UNANSWERED])
def test_what_is_not_allowed_is_left_and_the_case_is_kept(talker: Talker, consent: Consent) -> None:
    talker.reminds = Refusal.NO_PERMISSION
    talker.yes()
    reply = talker.turn(Intention.CONSENT, consent=consent)
    assert keys(reply) == ["not_allowed"]
    assert (reply.consent, talker.state.pending) == (None, None)
    talker.later(49)
    assert talker.open().asking == "seller_answered"


@pytest.mark.parametrize("consent", [Consent.UNHEARD, None])
def test_a_device_that_cannot_ask_sends_a_card(talker: Talker, consent: Consent | None) -> None:
    talker.reminds = Refusal.NO_PERMISSION
    talker.yes()
    reply = talker.turn(Intention.CONSENT, consent=consent)
    assert keys(reply) == ["allow_in_app"]
    assert (reply.consent, reply.by_card) == (REMINDERS, True)


def test_alexa_asks_again_when_the_permission_is_still_missing(talker: Talker) -> None:
    talker.reminds = Refusal.NO_PERMISSION
    talker.yes()
    assert keys(talker.turn(Intention.CONSENT, consent=Consent.ACCEPTED)) == ["alexa_asks"]


@pytest.mark.parametrize("consent", Consent)
def test_a_consent_that_nobody_waits_for_is_met_with_a_word(consent: Consent) -> None:
    reply = Talker().turn(Intention.CONSENT, consent=consent)
    assert keys(reply) == ["lost_thread"]
    assert reply.question is None


def test_what_came_of_a_reminder_for_a_case_that_is_gone_is_met_with_a_word(talker: Talker) -> None:
    reply = talker.turn(Intention.REMINDED, about=77, reminded=Refusal.FAILED)
    assert keys(reply) == ["lost_thread"]


def test_a_reminder_that_did_not_come_back_counts_as_failed(talker: Talker) -> None:
    assert keys(talker.turn(Intention.REMINDED, about=1)) == ["reminder_refused.failed"]


@pytest.mark.parametrize(
    ("day", "hour", "at"),
    [
        ("2026-11-27", "10:00", "2026-11-27T10:00"),
        ("2026-11-27", None, "2026-11-27T09:00"),
        ("2026-11-25", None, "2026-11-25T09:00"),
        ("2026-11-23", None, "2026-11-23T18:00"),
        (None, "10:30", "2026-11-25T10:30"),
        ("2026-11-24", "MO", "2026-11-24T09:00"),
        ("2026-11-24", "AF", "2026-11-24T14:00"),
        ("2026-11-24", "EV", "2026-11-24T18:00"),
        ("2026-11-24", "NI", "2026-11-24T20:00"),
        ("2026-11-24", "00:00", "2026-11-24T00:00"),
    ],
)
def test_the_time_that_is_named_is_asked_back(talker: Talker, day: str | None, hour: str | None, at: str) -> None:
    reply = remind(talker, day, hour)
    assert offered(reply) == local(at)
    assert talker.errands == [], "each reminder needs its own yes"
    talker.yes()
    assert talker.state.cases[0].reminder
    assert talker.state.cases[0].reminder.at == local(at)


@pytest.mark.parametrize(
    ("day", "hour"), [("2026-11-23", "08:00"), ("2026-11-23", "09:00"), ("2026-11-22", None), ("2025-11-24", None)]
)
def test_a_time_that_is_past_is_not_offered(talker: Talker, day: str, hour: str | None) -> None:
    reply = remind(talker, day, hour)
    assert keys(reply) == ["reminder_past"]
    assert offered(reply) == local("2026-11-25T09:00")


def test_today_is_past_once_its_last_kind_hour_is(talker: Talker) -> None:
    talker.no()
    talker.later(10)
    assert keys(remind(talker, "2026-11-23")) == ["reminder_past"]


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        ("garbage", None),
        ("2026-02-30", None),
        ("2026-W48", None),
        ("2026-W48-WE", None),
        ("2026-12", None),
        ("PRESENT_REF", None),
        ("9999-12-31", "23:00"),
        ("0001-01-01", None),
        (None, "garbage"),
        (None, "25:00"),
        (None, "PT5M"),
        ("2026-11-24", "XX"),
    ],
)
def test_what_names_no_time_is_not_guessed(talker: Talker, day: str | None, hour: str | None) -> None:
    reply = remind(talker, day, hour)
    assert keys(reply) == ["reminder_when"]
    assert reply.question
    assert reply.question.manner == "example"
    assert offered(reply) == local("2026-11-25T09:00")


def test_tomorrow_is_the_persons_own_tomorrow() -> None:
    talker = Talker()
    talker.zone = ZoneInfo("America/Los_Angeles")
    talker.now = datetime(2026, 11, 24, 3, tzinfo=UTC)
    sent_to_seller(talker)
    reply = remind(talker, "2026-11-24")
    assert offered(reply) == local("2026-11-24T09:00", "America/Los_Angeles")
    assert reply.question
    assert reply.question.at
    assert reply.question.at.today.isoformat() == "2026-11-23"


@pytest.mark.parametrize(
    ("now", "day", "utc", "hour"),
    [("2026-03-27T12:00", "2026-03-29", "01:30", 3), ("2026-10-23T12:00", "2026-10-25", "00:30", 2)],
)
def test_an_hour_that_the_clocks_skip_or_have_twice_is_said_as_it_rings(
    now: str, day: str, utc: str, hour: int
) -> None:
    talker = Talker()
    talker.zone = ZoneInfo("Europe/Berlin")
    talker.now = datetime.fromisoformat(now).replace(tzinfo=UTC)
    sent_to_seller(talker)
    assert offered(remind(talker, day, "02:30")).hour == hour
    talker.yes()
    assert talker.state.cases[0].reminder
    assert talker.state.cases[0].reminder.at == datetime.fromisoformat(f"{day}T{utc}").replace(tzinfo=UTC)


def test_without_a_time_zone_a_time_cannot_be_named() -> None:
    talker = Talker()
    talker.zone = None
    sent_to_seller(talker)
    reply = remind(talker, "2026-11-27", "10:00")
    assert keys(reply) == ["no_local_time"]
    assert reply.question
    assert reply.question.at
    assert reply.question.at.days == 2


def test_a_reminder_can_be_asked_for_at_any_time(talker: Talker) -> None:
    talker.no()
    assert offered(remind(talker)) == local("2026-11-25T09:00")


def test_a_reminder_can_be_asked_for_when_no_case_is_talked_about(talker: Talker) -> None:
    talker.no()
    talker.later(1)
    talker.open()
    remind(talker, "2026-11-24", "10:00")
    talker.yes()
    assert talker.state.cases[0].reminder


def test_in_the_middle_of_a_case_it_is_for_tomorrow() -> None:
    talker = Talker()
    talker.problem("lost_package", ("item", "kettle"))
    assert offered(remind(talker)) == local("2026-11-24T09:00")
    assert talker.yes().asking == "status", "the case goes on where it stood"


def test_in_the_middle_of_a_case_the_offer_can_be_repeated() -> None:
    talker = Talker()
    talker.problem("lost_package", ("item", "kettle"))
    remind(talker)
    assert offered(talker.turn(Intention.REPEAT)) == local("2026-11-24T09:00")


def test_repeating_the_question_keeps_the_time_that_the_person_named(talker: Talker) -> None:
    remind(talker, "2026-11-27", "10:00")
    assert offered(talker.turn(Intention.REPEAT)) == local("2026-11-27T10:00")


def test_moving_a_reminder_replaces_it_after_a_yes(reminded: Talker) -> None:
    assert offered(remind(reminded, "2026-11-27", "10:00")) == local("2026-11-27T10:00")
    assert reminded.errands == []
    reminded.reminds = "another token"
    reminded.yes()
    assert reminded.errands == [SetReminder(1, local("2026-11-27T10:00"), "Europe/London", TOKEN)]
    assert reminded.state.cases[0].reminder
    assert reminded.state.cases[0].reminder.token == "another token"


def test_moving_by_the_hour_alone_keeps_the_day_of_the_reminder(reminded: Talker) -> None:
    remind(reminded, "2026-11-27", "10:00")
    reminded.yes()
    assert offered(remind(reminded, hour="17:00")) == local("2026-11-27T17:00")


def test_moving_by_the_hour_alone_keeps_the_day(reminded: Talker) -> None:
    assert offered(remind(reminded, hour="17:00")) == local("2026-11-25T17:00")


def test_a_reminder_stays_when_another_time_is_declined(reminded: Talker) -> None:
    remind(reminded, "2026-11-27", "10:00")
    reminded.no()
    assert reminded.state.cases[0].reminder
    assert reminded.state.cases[0].reminder.at == local("2026-11-25T09:00")
    assert reminded.errands == []


@pytest.mark.parametrize("refusal", Refusal)
def test_a_reminder_stays_when_moving_it_is_refused(reminded: Talker, refusal: Refusal) -> None:
    reminded.reminds = refusal
    remind(reminded, "2026-11-27", "10:00")
    reminded.yes()
    assert reminded.state.cases[0].reminder
    assert reminded.state.cases[0].reminder.token == TOKEN


def test_a_reminder_is_taken_back(reminded: Talker) -> None:
    reply = reminded.turn(Intention.CANCEL_REMINDER)
    assert keys(reply) == ["reminder_gone"]
    assert reply.errands == (GONE,)
    assert reminded.state.cases[0].reminder is None
    assert keys(reminded.turn(Intention.CANCEL_REMINDER)) == ["no_reminder_there"]


def test_one_that_rang_needs_no_removing(reminded: Talker) -> None:
    reminded.later(49)
    reminded.turn(Intention.CLOSE_CASE)
    assert reminded.errands == []


def test_cancelling_at_the_offer_declines_it(talker: Talker) -> None:
    assert keys(talker.turn(Intention.CANCEL_REMINDER)) == ["no_reminder"]
    assert talker.state.pending is None


def test_cancelling_at_the_offer_leaves_the_reminder_of_another_case(reminded: Talker) -> None:
    assert sent_to_chat(reminded, "lamp").asking == "remind"
    assert keys(reminded.turn(Intention.CANCEL_REMINDER)) == ["no_reminder"]
    assert reminded.errands == []


def test_the_reminder_of_the_only_other_case_is_taken_back(reminded: Talker) -> None:
    reminded.problem("device_help", ("device", "kindle"))
    reply = reminded.turn(Intention.CANCEL_REMINDER)
    assert keys(reply) == ["reminder_gone"]
    assert reply.errands == (GONE,)
    assert reply.asking == "trouble"


def test_the_reminder_of_the_case_that_is_talked_about_comes_first(reminded: Talker) -> None:
    reminded.reminds = "another token"
    sent_to_chat(reminded, "lamp")
    reminded.yes()
    assert reminded.turn(Intention.CANCEL_REMINDER).errands == (RemoveReminder("another token"),)
    assert reminded.turn(Intention.CANCEL_REMINDER).errands == (GONE,)


def test_cancelling_without_any_case_says_that_there_is_none() -> None:
    assert keys(Talker().turn(Intention.CANCEL_REMINDER)) == ["no_reminder_there"]


def solved(talker: Talker) -> None:
    """It is solved before the reminder rings."""
    talker.tell(("seller_contact", "answered"))
    talker.yes()
    assert talker.tell(("settled_by", "refund")).outcome == "closed"


def escalated(talker: Talker) -> None:
    """The seller has refused before the reminder rings."""
    talker.tell(("seller_contact", "answered"))
    talker.no()
    assert talker.skip().outcome == "email"


def closed(talker: Talker) -> None:
    """The person closes the case."""
    talker.turn(Intention.CLOSE_CASE)


def forgotten(talker: Talker) -> None:
    """The person has the case forgotten."""
    talker.turn(Intention.FORGET_CASE)
    talker.yes()


def forgotten_with_all(talker: Talker) -> None:
    """The person has everything forgotten."""
    talker.turn(Intention.FORGET_ME)
    talker.yes()


def started_over(talker: Talker) -> None:
    """The person starts over."""
    talker.turn(Intention.START_OVER)


def postponed(talker: Talker) -> None:
    """The person rather waits."""
    talker.turn(Intention.WAIT)


def not_sent(talker: Talker) -> None:
    """The message was never sent."""
    talker.tell(("seller_contact", "not_yet"))


@pytest.mark.parametrize(
    "end", [solved, escalated, closed, forgotten, forgotten_with_all, started_over, postponed, not_sent]
)
def test_a_reminder_goes_when_there_is_nothing_left_to_remind_of(reminded: Talker, end: object) -> None:
    end(reminded)  # type: ignore[operator]
    assert GONE in reminded.errands
    assert all(case.reminder is None for case in reminded.state.cases)


def test_a_reminder_stays_when_another_case_is_opened_or_closed(reminded: Talker) -> None:
    sent_to_device_support(reminded)
    reminded.turn(Intention.CLOSE_CASE)
    reminded.turn(Intention.REPEAT)
    assert reminded.errands == []
    assert reminded.state.cases[0].reminder


def test_the_reminder_of_a_case_that_is_pushed_out_is_gone_too(reminded: Talker) -> None:
    for number in range(12):
        reminded.problem("damaged_item", ("item", f"thing {number}"))
    assert "kettle" not in [case.answers.get("item") for case in reminded.state.cases]
    assert GONE in reminded.errands


def test_a_lost_permission_takes_all_reminders(reminded: Talker) -> None:
    sent_to_chat(reminded, "lamp")
    reminded.yes()
    state = without_reminders(reminded.state)
    assert [case.reminder for case in state.cases] == [None, None]
    assert [case.answers for case in state.cases] == [case.answers for case in reminded.state.cases]


def test_facts_told_at_the_offer_are_taken_and_the_offer_is_dropped(talker: Talker) -> None:
    assert talker.tell(("seller_contact", "answered")).asking == "solved"
    assert talker.state.pending is None


def test_the_offer_does_not_outlive_its_session(talker: Talker) -> None:
    talker.later(1)
    talker.open()
    assert talker.state.pending is None
    assert talker.yes().asking == "which_problem"
