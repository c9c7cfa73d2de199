"""Talking to the skill at a terminal."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from simulator.device.device import Device
from simulator.device.opening import opening
from simulator.device.ringing import Rang
from simulator.device.turn_result import TurnResult
from simulator.recording.turn import Turn
from simulator.talk.commands import COMMANDS
from simulator.terminal.drawing import Drawing
from skill.errors import CaseCompassError

OWN_COMMANDS = {
    ":json": "show the last request and response",
    ":save FILE": "save the talk, e.g. :save kettle.yaml to replay it, or :save kettle.json for the ASK CLI",
    ":help": "show this",
    ":quit": "leave",
}


class Talking(Protocol):
    """The part of a talk that a console uses."""

    @property
    def device(self) -> Device:
        """The device that is spoken to."""
        ...

    def line(self, line: str) -> TurnResult:
        """The turn that a line brings."""
        ...


class Console:
    """Reads with ``read(prompt)`` as ``input`` does, and writes lines; the talk is somebody else's.

    ``save`` writes the talk to a new file. ``page`` is the address where the talk can be seen too, if it can.
    """

    def __init__(
        self,
        talk: Talking,
        drawing: Drawing,
        read: Callable[[str], str],
        write: Callable[[str], object],
        *,
        save: Callable[[Path], object],
        page: str | None = None,
    ) -> None:
        self._talk = talk
        self._drawing = drawing
        self._read = read
        self._write = write
        self._save = save
        self._page = page
        self._envelopes: dict[str, object] = {}
        self._own_line: str | None = None

    def run(self) -> None:
        """Greet, and go on until :quit, the end of the input or Ctrl-C."""
        self._write(self._drawing.quiet(self._greeting()))
        if self._page:
            self._write(self._drawing.quiet(f"The same talk with its cards, in a browser: {self._page}"))
        try:
            while (line := self._read(self._drawing.prompt()).strip()) != ":quit":
                if line:
                    self._line(line)
        except (EOFError, KeyboardInterrupt):
            self._write("")
        self._write(self._drawing.quiet("Goodbye."))

    def hear(self, turn: Turn) -> None:
        """Show a turn of the talk that somebody took elsewhere."""
        if turn.line != self._own_line:
            self._write(f"\n{self._drawing.prompt()}{turn.line}")
            self._show(turn.result)

    def ring(self, rang: tuple[Rang, ...]) -> None:
        """Show reminders that rang by themselves."""
        for line in self._drawing.rang(rang):
            self._write(line)

    def _greeting(self) -> str:
        device = self._talk.device
        say = opening(device.locale, device.invocation_name)
        return f'Alexa, {device.locale}. Type "{say}" to begin, or :help.'

    def _line(self, line: str) -> None:
        if line == ":help":
            self._help()
        elif line == ":json":
            self._json()
        else:
            try:
                self._say_or_save(line)
            except CaseCompassError as error:
                self._write(self._drawing.loud(str(error)))

    def _say_or_save(self, line: str) -> None:
        match line.split(maxsplit=1):
            case [":save", name]:
                self._save(Path(name))
                self._write(self._drawing.quiet(f"Saved as {name}."))
            case _:
                self._turn(line)

    def _turn(self, line: str) -> None:
        locale = self._talk.device.locale
        self._own_line = line
        try:
            result = self._talk.line(line)
        finally:
            self._own_line = None
        self._show(result)
        if self._talk.device.locale != locale:
            self._write(self._drawing.quiet(self._greeting()))

    def _show(self, result: TurnResult) -> None:
        if result.request is not None:
            self._envelopes = {"request": result.request, "response": result.response}
        for part in self._drawing.turn(result):
            self._write(part)

    def _help(self) -> None:
        width = max(map(len, COMMANDS | OWN_COMMANDS)) + 2
        self._write("Type what you would say to Alexa. Besides:")
        for name, says in (COMMANDS | OWN_COMMANDS).items():
            self._write(f"  {name:{width}}{says}")

    def _json(self) -> None:
        if not self._envelopes:
            self._write(self._drawing.quiet("Nothing was sent yet."))
        for name, envelope in self._envelopes.items():
            self._write(self._drawing.quiet(name))
            self._write(json.dumps(envelope, indent=2, ensure_ascii=False))
