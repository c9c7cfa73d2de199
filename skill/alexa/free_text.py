"""What stands in a slot's own words: digits read out in any grouping, a command, a choice inside a longer sentence.

The vocabulary is ``skill/languages/<language>/heard.json``, built from heard.yaml.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from skill.languages import FOLDER, nearest
from skill.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS = r"\d+|[^\W\d_]+(?:['\u2019-][^\W\d_]+)*"
_LONGEST_PHRASE = 8
_LONGEST_SENTENCE = 60
_REACH_OF_A_NEGATION = 2


class Vocabulary(Value):
    """What the language's words mean.

    Number words to digits, words that repeat the next digit, commands to intents, ways to say a slot's value to the
    value's id by slot, words that turn a
    value round before it and right after it, what people say before the thing itself, and before a secret,
    and phrases that mean an alarm to the intent that it is.
    """

    digits: dict[str, str]
    repeats: dict[str, int]
    control: dict[str, str]
    choices: dict[str, dict[str, str]]
    negations: frozenset[str]
    negations_after: frozenset[str]
    fillers: tuple[str, ...]
    secrets: tuple[str, ...]
    alarms: dict[str, str]


def vocabulary(locale: str) -> Vocabulary:
    """The vocabulary of the locale's language, or English where that language is not installed."""
    return _vocabulary(nearest(locale).partition("-")[0])


@cache
def _vocabulary(language: str) -> Vocabulary:
    content = _read(language)
    return Vocabulary(
        content["digits"],
        content["repeats"],
        content["control"],
        content["choices"],
        frozenset(content["negations"]),
        frozenset(content["negations_after"]),
        tuple(sorted(content["fillers"], key=len, reverse=True)),
        tuple(content["secrets"]),
        content["alarms"],
    )


def _read(language: str) -> Any:
    with open(f"{FOLDER}/{language}/heard.json", encoding="utf-8") as file:  # noqa: PTH123 - as in wording/catalog.py
        return json.load(file)


def command(text: str, locale: str) -> str | None:
    """The intent that the whole text is a phrase of, or None."""
    return vocabulary(locale).control.get(plain(text).strip(" .!?,"))


def alarm(text: str, locale: str) -> str | None:
    """The intent of the alarm that a sentence holds a phrase of, or None."""
    alarms = vocabulary(locale).alarms
    found = phrase(text, alarms)
    return alarms[found] if found else None


def phrase(text: str, phrases: Iterable[str]) -> str | None:
    """The first of the phrases that stands in the text, as whole words."""
    said = f" {plain(text)} "
    return next((words for words in phrases if words in said and f" {words} " in said), None)


def choice(text: str, slot: str, locale: str) -> str | None:
    """The value of a slot that a sentence holds when it is none by itself: "the app says delivered on friday".

    The longest way to say a value wins; two of the same length that mean different values, or a negation beside the
    only one, leave it open (None): "not written", "I did not ...".
    """
    words = vocabulary(locale)
    known = words.choices.get(slot, {})
    spoken = plain(text).split()[:_LONGEST_SENTENCE]
    found: dict[int, set[str]] = {}
    for start in range(len(spoken)):
        for end in range(start + 1, min(len(spoken), start + _LONGEST_PHRASE) + 1):
            value = known.get(" ".join(spoken[start:end]))
            if value and not _is_negated(spoken, start, end, words):
                found.setdefault(end - start, set()).add(value)
    longest = found[max(found)] if found else set()
    return longest.pop() if len(longest) == 1 else None


def _is_negated(spoken: list[str], start: int, end: int, words: Vocabulary) -> bool:
    before = spoken[max(0, start - _REACH_OF_A_NEGATION) : start]
    after = (" ".join(spoken[end : end + 1]), " ".join(spoken[end - 1 : end + 1]))
    return not (words.negations.isdisjoint(before) and words.negations_after.isdisjoint(after))


def thing(text: str, locale: str) -> str:
    """The text without what people say before the thing itself: "um it was a kettle" is a kettle."""
    rest = " ".join(text.split())
    while filler := _filler_before(rest, locale):
        rest = rest[len(filler) + 1 :]
    return rest


def _filler_before(text: str, locale: str) -> str | None:
    spoken = plain(text)
    return next((filler for filler in vocabulary(locale).fillers if spoken.startswith(f"{filler} ")), None)


def plain(text: str) -> str:
    """The text as it is compared: lower case, straight apostrophes, single spaces."""
    return " ".join(text.lower().replace("\u2019", "'").split())


def digits(text: str, locale: str) -> str | None:
    """The digits that the text spells, or None when it spells none.

    Takes digits and number words in any grouping ("one one two double four oh", "112 44"), with words that repeat the
    next digit. Other words between them are passed over.
    """
    words = vocabulary(locale)
    spoken = re.findall(_WORDS, plain(text))
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


def spelled(text: str, locale: str) -> str | None:
    """The signs that somebody spells, as one writes them: "a b double two - c" is AB22-C; None when there are none.

    Letters and digits stand alone or in groups that hold a digit; other words between them are passed over.
    """
    words = vocabulary(locale)
    signs: list[str] = []
    times = 1
    for word in plain(text).replace("-", " - ").replace(".", " ").split():
        sign = words.digits.get(word) or (word.upper() if _is_a_sign(word) else "")
        signs.append(sign[:1] * (times - 1) + sign)
        times = words.repeats.get(word, 1)
    code = "".join(signs).strip("-")
    return code if any(sign.isalnum() for sign in code) else None


def _is_a_sign(word: str) -> bool:
    return word == "-" or len(word) == 1 or any(letter.isdigit() for letter in word)


def _next(spoken: list[str], position: int, words: Vocabulary) -> tuple[str, int]:
    """The next word, or the next two when they belong together ("twenty one")."""
    two = " ".join(spoken[position : position + 2])
    return (two, 2) if two in words.digits or two in words.repeats else (spoken[position], 1)
