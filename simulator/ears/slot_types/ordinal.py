"""AMAZON.Ordinal: "third" or "3rd" becomes "3"."""

from collections.abc import Iterator, Sequence
from datetime import date

from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word


class Ordinal:
    """Places in an order, up to the hundredth."""

    longest = 2
    unknown = 0

    def __init__(self, numbers: NumberWords) -> None:
        self._numbers = numbers

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Ordinals from this word on, as a string of digits."""
        for end, value in self._numbers.ordinal(words, start):
            yield Reading(end, str(value))
