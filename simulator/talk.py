"""A talk line by line: utterances, and the commands that stand for what cannot be typed."""

from collections.abc import Callable
from dataclasses import replace

from simulator import commands
from simulator.device import Device
from simulator.turn_result import TurnResult


class Talk:
    """One person's talk with a skill, who may change the locale on the way."""

    def __init__(self, device_for: Callable[[str], Device], locale: str) -> None:
        self._device_for = device_for
        self.device = device_for(locale)

    def line(self, line: str) -> TurnResult:
        """The turn that a line brings, with the reminders that fell due meanwhile; the line must not be blank.

        Raises CommandWrong and ModelMissing.
        """
        line = line.strip()
        result = self._command(line) if line.startswith(":") else self.device.say(line)
        return replace(result, utterance=line, rang=(*result.rang, *self.device.ring()))

    def _command(self, line: str) -> TurnResult:
        match line.split():
            case [":locale", locale]:
                next_device = self._device_for(locale)
                result = self.device.end(how=f"the device changes to {locale}")
                self.device = next_device
                return result
        return commands.run(self.device, " ".join(line.split()))
