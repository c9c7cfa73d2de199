"""AMAZON.TIME: "HH:MM" on the clock of 24 hours, or MO, AF, EV, NI for a part of the day.

An hour without "am" or "pm" is taken as it stands ("three o'clock" -> "03:00").
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from simulator.ears.grammar import Grammar
from simulator.ears.languages.language import Clock
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types.categories import keep, table
from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word

_PARTS = ("MO", "AF", "EV", "NI")
_HOURS = range(25)
_MINUTES = range(60)
_NOON = 12
_DAY = 24 * 60


class Time:
    """Reads the forms of one language's clock."""

    longest = 8
    unknown = 0

    def __init__(self, clock: Clock, numbers: NumberWords) -> None:
        self._grammar = Grammar(
            clock.forms,
            {
                "hour": keep(_HOURS, numbers.cardinal),
                "minute": keep(_MINUTES, numbers.cardinal, _minutes_with_zero(numbers)),
                "half": table(PhraseTable.of(clock.halves)),
                "part": table(PhraseTable((word, _PARTS.index(part)) for word, part in clock.parts.items())),
            },
        )

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Times from this word on."""
        for form in self._grammar.read(words, start):
            yield Reading(form.end, _value(form.rule, form.read))


def _value(rule: str, read: Mapping[str, int]) -> str:
    if rule == "part":
        return _PARTS[read["part"]]
    hour = read.get("hour", 0)
    if "half" in read:
        hour = hour % _NOON + _NOON * read["half"] if hour <= _NOON else hour
    hours, minutes = divmod((hour * 60 + FROM_THE_HOUR[rule](read)) % _DAY, 60)
    return f"{hours:02}:{minutes:02}"


FROM_THE_HOUR: Final[Mapping[str, Callable[[Mapping[str, int]], int]]] = {
    "noon": lambda _read: _NOON * 60,
    "midnight": lambda _read: 0,
    "clock": lambda read: read.get("minute", 0),
    "minutes_to": lambda read: -read["minute"],
    "quarter_past": lambda _read: 15,
    "quarter_to": lambda _read: -15,
    "half_past": lambda _read: 30,
    "half_to": lambda _read: -30,
}
"""Minutes from the full hour, by the rule that a clock's form names."""


def _minutes_with_zero(numbers: NumberWords) -> Callable[[Sequence[Word], int], Iterator[tuple[int, int]]]:
    """Minutes below ten as they are said after the hour: "oh five"."""

    def read(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        for middle, zero in numbers.digit(words, start):
            if zero == 0 and middle < len(words):
                yield from numbers.digit(words, middle)

    return read
