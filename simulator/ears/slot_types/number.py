"""AMAZON.NUMBER: number words or figures become digits ("twelve" -> "12")."""

from collections.abc import Iterator, Sequence
from datetime import date

from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word


class Number:
    """Whole numbers from zero up. What is not understood is "?" elsewhere, and only when it was asked for."""

    longest = 12
    unknown = 0

    def __init__(self, numbers: NumberWords) -> None:
        self._numbers = numbers

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Numbers from this word on, as a string of digits."""
        for end, value in self._numbers.cardinal(words, start):
            yield Reading(end, str(value))
