"""The bodies that the page's server takes."""

from typing import Literal, TypeVar

from flask import Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from simulator.page.errors import PageRefused
from simulator.recording.script import LONGEST_LINE, OneLine

_Body = TypeVar("_Body", bound="Body")


class Body(BaseModel):
    """A JSON object with exactly these names."""

    model_config = ConfigDict(extra="forbid", strict=True)


class LineBody(Body):
    """Something to say or a command, at most LONGEST_LINE characters and not blank."""

    line: OneLine


class AfreshBody(Body):
    """Nothing."""


class ReplayBody(Body):
    """A talk to replay: the text of a file, or the id of one of the project's scripts.

    ``name`` chooses the script of that name from a file that holds several.
    """

    format: Literal["script", "ask-cli"] = "script"
    text: str | None = None
    name: str | None = None
    id: str | None = Field(default=None, max_length=500)


def read(kind: type[_Body], asked: Request) -> _Body:
    """The body of a request; raises PageRefused, which says what is wrong with it."""
    try:
        return kind.model_validate_json(asked.get_data())
    except ValidationError as wrong:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'body'}: {fault['msg']}" for fault in wrong.errors()
        )
        raise PageRefused(400, f"the body cannot be used: {faults}", _DO[kind.__name__]) from None


_DO = {
    "AfreshBody": "Send {}.",
    "LineBody": f'Send {{"line": "..."}} with one line of at most {LONGEST_LINE} characters.',
    "ReplayBody": 'Send {"format": "script" or "ask-cli", "text": "..."} or {"id": "..."}.',
}
