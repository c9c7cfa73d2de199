"""What stands in free text: digits in any grouping, and commands that it swallowed."""

import pytest

from skill.alexa.free_text import alarm, choice, command, digits, thing, vocabulary
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


@pytest.mark.parametrize(
    ("text", "slot", "locale", "value"),
    [
        ("the app says it was delivered on friday", "status", "en-US", "delivered"),
        ("Some third party seller, I think", "sold_by", "en-US", "seller"),
        ("a couple of screenshots", "files", "en-US", "yes"),
        ("ich glaube das war irgendein händler", "sold_by", "de-DE", "seller"),
        ("it was not delivered", "status", "en-US", None),
        ("i have no photos", "files", "en-US", "no"),
        ("delivered or stuck", "status", "en-US", None),
        ("purple", "status", "en-US", None),
        ("", "status", "en-US", None),
        ("delivered", "no_such_slot", "en-US", None),
    ],
)
def test_a_choice_is_found_inside_a_longer_sentence(text: str, slot: str, locale: str, value: str | None) -> None:
    assert choice(text, slot, locale) == value


def test_the_longest_way_to_say_a_value_wins() -> None:
    assert choice("no there is no rush now", "urgent", "en-US") == "no"


def test_a_sentence_without_end_is_looked_at_as_far_as_anybody_speaks() -> None:
    assert choice("word " * 5_000 + "delivered", "status", "en-US") is None


@pytest.mark.parametrize(
    ("text", "slot", "locale", "value"),
    [
        ("did not phone the shop", "seller_contact", "en-US", None),
        ("well i did ask them about that", "seller_contact", "en-US", "written"),
        ("it says delivered not received", "status", "en-US", "delivered"),
    ],
)
def test_a_negation_right_after_a_value_leaves_it_open(text: str, slot: str, locale: str, value: str | None) -> None:
    assert choice(text, slot, locale) == value


@pytest.mark.parametrize(
    ("text", "locale", "left"),
    [
        ("um it was a Coffee machine", "en-US", "Coffee machine"),
        ("kettle", "en-US", "kettle"),
        ("well i think it's the blue one", "en-US", "blue one"),
        ("ähm ja ein Wasserkocher", "de-DE", "Wasserkocher"),
        ("a", "en-US", "a"),
        ("", "en-US", ""),
    ],
)
def test_what_people_say_before_the_thing_itself_is_left_out(text: str, locale: str, left: str) -> None:
    assert thing(text, locale) == left


@pytest.mark.parametrize(
    ("said", "locale", "intent"),
    [
        ("there's a man on the phone from amazon and he wants my code", "en-US", "CallerOnTheLineIntent"),
        ("hang on somebody is in my account", "en-GB", "AccountTakenOverIntent"),
        ("da ist einer der will meinen code", "de-DE", "CallerOnTheLineIntent"),
        ("jemand hat mein konto gehackt glaube ich", "de-DE", "AccountTakenOverIntent"),
        ("a phone with a red case", "en-US", None),
        ("the code is on the receipt", "en-US", None),
        ("ein telefon mit hülle", "de-DE", None),
    ],
)
def test_an_alarm_is_found_inside_other_words(said: str, locale: str, intent: str | None) -> None:
    assert alarm(said, locale) == intent
