"""The console at this process's own terminal, with the page beside it, and the talk recorded."""

import argparse
import contextlib
import os
import shutil
import sys

from simulator.options import PROJECT, clock, open_skill
from simulator.page.serve import beside
from simulator.page.stage import Stage
from simulator.recording.overheard import overheard
from simulator.recording.recorder import Recorder
from simulator.recording.saving import save
from simulator.talk.household import Household, Place
from simulator.talk.talk import Talk
from simulator.terminal.console import Console, Talking
from simulator.terminal.drawing import Drawing
from simulator.under_test.skill_under_test import SkillUnderTest

KEPT_IN = PROJECT / ".work" / "talk"
"""Where Case Compass keeps its cases, unless told otherwise."""


def run(options: argparse.Namespace, place: Place) -> None:
    """Talk until the input ends."""
    skill = overheard(open_skill(options, keep_in=KEPT_IN))
    talk = Talk(Household(skill, clock(options)).device, place)
    if options.no_page:
        stage = Stage(talk, skill)
        _console(stage.talk, stage.recorder, skill.skill_id).run()
    else:
        _beside_the_page(talk, skill, options.port)


def _beside_the_page(talk: Talk, skill: SkillUnderTest, port: int) -> None:
    page = beside(talk, skill, port)
    try:
        console = _console(page.talk, page.recorder, skill.skill_id, page.url)
        page.talk.listen(console.hear, console.ring)
        console.run()
    finally:
        page.stop()


def _console(talk: Talking, recorder: Recorder, skill_id: str, page: str | None = None) -> Console:
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - importing it is what gives input() its history
    terminal = sys.stdout.isatty()
    drawing = Drawing(lambda: shutil.get_terminal_size().columns, terminal and not os.environ.get("NO_COLOR"))
    return Console(talk, drawing, _read, _write, save=lambda path: save(recorder, path, skill_id), page=page)


def _write(text: str) -> None:
    # At once: a turn from the page comes while this waits for a line.
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _read(prompt: str) -> str:
    if sys.stdin.isatty():
        return input(prompt)
    line = input()
    # Nobody saw it typed: what comes through a pipe is shown, so that the whole reads as a talk.
    sys.stdout.write(f"{prompt}{line}\n")
    return line
