"""A reminder as Alexa's Reminders API takes it, and what it answers.

Source: "Reminders REST API Reference" in the documentation of the Alexa Skills Kit. A device that cannot remind, too
many reminders and a missing permission may all come as status 403. The SDK leaves the codes open, so they are told
apart by words in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ask_sdk_model.services import reminder_management as api

from skill.conversation.ports import Refusal, ReminderWish

if TYPE_CHECKING:
    from datetime import datetime

    from skill.alexa.service_calls import Answer

TOKEN_LIMIT = 300
"""Characters of a token that the record will carry. Alexa's are a third of it."""
_MARKS = (
    (Refusal.UNSUPPORTED, ("SUPPORTED",)),
    (Refusal.TOO_MANY, ("MAX", "LIMIT", "MANY", "EXCEED", "QUOTA")),
    (Refusal.NO_PERMISSION, ("ACCESS", "PERMISSION", "AUTHORI", "TOKEN", "CONSENT", "FORBIDDEN")),
)


def to_reminder(wish: ReminderWish) -> api.ReminderRequest:
    """The wish as the body of a request. Raises when the zone is none."""
    said = api.SpokenText(locale=wish.locale, text=wish.text)
    return api.ReminderRequest(
        request_time=_wall_time(wish.now, "UTC"),
        trigger=_trigger(wish),
        alert_info=api.AlertInfo(api.SpokenInfo([said])),
        push_notification=api.PushNotification(api.PushNotificationStatus.ENABLED),
    )


def token_or_refusal(answer: Answer) -> str | Refusal:
    """The token of the reminder that was made, or why none was."""
    if answer.status in (200, 201):
        token = answer.body.get("alertToken") if isinstance(answer.body, dict) else None
        return token if isinstance(token, str) and 0 < len(token) <= TOKEN_LIMIT else Refusal.FAILED
    if answer.status == 401:
        return Refusal.NO_PERMISSION
    return _why_forbidden(answer.body) if answer.status == 403 else Refusal.FAILED


def _trigger(wish: ReminderWish) -> api.Trigger:
    if wish.zone is None:
        ahead = int((wish.at - wish.now).total_seconds())
        return api.Trigger(api.TriggerType.SCHEDULED_RELATIVE, offset_in_seconds=ahead)
    local = _wall_time(wish.at, wish.zone)
    return api.Trigger(api.TriggerType.SCHEDULED_ABSOLUTE, scheduled_time=local, time_zone_id=wish.zone)


def _wall_time(at: datetime, zone: str) -> datetime:
    """What the clock shows there, without an offset: Alexa refuses times that have one."""
    from zoneinfo import ZoneInfo

    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None, microsecond=0)


def _why_forbidden(body: object) -> Refusal:
    told = body if isinstance(body, dict) else {}
    code, message = (str(told.get(field) or "").upper() for field in ("code", "message"))
    for words in (code, message):
        for refusal, marks in _MARKS:
            if any(mark in words for mark in marks):
                return refusal
    return Refusal.FAILED if code else Refusal.NO_PERMISSION
