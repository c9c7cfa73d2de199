"""A talk as data: what a person says, and what must come of it.

A file holds a list of scripts in YAML. Every expectation is optional.
"""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)

from simulator.recording.errors import ScriptWrong
from simulator.recording.yaml_text import parsed

MOST_LINES = 500
LONGEST_LINE = 1000
LONGEST_WAIT_HOURS = 10_000

_Talk = TypeVar("_Talk", bound="Conversation")


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Texts = Annotated[list[str], BeforeValidator(_as_list)]


def _one_line(text: str) -> str:
    if not text.strip():
        raise ValueError("it is blank")
    if len(text.splitlines()) > 1:
        raise ValueError("it has more than one line")
    return text


OneLine = Annotated[str, StringConstraints(max_length=LONGEST_LINE), AfterValidator(_one_line)]
"""Something to say, or a command."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class WasCard(_Strict):
    """A card as it was shown."""

    title: str
    text: str


class Was(_Strict):
    """What was said and shown when the talk was recorded; what differs is told, and is no failure."""

    speech: str = ""
    card: WasCard | None = None


class Line(_Strict):
    """One utterance and what is expected of the answer.

    ``you``: what is said, or a command of the simulator such as ``:later 2 days`` (docs/simulator/README.md).
    ``heard``: the intent, or the request's type. ``asking``, ``outcome``, ``channel``: ids; ``asking: nothing`` means
    that the skill asks nothing. ``says``, ``card``: texts that are there; ``never``: texts that are neither spoken
    nor on the card. ``later``: hours that pass before the utterance; ``at``: its moment, when it isn't the usual time
    after the one before. ``rang``: a text of each reminder that rings meanwhile, in their order; no others do.
    ``reminders``: how many are set afterwards. In a line that was recorded (``was``), what has no key was not there.
    """

    you: OneLine
    at: AwareDatetime | None = None
    heard: str | None = None
    asking: str | None = None
    outcome: str | None = None
    channel: str | None = None
    says: Texts = Field(default_factory=list)
    card: Texts = Field(default_factory=list)
    never: Texts = Field(default_factory=list)
    later: int = Field(default=0, ge=0, le=LONGEST_WAIT_HOURS)
    rang: Texts | None = None
    reminders: int | None = None
    was: Was | None = None


class Conversation(_Strict):
    """A conversation: its name says what it shows, in a sentence.

    ``now`` is the moment of its first line, and ``pace`` the seconds from each line to the next.
    """

    name: str
    locale: str
    now: AwareDatetime | None = None
    pace: int = Field(default=20, ge=0, le=3600)
    talk: list[Line] = Field(max_length=MOST_LINES)


class Script(Conversation):
    """A conversation with any skill.

    ``decision`` and ``manner`` are what Case Compass's own scripts tell about themselves. ``record`` is what the
    skill had kept of the person before the first line, where that can be seen.
    """

    decision: str | None = None
    manner: str | None = None
    record: dict[str, Any] | None = None


def scripts_in(text: str, kind: type[_Talk]) -> list[_Talk]:
    """The scripts of a file's text; raises ScriptWrong, which names a misspelt key and its place."""
    return _checked(TypeAdapter(list[kind]).validate_python, parsed(text))  # type: ignore[valid-type]


def _checked(check: Callable[[object], list[_Talk]], content: object) -> list[_Talk]:
    try:
        return check(content)
    except ValidationError as invalid:
        faults = [f"{'.'.join(map(str, fault['loc'])) or 'file'}: {fault['msg']}" for fault in invalid.errors()]
        shown = "\n".join(f"- {fault}" for fault in faults[:10])
        raise ScriptWrong(f"the file is no list of scripts:\n{shown}") from None
