"""What one act of hearing starts from, and the promise of a stage of hearing."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from simulator.ears.heard import Heard
from simulator.ears.words import Word


@dataclass(frozen=True)
class Elicitation:
    """The slot that the open question asks for, as a Dialog.ElicitSlot directive names it."""

    intent: str
    slot: str


@dataclass(frozen=True)
class Listening:
    """An utterance with its words, the day on which it is said, and what is elicited, if anything."""

    utterance: str
    words: tuple[Word, ...]
    today: date
    eliciting: Elicitation | None


class Stage(Protocol):
    """One way to hear; the ears ask their stages in order and take the first answer."""

    def hear(self, listening: Listening) -> Heard | None:
        """What this stage makes of the utterance, or None to leave it to the next."""
        ...
