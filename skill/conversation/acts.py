"""What we want to say. An act is worded by its key; its fields are what the words may use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from skill.decision.condition import Answers

_WORDS_OF_A_NAME = re.compile(r"(?<!^)(?=[A-Z])")


class Act:
    """Something to say.

    ``selects`` are the fields that choose between messages; the others are what the message may use.
    """

    selects: ClassVar[tuple[str, ...]] = ()

    @property
    def key(self) -> str:
        """The id of the message that words this act: the class's name in snake case, then what selects it."""
        name = _WORDS_OF_A_NAME.sub("_", type(self).__name__).lower()
        return ".".join((name, *(value for field in self.selects if (value := getattr(self, field)))))


@dataclass(frozen=True)
class Welcome(Act):
    """Greets somebody; ``again`` when we have met before."""

    again: str = ""
    selects = ("again",)


@dataclass(frozen=True)
class WelcomeBack(Act):
    """Greets somebody whose case is open."""

    problem: str
    selects = ("problem",)


@dataclass(frozen=True)
class Opened(Act):
    """A problem was named: we are on it."""

    problem: str
    selects = ("problem",)


@dataclass(frozen=True)
class Switched(Act):
    """Another problem was named; the first one is kept."""

    problem: str
    selects = ("problem",)


@dataclass(frozen=True)
class Resumed(Act):
    """We go back to a case that was set aside."""

    problem: str
    selects = ("problem",)


@dataclass(frozen=True)
class Noted(Act):
    """Confirms facts by the way, while the talk goes on. ``facts`` are (question, value)."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Changed(Noted):
    """Confirms facts that replace earlier ones."""


@dataclass(frozen=True)
class LeftOpen(Act):
    """The question stays open. ``where`` is ``on_card`` for what becomes a gap on the card, else simply unknown."""

    where: str = ""
    selects = ("where",)


@dataclass(frozen=True)
class Odd(Act):
    """An answer that can't be: says why, with the bounds of a number."""

    reason: str
    lowest: int = 0
    highest: int = 0
    selects = ("reason",)


@dataclass(frozen=True)
class SoFar(Act):
    """Reads back the digits that we have so far."""

    digits: str


@dataclass(frozen=True)
class ReadBack(Act):
    """Reads a whole number back, before asking whether it is right."""

    digits: str


@dataclass(frozen=True)
class Plain(Act):
    """An act without arguments, by name."""

    name: str

    @property
    def key(self) -> str:
        """The name itself."""
        return self.name


MISHEARD = Plain("misheard")
WAY_OUT = Plain("way_out")
CANT_MAKE_IT_OUT = Plain("cant_make_it_out")
NOTHING_BEFORE = Plain("nothing_before")
WENT_BACK = Plain("went_back")
STARTED_OVER = Plain("started_over")
HELP = Plain("help")
SOLVED = Plain("solved")
SOLVED_AT_ONCE = Plain("solved.at_once")
NO_MESSAGE_YET = Plain("no_message_yet")
NOT_NEEDED = Plain("not_needed")
NOT_TAKEN = Plain("not_taken")
NUMBER_DROPPED = Plain("number_dropped")
THERE_IS_MORE = Plain("there_is_more")
NOTHING_MORE = Plain("nothing_more")
ON_THE_CARD = Plain("on_the_card")
GOODBYE = Plain("goodbye")
GOODBYE_KEPT = Plain("goodbye.kept")
PLAIN_ACTS = (
    MISHEARD,
    WAY_OUT,
    CANT_MAKE_IT_OUT,
    NOTHING_BEFORE,
    WENT_BACK,
    STARTED_OVER,
    HELP,
    SOLVED,
    SOLVED_AT_ONCE,
    NO_MESSAGE_YET,
    NOT_NEEDED,
    NOT_TAKEN,
    NUMBER_DROPPED,
    THERE_IS_MORE,
    NOTHING_MORE,
    ON_THE_CARD,
    GOODBYE,
    GOODBYE_KEPT,
)


@dataclass(frozen=True)
class Passing(Act):
    """Something is done on the way, for instance the case goes further up."""

    step: str
    selects = ("step",)


@dataclass(frozen=True)
class Advise(Act):
    """Names the channel and points to the card."""

    outcome: str
    channel: str
    selects = ("outcome", "channel")


@dataclass(frozen=True)
class Point(Act):
    """Tells one point of a topic, by its id. ``facts`` are what has to be dialled or typed exactly."""

    point: str
    facts: Mapping[str, str]
    selects = ("point",)


@dataclass(frozen=True)
class ReadMessage(Act):
    """Reads the message aloud, after a word to say so."""

    paragraphs: tuple[tuple[str, ...], ...]
    facts: Answers


@dataclass(frozen=True)
class Ask(Act):
    """Puts a question.

    ``manner``: empty, ``rephrase`` (in other words), ``example`` (with ways to answer) or ``more`` (for the rest of
    what was begun). ``about`` is the problem that a question of the talk itself is about, or the wording that a
    decision shares with others of its kind.
    """

    question: str
    manner: str = ""
    about: str = ""
    selects = ("question", "about", "manner")


@dataclass(frozen=True)
class Card:
    """What the person reads: the message to copy, where to send it, what to do, what to expect.

    Parts are ids; ``facts`` fill them. ``wait_hours`` is how long an answer may take, or None.
    """

    outcome: str
    channel: str
    subject: str | None
    paragraphs: tuple[tuple[str, ...], ...]
    steps: tuple[str, ...]
    facts: Answers
    channel_facts: Mapping[str, str]


@dataclass(frozen=True)
class GuideCard:
    """What the person reads about a topic: every one of its points."""

    topic: str
    points: tuple[str, ...]
    facts: Mapping[str, str]
