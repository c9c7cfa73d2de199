"""Ready-made categories for grammars of dates and times."""

from collections.abc import Container, Iterator, Sequence

from simulator.ears.grammar import Category
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types.numbers import digits
from simulator.ears.words import Word

_CENTURY = 2000


def table(phrases: PhraseTable[int]) -> Category:
    """A category out of a table of phrases, each with one meaning."""

    def read(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        for end, meanings in phrases.read(words, start):
            yield end, meanings[0]

    return read


def keep(values: Container[int], *categories: Category) -> Category:
    """What any of the categories reads, as far as the value is one of these."""

    def read(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        found = dict.fromkeys(pair for category in categories for pair in category(words, start))
        yield from (pair for pair in found if pair[1] in values)

    return read


def figures(before: str = "", behind: str = "") -> Category:
    """A number in figures, with these letters around it ("w47")."""

    def read(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        key = words[start].key
        if key.startswith(before) and key.endswith(behind):
            value = digits(key[len(before) : len(key) - len(behind)])
            if value is not None:
                yield start + 1, value

    return read


def short_year(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
    """The year of this century that two figures stand for."""
    if len(words[start].key) == len("26"):
        yield from ((end, _CENTURY + value) for end, value in figures()(words, start))


def clock_figures(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
    """The minutes since midnight that four figures stand for ("0730")."""
    if len(words[start].key) == len("0730"):
        for end, value in figures()(words, start):
            hours, minutes = divmod(value, 100)
            if hours < 24 and minutes < 60:
                yield end, hours * 60 + minutes
