"""What a device needs of ears."""

from datetime import date
from typing import Protocol

from simulator.ears.ears import Elicitation
from simulator.ears.heard import Heard


class Hearing(Protocol):
    """The part of the ears that a device uses."""

    def hear(self, utterance: str, *, today: date, eliciting: Elicitation | None = None) -> Heard:
        """The intent and slots of an utterance."""
        ...
