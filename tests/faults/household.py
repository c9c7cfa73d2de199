"""A person with a case, the door of the skill, and servers of bare sockets in place of Alexa's services."""

import json
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any, NamedTuple

from skill.alexa.door import open_door
from skill.conversation.ports import Memory, Services
from skill.conversation.reply import Reply
from skill.conversation.state import Case, Pending, Reminder, State
from skill.conversation.talk import REMIND, SIGN
from skill.conversation.turn import Turn
from skill.decision.models import MODELS
from skill.record import decode, encode
from skill.service import Service, Spoken
from skill.storage.memory import MemoryStore
from skill.value import replace
from tests.alexa.envelopes import PERSON, SKILL_ID, Json, envelope, intent
from tests.alexa.hung_servers import Answer, Server, answering, serving
from tests.standing_rules import check_response

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ACCESS, ALERT, EARLIER, NAME = "the-access-token", "the-alert", "the-earlier-alert", "Given O'Name"
REMINDER, REMOVAL, PROFILE, SETTINGS = "reminder", "removal", "profile", "settings"
GOOD: Mapping[str, Answer] = {
    REMINDER: answering(200, {"alertToken": ALERT, "status": "ON", "version": "1"}),
    REMOVAL: answering(200),
    PROFILE: answering(200, NAME),
    SETTINGS: answering(200, "Europe/Berlin"),
}
"""What each service answers when all is well."""

CALL_SECONDS, TOTAL_SECONDS = 0.4, 0.8
SLACK_SECONDS = 1.0
"""What a busy machine may add."""

YES, CANCEL, REMIND_ME = intent("AMAZON.YesIntent"), intent("CancelReminderIntent"), intent("RemindMeIntent")


ANSWERS: Mapping[str, str | None] = {
    "item": "kettle",
    "status": "stuck",
    "tried": "yes",
    "sold_by": "amazon",
    "urgent": "no",
    "files": "no",
    "order_number": None,
    "amazon_answered": "no",
    "ordered": None,
}


def waiting(pending: str | None = None, reminder: str | None = None) -> State:
    """Somebody whom chat did not help, and who was told of email yesterday, with what was offered after that."""
    yesterday, tomorrow = NOW - timedelta(days=1), NOW + timedelta(days=1)
    reached = {"chat_or_seller": NOW - timedelta(days=4), "escalate": yesterday, "email": yesterday}
    kept = Reminder(reminder, tomorrow) if reminder else None
    case = Case("lost_package", 2, ANSWERS, reached, reminder=kept)
    open_question = Pending(pending, 0, tomorrow if pending == REMIND else None) if pending else None
    return State((case,), 0, open_question, asked=pending, turns=4, last_word=yesterday, asked_name=True)


OFFERED_REMINDER, OFFERED_NAME, REMINDED = waiting(REMIND), waiting(SIGN), waiting(reminder=ALERT)
ASKED_TO_MOVE_IT = waiting(REMIND, EARLIER)


class Alexa:
    """Servers for her services, which answer ``GOOD`` but for those that were told otherwise."""

    def __init__(self, **answers: Answer) -> None:
        self.answers = {**GOOD, **answers}
        self.server: Server | None = None

    def answer(self, line: socket.socket, over: Event) -> None:
        """Answer the newest request as the service that it is for."""
        assert self.server
        self.answers[_service(self.server.asked[-1])](line, over)

    @property
    def asked(self) -> list[str]:
        """The services that were called, in order."""
        assert self.server
        return [_service(request) for request in self.server.asked]


@contextmanager
def alexa(**answers: Answer) -> Iterator[Alexa]:
    """Alexa's services for as long as the block lasts."""
    her = Alexa(**answers)
    with serving(her.answer) as server:
        her.server = server
        yield her


class Heard(NamedTuple):
    """What came of a turn: the reply, the response envelope, the record in the session, and how long it took."""

    reply: Reply
    envelope: Json
    state: State
    seconds: float


class _Watched(Service):
    """A service whose newest reply can be looked at."""

    spoken: Spoken

    def answer(self, person: str, session_record: object, turn: Turn, locale: str, services: Services) -> Spoken:
        self.spoken = super().answer(person, session_record, turn, locale, services)
        return self.spoken


def say(request: Json, state: State, url: str, memory: Memory | None = None, **service: Any) -> Heard:
    """One turn of somebody with this state in the session and, unless ``memory`` is given, in the store."""
    watched = _Watched(MODELS, memory or remembering(state), **service)
    event = envelope(request, attributes={"record": encode(state)})
    event["context"]["System"] |= {"apiEndpoint": url, "apiAccessToken": ACCESS}
    began = time.monotonic()
    answered = open_door(watched, SKILL_ID)(event, None)
    seconds = time.monotonic() - began
    check_response(answered)
    record = answered["sessionAttributes"]["record"]
    return Heard(watched.spoken.reply, answered, decode(record, MODELS), seconds)


def remembering(state: State) -> MemoryStore:
    """A store with this state in it."""
    store = MemoryStore()
    store.save(PERSON, json.dumps(encode(state)), based_on=None, now=NOW)
    return store


def stored(memory: Memory) -> State:
    """The state that a store keeps."""
    kept = memory.load(PERSON, now=NOW)
    assert kept
    return decode(json.loads(kept.record), MODELS)


def but_for_reminders(state: State) -> list[Case]:
    """The cases, as if none had a reminder."""
    return [replace(case, reminder=None) for case in state.cases]


def _service(request: bytes) -> str:
    method, path, _ = request.split(b" ", 2)
    if b"/alerts/reminders" in path:
        return REMINDER if method == b"POST" else REMOVAL
    return PROFILE if b"Profile" in path else SETTINGS
