"""What is said of every number, day and minute reads back as that number, day and minute."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.simulator.slot_types.reading import read
from tests.simulator.slot_types.spelled import cardinal, english_days, german_days, ordinal

TWO_YEARS = [date(2027, 1, 1) + timedelta(days=days) for days in range(731)]
"""With a leap day."""
SAYING: dict[str, Callable[[date], Iterator[str]]] = {"en-US": english_days, "de-DE": german_days}


@given(number=st.integers(0, 9_999_999))
@example(number=9_999_999)
@example(number=1_000_000)
@settings(deadline=None, derandomize=True, database=None, max_examples=400)
@pytest.mark.parametrize("locale", SAYING)
def test_every_number_reads_back(number: int, locale: str) -> None:
    assert read("AMAZON.NUMBER", cardinal(locale[:2], number), locale) == str(number)


@pytest.mark.parametrize("locale", SAYING)
def test_every_number_below_two_thousand_and_every_round_one_reads_back(locale: str) -> None:
    numbers = [*range(2000), *range(2000, 1_000_000, 1000), *range(1_000_000, 10_000_000, 100_000)]
    assert [
        number for number in numbers if read("AMAZON.NUMBER", cardinal(locale[:2], number), locale) != str(number)
    ] == []


@given(number=st.integers(1000, 999_999_999))
@settings(deadline=None, derandomize=True, database=None)
def test_thousands_may_be_parted_by_a_sign(number: int) -> None:
    assert read("AMAZON.NUMBER", f"{number:,}") == str(number)
    assert read("AMAZON.NUMBER", f"{number:,}".replace(",", "."), "de-DE") == str(number)


@pytest.mark.parametrize("locale", SAYING)
def test_every_ordinal_up_to_the_hundredth_reads_back(locale: str) -> None:
    said = [ordinal(locale[:2], number) for number in range(1, 101)]
    assert [read("AMAZON.Ordinal", words, locale) for words in said] == [str(number) for number in range(1, 101)]


@pytest.mark.parametrize("locale", SAYING)
def test_every_day_of_two_years_reads_back_in_all_its_usual_forms(locale: str) -> None:
    wrong = [
        (said, heard)
        for day in TWO_YEARS
        for said in SAYING[locale](day)
        if (heard := read("AMAZON.DATE", said, locale)) != day.isoformat()
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("locale", "coming", "past"), [("en-US", "{day}", "last {day}"), ("de-DE", "am {day}", "am letzten {day}")]
)
def test_a_bare_weekday_is_the_next_that_comes_and_a_last_one_lies_behind(
    locale: str, coming: str, past: str
) -> None:
    names = {"en-US": ("monday", "thursday", "sunday"), "de-DE": ("montag", "donnerstag", "sonntag")}[locale]
    for today in TWO_YEARS:
        for name, number in zip(names, (1, 4, 7), strict=True):
            ahead = [day for days in range(7) if (day := today + timedelta(days)).isoweekday() == number]
            behind = [day for days in range(1, 8) if (day := today - timedelta(days)).isoweekday() == number]
            assert read("AMAZON.DATE", coming.format(day=name), locale, today) == ahead[0].isoformat()
            assert read("AMAZON.DATE", past.format(day=name), locale, today) == behind[0].isoformat()


@pytest.mark.parametrize("minute", range(60))
def test_every_minute_of_a_day_reads_back_in_english(minute: int) -> None:
    for hour in range(24):
        value, twelve, half = f"{hour:02}:{minute:02}", hour % 12 or 12, "am" if hour < 12 else "pm"
        said = f"oh {cardinal('en', minute)}" if 0 < minute < 10 else cardinal("en", minute) if minute else ""
        assert read("AMAZON.TIME", value) == value
        assert read("AMAZON.TIME", f"{twelve}:{minute:02} {half}") == value
        assert read("AMAZON.TIME", f"{twelve}:{minute:02}{half}") == value
        assert read("AMAZON.TIME", f"{cardinal('en', twelve)} {said} {half}") == value
        if minute:
            assert read("AMAZON.TIME", f"{cardinal('en', minute)} past {cardinal('en', twelve)} {half}") == value
            before = (hour + 1) % 24
            then = "am" if before < 12 else "pm"
            to = f"{cardinal('en', 60 - minute)} minutes to {cardinal('en', before % 12 or 12)} {then}"
            assert read("AMAZON.TIME", to) == value


@pytest.mark.parametrize("minute", range(60))
def test_every_minute_of_a_day_reads_back_in_german(minute: int) -> None:
    for hour in range(24):
        value, twelve = f"{hour:02}:{minute:02}", hour % 12 or 12
        spoken = "ein" if hour == 1 else cardinal("de", hour)
        said = cardinal("de", minute) if minute else ""
        assert read("AMAZON.TIME", f"{value} Uhr", "de-DE") == value
        assert read("AMAZON.TIME", f"{hour}.{minute:02} Uhr", "de-DE") == value
        assert read("AMAZON.TIME", f"um {spoken} Uhr {said}", "de-DE") == value
        if minute == 30 and hour < 12:
            assert read("AMAZON.TIME", f"halb {cardinal('de', hour + 1)}", "de-DE") == value
            assert read("AMAZON.TIME", f"halb {cardinal('de', twelve % 12 + 1)}", "de-DE") == value
        if minute and hour < 12:
            assert read("AMAZON.TIME", f"{minute} nach {cardinal('de', hour)}", "de-DE") == value
