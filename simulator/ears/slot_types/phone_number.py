"""AMAZON.PhoneNumber: digits as they are said, without the gaps and signs between them.

"five five five, oh one double two" is "5550122"; "plus forty nine" and a written "+49" keep their plus at the front.
Amazon's page gives no length: here it is three digits ("112") to seventeen (a country's code after "00" included).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from simulator.ears.slot_types.joined import DigitPieces, joined
from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word

_LENGTHS = range(3, 18)
_HUNDREDS = range(100, 1000, 100)


class PhoneNumber:
    """Runs of digits, with a plus before them or not."""

    longest = 24
    unknown = 0

    def __init__(self, numbers: NumberWords, pieces: DigitPieces, plus: str) -> None:
        self._numbers = numbers
        self._grouped = pieces.grouped
        self._plus = plus

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Phone numbers from this word on."""
        key = words[start].key
        if key == self._plus:
            yield from self._digits(words, start + 1, "+")
        elif key.startswith("+"):
            without = [*words[:start], words[start]._replace(key=key[1:]), *words[start + 1 :]]
            yield from self._digits(without, start, "+")
        else:
            yield from self._digits(words, start, "")

    def _digits(self, words: Sequence[Word], start: int, plus: str) -> Iterator[Reading]:
        for end, digits in joined(words, start, self._pieces, self.longest):
            if len(digits) in _LENGTHS:
                yield Reading(end, plus + digits)

    def _pieces(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, str]]:
        """Digits and pairs of them, and hundreds ("one eight hundred")."""
        yield from self._grouped(words, start)
        yield from ((end, str(value)) for end, value in self._numbers.cardinal(words, start) if value in _HUNDREDS)
