"""AMAZON.DATE on Tuesday, 17 November 2026 (week 47)."""

from datetime import date

import pytest

from simulator.ears.ears import Elicitation
from tests.simulator.ears.toy import TODAY, ears, hear, slot_value

ENGLISH = {
    "today": "2026-11-17",
    "yesterday": "2026-11-16",
    "Tomorrow!": "2026-11-18",
    "last night": "2026-11-16",
    "the day before yesterday": "2026-11-15",
    "now": "PRESENT_REF",
    "wednesday": "2026-11-18",
    "monday": "2026-11-23",
    "tuesday": "2026-11-17",
    "on friday": "2026-11-20",
    "this friday": "2026-11-20",
    "next friday": "2026-11-27",
    "last tuesday": "2026-11-10",
    "last wednesday": "2026-11-11",
    "monday last week": "2026-11-09",
    "last week on monday": "2026-11-09",
    "last week": "2026-W46",
    "this week": "2026-W47",
    "next week": "2026-W48",
    "last weekend": "2026-W46-WE",
    "the weekend": "2026-W47-WE",
    "this month": "2026-11",
    "last month": "2026-10",
    "next month": "2026-12",
    "last year": "2025",
    "twenty twenty five": "2025",
    "in december": "2026-12",
    "november": "2026-11",
    "in october": "2027-10",
    "last october": "2026-10",
    "last november": "2025-11",
    "october twenty twenty six": "2026-10",
    "october last year": "2025-10",
    "the fifth of december": "2026-12-05",
    "december fifth": "2026-12-05",
    "5th december": "2026-12-05",
    "December 5": "2026-12-05",
    "december the fifth": "2026-12-05",
    "saturday the fifth of december": "2026-12-05",
    "the twenty-first of november": "2026-11-21",
    "the fifth of november": "2027-11-05",
    "november seventeenth": "2026-11-17",
    "november twelfth twenty twenty six": "2026-11-12",
    "november twelfth two thousand and twenty six": "2026-11-12",
    "november 12, 2026": "2026-11-12",
    "the fifth of november last year": None,
    "february twenty ninth": "2028-02-29",
    "the thirtieth of february": None,
    "the twentieth": "2026-11-20",
    "the fifth": "2026-12-05",
    "the thirty first": "2026-12-31",
    "the third of last month": "2026-10-03",
    "three days ago": "2026-11-14",
    "a week ago": "2026-11-10",
    "two months ago": "2026-09",
    "a year ago": "2025",
    "in two weeks": "2026-12-01",
    "2026-11-05": "2026-11-05",
    "a kettle": None,
    "on the": None,
    "may be": None,
    "five": None,
}

GERMAN = {
    "heute": "2026-11-17",
    "gestern Abend": "2026-11-16",
    "vorgestern": "2026-11-15",
    "übermorgen": "2026-11-19",
    "jetzt": "PRESENT_REF",
    "am montag": "2026-11-23",
    "diesen freitag": "2026-11-20",
    "nächsten freitag": "2026-11-27",
    "letzten dienstag": "2026-11-10",
    "letztem dienstag": "2026-11-10",
    "montag letzter woche": "2026-11-09",
    "letzte woche montag": "2026-11-09",
    "letzte woche": "2026-W46",
    "letztes wochenende": "2026-W46-WE",
    "am wochenende": "2026-W47-WE",
    "diesen monat": "2026-11",
    "im letzten monat": "2026-10",
    "letztes jahr": "2025",
    "im dezember": "2026-12",
    "im oktober": "2027-10",
    "im letzten oktober": "2026-10",
    "am fünften dezember": "2026-12-05",
    "3. Dezember": "2026-12-03",
    "der dritte zwölfte": "2026-12-03",
    "am 3.12.": "2026-12-03",
    "samstag den fünften dezember": "2026-12-05",
    "am einundzwanzigsten november": "2026-11-21",
    "zwölfter november zweitausendsechsundzwanzig": "2026-11-12",
    "am zwölften november zwanzig sechsundzwanzig": "2026-11-12",
    "am zwanzigsten": "2026-11-20",
    "am fünften letzten monats": "2026-10-05",
    "vor drei tagen": "2026-11-14",
    "vor einer woche": "2026-11-10",
    "vor zwei monaten": "2026-09",
    "in zwei wochen": "2026-12-01",
    "am dreißigsten februar": None,
    "wasserkocher": None,
}


@pytest.mark.parametrize(("said", "value"), ENGLISH.items())
def test_english_dates_are_heard_as_alexa_hears_them(said: str, value: str | None) -> None:
    assert slot_value(said, "TellOrderedIntent.ordered") == value


@pytest.mark.parametrize(("said", "value"), GERMAN.items())
def test_german_dates_are_heard_as_alexa_hears_them(said: str, value: str | None) -> None:
    assert slot_value(said, "TellOrderedIntent.ordered", locale="de-DE") == value


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
