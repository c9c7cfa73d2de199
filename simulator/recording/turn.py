"""One line of a talk and all that it brought: what is shown, recorded and compared."""

from dataclasses import dataclass
from datetime import datetime

from simulator.device.ringing import Rang
from simulator.device.turn_result import TurnResult
from simulator.recording.overheard import Step
from simulator.talk.household import Place


@dataclass(frozen=True)
class Turn:
    """The line numbered ``number`` (from 0) of a talk.

    ``began`` and ``at`` are the device's local time before and after it, ``place`` is who spoke to which device after
    it. ``steps`` are all requests that it took. ``rang_before`` are reminders that rang by themselves since the line
    before it.
    """

    number: int
    began: datetime
    at: datetime
    place: Place
    result: TurnResult
    steps: tuple[Step, ...] = ()
    rang_before: tuple[Rang, ...] = ()

    @property
    def line(self) -> str:
        """What was said, or the command."""
        return self.result.utterance
