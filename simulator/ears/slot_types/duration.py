"""AMAZON.DURATION: lengths of time as ISO-8601 ("two hours and thirty minutes" -> "PT2H30M")."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from simulator.ears.languages.language import Durations
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word

_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")


class Duration:
    """Amounts with units, from the greater unit to the smaller."""

    longest = 16
    unknown = 0

    def __init__(self, durations: Durations, numbers: NumberWords, one: tuple[str, ...]) -> None:
        self._and = durations.and_
        self._units = PhraseTable.of(durations.units)
        self._phrases = PhraseTable.of(durations.phrases)
        self._one = PhraseTable.of(dict.fromkeys(one, 1))
        self._numbers = numbers

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Durations from this word on."""
        yield from (Reading(end, phrases[0]) for end, phrases in self._phrases.read(words, start))
        yield from self._parts(words, start, ())

    def _parts(self, words: Sequence[Word], place: int, so_far: tuple[tuple[int, str], ...]) -> Iterator[Reading]:
        greater = so_far[-1][1] if so_far else None
        smaller = _ORDER[_ORDER.index(greater) + 1 :] if greater else _ORDER
        for end, amount, unit in self._part(words, place):
            if unit in smaller:
                parts = (*so_far, (amount, unit))
                yield Reading(end, _written(parts))
                after_and = end + 1 if end < len(words) and words[end].key == self._and else end
                yield from self._parts(words, after_and, parts)

    def _part(self, words: Sequence[Word], place: int) -> Iterator[tuple[int, int, str]]:
        if place >= len(words):
            return
        amounts = [(end, ones[0]) for end, ones in self._one.read(words, place)]
        for middle, amount in (*amounts, *self._numbers.cardinal(words, place)):
            yield from ((end, amount, units[0]) for end, units in self._units.read(words, middle))


def _written(parts: Sequence[tuple[int, str]]) -> str:
    days = "".join(f"{amount}{unit}" for amount, unit in takewhile(lambda part: len(part[1]) == 1, parts))
    hours = "".join(f"{amount}{unit[1:]}" for amount, unit in parts if len(unit) > 1)
    return f"P{days}{'T' + hours if hours else ''}"
