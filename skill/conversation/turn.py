"""What a person meant with one utterance. No Amazon type in sight."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


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


@dataclass(frozen=True)
class Said:
    """One fact out of an utterance.

    ``question`` is the question's id, or ``date`` for a date whose question the talk must find. ``value`` is the id
    of the choice, the ISO form of a date, digits, or None when the words fit none of the choices. ``words`` are the
    words themselves.
    """

    question: str
    value: str | None
    words: str = ""


@dataclass(frozen=True)
class Turn:
    """One utterance: what it wants, what it says, and when: ``now`` aware UTC, ``today`` where the person is.

    ``given`` are answers (question, value) that the problem's name holds.
    ``topic`` is what a question by the way is about.
    """

    intention: Intention
    now: datetime
    today: date
    facts: tuple[Said, ...] = ()
    problem: str | None = None
    given: tuple[tuple[str, str], ...] = ()
    topic: str | None = None
    field: str | None = None
    new_session: bool = False
