"""Whatever a person says stays text: escaped where it is spoken, verbatim where it is read, never filled in."""

import pytest

from skill.alexa.limits import CARD, SPEECH
from skill.alexa.response import to_response
from skill.conversation.acts import Ask, Card, Noted, ReadMessage
from skill.conversation.cards import card_for
from skill.conversation.reply import Reply
from skill.decision.expects import PastDate, Text
from skill.decision.models import MODELS
from skill.decision.models.channels import CHANNELS
from skill.decision.models.questions import QUESTIONS
from skill.decision.walk import walk
from skill.wording.catalog import catalog
from skill.wording.voice import Words, word
from tests.decision.paths import Stop, every_stop
from tests.wording.catalogues import LOCALES, placeholders
from tests.wording.ssml import heard
from tools import inventory

HOSTILE = (
    "<b>&\"'{item}",
    "</speak><audio src='x'/>",
    "{0} {} {item!r} {{",
    "100 % %s %(item)s",
    "]]> &amp; &#0; <!--",
    "[tracking number]",
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{TEAPOT}\N{VARIATION SELECTOR-16} ناقوس",
)
FREE = [id_ for id_, question in QUESTIONS.items() if isinstance(question.expects, Text | PastDate)]
each_locale = pytest.mark.parametrize("locale", LOCALES)
LONG = "kettle & teapot " * 250
LONGEST_WORD = "&" * 4_000


@each_locale
@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("question", [question for question in FREE if question != "question"])
def test_what_is_said_back_is_the_person_s_own_words(question: str, words: str, locale: str) -> None:
    reply = Reply((Noted(((question, words),)),), Ask("urgent"))
    assert words in heard(word(reply, locale).speech)


@pytest.mark.parametrize("words", HOSTILE)
@each_locale
def test_what_stands_on_the_card_is_the_person_s_own_words(words: str, locale: str) -> None:
    paragraphs = tuple((part,) for part in dict.fromkeys(part.id for part in inventory.parts()))
    card = Card("email", "C-EMAIL", None, paragraphs, (), dict.fromkeys(FREE, words), CHANNELS["C-EMAIL"].facts)
    filled = catalog("messages", locale)
    expected = [part for (part,) in paragraphs if placeholders(filled.message(part) or "") & set(FREE)]
    written = word(Reply((), card=card), locale).card
    assert written
    texts = dict(zip(paragraphs, written.text.split("\n\n"), strict=False))
    assert len(expected) > len(FREE)
    for part in expected:
        assert words.casefold() in texts[part,].casefold(), "only a capital may be the card's own"


@each_locale
def test_the_message_read_aloud_is_valid_ssml_whatever_stands_in_it(locale: str) -> None:
    for words in (*HOSTILE, LONG):
        for model_id, stop in one_stop_a_message():
            reply = telling(model_id, stop, dict.fromkeys(FREE, words))
            assert isinstance(reply.card, Card)
            heard(word(Reply((ReadMessage(reply.card.paragraphs, reply.card.facts),)), locale).speech)


@each_locale
@pytest.mark.parametrize("words", [LONG, LONGEST_WORD])
def test_however_long_the_facts_are_a_response_keeps_the_limits(words: str, locale: str) -> None:
    for model_id, stop in one_stop_a_message():
        told = telling(model_id, stop, dict.fromkeys(FREE, words))
        assert isinstance(told.card, Card)
        act = ReadMessage(told.card.paragraphs, told.card.facts)
        echo = Noted(tuple((question, words) for question in FREE))
        reply = Reply((act, echo), Ask("urgent"), told.card)
        response = to_response(reply, word(reply, locale))
        assert len(response.output_speech.ssml) <= SPEECH
        assert len(response.card.title) + len(response.card.content) <= CARD
        heard(response.output_speech.ssml)


def test_a_speech_that_is_too_long_loses_its_tags_and_its_end_and_no_entity_is_cut() -> None:
    response = to_response(Reply(()), Words("<p>" + "fish &amp; chips " * 1_000 + "</p>", None, None))
    text = heard(response.output_speech.ssml)
    assert text.strip().startswith("fish & chips fish")
    assert text.endswith("…")
    assert "<p>" not in response.output_speech.ssml


def telling(model_id: str, stop: Stop, facts: dict[str, str]) -> Reply:
    """The reply that tells a stop's outcome, with these facts in the place of those that it has."""
    model = MODELS[model_id]
    answers = {**stop.answers, **{question: words for question, words in facts.items() if model.takes(question)}}
    place = walk(model, answers)
    assert place.outcome
    assert place.channel
    return Reply((), card=card_for(model, place, place.outcome, place.channel, {}))


def one_stop_a_message() -> list[tuple[str, Stop]]:
    """One stop for each message that there is, with its decision."""
    found = {(m, stop.outcome.id, stop.place.channel): stop for m in MODELS for stop in every_stop(m)}
    return [(model_id, stop) for (model_id, _, channel), stop in found.items() if channel]
