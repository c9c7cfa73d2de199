"""Alexa's services for one request, as the conversation wants them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ask_sdk_model.services import reminder_management, ups

from skill.alexa.permissions import NAME_SCOPE, REMINDERS_SCOPE, known_refused
from skill.alexa.reminders import to_reminder, token_or_refusal
from skill.alexa.service_calls import CALL_SECONDS, TOTAL_SECONDS, ServiceCalls
from skill.alexa.system import of_system
from skill.conversation.ports import Refusal, ReminderWish

if TYPE_CHECKING:
    from ask_sdk_model import RequestEnvelope

NAME_LIMIT = 100
"""Characters of a name. What is longer is no name to sign a message with."""
_NOT_ALLOWED = (401, 403)


class AlexaServices:
    """Fulfils ``skill.conversation.ports.Services`` for the device and person of one envelope.

    Nothing is built or called before it is asked for. What was looked up, or could not be, is not asked for again.
    The seconds bound each call and all calls together.
    """

    def __init__(
        self, envelope: RequestEnvelope, *, call_seconds: float = CALL_SECONDS, total_seconds: float = TOTAL_SECONDS
    ) -> None:
        self._envelope = envelope
        self._call_seconds = call_seconds
        self._total_seconds = total_seconds

    def time_zone(self) -> str | None:
        """The device's time zone; needs no permission."""
        return self._time_zone

    def name(self) -> str | None:
        """The account holder's full name, on one line; empty when it cannot be had, None when it isn't allowed."""
        return self._name

    def remind(self, wish: ReminderWish) -> str | Refusal:
        """Make a reminder on the device that asked, with a notification on the phone."""
        if known_refused(self._envelope, REMINDERS_SCOPE):
            return Refusal.NO_PERMISSION
        answer = self._calls.ask(
            "reminder",
            lambda line: _reminders(line).create_reminder(to_reminder(wish), full_response=True),
        )
        return token_or_refusal(answer)

    def remove_reminder(self, token: str) -> bool:
        """Remove a reminder of this skill."""
        if not token:  # the address without a token is that of all reminders
            return True
        answer = self._calls.ask(
            "reminder's end",
            lambda line: _reminders(line).delete_reminder(token, full_response=True),
        )
        return answer.status in (200, 204, 404)

    @cached_property
    def _calls(self) -> ServiceCalls:
        return ServiceCalls(
            of_system(self._envelope, "api_endpoint"),
            of_system(self._envelope, "api_access_token"),
            call_seconds=self._call_seconds,
            total_seconds=self._total_seconds,
        )

    @cached_property
    def _time_zone(self) -> str | None:
        device = of_system(self._envelope, "device.device_id")
        if not device:
            return None
        answer = self._calls.ask(
            "time zone", lambda line: ups.UpsServiceClient(line).get_system_time_zone(device, full_response=True)
        )
        return answer.body if answer.status == 200 and _is_zone(answer.body) else None

    @cached_property
    def _name(self) -> str | None:
        if known_refused(self._envelope, NAME_SCOPE):
            return None
        answer = self._calls.ask("name", lambda line: ups.UpsServiceClient(line).get_profile_name(full_response=True))
        if answer.status in _NOT_ALLOWED:
            return None
        return _as_name(answer.body) if answer.status == 200 else ""


def _reminders(line: Any) -> Any:
    return reminder_management.ReminderManagementServiceClient(line)


def _is_zone(value: Any) -> bool:
    """Whether the value is the name of a time zone, as far as this machine knows them."""
    from zoneinfo import ZoneInfo

    try:
        return isinstance(value, str) and bool(ZoneInfo(value))
    except (KeyError, ValueError, OSError):  # unknown, no name at all, or that of a folder
        return False


def _as_name(value: Any) -> str:
    name = " ".join(value.split()) if isinstance(value, str) else ""
    return name if len(name) <= NAME_LIMIT and name.isprintable() else ""
