"""Facts in words: for the ear and for the eye."""

from datetime import date

import pytest

from skill.conversation.turn import Said
from skill.conversation.values import take
from skill.decision.expects import Digits
from skill.decision.models.questions import QUESTIONS
from skill.wording.catalog import catalog
from skill.wording.values import LONGEST_SPOKEN, for_the_ear, for_the_eye, shorten, spell
from tests.wording.catalogues import LOCALES
from tests.wording.ssml import heard

ORDER_NUMBER = "11255501234567890"
EXPECTS = Digits(groups=(3, 7, 7))
SAID, MESSAGES = catalog("said", "en-US"), catalog("messages", "en-US")


def digits(group: str) -> str:
    """A group as Alexa reads it digit by digit."""
    return f'<say-as interpret-as="digits">{group}</say-as>'


def test_an_order_number_is_read_digit_by_digit_with_a_pause_between_its_groups() -> None:
    pause = '<break time="300ms"/>'
    whole = pause.join((digits("112"), digits("5550123"), digits("4567890")))
    assert spell(ORDER_NUMBER, EXPECTS) == whole
    assert for_the_ear(SAID, "order_number", ORDER_NUMBER) == whole
    assert spell("1125", EXPECTS) == digits("112") + pause + digits("5")
    assert spell("11", EXPECTS) == digits("11")


def test_an_order_number_is_written_as_amazon_writes_it() -> None:
    assert for_the_eye(SAID, MESSAGES, {"order_number": ORDER_NUMBER})["order_number"] == "112-5550123-4567890"


def test_a_date_is_said_and_written_in_words() -> None:
    assert for_the_ear(SAID, "ordered", "2026-11-17") == "on Tuesday, November 17"
    assert for_the_eye(SAID, MESSAGES, {"ordered": "2026-11-17"})["ordered"] == "on Tuesday, November 17"


def test_a_choice_is_written_in_the_words_of_the_language() -> None:
    assert for_the_eye(SAID, MESSAGES, {"status": "stuck"})["status"] == "no movement"
    german = for_the_eye(catalog("said", "de-DE"), catalog("messages", "de-DE"), {"status": "stuck"})
    assert german["status"] not in ("stuck", "no movement")


def test_what_was_not_said_is_a_visible_gap() -> None:
    texts = for_the_eye(SAID, MESSAGES, {"item": None})
    assert texts["item"] == "[item]"
    assert texts["tracking"] == "[tracking number]"


def test_a_spoken_question_is_written_with_a_capital_and_a_question_mark() -> None:
    for words, written in (
        ("does it fit", "Does it fit?"),
        ("does it fit?", "Does it fit?"),
        ("it broke…", "It broke…"),
    ):
        assert for_the_eye(SAID, MESSAGES, {"question": words})["question"] == written


def test_an_item_is_written_as_said_in_english_and_with_a_capital_noun_in_german() -> None:
    assert for_the_eye(SAID, MESSAGES, {"item": "red kettle"})["item"] == "red kettle"
    german = for_the_eye(catalog("said", "de-DE"), catalog("messages", "de-DE"), {"item": "roter wasserkocher"})
    assert german["item"] == "roter Wasserkocher"
    one_word = for_the_eye(catalog("said", "de-DE"), catalog("messages", "de-DE"), {"item": "tasse"})
    assert one_word["item"] == "Tasse"


def test_long_words_are_cut_at_a_word_s_end_for_the_ear() -> None:
    words = "a very long kettle " * 10
    short = shorten(words)
    assert len(short) <= LONGEST_SPOKEN
    assert words.startswith(f"{short} ")
    assert shorten("x" * 500) == "x" * LONGEST_SPOKEN
    assert shorten("kettle") == "kettle"


@pytest.mark.parametrize("value", ["2026-11-17", "2026-W47", "2026-W47-WE", "2026-11", "2025", "2026-FA", "2026-WI"])
@pytest.mark.parametrize("locale", LOCALES)
def test_a_date_that_the_talk_takes_is_never_said_as_a_code(locale: str, value: str) -> None:
    assert take(QUESTIONS["ordered"], Said("ordered", value), date(2026, 12, 1)) is not None
    words = heard(for_the_ear(catalog("said", locale), "ordered", value))
    assert "-" not in words


def test_a_decade_is_no_date_of_an_order() -> None:
    assert take(QUESTIONS["ordered"], Said("ordered", "201X"), date(2026, 12, 1)) is None
