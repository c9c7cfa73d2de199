"""The rules that hold for every reply and every response, whoever talks and whatever was said."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from skill.alexa.limits import CARD, SPEECH
from skill.conversation.acts import Act, Called, Noted, Point, ReadMessage
from skill.conversation.reply import Reply
from skill.decision.expects import Text
from skill.decision.models.questions import QUESTIONS
from skill.wording.values import shorten
from skill.wording.voice import word

MOST_WORDS = 38
"""One breath; what the person asked to have listed or read is longer."""
_TAG = re.compile(r"<[^>]*>")
_PLACEHOLDER = re.compile(r"[\[\]{}]")


def check_reply(reply: Reply, locale: str) -> None:
    """A reply is open exactly when it asks, and its words keep the rules."""
    words = word(reply, locale)
    assert words.speech
    check_speech(words.speech, asks=reply.question is not None)
    if not any(isinstance(act, Point | ReadMessage) for act in reply.acts):
        assert _count(words.speech) <= MOST_WORDS + _own_words(reply), words.speech
    assert (words.reprompt is not None) == (reply.question is not None), "a reprompt goes with every question"
    if words.reprompt is not None:
        check_speech(words.reprompt, asks=True)
        assert not words.speech.endswith(words.reprompt), "nobody hears the same words again"
    if words.card:
        assert len(words.card.title) + len(words.card.text) <= CARD
        assert words.card.title
        assert words.card.text


def _count(fragment: str) -> int:
    return len(_TAG.sub(" ", fragment).split())


def _own_words(reply: Reply) -> int:
    """How many words of the person's own are said back."""
    facts = (fact for act in reply.acts if isinstance(act, Noted) for fact in act.facts)
    told = [value for question, value in facts if isinstance(QUESTIONS[question].expects, Text)]
    acts = (*reply.acts, reply.question) if reply.question else reply.acts
    named = [case.words for act in acts for case in _cases(act)]
    return sum(len(shorten(words).split()) for words in (*told, *named))


def _cases(act: Act) -> Iterator[Called]:
    """The cases that an act names."""
    for value in vars(act).values():
        yield from (part for part in (value if isinstance(value, tuple) else (value,)) if isinstance(part, Called))


def check_speech(fragment: str, *, asks: bool | None = None) -> None:
    """Speech is valid SSML and short enough; it ends in a question exactly when it asks."""
    text = "".join(ElementTree.fromstring(f"<speak>{fragment}</speak>").itertext())
    assert len(fragment) < SPEECH
    if asks is not None:
        assert text.rstrip().endswith("?") == asks, text


def check_response(envelope: dict[str, Any]) -> None:
    """A response envelope keeps Amazon's rules and ours."""
    response = envelope["response"]
    speech = response["outputSpeech"]["ssml"]
    is_open = not response["shouldEndSession"]
    asking = envelope["sessionAttributes"]["turn"]["asking"]
    assert is_open == (asking is not None)
    assert is_open == ("reprompt" in response)
    check_speech(speech.removeprefix("<speak>").removesuffix("</speak>"), asks=is_open)
    assert not _PLACEHOLDER.search(speech), speech
    card = response.get("card")
    assert card is None or len(card.get("title", "")) + len(card.get("content", "")) <= CARD
