"""From words to an envelope's response: the platform's rules are kept here, once, for every response."""

import re
from html import escape, unescape
from typing import Any

from ask_sdk_model import Intent, IntentConfirmationStatus, Response, Slot, SlotConfirmationStatus
from ask_sdk_model.dialog import ElicitSlotDirective
from ask_sdk_model.ui import AskForPermissionsConsentCard, Reprompt, SimpleCard, SsmlOutputSpeech

from skill.alexa import limits
from skill.alexa.intents import ELICITED
from skill.alexa.permissions import ask_by_card, ask_by_voice
from skill.conversation.reply import Reply
from skill.wording.card import CardText
from skill.wording.voice import Words

_TAGS = re.compile(r"<[^>]*>")
_SPEAK = "<speak>{}</speak>"
_ROOM = limits.SPEECH - len(_SPEAK)


def to_response(reply: Reply, words: Words) -> Response:
    """The response: open with a reprompt exactly when there is a question, one card at most."""
    question = reply.asking
    return Response(
        output_speech=spoken(words.speech),
        reprompt=Reprompt(output_speech=spoken(words.reprompt)) if words.reprompt else None,
        card=_card_of(reply, words),
        directives=_directives(reply),
        should_end_session=question is None,
    )


def turn_attribute(reply: Reply) -> dict[str, str | None]:
    """What this turn came to, as ids: what tools and tests read from the session attributes."""
    return {"asking": reply.asking, "outcome": reply.outcome, "channel": reply.channel}


def spoken(fragment: str) -> SsmlOutputSpeech:
    """The fragment as speech. What is too long for Alexa loses its tags and its end."""
    if len(fragment) > _ROOM:
        fragment = _shortened(fragment)
    return SsmlOutputSpeech(ssml=_SPEAK.format(fragment))


def _shortened(fragment: str) -> str:
    plain = unescape(_TAGS.sub(" ", fragment))
    room = _ROOM
    while len(escape(plain)) > _ROOM:
        room = room * 9 // 10
        plain = limits.cut(plain, room)
    return escape(plain)


def _card_of(reply: Reply, words: Words) -> SimpleCard | AskForPermissionsConsentCard | None:
    """The one card that a response can have: to allow something in the app goes before anything to read."""
    if reply.consent and reply.by_card:
        return ask_by_card(reply.consent)
    return _card(words.card) if words.card else None


def _directives(reply: Reply) -> list[Any] | None:
    """Alexa asks for a permission when the session is over; else she is told which slot we ask for."""
    if reply.consent and not reply.by_card:
        return [ask_by_voice(reply.consent, reply.consent)]
    return [_elicit(reply.asking)] if reply.asking in ELICITED else None


def _card(card: CardText) -> SimpleCard:
    return SimpleCard(title=card.title, content=limits.cut(card.text, limits.CARD - len(card.title)))


def _elicit(question: str) -> ElicitSlotDirective:
    elicited = ELICITED[question]
    slots = {name: Slot(name=name, confirmation_status=SlotConfirmationStatus.NONE) for name in elicited.slots}
    intent = Intent(name=elicited.intent, slots=slots, confirmation_status=IntentConfirmationStatus.NONE)
    return ElicitSlotDirective(slot_to_elicit=elicited.slot, updated_intent=intent)
