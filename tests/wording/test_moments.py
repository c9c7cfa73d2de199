"""Points of time as people say them, in each language."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from skill.conversation.acts import Moment
from skill.conversation.moments import moment
from skill.conversation.turn import Intention, Turn
from skill.wording.catalog import catalog
from skill.wording.moments import moment_words
from skill.wording.voice import reminder_text
from tests.wording.catalogues import LOCALES

MONDAY = date(2026, 11, 23)
BERLIN = ZoneInfo("Europe/Berlin")


def at(text: str, days: int = 0) -> Moment:
    """A moment seen from Monday, November 23."""
    return Moment(datetime.fromisoformat(text).replace(tzinfo=BERLIN), MONDAY, days)


@pytest.mark.parametrize(
    ("locale", "when", "words"),
    [
        ("en-US", "2026-11-23T18:00", "today at 6 PM"),
        ("en-US", "2026-11-24T09:00", "tomorrow at 9 AM"),
        ("en-US", "2026-11-25T09:00", "on Wednesday at 9 AM"),
        ("en-US", "2026-11-29T09:00", "on Sunday at 9 AM"),
        ("en-US", "2026-11-30T09:00", "on Monday, November 30 at 9 AM"),
        ("en-GB", "2026-11-30T09:00", "on Monday, 30 November at 9 AM"),
        ("en-US", "2026-11-22T09:00", "on Sunday, November 22 at 9 AM"),
        ("en-US", "2026-11-24T00:00", "tomorrow at 12 AM"),
        ("en-US", "2026-11-24T12:00", "tomorrow at 12 PM"),
        ("en-US", "2026-11-24T11:59", "tomorrow at 11:59 AM"),
        ("en-US", "2026-11-24T13:05", "tomorrow at 1:05 PM"),
        ("de-DE", "2026-11-23T18:00", "heute um 18 Uhr"),
        ("de-DE", "2026-11-24T09:00", "morgen um 9 Uhr"),
        ("de-DE", "2026-11-25T09:00", "am Mittwoch um 9 Uhr"),
        ("de-DE", "2026-11-24T00:00", "morgen um 0 Uhr"),
        ("de-DE", "2026-11-24T13:05", "morgen um 13 Uhr 05"),
    ],
)
def test_a_moment_is_said_as_the_locale_says_it(locale: str, when: str, words: str) -> None:
    assert moment_words(catalog("said", locale), at(when)) == words


def test_a_german_day_further_away_has_its_date() -> None:
    words = moment_words(catalog("said", "de-DE"), at("2026-11-30T09:00"))
    assert [part for part in ("Montag", "30", "November", "9 Uhr") if part not in words] == []


@pytest.mark.parametrize(
    ("locale", "days", "words"),
    [("en-US", 1, "in one day"), ("en-US", 2, "in 2 days"), ("de-DE", 1, "in einem Tag"), ("de-DE", 3, "in 3 Tagen")],
)
def test_without_a_time_zone_only_the_days_are_said(locale: str, days: int, words: str) -> None:
    assert moment_words(catalog("said", locale), at("2026-11-25T09:00", days)) == words


@pytest.mark.parametrize("locale", LOCALES)
def test_no_hour_of_the_day_and_no_day_of_the_year_leaves_a_gap(locale: str) -> None:
    said = catalog("said", locale)
    for hours in range(0, 24 * 400, 7):
        when = datetime(2026, 11, 23, tzinfo=BERLIN) + timedelta(hours=hours, minutes=hours % 60)
        words = moment_words(said, Moment(when, MONDAY))
        assert not set("{}[]") & set(words)
        assert words == " ".join(words.split())


@pytest.mark.parametrize("locale", LOCALES)
def test_what_rings_is_plain_text_that_alexa_takes(locale: str) -> None:
    text = reminder_text(locale)
    assert text
    assert not set("{}[]<>&") & set(text)


@pytest.mark.parametrize(("hours", "days"), [(0, 1), (1, 1), (24, 1), (35, 1), (37, 2), (48, 2), (72, 3)])
def test_days_ahead_are_rounded_and_at_least_one(hours: int, days: int) -> None:
    now = datetime(2026, 11, 23, 9, tzinfo=BERLIN)
    assert moment(now + timedelta(hours=hours), Turn(Intention.REMIND, now, MONDAY)).days == days


def test_a_known_time_zone_counts_no_days() -> None:
    now = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("UTC"))
    said = moment(now, Turn(Intention.REMIND, now, MONDAY, zone=BERLIN))
    assert (said.at.hour, said.days) == (10, 0)
