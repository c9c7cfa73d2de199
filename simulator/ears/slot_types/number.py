"""AMAZON.NUMBER: number words or figures become digits ("twelve" -> "12").

Digits said one by one are one number ("one oh five" -> "105"); pairs ("nineteen ninety five") are two, as in a price,
and one only for AMAZON.FOUR_DIGIT_NUMBER. The value has no leading zeros. Fractions, decimals and numbers below zero
are not read: Amazon documents only whole ones.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from simulator.ears.slot_types.joined import DigitPieces, joined
from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word

_DIGITS_AT_MOST = 12


class Number:
    """Whole numbers from zero up. What is not understood is "?" elsewhere, and only when it was asked for."""

    longest = 24
    unknown = 0

    def __init__(self, numbers: NumberWords, pieces: DigitPieces) -> None:
        self._numbers = numbers
        self._pieces = pieces

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Numbers from this word on, as a string of digits."""
        for end, value in self._numbers.cardinal(words, start):
            yield Reading(end, str(value))
        for end, digits in joined(words, start, self._pieces.single, _DIGITS_AT_MOST):
            if len(digits) <= _DIGITS_AT_MOST:
                yield Reading(end, str(int(digits)))
