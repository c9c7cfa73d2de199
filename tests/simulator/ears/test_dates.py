"""AMAZON.DATE within samples, on Tuesday, 17 November 2026; its forms are in tests/simulator/slot_types."""

from datetime import date

import pytest

from simulator.ears.ears import Elicitation
from tests.simulator.ears.toy import TODAY, ears, hear, slot_value


@pytest.mark.parametrize(
    ("said", "value", "locale"),
    [
        ("last tuesday", "2026-11-10", "en-US"),
        ("letzten dienstag", "2026-11-10", "de-DE"),
        ("a kettle", None, "en-US"),
    ],
)
def test_an_elicited_date_is_heard_by_its_slot_type(said: str, value: str | None, locale: str) -> None:
    assert slot_value(said, "TellOrderedIntent.ordered", locale=locale) == value


def test_a_date_is_never_words_that_are_none() -> None:
    assert hear("i ordered it some day soon").intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize(
    ("today", "said", "value"),
    [
        (date(2027, 1, 3), "last week", "2026-W52"),
        (date(2027, 1, 3), "this week", "2026-W53"),
        (date(2026, 1, 15), "last month", "2025-12"),
        (date(2026, 12, 31), "the first", "2027-01-01"),
        (date(2026, 12, 31), "next month", "2027-01"),
        (date(9999, 12, 31), "tomorrow", None),
        (date(9999, 12, 31), "next week", None),
        (date(9999, 12, 31), "next month", None),
        (date(1, 1, 1), "last year", None),
        (date(1, 1, 1), "last weekend", None),
    ],
)
def test_weeks_months_and_years_turn_as_the_calendar_does(today: date, said: str, value: str | None) -> None:
    heard = ears().hear(said, today=today, eliciting=Elicitation("TellOrderedIntent", "ordered"))
    assert (heard.slots["ordered"].value if heard.slots else None) == value


def test_the_preposition_belongs_to_the_sample_when_the_sample_has_it() -> None:
    slot = hear("on friday", "TellOrderedIntent.ordered").slots["ordered"]
    assert (slot.value, slot.said) == ("2026-11-20", "friday")
    assert TODAY.isoweekday() == 2
