"""Number words of a language and figures, read as numbers."""

from collections.abc import Iterator, Sequence
from functools import cache

from simulator.ears.languages import language_for
from simulator.ears.languages.language import Language
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types.number_tables import NumberTables
from simulator.ears.words import Word

_DIGITS_AT_MOST = 12
_GROUP = 3
_TEN = 10
_HUNDRED = 100
_THOUSAND = 1000
_NO_END = 10**_DIGITS_AT_MOST


class NumberWords:
    """Reads cardinals below a billion and ordinals up to 100 as words, and both as figures; and single digits."""

    def __init__(self, language: Language) -> None:
        self._words = language.numbers
        self._tables = NumberTables(language)
        self._amounts = PhraseTable.of(self._words.amounts)

    def cardinal(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        """Numbers that begin at this word: (end, value)."""
        yield from _figures(words, start)
        yield from self._below(_NO_END, words, start)
        for end, amounts in self._amounts.read(words, start):
            yield from self._scaled(_NO_END, words, end, amounts[0])

    def amount(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        """What counts a unit: a cardinal, or "a", "a couple of" and the like: (end, value)."""
        yield from self.cardinal(words, start)
        yield from ((end, amounts[0]) for end, amounts in self._amounts.read(words, start))

    def ordinal(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        """Ordinals that begin at this word, spelled out or as digits with their ending: (end, value)."""
        key = words[start].key
        figures = key.rstrip("abcdefghijklmnopqrstuvwxyz")
        written = digits(figures)
        if written is not None and key[len(figures) :] in self._words.ordinal_ends:
            yield start + 1, written
        yield from ((end, values[0]) for end, values in self._tables.ordinals.read(words, start))

    def digit(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        """One single digit, as a word ("four", "oh") or a figure: (end, value)."""
        written = digits(words[start].key)
        if written is not None and len(words[start].key) == 1:
            yield start + 1, written
        yield from ((end, values[0]) for end, values in self._tables.digits.read(words, start))

    def _below(self, limit: int, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        """Numbers in words, less than the limit; in front of a million there may be figures ("5 million")."""
        if start >= len(words):
            return
        written = digits(words[start].key)
        if written is not None:
            yield from self._scaled(limit, words, start + 1, written)
        for end, value in self._heads(words, start):
            if value < limit:
                yield end, value
                yield from self._scaled(limit, words, end, value)

    def _heads(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        if (value := self._glued(words[start])) is not None:
            yield start + 1, value
        yield from ((end, values[0]) for end, values in self._tables.below_thousand.read(words, start))

    def _scaled(self, limit: int, words: Sequence[Word], place: int, head: int) -> Iterator[tuple[int, int]]:
        """What comes of a number and a scale after it: "two thousand", "eleven hundred and five"."""
        scale = self._words.scales.get(words[place].key, limit) if place < len(words) else limit
        if scale >= limit or not _may_stand_before(scale, head):
            return
        yield place + 1, head * scale
        rest = place + 1
        if rest < len(words) and words[rest].key == self._words.and_:
            rest += 1
        for end, value in self._below(scale, words, rest):
            if value:
                yield end, head * scale + value

    def _glued(self, word: Word) -> int | None:
        """Thousands in one word ("zweitausendsechs"), and hundreds above the ninth ("fünfzehnhundert")."""
        for name, scale in self._words.glued.items():
            head, found, tail = word.key.partition(name)
            if found and (head or tail):
                before = self._spelled_out(word, head) if head else 1
                rest = self._spelled_out(word, tail.removeprefix(self._words.and_)) if tail else 0
                if before is None or rest is None or rest >= scale or not _may_stand_before(scale, before):
                    return None
                return before * scale + rest
        return None

    def _spelled_out(self, word: Word, part: str) -> int | None:
        return next(iter(self._tables.below_thousand.meanings_of([word._replace(key=part)])), None)


@cache
def number_words(language_code: str) -> NumberWords:
    """The number words of a language; made once, since spelling out a thousand numbers takes a while."""
    return NumberWords(language_for(language_code))


def digits(key: str) -> int | None:
    """The value of figures ("2026"), or None for anything else and for figures too long to be a number."""
    figures = key.removeprefix("+")
    return int(figures) if figures.isdecimal() and len(figures) <= _DIGITS_AT_MOST else None


def _figures(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
    """A number in figures, also with its thousands parted by one sign ("1,000")."""
    written = digits(words[start].key)
    if written is None:
        return
    yield start + 1, written
    together = words[start].key
    for place in range(start + 1, len(words)):
        before, word = words[place - 1], words[place]
        together += word.key
        parted_by_one = word.start == before.end + 1 and len(word.key) == _GROUP
        if len(words[start].key) > _GROUP or not parted_by_one or digits(together) is None:
            return
        yield place + 1, int(together)


def _may_stand_before(scale: int, head: int) -> bool:
    """Whether people count this many of a scale: two thousand, eleven hundred, but not ten hundred."""
    if scale == _HUNDRED:
        return _TEN < head < _HUNDRED and head % _TEN > 0
    return 0 < head < _THOUSAND
