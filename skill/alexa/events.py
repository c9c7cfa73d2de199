"""Skill events: what Alexa tells without anybody speaking. Source: "Skill Events in Alexa Skills"."""

import logging
from datetime import UTC, datetime
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_model.events.skillevents import (
    PermissionAcceptedRequest,
    PermissionChangedRequest,
    SkillDisabledRequest,
)

from skill.alexa.permissions import REMINDERS_SCOPE
from skill.alexa.request import person
from skill.service import Service

_log = logging.getLogger(__name__)


class SkillDisabledHandler(AbstractRequestHandler):  # type: ignore[misc]
    """The person has disabled the skill: all that is kept about them goes."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """The event that the skill was disabled."""
        return isinstance(handler_input.request_envelope.request, SkillDisabledRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Forget. A store that fails lets the event fail, so that Alexa sees that it was not done."""
        envelope = handler_input.request_envelope
        self._service.forget(person(envelope), unless_heard_since=_when(envelope.request))
        _log.info("the skill was disabled: a person is forgotten")
        return handler_input.response_builder.response


class PermissionChangedHandler(AbstractRequestHandler):  # type: ignore[misc]
    """The person has changed what the skill may do."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """The events that permissions were given or changed."""
        request = handler_input.request_envelope.request
        return isinstance(request, PermissionChangedRequest | PermissionAcceptedRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Without the permission to make reminders there are none any more. The name is never kept, so never lost."""
        envelope = handler_input.request_envelope
        if REMINDERS_SCOPE not in _accepted(envelope.request):
            self._service.lose_reminders(person(envelope), _when(envelope.request))
        return handler_input.response_builder.response


def _accepted(request: Any) -> set[str]:
    """The scopes that are allowed now; an event without a body says nothing of them, so none."""
    permissions = (request.body and request.body.accepted_permissions) or []
    return {str(permission.scope) for permission in permissions}


def _when(request: Any) -> datetime:
    """When it happened (aware): events may come late."""
    when: datetime = request.event_creation_time or request.timestamp or datetime.now(UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
