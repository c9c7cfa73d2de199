"""Taking a talk's turns one by one, with all that can be told of each."""

from collections.abc import Callable
from datetime import datetime

from simulator.device.ringing import Rang
from simulator.recording.overheard import Step
from simulator.recording.turn import Turn
from simulator.talk.talk import Talk


def nothing_overheard() -> tuple[Step, ...]:
    """Of an endpoint that nobody listens in on."""
    return ()


class TurnTaker:
    """Counts the turns of a talk; ``overheard()`` tells what went to the skill since it was asked last."""

    def __init__(self, talk: Talk, overheard: Callable[[], tuple[Step, ...]] = nothing_overheard) -> None:
        self._talk = talk
        self._overheard = overheard
        self._count = 0
        self._rang: tuple[Rang, ...] = ()

    @property
    def now(self) -> datetime:
        """The world's time, as a clock on the wall beside the device shows it."""
        device = self._talk.device
        return device.account.clock().astimezone(device.settings.zone)

    def turn(self, line: str) -> Turn:
        """The turn that a line brings; raises what ``Talk.line`` raises."""
        self._overheard()
        began = self.now
        result = self._talk.line(line)
        turn = Turn(self._count, began, self.now, self._talk.place, result, self._overheard(), self._rang)
        self._count += 1
        self._rang = ()
        return turn

    def ring(self) -> tuple[Rang, ...]:
        """Let the reminders ring that have fallen due by now, between two lines."""
        rang = self._talk.device.ring()
        self._rang += rang
        return rang
