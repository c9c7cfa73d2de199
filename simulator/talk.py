"""A talk line by line: utterances, and the commands that stand for what cannot be typed."""

from collections.abc import Callable
from dataclasses import replace

from simulator.device import Device
from simulator.errors import CommandWrong
from simulator.turn_result import TurnResult

COMMANDS = {
    ":silence": "say nothing for eight seconds",
    ":launch": "open the skill without asking anything of it",
    ":new": "end the session and begin afresh",
    ":locale xx-XX": "end the session and go on in another locale",
}
"""The commands, each with what it does."""


class Talk:
    """One person's talk with a skill, who may change the locale on the way."""

    def __init__(self, device_for: Callable[[str], Device], locale: str) -> None:
        self._device_for = device_for
        self.device = device_for(locale)

    def line(self, line: str) -> TurnResult:
        """The turn that a line brings; the line must not be blank. Raises CommandWrong and ModelMissing."""
        line = line.strip()
        if line.startswith(":"):
            return replace(self._command(*line.split()), utterance=line)
        return self.device.say(line)

    def _command(self, name: str, *values: str) -> TurnResult:
        match (name, *values):
            case (":silence",):
                return self.device.silence()
            case (":launch",):
                return self.device.launch()
            case (":new",):
                return self.device.end()
            case (":locale", locale):
                next_device = self._device_for(locale)
                result = self.device.end(how=f"the device changes to {locale}")
                self.device = next_device
                return result
        typed = " ".join((name, *values))
        raise CommandWrong(f"{typed!r} is not a command; there are {', '.join(COMMANDS)}")
