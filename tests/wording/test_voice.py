"""Replies in words: what is said, what is asked again, what is read aloud."""

import pytest

from skill.alexa.apology import ONCE_MORE
from skill.conversation.acts import Ask, Changed, Noted, Odd, Plain, ReadBack, ReadMessage, SoFar
from skill.conversation.plain_acts import MISHEARD, SOLVED
from skill.conversation.reply import Reply
from skill.wording.catalog import catalog
from skill.wording.voice import Words, word
from tests.wording.catalogues import LOCALES
from tests.wording.ssml import heard
from tools import inventory

each_locale = pytest.mark.parametrize("locale", LOCALES)


def english(reply: Reply) -> str:
    """The speech of a reply in American English, as it is heard."""
    return heard(word(reply, "en-US").speech)


def test_a_reply_is_its_acts_and_then_its_question() -> None:
    words = word(Reply((Noted((("item", "kettle"),)),), Ask("urgent")), "en-US")
    assert words == Words("Okay, kettle. Is it urgent?", "Does it need sorting out today?", None)


def test_without_a_question_there_is_nothing_to_ask_again() -> None:
    assert word(Reply((MISHEARD,)), "en-US").reprompt is None


@each_locale
def test_a_question_is_asked_again_in_other_words(locale: str) -> None:
    once_more_again = Ask(ONCE_MORE, "rephrase")  # is a reprompt itself
    for ask in {ask for asks in inventory.questions() for ask in asks} - {once_more_again}:
        words = word(Reply((), ask), locale)
        assert words.reprompt not in (None, "", words.speech)


@each_locale
def test_every_act_has_words_in_every_way_of_saying_it(locale: str) -> None:
    for act in inventory.acts():
        for turn in range(4):
            assert heard(word(Reply((act,), turn=turn), locale).speech).strip(), act


@each_locale
def test_every_fact_is_said_back(locale: str) -> None:
    said = catalog("said", locale)
    for echo in inventory.echoes():
        _, question, *value = echo.split(".")
        words = heard(word(Reply((Noted(((question, value[0] if value else "7"),)),)), locale).speech)
        assert (said.message(echo) or "").replace("{value}", "7") in words


def test_several_facts_are_said_in_one_breath() -> None:
    facts = (("item", "kettle"), ("sold_by", "seller"), ("urgent", "yes"))
    assert english(Reply((Noted(facts),))) == "Okay, kettle, from a marketplace seller, it's urgent."


def test_a_fact_that_has_no_echo_is_noted_without_it(caplog: pytest.LogCaptureFixture) -> None:
    assert english(Reply((Noted((("order_number", "112"),)),))) == "Okay."
    assert caplog.messages == ["no message echo.order_number"]


def test_a_changed_fact_is_said_as_changed() -> None:
    assert english(Reply((Changed((("urgent", "no"),)),), turn=1)) == "Okay, changed: no rush."


def test_the_ways_of_saying_something_take_turns() -> None:
    assert len({english(Reply((MISHEARD,), turn=turn)) for turn in range(2)}) == 2


def test_digits_are_read_back() -> None:
    assert english(Reply((SoFar("1125"),))) == "I have 1125 so far."
    assert '<say-as interpret-as="digits">112</say-as>' in word(Reply((ReadBack("1125"),)), "en-US").speech


def test_bounds_are_said() -> None:
    assert english(Reply((Odd("number", 1, 365),))) == "It needs to be between 1 and 365."


def test_an_act_without_words_is_passed_over(caplog: pytest.LogCaptureFixture) -> None:
    assert english(Reply((Plain("never_written"), SOLVED))).startswith("I'm glad that's solved.")
    assert caplog.messages == ["no message never_written"]


def test_the_message_is_read_aloud_paragraph_by_paragraph_with_a_word_for_each_gap() -> None:
    act = ReadMessage((("greeting",), ("lost.not_arrived", "lost.tracking"), ("regards",)), {"item": "kettle"})
    speech = word(Reply((act,)), "en-US").speech
    assert speech.startswith("Here's your message. <p>Hello,</p><p>The item (kettle) has not arrived. Tracking")
    assert "Tracking number: blank." in speech
    assert "[" not in speech
