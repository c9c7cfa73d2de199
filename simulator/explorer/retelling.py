"""Findings as they are told: each with the shortest conversation to it, played once more."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from simulator.explorer.explorer import Explorer
from simulator.explorer.finding import Fault, Found, Turn
from simulator.explorer.move import Move
from simulator.explorer.phrases import Phrases
from simulator.explorer.shrink import shortest


class Line(NamedTuple):
    """One turn: what a person can type (None where no words would do), the intent and its slots, and the answer."""

    you: str | None
    move: str
    slots: Mapping[str, str | None]
    alexa: str
    asking: str | None
    open: bool


@dataclass(frozen=True)
class Told:
    """A finding. ``steady`` is False when it was not met again in the conversation that led to it first."""

    fault: Fault
    times: int
    conversation: tuple[Line, ...]
    steady: bool

    @property
    def is_kept(self) -> bool:
        """Whether it is worth telling: an answer that was slow only once was the machine's fault."""
        return self.steady or self.fault.rule != "slow"


class Retelling:
    """Plays the conversations of an exploration that is over."""

    def __init__(self, explorer: Explorer, phrases: Phrases) -> None:
        self._explorer = explorer
        self._phrases = phrases

    def tell(self, found: Found) -> Told:
        """The finding with its shortest conversation."""
        steady = self._is_met(found, found.moves)
        moves = shortest(found.moves, lambda shorter: self._is_met(found, shorter)) if steady else found.moves
        return Told(found.fault, found.times, tuple(self._line(turn) for turn in self._play(moves)), steady)

    def _is_met(self, found: Found, moves: tuple[Move, ...]) -> bool:
        """Whether the conversation ends in the state of the finding, or in a turn with its fault."""
        turns = self._play(moves)
        if found.state is not None:
            return bool(turns) and self._explorer.graph.key(turns[-1].after) == found.state
        faults = self._explorer.faults(turns[-1]) if turns else []
        return any(fault[:2] == found.fault[:2] for fault in faults)

    def _play(self, moves: tuple[Move, ...]) -> list[Turn]:
        self._explorer.stage.put_back(self._explorer.stage.beginning)
        return [self._explorer.turn(move) for move in moves]

    def _line(self, turn: Turn) -> Line:
        slots = {slot.name: slot.value for slot in turn.move.slots}
        you = self._phrases.of(turn.move, turn.before.asked_for)
        return Line(you, turn.move.name, slots, turn.result.speech, turn.result.asking, turn.after.open)
