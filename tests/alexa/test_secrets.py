"""What nobody should say to a skill is found, and what only looks like it is not."""

import pytest

from skill.alexa.free_text import vocabulary
from skill.alexa.secrets import is_secret
from skill.conversation.turn import Intention
from tests.alexa.envelopes import heard, intent
from tests.alexa.test_request import turn_of

CARD = "four one one one one one one one one one one one one one one one"


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("my password is hunter two", "en-US"),
        ("the PIN is 1234", "en-GB"),
        ("the one time code was 482913", "en-US"),
        ("4111 1111 1111 1111", "en-US"),
        (CARD, "en-US"),
        ("5500-0000-0000-0004", "en-US"),
        ("378282246310005", "en-US"),
        ("my card number is something", "en-US"),
        ("mein passwort lautet geheim", "de-DE"),
        ("die pin ist 1234", "de-DE"),
        ("DE89 3704 0044 0532 0130 00", "de-DE"),
        ("gb82 west 1234 5698 7654 32", "en-GB"),
    ],
)
def test_a_secret_is_found(text: str, locale: str) -> None:
    assert is_secret(text, locale)


@pytest.mark.parametrize(
    "text",
    [
        "it asks for a password",
        "112 5555555 1234567",
        "11255555551234567",
        "4111 1111 1111 1112",
        "9111 1111 1111 1111",
        "5555555 1234567",
        "4111",
        "de89 3704 0044 0532 0130 01",
        "a kettle",
        "",
        "does it fit a thirty inch window",
    ],
)
def test_what_is_no_secret_is_left_alone(text: str) -> None:
    assert not is_secret(text, "en-US")


@pytest.mark.parametrize("slot", ["order_number", "question", "item", "trouble"])
def test_a_turn_that_holds_a_secret_carries_nothing_of_it(slot: str) -> None:
    turn = turn_of(intent("TellQuestionIntent", heard(slot, CARD)))
    assert turn.intention is Intention.SECRET
    assert turn.facts == ()


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_no_number_is_shorter_in_words_than_in_digits(locale: str) -> None:
    # So a text with fewer characters than a card number has digits can hold none.
    words = vocabulary(locale)
    assert all(len(word) >= len(number) for word, number in words.digits.items())
    assert all(len(word) >= times for word, times in words.repeats.items())
