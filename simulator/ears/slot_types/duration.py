"""AMAZON.DURATION: lengths of time as ISO-8601 ("two hours and thirty minutes" -> "PT2H30M").

A half is told in smaller units: "a year and a half" is "P1Y6M", "half a month" 15 days, "half a week" three days and
a half. A form that is typed ("PT5M") is read in every language.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import takewhile
from typing import Final

from simulator.ears.grammar import Grammar
from simulator.ears.languages.language import Durations
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types.categories import table
from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word

_ORDER: Final = ("Y", "M", "W", "D", "TH", "TM", "TS")
_Parts = tuple[tuple[int, str], ...]
_HALVES: Final[Mapping[str, _Parts]] = {
    "Y": ((6, "M"),),
    "M": ((15, "D"),),
    "W": ((3, "D"), (12, "TH")),
    "D": ((12, "TH"),),
    "TH": ((30, "TM"),),
    "TM": ((30, "TS"),),
}
_TYPED = re.compile(
    r"p(?=.)([0-9]+y)?([0-9]+m)?([0-9]+w)?([0-9]+d)?(t(?=.)([0-9]+h)?([0-9]+m)?([0-9]+s)?)?", re.IGNORECASE
)


class Duration:
    """Amounts with units, from the greater unit to the smaller."""

    longest = 16
    unknown = 0

    def __init__(self, durations: Durations, numbers: NumberWords) -> None:
        self._and = durations.and_
        self._phrases = PhraseTable.of(durations.phrases)
        units = PhraseTable((word, _ORDER.index(unit)) for word, unit in durations.units.items())
        self._grammar = Grammar(
            durations.forms,
            {
                "amount": numbers.amount,
                "unit": table(units),
                "and_a_half": table(PhraseTable.of(durations.and_a_half)),
            },
        )

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Durations from this word on."""
        if _TYPED.fullmatch(words[start].key):
            yield Reading(start + 1, words[start].key.upper())
        yield from (Reading(end, phrases[0]) for end, phrases in self._phrases.read(words, start))
        yield from self._from(words, start, ())

    def _from(self, words: Sequence[Word], place: int, so_far: _Parts) -> Iterator[Reading]:
        if place >= len(words):
            return
        smaller = _ORDER[_ORDER.index(so_far[-1][1]) + 1 :] if so_far else _ORDER
        for form in self._grammar.read(words, place):
            parts = RULES[form.rule](form.read)
            if parts and parts[0][1] in smaller:
                all_ = (*so_far, *parts)
                yield Reading(form.end, _written(all_))
                after_and = form.end + (form.end < len(words) and words[form.end].key == self._and)
                yield from self._from(words, after_and, all_)


def _whole(read: Mapping[str, int]) -> _Parts:
    return ((read["amount"], _ORDER[read["unit"]]),)


def _half(read: Mapping[str, int]) -> _Parts:
    return _HALVES.get(_ORDER[read["unit"]], ())


def _and_a_half(read: Mapping[str, int]) -> _Parts:
    half = _half(read)
    amount = read["and_a_half"] if "and_a_half" in read else read["amount"]
    return ((amount, _ORDER[read["unit"]]), *half) if half else ()


RULES: Final = {"whole": _whole, "half": _half, "and_a_half": _and_a_half}
"""What the forms of durations may name."""


def _written(parts: _Parts) -> str:
    days = "".join(f"{amount}{unit}" for amount, unit in takewhile(lambda part: len(part[1]) == 1, parts))
    hours = "".join(f"{amount}{unit[1:]}" for amount, unit in parts if len(unit) > 1)
    return f"P{days}{'T' + hours if hours else ''}"
