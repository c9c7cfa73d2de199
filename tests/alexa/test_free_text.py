"""What stands in free text: digits in any grouping, and commands that it swallowed."""

import pytest

from skill.alexa.free_text import command, digits, vocabulary
from skill.alexa.intents import MEANINGS

ENGLISH = {
    "one one two double four oh": "112440",
    "1 1 2 4 4 0": "112440",
    "112 555 0123": "1125550123",
    "112-5550123-4567890": "11255501234567890",
    "112, 555…": "112555",
    "one twelve fifty five": "11255",
    "twenty-one twenty one": "2121",
    "twenty oh one": "2001",
    "triple five": "555",
    "treble five 7": "5557",
    "double 5 double six": "5566",
    "double twenty one": "221",
    "double um five": "55",
    "it's one one two and then nine": "1129",
    "One ONE Two": "112",
    "nought point o": "00",
    "my number is 112": "112",
    "Nr. 3": "3",
}
GERMAN = {
    "eins eins zwei doppel vier null": "112440",
    "einundzwanzig": "21",
    "doppel fünf": "55",
    "zweimal die fünf": "55",
    "dreimal neun": "999",
    "zwo zwoundzwanzig": "222",
    "hundert": None,
    "112 5 5 5": "112555",
    "neunundneunzig null eins": "9901",
}


@pytest.mark.parametrize("words", ENGLISH)
def test_english_digits_are_heard_in_any_grouping(words: str) -> None:
    for here in ("en-US", "en-GB", "en-IN"):
        assert digits(words, here) == ENGLISH[words]


@pytest.mark.parametrize("words", GERMAN)
def test_german_digits_are_heard_in_any_grouping(words: str) -> None:
    assert digits(words, "de-DE") == GERMAN[words]


@pytest.mark.parametrize("words", ["", "  ", "?!", "hippopotamus", "double", "double trouble", "١٢٣", "²", "-"])
def test_text_without_digits_has_none(words: str) -> None:
    assert digits(words, "en-US") is None


def test_a_language_that_is_not_installed_hears_english() -> None:
    assert digits("one two", "fr-FR") == "12"
    assert vocabulary("fr-FR") == vocabulary("en-US")


@pytest.mark.parametrize("words", ["skip it", "Skip it.", "  skip   it ", "SKIP IT!"])
def test_a_command_is_heard_whatever_surrounds_it(words: str) -> None:
    assert command(words, "en-US") == "SkipIntent"


@pytest.mark.parametrize("words", ["i don't know", "I don\N{RIGHT SINGLE QUOTATION MARK}t know"])
def test_a_command_is_heard_with_either_apostrophe(words: str) -> None:
    assert command(words, "en-US") == "DontKnowIntent"


@pytest.mark.parametrize("words", ["skip it to my lou", "", "kettle", "one one two"])
def test_other_words_are_no_command(words: str) -> None:
    assert command(words, "en-US") is None


@pytest.mark.parametrize("here", ["en-US", "de-DE"])
def test_every_language_knows_the_commands_that_free_text_swallows(here: str) -> None:
    known = set(vocabulary(here).control.values())
    needed = {"SkipIntent", "DontKnowIntent"} | {
        f"AMAZON.{name}Intent" for name in ("Yes", "No", "Stop", "Cancel", "Help", "Repeat", "Next", "Previous")
    }
    assert needed <= known
    assert known <= MEANINGS.keys()


@pytest.mark.parametrize("here", ["en-US", "de-DE"])
def test_every_number_below_a_hundred_is_known_in_words(here: str) -> None:
    words = vocabulary(here)
    assert {str(number) for number in range(100)} <= set(words.digits.values())
    assert all(value.isascii() and value.isdigit() for value in words.digits.values())
    assert set(words.repeats.values()) == {2, 3}
