"""AMAZON.NUMBER, FOUR_DIGIT_NUMBER and Ordinal."""

import pytest

from tests.simulator.ears.toy import hear, slot_value

NUMBERS = {
    "zero": "0",
    "twelve": "12",
    "12": "12",
    "twenty-one": "21",
    "a hundred and five": "105",
    "one hundred five": "105",
    "nine hundred ninety nine": "999",
    "two thousand and twenty six": "2026",
    "five hundred thousand": "500000",
    "in ten days": "10",
}

GERMAN_NUMBERS = {
    "null": "0",
    "zwo": "2",
    "einen": "1",
    "einundzwanzig": "21",
    "hundertfünf": "105",
    "einhundertfünf": "105",
    "tausend": "1000",
    "zweitausendsechsundzwanzig": "2026",
    "dreißig": "30",
    "in zehn tagen": "10",
}

FOUR_DIGITS = {
    "one two oh five": "1205",
    "0412": "0412",
    "1 2 3 4": "1234",
    "twelve thirty four": "1234",
    "nineteen oh five": "1905",
    "two thousand and six": "2006",
}


@pytest.mark.parametrize(("said", "value"), NUMBERS.items())
def test_english_numbers_become_digits(said: str, value: str) -> None:
    assert slot_value(said, "TellDaysIntent.days") == value


@pytest.mark.parametrize(("said", "value"), GERMAN_NUMBERS.items())
def test_german_numbers_become_digits(said: str, value: str) -> None:
    assert slot_value(said, "TellDaysIntent.days", locale="de-DE") == value


@pytest.mark.parametrize(("said", "value"), FOUR_DIGITS.items())
def test_four_digits_are_kept_as_they_are_said(said: str, value: str) -> None:
    assert slot_value(said, "TellPinIntent.pin") == value


@pytest.mark.parametrize("said", ["third", "3rd"])
def test_an_ordinal_is_its_number(said: str) -> None:
    assert slot_value(said, "TellPinIntent.place") == "3"


@pytest.mark.parametrize("said", ["dritter", "die dritte", "3."])
def test_a_german_ordinal_is_its_number(said: str) -> None:
    expected = None if said == "die dritte" else "3"
    assert slot_value(said, "TellDaysIntent.place", locale="de-DE") == expected


@pytest.mark.parametrize("said", ["quite a few", "several", "9" * 30])
def test_an_elicited_number_that_is_none_is_a_question_mark(said: str) -> None:
    heard = hear(said, "TellDaysIntent.days")
    assert (heard.slots["days"].value, heard.slots["days"].said, heard.how) == ("?", said, "elicited slot")


def test_a_pin_that_is_none_is_a_question_mark_beside_empty_slots() -> None:
    heard = hear("no idea", "TellPinIntent.pin")
    assert heard.slots["pin"].value == "?"
    assert heard.slots["at"].value is None


@pytest.mark.parametrize(
    ("said", "eliciting"),
    [("quite a few", None), ("", "TellDaysIntent.days"), ("i cannot really say", "TellDaysIntent.days")],
)
def test_there_is_no_question_mark_without_a_question_or_for_a_sentence(said: str, eliciting: str | None) -> None:
    assert hear(said, eliciting).intent == "AMAZON.FallbackIntent"


def test_another_intent_goes_before_a_number_that_was_not_understood() -> None:
    assert hear("my kettle never came", "TellDaysIntent.days").intent == "LostIntent"
    assert hear("actually gnome", "TellDaysIntent.days").intent == "CorrectIntent"
