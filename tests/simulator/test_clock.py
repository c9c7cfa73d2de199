"""Time that passes: the clock, the reminders that ring, and what today is."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from simulator.errors import CommandWrong
from simulator.services.clock import Clock
from simulator.services.permissions import REMINDERS
from simulator.talk.length_of_time import length_of_time
from tests.simulator.services.calling import Caller, at, reminder
from tests.simulator.tea import NOW, Skill, ask, tea_device


def test_a_clock_that_was_moved_goes_on_from_there() -> None:
    ticks = iter((NOW, NOW, NOW + timedelta(minutes=1)))
    clock = Clock(lambda: next(ticks))
    assert clock() == NOW
    clock.move(timedelta(days=2))
    assert clock() == NOW + timedelta(days=2)
    clock.move(timedelta(hours=1))
    assert clock() == NOW + timedelta(days=2, hours=1, minutes=1)


def test_a_clock_left_alone_tells_the_real_time() -> None:
    assert abs(Clock()() - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1 minute", timedelta(minutes=1)),
        ("90 minutes", timedelta(minutes=90)),
        ("3 hours", timedelta(hours=3)),
        ("2 Days", timedelta(days=2)),
        ("1 week", timedelta(weeks=1)),
        ("90 Minuten", timedelta(minutes=90)),
        ("1 Stunde", timedelta(hours=1)),
        ("2 Tage", timedelta(days=2)),
        ("3 Wochen", timedelta(weeks=3)),
    ],
)
def test_a_length_of_time_is_a_number_and_a_unit(text: str, length: timedelta) -> None:
    assert length_of_time(text) == length


@pytest.mark.parametrize("text", ["", "two days", "2", "days", "0 days", "-2 days", "2 months", "9999999 weeks"])
def test_any_other_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(CommandWrong):
        length_of_time(text)


def test_after_time_has_passed_the_skill_sees_the_new_time_in_a_new_session() -> None:
    skill = Skill(ask(attributes={"cups": 1}))
    device = tea_device(skill)
    device.launch()
    result = device.later(timedelta(days=2))
    assert (result.heard.intent, result.open) == ("SessionEndedRequest", False)
    assert skill.last["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert skill.last["request"]["timestamp"] == "2026-03-04T09:30:00Z"
    device.say("book a table for today")
    assert skill.last["request"]["timestamp"] == "2026-03-06T09:30:00Z"
    assert skill.last["request"]["intent"]["slots"]["day"]["value"] == "2026-03-06"
    assert skill.last["session"]["new"] is True


def test_time_that_passes_while_no_session_is_open_is_not_told() -> None:
    skill = Skill(ask())
    assert tea_device(skill).later(timedelta(days=2)).request is None
    assert skill.seen == []


def test_reminders_ring_when_they_fall_due_the_oldest_first_and_once() -> None:
    skill = Skill(ask())
    device = tea_device(skill)
    device.account.permissions.set(REMINDERS, "GRANTED")
    device.launch()
    call = Caller(skill.last)
    for text, local in (
        ("Late", "2026-03-06T08:00:00"),
        ("Early", "2026-03-05T08:00:00"),
        ("Far", "2026-04-01T08:00"),
    ):
        assert call("POST", "/v1/alerts/reminders", reminder(text, **at(local))).status == 200
    assert device.ring() == ()
    rang = device.later(timedelta(days=3)).rang
    assert [(one.text, one.at.isoformat()) for one in rang] == [
        ("Early", "2026-03-05T08:00:00-05:00"),
        ("Late", "2026-03-06T08:00:00-05:00"),
    ]
    assert rang[0].spoken == "Here's your reminder: Early"
    assert device.later(timedelta(days=1)).rang == ()
    assert [one.text for one in device.later(timedelta(weeks=4)).rang] == ["Far"]


def test_in_german_the_reminder_is_said_in_german_and_in_local_time() -> None:
    skill = Skill(ask())
    device = tea_device(skill, locale="de-DE")
    device.account.permissions.set(REMINDERS, "GRANTED")
    device.launch()
    Caller(skill.last)("POST", "/v1/alerts/reminders", reminder("Tee trinken"))
    [rang] = device.later(timedelta(hours=1)).rang
    assert rang.spoken == "Hier ist deine Erinnerung: Tee trinken"
    assert rang.at.isoformat() == "2026-03-04T11:30:00+01:00"


def test_today_is_the_date_where_the_device_stands_and_the_timestamp_is_utc() -> None:
    late = datetime(2026, 3, 4, 3, 30, tzinfo=UTC)
    for zone, today in (("America/New_York", "2026-03-03"), ("Europe/London", "2026-03-04")):
        skill = Skill(ask())
        device = tea_device(skill, clock=lambda: late)
        device.settings.zone = ZoneInfo(zone)
        device.say("book a table for today")
        assert skill.last["request"]["timestamp"] == "2026-03-04T03:30:00Z"
        assert skill.last["request"]["intent"]["slots"]["day"]["value"] == today


def test_the_clock_goes_a_hundred_years_ahead_and_no_more() -> None:
    clock = Clock(lambda: NOW)
    for _ in range(10):
        clock.move(timedelta(days=3660))
    with pytest.raises(CommandWrong, match="at most a hundred years"):
        clock.move(timedelta(minutes=1))
    assert clock() == NOW + timedelta(days=36600)
