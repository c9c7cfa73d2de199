"""What a skill must send to have a reminder (alexa-reminders-api-reference).

Recurrence is not played: a body that has it is refused, rather than ring once where it should ring every week.
"""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, NaiveDatetime, ValidationError
from pydantic.alias_generators import to_camel

from simulator.plain_text import plain_text
from simulator.services.device_settings import known_zone

LONGEST_OFFSET = 10 * 366 * 24 * 3600
"""Ten years in seconds: further ahead calendars end."""


class _Part(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, extra="ignore", frozen=True)


def _known_zone(name: str) -> str:
    if known_zone(name) is None:
        raise ValueError("there is no such time zone")
    return name


def _written_moment(value: object) -> object:
    if not isinstance(value, str) or "T" not in value:
        raise ValueError("it must be a date and time such as 2026-03-04T09:30:00")
    return value


_Moment = BeforeValidator(_written_moment)


class _Trigger(_Part):
    type: Literal["SCHEDULED_ABSOLUTE", "SCHEDULED_RELATIVE"]
    scheduled_time: Annotated[NaiveDatetime, _Moment] | None = None
    time_zone_id: Annotated[str, AfterValidator(_known_zone)] | None = None
    offset_in_seconds: Annotated[int, Field(strict=True, gt=0, le=LONGEST_OFFSET)] | None = None
    recurrence: None = None


class _Words(_Part):
    locale: Annotated[str, Field(pattern=r"^[a-z]{2}-[A-Z]{2}$")]
    text: Annotated[str, Field(min_length=1)] | None = None
    ssml: Annotated[str, Field(min_length=1)] | None = None

    @property
    def spoken(self) -> str:
        return self.text or plain_text(self.ssml or "")


class _SpokenInfo(_Part):
    content: Annotated[list[_Words], Field(min_length=1)]


class _AlertInfo(_Part):
    spoken_info: _SpokenInfo


class _PushNotification(_Part):
    status: Literal["ENABLED", "DISABLED"]


class _Body(_Part):
    request_time: Annotated[datetime, _Moment]
    trigger: _Trigger
    alert_info: _AlertInfo
    push_notification: _PushNotification


class Wanted(NamedTuple):
    """A reminder that can be made: when it rings (UTC) and what is said."""

    at: datetime
    text: str


class BodyWrong(ValueError):  # noqa: N818 - it reads as a sentence
    """The body cannot become a reminder; the message says which field is wrong and how."""


def read_body(body: object, now: datetime, device_zone: ZoneInfo) -> Wanted:
    """The reminder that a body asks for; raises BodyWrong."""
    try:
        read = _Body.model_validate(body)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in fault["loc"]) or "the body"
        raise BodyWrong(f"{place}: {fault['msg']}") from None
    words = read.alert_info.spoken_info.content
    for said in words:
        if not said.spoken.strip():
            raise BodyWrong("alertInfo.spokenInfo.content: there must be text or ssml")
    return Wanted(_due(read.trigger, now, device_zone), words[0].spoken)


def _due(trigger: _Trigger, now: datetime, device_zone: ZoneInfo) -> datetime:
    if trigger.type == "SCHEDULED_RELATIVE":
        if trigger.offset_in_seconds is None:
            raise BodyWrong("trigger.offsetInSeconds: SCHEDULED_RELATIVE needs it")
        return now.astimezone(UTC) + timedelta(seconds=trigger.offset_in_seconds)
    if trigger.scheduled_time is None:
        raise BodyWrong("trigger.scheduledTime: SCHEDULED_ABSOLUTE needs it")
    zone = ZoneInfo(trigger.time_zone_id) if trigger.time_zone_id else device_zone
    try:
        at = trigger.scheduled_time.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError:
        raise BodyWrong("trigger.scheduledTime: it lies beyond the calendar") from None
    if at <= now:
        raise BodyWrong("trigger.scheduledTime: it must lie in the future")
    return at
