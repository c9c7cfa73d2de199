"""Utterances and samples as words that can be compared.

A word has a key for comparing (folded case, one kind of letter shape, no apostrophes: "Won't" and "wont" are one) and
its place in what was said, so that a slot value is given back exactly as it was said. Hyphens part words ("wi-fi" is
"wi fi"); all other punctuation and signs only separate, except a plus before a figure, which phone numbers need
("+49" stays "+49"). Signs that are spoken ("$5", "5%", "#12") are no part of the key, but of what was said.

Chinese characters and kana are written without spaces, so each of them is a word of its own, with the marks that
belong to it ("ガス屋" is ガ, ス and 屋); it makes no difference where a sample puts its spaces.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

_APOSTROPHES = frozenset("'’‘ʼ`´")  # noqa: RUF001 - these are the ones that people and keyboards make
_UNSPACED: Final = (
    (0x3005, 0x3007),  # 々 and its like
    (0x3041, 0x30FF),  # hiragana and katakana
    (0x31F0, 0x31FF),  # small katakana
    (0x3400, 0x4DBF),  # Chinese characters, and in three more blocks
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),  # katakana of half width
    (0x20000, 0x323AF),
)
"""Code points whose letters stand without spaces between words."""


_SPOKEN_BEFORE: Final = frozenset("#@+")
_SPOKEN_BEHIND: Final = frozenset("%‰°+")


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


def stands_without_spaces(sign: str) -> bool:
    """Whether a sign is of a script that puts no spaces between words."""
    return any(first <= ord(sign) <= last for first, last in _UNSPACED)


def _words(text: str) -> Iterator[Word]:
    start, begun = 0, ""
    for place, sign in enumerate(text):
        kind = _kind(sign)
        if begun and (kind in ("gap", "unspaced") or (kind == "letter" and begun == "unspaced")):
            yield _word(text, start, place)
            begun = ""
        if not begun and (kind in ("letter", "unspaced") or (sign == "+" and _leads_figures(text, place))):
            start, begun = place, kind
    if begun:
        yield _word(text, start, len(text))


def _leads_figures(text: str, place: int) -> bool:
    return text[place + 1 : place + 2].isdecimal() and not text[max(place - 1, 0) : place].isalnum()


def _word(text: str, start: int, end: int) -> Word:
    while _kind(text[end - 1]) == "silent":
        end -= 1
    letters = "".join(sign for sign in text[start:end] if _kind(sign) != "silent")
    key = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", letters).casefold())
    before, behind = text[max(start - 2, 0) : start][::-1], text[end : end + 2]
    return Word(key, start - _is_spoken(before, _SPOKEN_BEFORE), end + _is_spoken(behind, _SPOKEN_BEHIND))


def _is_spoken(signs: str, spoken: frozenset[str]) -> bool:
    """Whether the first of two signs, counted from the word, is spoken with it and touches no other word."""
    return (
        bool(signs)
        and (signs[0] in spoken or unicodedata.category(signs[0]) == "Sc")
        and _kind(signs[1:] or " ") not in ("letter", "unspaced")
    )


@lru_cache(maxsize=4096)
def _kind(sign: str) -> str:
    """Letters and digits begin words; marks (accents, vowel signs) go on with one; silent signs are not compared."""
    category = unicodedata.category(sign)
    if sign in _APOSTROPHES or category == "Cf":
        return "silent"
    if stands_without_spaces(sign):
        return "mark" if category in ("Lm", "Mn") else "unspaced"
    return {"L": "letter", "N": "letter", "M": "mark"}.get(category[0], "gap")
