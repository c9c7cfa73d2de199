"""What the ears ask of a slot type: which values begin at a word."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from simulator.ears.words import Word


class Reading(NamedTuple):
    """A value found: where it ends (exclusive), what Alexa reports, and the entities that it resolves to.

    ``value`` is None when Alexa reports the words as they were said. ``entities`` are (canonical name, id).
    """

    end: int
    value: str | None
    entities: tuple[tuple[str, str], ...] = ()


class SlotType(Protocol):
    """One slot type in one language. ``unknown`` is the most words that it may take without knowing them."""

    @property
    def longest(self) -> int:
        """The most words that a value which it knows can have."""
        ...

    @property
    def unknown(self) -> int:
        """The most words that a value which it does not know can have; 0 when it only takes what it knows."""
        ...

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterable[Reading]:
        """Every value that begins at this word."""
        ...
