"""The project's own scripts: conversations with Case Compass as data (``simulator.recording.script``).

A file under ``tests/scripts/<language>/`` holds a list of scripts. The standing rules are checked at every turn
whatever a script says.
"""

from pathlib import Path
from typing import Literal, get_args

from simulator.recording.script import Conversation, Line, scripts_in

__all__ = ["MANNERS", "Line", "Manner", "Script", "all_scripts", "read"]

FOLDER = Path(__file__).parent

Manner = Literal["straight", "at_once", "knows_nothing", "corrects", "digresses", "changes_mind"]
"""How somebody talks: says only what is asked; everything in one sentence; doesn't know anything; corrects what was
said; asks something by the way; wants something else after all."""
MANNERS: tuple[Manner, ...] = get_args(Manner)


class Script(Conversation):
    """A conversation about a decision; its manner is how the person talks, if one fits."""

    manner: Manner | None = None
    decision: str


def all_scripts() -> list[Script]:
    """Every script there is, in the order of files and lines."""
    return [script for path in sorted(FOLDER.glob("*/*.yaml")) for script in read(path)]


def read(path: Path) -> list[Script]:
    """The scripts of a file; a misspelt key is an error that names it."""
    return scripts_in(path.read_text(encoding="utf-8"), Script)
