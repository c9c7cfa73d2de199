"""Digits and letters that are said one after the other and reported without the gaps: "double five two" -> "552"."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from simulator.ears.languages.language import Numbers
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.words import Word

_TWO_DIGITS = range(10, 100)

Pieces = Callable[[Sequence[Word], int], Iterable[tuple[int, str]]]
"""Reads one piece from a word on: pairs of (end, exclusive; the text that it becomes)."""


def joined(words: Sequence[Word], start: int, pieces: Pieces, longest: int) -> Iterator[tuple[int, str]]:
    """Every run of pieces from this word on, of at most so many words: (end, text).

    Of several ways to read the same words that with the longest last piece counts ("twenty two" is "22", not "202").
    """
    reached = {start: ""}
    for place in range(start, min(len(words), start + longest)):
        if place in reached:
            for end, text in pieces(words, place):
                reached.setdefault(end, reached[place] + text)
    yield from ((end, text) for end, text in sorted(reached.items()) if end > start)


class DigitPieces:
    """What a digit is said with: "five", "oh", "double five"."""

    def __init__(self, numbers: NumberWords, words: Numbers) -> None:
        self._numbers = numbers
        self._multiples = PhraseTable.of(words.multiples)

    def single(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, str]]:
        """One digit, or the same digit several times."""
        yield from ((end, str(digit)) for end, digit in self._numbers.digit(words, start))
        for middle, times in self._multiples.read(words, start):
            if middle < len(words):
                yield from ((end, str(digit) * times[0]) for end, digit in self._numbers.digit(words, middle))

    def grouped(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, str]]:
        """The same, figures of any length, and numbers of two digits ("twenty two")."""
        key = words[start].key
        if key.isdecimal():
            yield start + 1, "".join(str(int(figure)) for figure in key)
            return
        yield from self.single(words, start)
        yield from ((end, str(value)) for end, value in self._numbers.cardinal(words, start) if value in _TWO_DIGITS)
