"""What a person meant with one utterance. No Amazon type in sight."""

from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING

from skill.conversation.ports import Refusal
from skill.conversation.state import Reminder
from skill.value import Value

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class Intention(Enum):
    """What the person wants of this turn."""

    OPEN = "open"
    PROBLEM = "problem"
    TELL = "tell"
    CORRECT = "correct"
    CHANGE = "change"
    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"
    SKIP = "skip"
    BACK = "back"
    START_OVER = "start_over"
    REPEAT = "repeat"
    READ_MESSAGE = "read_message"
    ASK_ABOUT = "ask_about"
    MORE = "more"
    NEXT = "next"
    HELP = "help"
    STOP = "stop"
    MISHEARD = "misheard"
    SECRET = "told_a_secret"  # noqa: S105 - an intention, not a password
    STATUS = "status"
    CONTINUE = "continue"
    LIST_CASES = "list_cases"
    CLOSE_CASE = "close_case"
    RENAME_CASE = "rename_case"
    SEND_AGAIN = "send_again"
    SEND_AS = "send_as"
    FORGET_CASE = "forget_case"
    FORGET_ME = "forget_me"
    REMIND = "remind"
    CANCEL_REMINDER = "cancel_reminder"
    WAIT = "wait"
    SENT = "sent"
    SIGN = "sign"
    CONSENT = "consent"
    REMINDED = "reminded"


class Consent(Enum):
    """What came of asking for a permission by voice; ``UNHEARD`` when the device could not even ask."""

    ACCEPTED = "accepted"
    DENIED = "denied"
    UNANSWERED = "unanswered"
    UNHEARD = "unheard"


class Said(Value):
    """One fact out of an utterance.

    ``question`` is the question's id, or ``date`` for a date whose question the talk must find. ``value`` is the id
    of the choice, the ISO form of a date, digits, or None when the words fit none of the choices. ``words`` are the
    words themselves.
    """

    question: str
    value: str | None
    words: str = ""


class Turn(Value):
    """One utterance: what it wants, what it says, and when: ``now`` aware UTC, ``today`` where the person is.

    ``given`` are answers (question, value) that the problem's name holds.
    ``topic`` is what a question by the way is about; ``form`` is the channel's kind in which a message is wanted
    instead (``chat``, ``email``, ``seller``); ``consent`` is what came of asking for a permission, and ``reminded``
    of making a reminder, for the case of the number ``about``. ``ordinal`` is a place in the list of cases, from 1;
    the last one is -1.

    ``zone`` is the device's time zone and ``signature`` the account holder's name, where they were looked up
    (``looked_up``): a conversation that lacks one says so in its reply, and the same turn comes once more.
    """

    intention: Intention
    now: datetime
    today: date
    facts: tuple[Said, ...] = ()
    problem: str | None = None
    given: tuple[tuple[str, str], ...] = ()
    topic: str | None = None
    field: str | None = None
    form: str | None = None
    ordinal: int | None = None
    consent: Consent | None = None
    about: int | None = None
    reminded: Reminder | Refusal | None = None
    new_session: bool = False
    zone: "ZoneInfo | None" = None
    signature: str | None = None
    looked_up: frozenset[str] = frozenset()
