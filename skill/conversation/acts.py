"""What we want to say. An act is worded by its key; its fields are what the words may use."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import ClassVar

from skill.decision.condition import Answers
from skill.value import Value


class Act(Value):
    """Something to say.

    ``selects`` are the fields that choose between messages; the others are what the message may use.
    """

    selects: ClassVar[tuple[str, ...]] = ()

    @property
    def key(self) -> str:
        """The id of the message that words this act: the class's name in snake case, then what selects it."""
        return ".".join(
            (
                _in_snake_case(type(self).__name__),
                *(value for field in self.selects if (value := getattr(self, field))),
            )
        )


@cache
def _in_snake_case(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).removeprefix("_")


class Called(Value):
    """What a case is called: by its own name, by the thing that it is about, or by its kind.

    ``kind`` is ``own``, ``item``, ``device`` or a decision's id; ``words`` are the person's, or the device's id.
    """

    kind: str
    words: str = ""


class Moment(Value):
    """A point of time to be said: in the person's own time, and seen from their today.

    ``days`` is how many days ahead it is when the person's own time isn't known, else 0.
    """

    at: datetime
    today: date
    days: int = 0


class Welcome(Act):
    """Greets somebody; ``again`` when we have met before."""

    again: str = ""
    selects = ("again",)


class WelcomeBack(Act):
    """Greets somebody whose case is open."""

    case: Called


class Opened(Act):
    """A problem was named: we are on it."""

    problem: str
    selects = ("problem",)


class Switched(Act):
    """Another problem was named; the first one is kept."""

    problem: str
    selects = ("problem",)


class Resumed(Act):
    """We go back to a case that was set aside."""

    case: Called


class CaseList(Act):
    """Names the open cases; ``more`` are not named."""

    cases: tuple[Called, ...]
    more: int = 0


class Status(Act):
    """How far a case has got: ``stage`` is one of ``STAGES``, ``until`` the end of a wait."""

    stage: str
    case: Called
    until: Moment | None = None
    selects = ("stage",)


STAGES = ("begun", "seller", "amazon", "device", "due", "told", "closed")
"""Questions are open; the seller, Amazon or the device has time; it is due; all is told; it is closed."""


class Renamed(Act):
    """A case has a new name."""

    case: Called


class Closed(Act):
    """A case is closed because the person says so."""

    case: Called


class Forgot(Act):
    """A case is forgotten."""

    case: Called


class SentAgain(Act):
    """The card of a case is in the app once more."""

    case: Called


class ReminderSet(Act):
    """A reminder is made, for then."""

    at: Moment
    relative: str = ""
    selects = ("relative",)


class Noted(Act):
    """Confirms facts by the way, while the talk goes on. ``facts`` are (question, value)."""

    facts: tuple[tuple[str, str], ...]


class Changed(Noted):
    """Confirms facts that replace earlier ones."""


class LeftOpen(Act):
    """The question stays open. ``where`` is ``on_card`` for what becomes a gap on the card, else simply unknown."""

    where: str = ""
    selects = ("where",)


class Odd(Act):
    """An answer that can't be: says why, with the bounds of a number."""

    reason: str
    lowest: int = 0
    highest: int = 0
    selects = ("reason",)


class SoFar(Act):
    """Reads back the digits that we have so far."""

    digits: str


class ReadBack(Act):
    """Reads a whole number back, before asking whether it is right."""

    digits: str


class Plain(Act):
    """An act without arguments, by name."""

    name: str

    @property
    def key(self) -> str:
        """The name itself."""
        return self.name


class Passing(Act):
    """Something is done on the way, for instance the case goes further up."""

    step: str
    selects = ("step",)


class Advise(Act):
    """Names the channel and points to the card."""

    outcome: str
    channel: str
    selects = ("outcome", "channel")


class Point(Act):
    """Tells one point of a topic, by its id. ``facts`` are what has to be dialled or typed exactly."""

    point: str
    facts: Mapping[str, str]
    selects = ("point",)


class ReadMessage(Act):
    """Reads the message aloud, after a word to say so."""

    paragraphs: tuple[tuple[str, ...], ...]
    facts: Answers


MANNERS = ("", "rephrase", "example", "more")
"""The ways to put a question again, as ``Ask`` has them."""


class Ask(Act):
    """Puts a question.

    ``manner``: empty, ``rephrase`` (in other words), ``example`` (with ways to answer) or ``more`` (for the rest of
    what was begun). ``about`` is the wording that a decision shares with others of its kind. ``case`` and ``at`` are
    what a question of the talk itself is about.
    """

    question: str
    manner: str = ""
    about: str = ""
    case: Called | None = None
    at: Moment | None = None
    selects = ("question", "about", "manner")


class Card(Value):
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


class GuideCard(Value):
    """What the person reads about a topic: every one of its points."""

    topic: str
    points: tuple[str, ...]
    facts: Mapping[str, str]
