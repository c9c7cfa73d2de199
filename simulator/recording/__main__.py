"""``python -m simulator replay FILE...``: replay talks and say what has changed since they were recorded."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from simulator.options import add_skill_options, open_skill
from simulator.recording.errors import ScriptWrong
from simulator.recording.files import read
from simulator.recording.replay import ReplayedLine, replayed
from simulator.recording.report import report
from simulator.recording.script import Script
from simulator.recording.updating import stays_different, updated, write
from simulator.under_test.skill_under_test import SkillUnderTest

CHANGED = 1


def main(arguments: Sequence[str]) -> int:
    """Replay every file; 0 when nothing has changed, 1 when something has; raises CaseCompassError."""
    options = _parser().parse_args(arguments)
    skill = open_skill(options)
    files = {path: read(path) for path in options.files}
    changed = False
    for path, scripts in files.items():
        played = [_replay(script, skill) for script in scripts]
        lines = [line for lines in played for line in lines]
        if options.update and not all(line.same for line in lines):
            _update(path, [updated(script, lines) for script, lines in zip(scripts, played, strict=True)])
            lines = [line for line in lines if stays_different(line)]
        changed |= not all(line.same for line in lines)
    return CHANGED if changed else 0


def _replay(script: Script, skill: SkillUnderTest) -> list[ReplayedLine]:
    lines = list(replayed(script, skill))
    for text in report(f"{script.locale}: {script.name}", lines):
        sys.stdout.write(f"{text}\n")
    return lines


def _update(path: Path, scripts: list[Script]) -> None:
    if path.suffix == ".json":
        raise ScriptWrong(f"{path} holds only what is said: there is nothing in it to bring up to date")
    write(path, scripts)
    sys.stdout.write(f"updated  {path}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m simulator replay",
        description="Replay talks and say what has changed. Exit status 1: something has.",
        allow_abbrev=False,
    )
    says = "scripts (.yaml) or replay files of the ASK CLI (.json)"
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=says)
    parser.add_argument("--update", action="store_true", help="make what happened now what is expected of scripts")
    add_skill_options(parser)
    return parser
