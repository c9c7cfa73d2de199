"""Turns through the skill with answers put in place of the calls of Alexa's services, and what is said then."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from ask_sdk_model import Context, Device, RequestEnvelope
from ask_sdk_model.interfaces.system import SystemState

from skill.alexa.service_calls import Answer, ServiceCalls
from skill.alexa.services import AlexaServices
from skill.conversation.reply import Reply
from skill.conversation.state import Case, Pending, Reminder, State
from skill.conversation.talk import REMIND, SIGN
from skill.conversation.turn import Consent, Intention, Turn
from skill.decision.models import MODELS
from skill.record import encode
from skill.service import Service, Spoken
from skill.storage.memory import MemoryStore
from skill.value import replace

if TYPE_CHECKING:
    from skill.alexa.service_calls import Call

_NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_LATER = _NOW + timedelta(days=2)
_TOLD = {"item": "kettle", "status": "stuck", "tried": "yes", "sold_by": "amazon", "urgent": "no", "files": "no"}
_CASE = Case(
    "lost_package",
    2,
    {**_TOLD, "order_number": None, "amazon_answered": "no", "ordered": None},
    dict.fromkeys(("chat_or_seller", "escalate", "email"), _NOW),
)
_KNOWN = State((_CASE,), 0, turns=4, last_word=_NOW, asked_name=True)
OFFERED_REMINDER = replace(_KNOWN, pending=Pending(REMIND, 0, _LATER))
OFFERED_NAME = replace(_KNOWN, pending=Pending(SIGN, 0))
REMINDED = replace(_KNOWN, cases=(replace(_CASE, reminder=Reminder("token", _LATER)),))
YES = Turn(Intention.YES, _NOW, _NOW.date())
REMIND_ME, CANCEL = replace(YES, intention=Intention.REMIND), replace(YES, intention=Intention.CANCEL_REMINDER)
ALLOWED = replace(YES, intention=Intention.CONSENT, consent=Consent.ACCEPTED)
_TAGS = re.compile(r"<[^>]*>")

REMINDER, REMOVAL, ZONE, NAME = "reminder", "reminder's end", "time zone", "name"
"""What the calls are named in the log."""
WELL: Mapping[str, Answer] = {
    REMINDER: Answer(200, {"alertToken": "token"}),
    REMOVAL: Answer(200),
    ZONE: Answer(200, "America/New_York"),
    NAME: Answer(200, "(name)"),
}


class Heard(NamedTuple):
    """The speech in English and in German, and what happens besides."""

    english: str
    german: str
    besides: str


class _Answered(ServiceCalls):
    """Calls that are not made, and have their answers all the same."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        super().__init__(None, None, call_seconds=0, total_seconds=0)
        self._answers = answers

    def ask(self, service: str, call: "Call") -> Answer:  # noqa: ARG002 - the call is not made
        """The answer that belongs to the service."""
        return self._answers[service]


class _Services(AlexaServices):
    """The services of a device whose calls are answered like this."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        super().__init__(RequestEnvelope(context=Context(system=SystemState(device=Device(device_id="device")))))
        self._calls = _Answered(answers)


def hear(turn: Turn, state: State, answers: Mapping[str, Answer]) -> Heard:
    """What comes of a turn when the calls, by what they are named in the log, are answered like this."""
    english, german = (_spoken(turn, state, answers, locale) for locale in ("en-US", "de-DE"))
    return Heard(_plain(english), _plain(german), _besides(english.reply))


def _spoken(turn: Turn, state: State, answers: Mapping[str, Answer], locale: str) -> Spoken:
    service = Service(MODELS, MemoryStore())
    return service.answer("somebody", encode(state), turn, locale, _Services(answers))


def _plain(spoken: Spoken) -> str:
    return unescape(_TAGS.sub("", spoken.words.speech)).replace("|", "\\|")


def _besides(reply: Reply) -> str:
    if reply.consent:
        return "a card to allow it in the app" if reply.by_card else "Alexa asks for the permission"
    return "a card with the name" if reply.card else ""
