"""Utterances and samples as words that can be compared.

A word has a key for comparing (folded case, one kind of letter shape, no apostrophes: "Won't" and "wont" are one) and
its place in what was said, so that a slot value is given back exactly as it was said. Hyphens part words ("wi-fi" is
"wi fi"); all other punctuation and signs only separate.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

_APOSTROPHES = frozenset("'’‘ʼ`´")  # noqa: RUF001 - these are the ones that people and keyboards make


class Word(NamedTuple):
    """One word: its key, and where it stands in the text (start inclusive, end exclusive)."""

    key: str
    start: int
    end: int


def split(text: str) -> tuple[Word, ...]:
    """The words of a text, in order; text without a letter or digit has none."""
    return tuple(_words(text))


def keys_of(text: str) -> tuple[str, ...]:
    """Only the keys of a text's words."""
    return tuple(word.key for word in _words(text))


def said(text: str, words: Sequence[Word]) -> str:
    """What was said from the first to the last of these words, with white space evened out."""
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""


def _words(text: str) -> Iterator[Word]:
    start: int | None = None
    for place, sign in enumerate(text):
        kind = _kind(sign)
        if start is None:
            start = place if kind == "letter" else None
        elif kind == "gap":
            yield _word(text, start, place)
            start = None
    if start is not None:
        yield _word(text, start, len(text))


def _word(text: str, start: int, end: int) -> Word:
    while _kind(text[end - 1]) == "silent":
        end -= 1
    letters = "".join(sign for sign in text[start:end] if _kind(sign) != "silent")
    return Word(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", letters).casefold()), start, end)


@lru_cache(maxsize=4096)
def _kind(sign: str) -> str:
    """Letters and digits begin words; marks (accents, vowel signs) go on with one; silent signs are not compared."""
    category = unicodedata.category(sign)
    if sign in _APOSTROPHES or category == "Cf":
        return "silent"
    return {"L": "letter", "N": "letter", "M": "mark"}.get(category[0], "gap")
