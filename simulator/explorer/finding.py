"""What an exploration finds, before it is told to anybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from simulator.device.turn_result import TurnResult
from simulator.explorer.move import Move
from simulator.explorer.snapshot import Snapshot


class Fault(NamedTuple):
    """A broken rule: its id, where (a question, an intent, an exception), and in words what is wrong.

    Faults with the same rule and the same place are one finding.
    """

    rule: str
    place: str
    says: str


@dataclass(frozen=True)
class Turn:
    """One turn with what was before it and after it; ``logged`` are the errors that were logged meanwhile."""

    before: Snapshot
    move: Move
    result: TurnResult
    after: Snapshot
    logged: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether Alexa had to say that there was a problem."""
        return self.result.failure is not None or any(finding.refuses for finding in self.result.findings)

    @property
    def is_heard(self) -> bool:
        """Whether somebody listens to the answer."""
        return self.result.request is not None and self.result.request["request"]["type"] != "SessionEndedRequest"

    @property
    def ends_well(self) -> bool:
        """Whether the session ended with a word or a card."""
        return not self.failed and not self.after.open and bool(self.result.ssml or self.result.card)


@dataclass
class Found:
    """A fault with the shortest conversation to it so far, and how often it was met.

    ``state`` is the key of the state that it is about; None: it is about the last turn.
    """

    fault: Fault
    moves: tuple[Move, ...]
    state: str | None = None
    times: int = 0


class Findings:
    """The faults that were found, each once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Found] = {}

    def add(self, fault: Fault, moves: tuple[Move, ...], state: str | None = None) -> None:
        """Take a fault; of two conversations to the same one the shorter is kept."""
        found = self._found.setdefault((fault.rule, fault.place), Found(fault, moves, state))
        found.times += 1
        if len(moves) < len(found.moves):
            found.fault, found.moves, found.state = fault, moves, state

    def __iter__(self) -> Iterator[Found]:
        return iter(self._found.values())
