"""The rules that hold for every reply and every response, whoever talks and whatever was said."""

import re
from typing import Any
from xml.etree import ElementTree

from skill.alexa.limits import CARD, SPEECH
from skill.conversation.reply import Reply
from skill.wording.voice import word

_PLACEHOLDER = re.compile(r"[\[\]{}]")


def check_reply(reply: Reply, locale: str) -> None:
    """A reply is open exactly when it asks, and its words keep the rules."""
    words = word(reply, locale)
    assert words.speech
    check_speech(words.speech, asks=reply.question is not None)
    assert (words.reprompt is not None) == (reply.question is not None), "a reprompt goes with every question"
    if words.reprompt is not None:
        check_speech(words.reprompt, asks=True)
        assert not words.speech.endswith(words.reprompt), "nobody hears the same words again"
    if words.card:
        assert len(words.card.title) + len(words.card.text) <= CARD
        assert words.card.title
        assert words.card.text


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
    assert card is None or len(card["title"]) + len(card["content"]) <= CARD
