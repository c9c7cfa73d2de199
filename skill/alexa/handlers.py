"""The SDK's handlers: the conversation, the end of a session, and everything that asks for no answer."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from ask_sdk_core.dispatch_components import AbstractRequestHandler

from skill.alexa.request import locale, person, session_record, to_turn
from skill.alexa.request_kind import CONNECTIONS_RESPONSE, INTENT, LAUNCH, SESSION_ENDED, SESSION_RESUMED, kind_of
from skill.alexa.response import ReadyObject, nothing, to_response, turn_attribute
from skill.alexa.services import AlexaServices

if TYPE_CHECKING:
    from ask_sdk_core.handler_input import HandlerInput
    from ask_sdk_model import Response

    from skill.service import Service

_log = logging.getLogger(__name__)

_SPOKEN = frozenset({LAUNCH, INTENT, CONNECTIONS_RESPONSE, SESSION_RESUMED})


class ConversationHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Answers whatever a person says, through the conversation."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Launches, intents, and Alexa's answers to our asking for a permission."""
        return kind_of(handler_input.request_envelope.request) in _SPOKEN

    def handle(self, handler_input: HandlerInput) -> Response:
        """One turn of talk."""
        envelope = handler_input.request_envelope
        turn, services = to_turn(envelope), AlexaServices(envelope)
        spoken = self._service.answer(person(envelope), session_record(envelope), turn, locale(envelope), services)
        if envelope.session is not None:
            handler_input.attributes_manager.session_attributes = ReadyObject(
                record=spoken.record, turn=turn_attribute(spoken.reply)
            )
        return to_response(spoken.reply, spoken.words)


class SessionEndedHandler(AbstractRequestHandler):  # type: ignore[misc]
    """A session ended without a word from us. Every turn was kept, so there is nothing left to save."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """The end of a session."""
        return kind_of(handler_input.request_envelope.request) == SESSION_ENDED

    def handle(self, handler_input: HandlerInput) -> Response:
        """Log why, and answer nothing: Alexa rejects any content here, and no question is open any more."""
        handler_input.attributes_manager.session_attributes = {}
        request = handler_input.request_envelope.request
        _log.info("session ended: %s %s", request.reason, request.error.object_type if request.error else "")
        return handler_input.response_builder.response


class SilentHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Requests that the SDK knows and the skill has no use for, such as skill events."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whatever is left, if it is a request at all."""
        return handler_input.request_envelope.request is not None

    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer nothing, and let a session go on."""
        _log.info("nothing to do for %s", kind_of(handler_input.request_envelope.request))
        return nothing(handler_input)
