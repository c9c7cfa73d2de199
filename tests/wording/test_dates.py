"""Dates as people say them, per locale, from Alexa's forms."""

import pytest

from skill.wording.catalog import catalog
from skill.wording.dates import date_words

DAY, WEEK, WEEKEND, MONTH = "2026-11-17", "2026-W47", "2026-W47-WE", "2026-11"


@pytest.mark.parametrize(
    ("locale", "value", "words"),
    [
        ("en-US", DAY, "on Tuesday, November 17"),
        ("en-CA", DAY, "on Tuesday, November 17"),
        ("en-GB", DAY, "on Tuesday, 17 November"),
        ("en-AU", DAY, "on Tuesday, 17 November"),
        ("en-IN", DAY, "on Tuesday, 17 November"),
        ("en-US", WEEK, "in the week of November 16"),
        ("en-GB", WEEK, "in the week of 16 November"),
        ("en-US", WEEKEND, "on the weekend of November 21"),
        ("en-GB", WEEKEND, "on the weekend of 21 November"),
        ("en-US", MONTH, "in November 2026"),
        ("en-GB", MONTH, "in November 2026"),
        ("en-US", "2026-WI", "in 2026"),
        ("en-US", "2026", "in 2026"),
        ("de-DE", "2026", "im Jahr 2026"),
        ("de-DE", MONTH, "im November 2026"),
    ],
)
def test_a_date_is_said_as_the_locale_says_it(locale: str, value: str, words: str) -> None:
    assert date_words(catalog("said", locale), value) == words


@pytest.mark.parametrize(
    ("value", "parts"),
    [(DAY, ("Dienstag", "17", "November")), (WEEK, ("16", "November")), (WEEKEND, ("21", "November"))],
)
def test_a_german_date_is_said_in_german(value: str, parts: tuple[str, ...]) -> None:
    words = date_words(catalog("said", "de-DE"), value)
    assert [part for part in parts if part not in words] == []
    assert "-" not in words


@pytest.mark.parametrize("value", ["2026-13-01", "2026-02-30", "2026-W60", "2026-13", "yesterday", "a-b", ""])
def test_what_is_no_date_is_said_as_it_stands(value: str) -> None:
    assert date_words(catalog("said", "en-US"), value) == value


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_every_day_of_the_week_and_every_month_has_a_name_of_its_own(locale: str) -> None:
    said = catalog("said", locale)
    assert len({said.message(f"weekday.{day}") for day in range(1, 8)}) == 7
    assert len({said.message(f"month.{month}") for month in range(1, 13)}) == 12
    assert date_words(said, "2026-01-01") != date_words(said, "2026-02-01")
