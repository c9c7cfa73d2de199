"""What we want to say. An act is worded by its key; its fields are what the words may use."""

from collections.abc import Mapping
from dataclasses import dataclass

from skill.decision.condition import Answers


class Act:
    """Something to say. ``key`` is the id of its message; the dataclass fields are the message's arguments."""

    @property
    def key(self) -> str:
        """The id of the message that words this act: the class's name in snake case, with what selects it."""
        raise NotImplementedError


@dataclass(frozen=True)
class Welcome(Act):
    """Greets somebody; ``again`` when we have met before."""

    again: bool

    @property
    def key(self) -> str:
        """One message for the first time, a shorter one afterwards."""
        return "welcome.again" if self.again else "welcome"


@dataclass(frozen=True)
class WelcomeBack(Act):
    """Greets somebody whose case is open."""

    problem: str

    @property
    def key(self) -> str:
        """By the problem."""
        return f"welcome_back.{self.problem}"


@dataclass(frozen=True)
class Opened(Act):
    """A problem was named: we are on it."""

    problem: str

    @property
    def key(self) -> str:
        """By the problem."""
        return f"opened.{self.problem}"


@dataclass(frozen=True)
class Switched(Act):
    """Another problem was named; the first one is kept."""

    problem: str

    @property
    def key(self) -> str:
        """By the new problem."""
        return f"switched.{self.problem}"


@dataclass(frozen=True)
class Resumed(Act):
    """We go back to a case that was set aside."""

    problem: str

    @property
    def key(self) -> str:
        """By the problem."""
        return f"resumed.{self.problem}"


@dataclass(frozen=True)
class Noted(Act):
    """Confirms facts by the way, while the talk goes on. ``facts`` are (question, value)."""

    facts: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        """One message around the facts' echoes."""
        return "noted"


@dataclass(frozen=True)
class Changed(Noted):
    """Confirms facts that replace earlier ones."""

    @property
    def key(self) -> str:
        """One message around the facts' echoes."""
        return "changed"


@dataclass(frozen=True)
class LeftOpen(Act):
    """The question stays open: a placeholder on the card when ``on_card``, else simply unknown."""

    on_card: bool

    @property
    def key(self) -> str:
        """By what becomes of it."""
        return "left_open.on_card" if self.on_card else "left_open"


@dataclass(frozen=True)
class Odd(Act):
    """An answer that can't be: says why. ``reason`` is a key of values.ODD."""

    reason: str
    lowest: int = 0
    highest: int = 0

    @property
    def key(self) -> str:
        """By the reason."""
        return f"odd.{self.reason}"


@dataclass(frozen=True)
class SoFar(Act):
    """Reads back the digits that we have so far."""

    digits: str

    @property
    def key(self) -> str:
        """One message."""
        return "so_far"


@dataclass(frozen=True)
class ReadBack(Act):
    """Reads a whole number back, before asking whether it is right."""

    digits: str

    @property
    def key(self) -> str:
        """One message."""
        return "read_back"


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
NO_MESSAGE_YET = Plain("no_message_yet")
NOT_NEEDED = Plain("not_needed")
NUMBER_DROPPED = Plain("number_dropped")
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
    NO_MESSAGE_YET,
    NOT_NEEDED,
    NUMBER_DROPPED,
    GOODBYE,
    GOODBYE_KEPT,
)


@dataclass(frozen=True)
class Passing(Act):
    """Something is done on the way, for instance the case goes further up."""

    step: str

    @property
    def key(self) -> str:
        """By the step."""
        return f"passing.{self.step}"


@dataclass(frozen=True)
class Advise(Act):
    """Names the channel and points to the card."""

    outcome: str
    channel: str

    @property
    def key(self) -> str:
        """By the outcome and the channel."""
        return f"advise.{self.outcome}.{self.channel}"


@dataclass(frozen=True)
class ReadMessage(Act):
    """Reads the message aloud."""

    paragraphs: tuple[tuple[str, ...], ...]
    facts: Answers

    @property
    def key(self) -> str:
        """The words before the message."""
        return "read_message"


@dataclass(frozen=True)
class Ask(Act):
    """Puts a question. ``manner``: plain, rephrase (in other words) or example (with ways to answer).

    ``about`` is the problem that a question of the talk itself is about.
    """

    question: str
    manner: str = "plain"
    about: str | None = None

    @property
    def key(self) -> str:
        """By the question, what it is about, and the manner."""
        manner = None if self.manner == "plain" else self.manner
        return ".".join(part for part in ("ask", self.question, self.about, manner) if part)


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
