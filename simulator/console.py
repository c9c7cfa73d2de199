"""Talking to the skill at a terminal."""

import json
from collections.abc import Callable

from simulator.commands import COMMANDS
from simulator.drawing import Drawing
from simulator.errors import CommandWrong, ModelMissing
from simulator.interaction_model import ModelUnreadable
from simulator.talk import Talk
from simulator.turn_result import TurnResult

OPENING = {"de": "öffne {name}"}
"""How the skill is opened, by language, where it is not the English "open"."""

OWN_COMMANDS = {
    ":json": "show the last request and response",
    ":help": "show this",
    ":quit": "leave",
}


class Console:
    """Reads with ``read(prompt)`` as ``input`` does, and writes lines; the talk is somebody else's."""

    def __init__(
        self, talk: Talk, drawing: Drawing, read: Callable[[str], str], write: Callable[[str], object]
    ) -> None:
        self._talk = talk
        self._drawing = drawing
        self._read = read
        self._write = write
        self._envelopes: dict[str, object] = {}

    def run(self) -> None:
        """Greet, and go on until :quit, the end of the input or Ctrl-C."""
        self._write(self._drawing.quiet(self._greeting()))
        try:
            while (line := self._read(self._drawing.prompt()).strip()) != ":quit":
                if line:
                    self._line(line)
        except (EOFError, KeyboardInterrupt):
            self._write("")
        self._write(self._drawing.quiet("Goodbye."))

    def _greeting(self) -> str:
        device = self._talk.device
        opening = OPENING.get(device.locale[:2], "open {name}").format(name=device.invocation_name)
        return f'Alexa, {device.locale}. Type "{opening}" to begin, or :help.'

    def _line(self, line: str) -> None:
        if line == ":help":
            self._help()
        elif line == ":json":
            self._json()
        else:
            self._turn(line)

    def _turn(self, line: str) -> None:
        locale = self._talk.device.locale
        try:
            result = self._talk.line(line)
        except (CommandWrong, ModelMissing, ModelUnreadable) as error:
            self._write(self._drawing.loud(str(error)))
            return
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
