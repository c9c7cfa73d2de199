"""Ready-made categories for grammars of dates and times."""

from collections.abc import Container, Iterator, Sequence

from simulator.ears.grammar import Category
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types.numbers import digits
from simulator.ears.words import Word


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


def figures(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
    """A number written in figures."""
    value = digits(words[start].key)
    if value is not None:
        yield start + 1, value
