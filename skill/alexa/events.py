"""Skill events: what Alexa tells without anybody speaking. Source: "Skill Events in Alexa Skills"."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler

from skill.alexa.permissions import REMINDERS_SCOPE
from skill.alexa.request import person
from skill.alexa.request_kind import PERMISSION_ACCEPTED, PERMISSION_CHANGED, SKILL_DISABLED, kind_of
from skill.alexa.response import nothing

if TYPE_CHECKING:
    from ask_sdk_core.handler_input import HandlerInput
    from ask_sdk_model import Response

    from skill.service import Service

_log = logging.getLogger(__name__)


class SkillDisabledHandler(AbstractRequestHandler):  # type: ignore[misc]
    """The person has disabled the skill: all that is kept about them goes."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """The event that the skill was disabled."""
        return kind_of(handler_input.request_envelope.request) == SKILL_DISABLED

    def handle(self, handler_input: HandlerInput) -> Response:
        """Forget. A store that fails lets the event fail, so that Alexa sees that it was not done."""
        envelope = handler_input.request_envelope
        self._service.forget(person(envelope), unless_heard_since=_when(envelope.request))
        _log.info("the skill was disabled: a person is forgotten")
        return nothing(handler_input)


class PermissionChangedHandler(AbstractRequestHandler):  # type: ignore[misc]
    """The person has changed what the skill may do."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """The events that permissions were given or changed."""
        return kind_of(handler_input.request_envelope.request) in (PERMISSION_CHANGED, PERMISSION_ACCEPTED)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Without the permission to make reminders there are none any more. The name is never kept, so never lost."""
        envelope = handler_input.request_envelope
        if REMINDERS_SCOPE not in _accepted(envelope.request):
            self._service.lose_reminders(person(envelope), _when(envelope.request))
        return nothing(handler_input)


def _accepted(request: Any) -> set[str]:
    """The scopes that are allowed now; an event without a body says nothing of them, so none."""
    permissions = (request.body and request.body.accepted_permissions) or []
    return {str(permission.scope) for permission in permissions}


def _when(request: Any) -> datetime:
    """When it happened (aware): events may come late."""
    when: datetime = request.event_creation_time or request.timestamp or datetime.now(UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
