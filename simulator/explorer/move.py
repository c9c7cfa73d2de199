"""What a person may do next: say an intent, open or leave the skill, answer Alexa's own question, let time pass."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from simulator.ears.heard import HeardSlot

STOP = "AMAZON.StopIntent"
HELP = "AMAZON.HelpIntent"
FALLBACK = "AMAZON.FallbackIntent"
REPEAT = "AMAZON.RepeatIntent"
START_OVER = "AMAZON.StartOverIntent"
BACK = "AMAZON.PreviousIntent"
LEAVES = frozenset({STOP, "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", START_OVER})
"""Intents that lead out of every state, so that they are no way on."""


class Kind(Enum):
    """What sort of move it is; CONSENT answers a question of Alexa's own."""

    INTENT = "intent"
    LAUNCH = "launch"
    LEAVE = "leave"
    LATER = "later"
    CONSENT = "consent"


@dataclass(frozen=True)
class Move:
    """One move.

    ``name`` is the intent, or the console's command, or the answer to Alexa's own question. ``slots`` are the filled
    ones. ``hostile`` names what is wrong with their values, if they are meant to do harm. ``goes_back`` when the
    skill is to ask the question before again.
    """

    kind: Kind
    name: str
    slots: tuple[HeardSlot, ...] = ()
    hostile: str = ""
    goes_back: bool = False
    by: timedelta = timedelta()

    @property
    def leads_on(self) -> bool:
        """Whether a person who wants to get on would make it: neither hostile nor leaving nor not understood."""
        is_way_out = self.name in LEAVES or self.name == FALLBACK
        return self.kind in (Kind.INTENT, Kind.CONSENT) and not self.hostile and not is_way_out

    @property
    def is_not_understood(self) -> bool:
        """Whether nothing in it can be understood."""
        return self.name == FALLBACK or bool(self.hostile)

    def __str__(self) -> str:
        filled = "".join(f" {slot.name}={_short(slot.value or '')}" for slot in self.slots)
        return self.name + filled


LAUNCH = Move(Kind.LAUNCH, ":launch")
LEAVE = Move(Kind.LEAVE, ":new")
TIMES = tuple(Move(Kind.LATER, f":later {days} days", by=timedelta(days=days)) for days in (2, 8))
"""How much time may pass between two sessions."""


def _short(value: str) -> str:
    quoted = ascii(value) if not value.isprintable() else repr(value)
    return quoted if len(quoted) <= 60 else f"{quoted[:57]}... ({len(value)} characters)"
