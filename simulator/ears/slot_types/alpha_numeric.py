"""AMAZON.AlphaNumeric: letters and digits joined ("n h five oh nine" -> "nh509"), in small letters as Amazon has it.

A letter is said alone; a code that is typed in one word ("jl905") counts as it stands. Hyphens and full stops, which
Amazon's type also takes, are left out, since the ears do not compare signs.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from simulator.ears.slot_types.joined import DigitPieces, joined
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word, stands_without_spaces


class AlphaNumeric:
    """Runs of single letters, digits and numbers of two digits."""

    longest = 24
    unknown = 0

    def __init__(self, pieces: DigitPieces) -> None:
        self._digits = pieces.grouped

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Codes from this word on."""
        for end, text in joined(words, start, self._pieces, self.longest):
            yield Reading(end, text)

    def _pieces(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, str]]:
        yield from self._digits(words, start)
        key = words[start].key
        if key.isalnum() and not stands_without_spaces(key[0]) and (len(key) == 1 or _has_figure(key)):
            yield start + 1, key


def _has_figure(key: str) -> bool:
    return any(sign.isdecimal() for sign in key)
