"""AMAZON.NUMBER and FOUR_DIGIT_NUMBER within samples, and when they are not understood."""

import pytest

from tests.simulator.ears.toy import hear, slot_value


@pytest.mark.parametrize(("said", "locale"), [("in ten days", "en-US"), ("in zehn tagen", "de-DE")])
def test_a_number_is_found_inside_a_sample(said: str, locale: str) -> None:
    assert slot_value(said, "TellDaysIntent.days", locale=locale) == "10"


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
