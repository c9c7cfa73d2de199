"""From words to an envelope's response: the platform's rules are kept here, once, for every response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ask_sdk_model
from ask_sdk_model import dialog, ui

from skill.alexa import limits
from skill.alexa.attributes import as_they_came
from skill.alexa.intents import ELICITED
from skill.alexa.permissions import ask_by_card, ask_by_voice
from skill.wording.ssml import without_tags

if TYPE_CHECKING:
    from ask_sdk_core.handler_input import HandlerInput
    from ask_sdk_model import Response
    from ask_sdk_model.dialog import ElicitSlotDirective
    from ask_sdk_model.ui import AskForPermissionsConsentCard, SimpleCard, SsmlOutputSpeech

    from skill.conversation.reply import Reply
    from skill.wording.card import CardText
    from skill.wording.voice import Words

_SPEAK = "<speak>{}</speak>"
_ROOM = limits.SPEECH - len(_SPEAK)


class ReadyObject(dict[str, Any]):
    """A JSON object that needs no serializing: nothing in it is of the SDK, and nobody changes it any more."""

    is_json = True
    """Tells a serializer that looks for it to pass the object on as it is; the SDK's own makes an equal copy."""


def to_response(reply: Reply, words: Words) -> Response:
    """The response: open with a reprompt exactly when there is a question, one card at most."""
    question = reply.asking
    return ask_sdk_model.Response(
        output_speech=spoken(words.speech),
        reprompt=ui.Reprompt(output_speech=spoken(words.reprompt)) if words.reprompt else None,
        card=_card_of(reply, words),
        directives=_directives(reply),
        should_end_session=question is None,
    )


def nothing(handler_input: HandlerInput) -> Response:
    """The response that says nothing, and lets the session go on if there is one."""
    session = handler_input.request_envelope.session
    if session is not None:
        handler_input.attributes_manager.session_attributes = as_they_came(session.attributes)
    return handler_input.response_builder.response


def turn_attribute(reply: Reply) -> dict[str, str | None]:
    """What this turn came to, as ids: what tools and tests read from the session attributes."""
    return {"asking": reply.asking, "outcome": reply.outcome, "channel": reply.channel}


def spoken(fragment: str) -> SsmlOutputSpeech:
    """The fragment as speech. What is too long for Alexa loses its tags and its end."""
    if len(fragment) > _ROOM:
        fragment = _shortened(fragment)
    return ui.SsmlOutputSpeech(ssml=_SPEAK.format(fragment))


def _shortened(fragment: str) -> str:
    from html import escape, unescape

    plain = unescape(without_tags(fragment))
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
    return ui.SimpleCard(title=card.title, content=limits.cut(card.text, limits.CARD - len(card.title)))


def _elicit(question: str) -> ElicitSlotDirective:
    elicited = ELICITED[question]
    unconfirmed = ask_sdk_model.SlotConfirmationStatus.NONE
    slots = {name: ask_sdk_model.Slot(name=name, confirmation_status=unconfirmed) for name in elicited.slots}
    intent = ask_sdk_model.Intent(elicited.intent, slots, ask_sdk_model.IntentConfirmationStatus.NONE)
    return dialog.ElicitSlotDirective(slot_to_elicit=elicited.slot, updated_intent=intent)
