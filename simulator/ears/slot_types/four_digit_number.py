"""AMAZON.FOUR_DIGIT_NUMBER: years, PINs and other numbers of four digits, kept with their leading zeros.

Said digit by digit ("one two oh five"), in pairs ("twenty twenty six", "nineteen oh five"), as one number
("two thousand twenty six"), or written.
"""

from collections.abc import Iterator, Sequence
from datetime import date

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

    def __init__(self, numbers: NumberWords) -> None:
        self._numbers = numbers

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Four-digit numbers from this word on."""
        key = words[start].key
        if key.isdecimal() and len(key) == _LENGTH:
            yield Reading(start + 1, key)
            return
        yield from self._digit_by_digit(words, start, "")
        yield from (Reading(end, str(value)) for end, value in self.in_pairs(words, start))
        for end, value in self._numbers.cardinal(words, start):
            if value in _WHOLE:
                yield Reading(end, str(value))

    def in_pairs(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        """Pairs such as "twenty twenty six" and "nineteen oh five": (end, value)."""
        for middle, first in self._numbers.cardinal(words, start):
            if first in _PAIR and middle < len(words):
                yield from ((end, first * 100 + last) for end, last in self._second_pair(words, middle))

    def _second_pair(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        yield from ((end, value) for end, value in self._numbers.cardinal(words, start) if value in _PAIR)
        for middle, zero in self._numbers.digit(words, start):
            if zero == 0 and middle < len(words):
                yield from self._numbers.digit(words, middle)

    def _digit_by_digit(self, words: Sequence[Word], place: int, so_far: str) -> Iterator[Reading]:
        if len(so_far) == _LENGTH:
            yield Reading(place, so_far)
        elif place < len(words):
            for end, value in self._numbers.digit(words, place):
                yield from self._digit_by_digit(words, end, f"{so_far}{value}")
