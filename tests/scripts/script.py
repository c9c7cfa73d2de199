"""A conversation as data: what a person says, and what must come of it.

A file under ``tests/scripts/<language>/`` holds a list of scripts. Every expectation is optional; the standing rules
are checked at every turn whatever a script says.
"""

from pathlib import Path
from typing import Annotated, Literal, get_args

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

FOLDER = Path(__file__).parent


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Texts = Annotated[list[str], BeforeValidator(_as_list)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Line(_Strict):
    """One utterance and what is expected of the answer.

    ``you``: what is said, or a command of the simulator such as ``:later 2 days`` (docs/simulator.md). ``heard``: the
    intent, or the request's type. ``asking``, ``outcome``, ``channel``: ids; ``asking: nothing`` means that the skill
    asks nothing. ``says``, ``card``: texts that are there; ``never``: texts that are neither spoken nor on the card.
    ``later``: hours that pass before the utterance. ``rang``: a text of each reminder that rings meanwhile, in their
    order; no others do. ``reminders``: how many are set afterwards.
    """

    you: str
    heard: str | None = None
    asking: str | None = None
    outcome: str | None = None
    channel: str | None = None
    says: Texts = Field(default_factory=list)
    card: Texts = Field(default_factory=list)
    never: Texts = Field(default_factory=list)
    later: int = 0
    rang: Texts | None = None
    reminders: int | None = None


Manner = Literal["straight", "at_once", "knows_nothing", "corrects", "digresses", "changes_mind"]
"""How somebody talks: says only what is asked; everything in one sentence; doesn't know anything; corrects what was
said; asks something by the way; wants something else after all."""
MANNERS: tuple[Manner, ...] = get_args(Manner)


class Script(_Strict):
    """A conversation: its name says what it shows, in a sentence; its manner how the person talks, if one fits."""

    name: str
    manner: Manner | None = None
    decision: str
    locale: str
    talk: list[Line]


class _File(BaseModel):
    scripts: list[Script]


def all_scripts() -> list[Script]:
    """Every script there is, in the order of files and lines."""
    return [script for path in sorted(FOLDER.glob("*/*.yaml")) for script in read(path)]


def read(path: Path) -> list[Script]:
    """The scripts of a file; a misspelt key is an error that names it."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return _File.model_validate({"scripts": content}).scripts
