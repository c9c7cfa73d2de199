"""Terms: what is compared of an utterance.

Words and pairs of words say what is meant; runs of three to five letters within a word find a word in another form
("delivered", "delivery"). A pair holds a space, so that no word is taken for one.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

VALUE: Final = "#"
"""Stands for a date, a number or another value of a built-in type; no word has this key."""
_BEGIN: Final = "^"
_END: Final = "$"
_RUNS: Final = range(3, 6)


def pairs(keys: Sequence[str | None]) -> list[str]:
    """Each two words that follow each other, the edges counting as words; None (a slot) makes no pair."""
    framed = (_BEGIN, *keys, _END)
    return [f"{first} {second}" for first, second in pairwise(framed) if first is not None and second is not None]


def is_telling(term: str) -> bool:
    """Whether a word or pair holds more than values and edges."""
    return not {VALUE, _BEGIN, _END}.issuperset(term.split())


@lru_cache(maxsize=8192)
def letters(key: str) -> tuple[str, ...]:
    """The runs of letters of a word, its edges counting as letters."""
    framed = f" {key} "
    return tuple(framed[start : start + size] for size in _RUNS for start in range(len(framed) - size + 1))
