"""Number words of a language, made by unicode_rbnf from CLDR and read in both spellings."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from unicode_rbnf import FormatPurpose, RbnfEngine

from simulator.ears.languages import language_for
from simulator.ears.languages.language import Language
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.words import Word

_DIGITS_AT_MOST = 12
_ORDINALS = 100
_THOUSAND = 1000


class NumberWords:
    """Reads cardinals up to 999,999, single digits and ordinals up to 100, as words or as digits."""

    def __init__(self, language: Language) -> None:
        self._words = language.numbers
        engine = RbnfEngine.for_language(language.code)
        self._below_thousand = PhraseTable(_cardinals(engine, language))
        self._ordinals = PhraseTable(_ordinals(engine, language))
        self._digits = PhraseTable(_single_digits(engine, language))

    def cardinal(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        """Numbers that begin at this word: (end, value)."""
        written = digits(words[start].key)
        if written is not None:
            yield start + 1, written
        if self._words.glued and (value := self._glued_thousands(words[start])) is not None:
            yield start + 1, value
        for end, values in self._below_thousand.read(words, start):
            yield end, values[0]
            if not self._words.glued:
                yield from self._thousands(words, end, values[0])

    def ordinal(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        """Ordinals that begin at this word, spelled out or as digits with their ending: (end, value)."""
        key = words[start].key
        written = digits(key.rstrip("abcdefghijklmnopqrstuvwxyz"))
        if written is not None and key[len(str(written)) :] in self._words.ordinal_ends:
            yield start + 1, written
        yield from ((end, values[0]) for end, values in self._ordinals.read(words, start))

    def digit(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        """One single digit, as a word ("four", "oh") or a figure: (end, value)."""
        written = digits(words[start].key)
        if written is not None and len(words[start].key) == 1:
            yield start + 1, written
        yield from ((end, values[0]) for end, values in self._digits.read(words, start))

    def _thousands(self, words: Sequence[Word], place: int, thousands: int) -> Iterator[tuple[int, int]]:
        if place >= len(words) or words[place].key != self._words.thousand or not 0 < thousands < _THOUSAND:
            return
        yield place + 1, thousands * _THOUSAND
        rest = place + 1
        if rest < len(words) and words[rest].key == self._words.and_:
            rest += 1
        for end, values in self._below_thousand.read(words, rest):
            if 0 < values[0] < _THOUSAND:
                yield end, thousands * _THOUSAND + values[0]

    def _glued_thousands(self, word: Word) -> int | None:
        head, thousand, tail = word.key.partition(self._words.thousand)
        if not thousand or not (head or tail):
            return None
        thousands = self._spelled_out(word, head) if head else 1
        rest = self._spelled_out(word, tail.removeprefix(self._words.and_)) if tail else 0
        return None if thousands is None or rest is None else thousands * _THOUSAND + rest

    def _spelled_out(self, word: Word, part: str) -> int | None:
        return next(iter(self._below_thousand.meanings_of([word._replace(key=part)])), None)


@cache
def number_words(language_code: str) -> NumberWords:
    """The number words of a language; made once, since spelling out a thousand numbers takes a while."""
    return NumberWords(language_for(language_code))


def digits(key: str) -> int | None:
    """The value of figures ("2026"), or None for anything else and for figures too long to be a number."""
    return int(key) if key.isdecimal() and len(key) <= _DIGITS_AT_MOST else None


def _cardinals(engine: RbnfEngine, language: Language) -> Iterator[tuple[str, int]]:
    words = language.numbers
    yield from words.extra.items()
    for value in range(_THOUSAND):
        inflected = words.cardinals if value == 1 else words.cardinals[:1]
        texts = list(_spelled(engine, value, inflected, FormatPurpose.CARDINAL))
        for written, said in words.also:
            texts += [text.replace(written, said) for text in texts if written in text]
        yield from ((text, value) for text in texts)


def _ordinals(engine: RbnfEngine, language: Language) -> Iterator[tuple[str, int]]:
    for value in range(1, _ORDINALS + 1):
        for text in _spelled(engine, value, language.numbers.ordinals, FormatPurpose.ORDINAL):
            yield text, value


def _single_digits(engine: RbnfEngine, language: Language) -> Iterator[tuple[str, int]]:
    yield from language.numbers.extra_digits.items()
    for value in range(10):
        for text in _spelled(engine, value, language.numbers.cardinals[:1], FormatPurpose.CARDINAL):
            yield text, value


def _spelled(engine: RbnfEngine, value: int, rule_sets: Sequence[str], purpose: FormatPurpose) -> Iterable[str]:
    spelled = engine.format_number(value, purpose=purpose, ruleset_names=list(rule_sets))
    return spelled.text_by_ruleset.values()
