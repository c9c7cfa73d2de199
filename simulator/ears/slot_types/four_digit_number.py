"""AMAZON.FOUR_DIGIT_NUMBER: years, PINs and other numbers of four digits, kept with their leading zeros.

Said digit by digit ("one two oh five", "double two double five"), in pairs ("twenty twenty six", "nineteen oh five"),
as one number ("two thousand twenty six", "twelve hundred"), or written.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from simulator.ears.slot_types.joined import DigitPieces, joined
from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word

_LENGTH = 4
_PAIR = range(10, 100)
_WHOLE = range(1000, 10_000)


class FourDigitNumber:
    """Exactly four digits."""

    longest = 8
    unknown = 0

    def __init__(self, numbers: NumberWords, pieces: DigitPieces) -> None:
        self._numbers = numbers
        self._pieces = pieces

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Four-digit numbers from this word on."""
        key = words[start].key
        if key.isdecimal() and len(key) == _LENGTH:
            yield Reading(start + 1, f"{int(key):04}")
            return
        for end, digits in joined(words, start, self._pieces.single, self.longest):
            if len(digits) == _LENGTH:
                yield Reading(end, digits)
        for end, value in (*in_pairs(self._numbers, words, start), *self._numbers.cardinal(words, start)):
            if value in _WHOLE:
                yield Reading(end, str(value))


def in_pairs(numbers: NumberWords, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
    """Pairs such as "twenty twenty six" and "nineteen oh five": (end, value)."""
    for middle, first in numbers.cardinal(words, start):
        if first in _PAIR and middle < len(words):
            yield from ((end, first * 100 + last) for end, last in _second_pair(numbers, words, middle))


def _second_pair(numbers: NumberWords, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
    yield from ((end, value) for end, value in numbers.cardinal(words, start) if value in _PAIR)
    for middle, zero in numbers.digit(words, start):
        if zero == 0 and middle < len(words):
            yield from numbers.digit(words, middle)
