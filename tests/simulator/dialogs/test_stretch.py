"""Slot values as stretches that can be compared. Now is Wednesday, 4 March 2026, 09:30."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.models.stretch import Stretch, stretch

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
TYPES = ["AMAZON.DATE", "AMAZON.TIME", "AMAZON.NUMBER"]


def _days(value: str, now: datetime = NOW) -> tuple[date, date] | None:
    found = stretch("AMAZON.DATE", value, now)
    return found and (date.fromordinal(int(found.first)), date.fromordinal(int(found.last)))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-03-04", "2026-03-04", "2026-03-04"),
        ("PRESENT_REF", "2026-03-04", "2026-03-04"),
        ("2026-W10", "2026-03-02", "2026-03-08"),
        ("2026-W10-WE", "2026-03-07", "2026-03-08"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("P3D", "2026-03-07", "2026-03-07"),
        ("P-3D", "2026-03-01", "2026-03-01"),
        ("-P1W", "2026-02-25", "2026-02-25"),
        ("P1Y", "2027-03-04", "2027-03-04"),
        ("P10M", "2027-01-04", "2027-01-04"),
    ],
)
def test_a_date_is_the_days_that_it_may_mean(value: str, first: str, last: str) -> None:
    assert _days(value) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_month_after_the_last_of_january_is_the_last_of_february() -> None:
    assert _days("P1M", NOW.replace(month=1, day=31)) == (date(2026, 2, 28), date(2026, 2, 28))


@pytest.mark.parametrize(
    ("value", "minute"), [("00:00", 0), ("09:31", 571), ("PRESENT_REF", 570), ("PT2H", 690), ("-PT30M", 540)]
)
def test_a_time_is_a_minute_of_today(value: str, minute: int) -> None:
    assert stretch("AMAZON.TIME", value, NOW) == Stretch(minute, minute)


def test_a_time_after_midnight_is_counted_on() -> None:
    assert stretch("AMAZON.TIME", "PT15H", NOW) == Stretch(1470, 1470)


@pytest.mark.parametrize(("value", "number"), [("4", 4), ("-2.5", -2.5)])
def test_a_number_is_a_point(value: str, number: float) -> None:
    assert stretch("AMAZON.NUMBER", value, NOW) == Stretch(number, number)


@pytest.mark.parametrize(
    ("slot_type", "value"),
    [
        ("AMAZON.NUMBER", "?"),
        ("AMAZON.NUMBER", "many"),
        ("AMAZON.TIME", "MO"),
        ("AMAZON.TIME", "25:00"),
        ("AMAZON.DATE", "2026-WI"),
        ("AMAZON.DATE", "2026-13-01"),
        ("AMAZON.DATE", "2026-W60"),
        ("AMAZON.DATE", "P"),
        ("AMAZON.DATE", ""),
    ],
)
def test_what_cannot_be_compared_has_no_stretch(slot_type: str, value: str) -> None:
    assert stretch(slot_type, value, NOW) is None


@given(st.sampled_from(TYPES), st.text() | st.from_regex(r"P-?\d{1,9}[YMWDH]|\d{1,5}(-\d{1,3}){0,2}", fullmatch=True))
def test_no_value_raises(slot_type: str, value: str) -> None:
    found = stretch(slot_type, value, NOW)
    # A number may be one that compares with nothing, not even itself.
    assert found is None or not found.first > found.last
