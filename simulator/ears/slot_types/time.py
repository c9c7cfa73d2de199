"""AMAZON.TIME: "HH:MM" on the clock of 24 hours, MO, AF, EV or NI for a part of the day, or "PRESENT_REF" for now.

An hour without "am" or "pm" is taken as it stands ("three o'clock" -> "03:00").
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from simulator.ears.grammar import Category, Grammar
from simulator.ears.languages.language import Clock
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types.categories import clock_figures, figures, keep, table
from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word

_PARTS = ("MO", "AF", "EV", "NI")
_HOURS = range(25)
_MINUTES = range(60)
_SAID_AFTER_THE_HOUR = range(10, 60)
_HOUR = 60
_NOON = 12
_DAY = 24 * _HOUR


class Time:
    """Reads the forms of one language's clock."""

    longest = 10
    unknown = 0

    def __init__(self, clock: Clock, numbers: NumberWords) -> None:
        self._grammar = Grammar(
            clock.forms,
            {
                "hour": keep(_HOURS, numbers.cardinal),
                "minute": keep(_MINUTES, _minute(numbers)),
                "minutes": keep(_MINUTES, numbers.cardinal),
                "half": table(PhraseTable.of(clock.halves)),
                "hour_half": _with_half(clock.halves, _HOURS),
                "minute_half": _with_half(clock.halves, _MINUTES),
                "hhmm": clock_figures,
                "part": table(PhraseTable((word, _PARTS.index(part)) for word, part in clock.parts.items())),
            },
        )

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Times from this word on."""
        for form in self._grammar.read(words, start):
            yield Reading(form.end, _value(form.rule, form.read))


def _value(rule: str, read: Mapping[str, int]) -> str:
    if rule == "present":
        return "PRESENT_REF"
    if rule == "part":
        return _PARTS[read["part"]]
    hours, minutes = divmod((_hour(read) * _HOUR + FROM_THE_HOUR[rule](read)) % _DAY, _HOUR)
    return f"{hours:02}:{minutes:02}"


def _hour(read: Mapping[str, int]) -> int:
    """The hour, moved into the twelve hours that words such as "pm" speak of."""
    hour, half = read.get("hour", 0), read.get("half")
    for joined in ("hour_half", "minute_half"):
        if joined in read:
            half, figure = divmod(read[joined], _HOUR)
            hour = figure if joined == "hour_half" else hour
    return hour if half is None else half + (hour - half) % _NOON


FROM_THE_HOUR: Final[Mapping[str, Callable[[Mapping[str, int]], int]]] = {
    "noon": lambda _read: _NOON * _HOUR,
    "midnight": lambda _read: 0,
    "clock": lambda read: read.get("minute", read.get("minutes", read.get("minute_half", 0) % _HOUR)),
    "figures": lambda read: read["hhmm"],
    "minutes_to": lambda read: -read["minutes"],
    "quarter_past": lambda _read: 15,
    "quarter_to": lambda _read: -15,
    "quarter_of_the_way": lambda _read: -45,
    "half_past": lambda _read: 30,
    "half_to": lambda _read: -30,
    "minutes_to_half_to": lambda read: -30 - read["minutes"],
    "minutes_past_half_to": lambda read: -30 + read["minutes"],
}
"""Minutes from the full hour, by the rule that a clock's form names."""


def _minute(numbers: NumberWords) -> Category:
    """Minutes as they are said or written after the hour: "thirty", "oh five", ":05", but not "five"."""

    def read(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        if words[start].key.isdecimal():
            if len(words[start].key) == len("05"):
                yield from figures()(words, start)
            return
        yield from (found for found in numbers.cardinal(words, start) if found[1] in _SAID_AFTER_THE_HOUR)
        for middle, zero in numbers.digit(words, start):
            if zero == 0 and middle < len(words):
                yield from numbers.digit(words, middle)

    return read


def _with_half(halves: Mapping[str, int], values: range) -> Category:
    """Figures with a word such as "pm" behind them in one word ("7pm"): the half times sixty, and the figures."""
    readers = [(half * _HOUR, figures(behind=name)) for name, half in halves.items() if name.isalpha()]

    def read(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
        if words[start].key[:1].isdecimal() and not words[start].key.isdecimal():
            for half, reader in readers:
                yield from ((end, half + value) for end, value in reader(words, start) if value in values)

    return read
