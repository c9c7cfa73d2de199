"""Bringing a file of scripts up to what the skill does now."""

from pathlib import Path

from simulator.recording.comparison import IDS, NOTHING, came_to
from simulator.recording.errors import ScriptWrong
from simulator.recording.recorder import as_yaml, line_of
from simulator.recording.replay import ReplayedLine
from simulator.recording.script import Line, Script

_TEXTS = ("says", "card", "never", "reminders")


def updated(script: Script, lines: list[ReplayedLine]) -> Script:
    """The script as it went now: what was recorded is recorded anew, and ids that are expected are those of now.

    Texts that are expected stay as they are: only their author knows what they were meant to show.
    """
    return script.model_copy(update={"talk": [_line(replayed) for replayed in lines]})


def stays_different(replayed: ReplayedLine) -> bool:
    """Whether an update leaves something that is expected and does not happen."""
    return any(failed.partition(":")[0] in _TEXTS for failed in replayed.comparison.failed)


def write(path: Path, scripts: list[Script]) -> None:
    """Write the scripts to their file; raises ScriptWrong for one whose remarks would be lost."""
    before = path.read_text(encoding="utf-8")
    if any(line.lstrip().startswith("#") for line in before.splitlines()):
        raise ScriptWrong(f"{path} has remarks (#), which would be lost: bring it up to date by hand")
    path.write_text(as_yaml(scripts), encoding="utf-8")


def _line(replayed: ReplayedLine) -> Line:
    if replayed.line.was:
        return line_of(replayed.turn, replayed.line)
    now = came_to(replayed.turn.result)
    expected = {key: now[key] or NOTHING for key in IDS if getattr(replayed.line, key)}
    expected |= {} if replayed.line.rang is None else {"rang": now["rang"]}
    return replayed.line.model_copy(update=expected)
