"""What stands in a free-text slot: digits read out in any grouping, or a command that the slot swallowed.

The vocabulary is ``skill/languages/<language>/heard.json``, built from heard.yaml.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_LANGUAGES = Path(__file__).parent.parent / "languages"
_FALLBACK = "en"
_WORDS = re.compile(r"\d+|[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


class Vocabulary(NamedTuple):
    """Number words to digits, words that repeat the next digit, and commands to intents."""

    digits: dict[str, str]
    repeats: dict[str, int]
    control: dict[str, str]


@cache
def vocabulary(locale: str) -> Vocabulary:
    """The vocabulary of the locale's language, or English where that language is not installed."""
    folder = _LANGUAGES / locale.partition("-")[0]
    file = (folder if folder.is_dir() else _LANGUAGES / _FALLBACK) / "heard.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    return Vocabulary(content["digits"], content["repeats"], content["control"])


def command(text: str, locale: str) -> str | None:
    """The intent that the whole text is a phrase of, or None."""
    return vocabulary(locale).control.get(" ".join(text.lower().replace("\u2019", "'").split()).strip(" .!?,"))


def digits(text: str, locale: str) -> str | None:
    """The digits that the text spells, or None when it spells none.

    Takes digits and number words in any grouping ("one one two double four oh", "112 44"), with words that repeat the
    next digit. Other words between them are passed over.
    """
    words = vocabulary(locale)
    spoken = _WORDS.findall(text.lower().replace("\u2019", "'"))
    found: list[str] = []
    times = 1
    position = 0
    while position < len(spoken):
        word, taken = _next(spoken, position, words)
        if word in words.repeats:
            times = words.repeats[word]
        elif number := word if word.isascii() and word.isdigit() else words.digits.get(word):
            found.append(number[:1] * (times - 1) + number)
            times = 1
        position += taken
    return "".join(found) or None


def _next(spoken: list[str], position: int, words: Vocabulary) -> tuple[str, int]:
    """The next word, or the next two when they belong together ("twenty one")."""
    two = " ".join(spoken[position : position + 2])
    return (two, 2) if two in words.digits or two in words.repeats else (spoken[position], 1)
