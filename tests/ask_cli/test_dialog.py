"""`ask dialog` at a terminal, as a person uses it."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from simulator.envelope import SKILL_ID
from simulator.options import PROJECT
from tests.ask_cli.cli import PATIENCE, Cli
from tools.ask_home import ASK

pytestmark = pytest.mark.real

_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """A terminal that a command runs at."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self.shown = ""

    def type(self, line: str) -> None:
        """Type a line and the return key."""
        os.write(self._handle, f"{line}\r".encode())

    def until(self, text: str, times: int = 1) -> None:
        """Read until a text is shown that often."""
        end = time.monotonic() + PATIENCE
        while _COLOURS.sub("", self.shown).count(text) < times:
            ready, _, _ = select.select([self._handle], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"{text!r} is not shown: {self.shown[-2000:]}"
            self.shown += os.read(self._handle, 65536).decode(errors="replace")


@contextmanager
def _at_a_terminal(
    command: list[str], environment: dict[str, str], folder: Path
) -> Iterator[tuple[Terminal, "subprocess.Popen[bytes]"]]:
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        command, env=environment, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    try:
        yield Terminal(ours), running
    finally:
        running.kill()
        running.wait(PATIENCE)
        os.close(ours)


def test_a_person_talks_at_a_terminal_and_leaves(ask: Cli) -> None:
    command = [str(ASK), "dialog", "--skill-id", SKILL_ID, "--locale", "de-DE"]
    with _at_a_terminal(command, ask.environment, ask.folder) as (terminal, running):
        terminal.until("User  >")
        terminal.type("öffne fall kompass")
        terminal.until("Alexa > Hallo, hier ist Fall Kompass")
        terminal.until("User  >", 2)
        terminal.type("mein paket ist nicht da")
        terminal.until("Alexa > ", 2)
        terminal.until("User  >", 3)
        terminal.type(".quit")
        terminal.until("Goodbye!")
        assert running.wait(PATIENCE) == 0


def test_make_ask_names_the_skill_by_itself_and_fails_when_a_simulation_failed() -> None:
    command = [sys.executable, "-m", "tools.ask", "--now", "2026-11-23T15:00:00Z", "dialog", "--locale", "en-US"]
    with _at_a_terminal(command, dict(os.environ), PROJECT) as (terminal, running):
        terminal.until("User  >")
        terminal.type("what's the weather")
        terminal.until("[Error]: Failed to simulate skill")
        terminal.type("open case compass")
        terminal.until("Alexa > Hi, this is Case Compass")
        terminal.type(".quit")
        terminal.until('ask: the simulation of "what\'s the weather" failed: No session is open')
        assert running.wait(PATIENCE) == 1
