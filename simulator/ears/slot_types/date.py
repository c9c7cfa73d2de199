"""AMAZON.DATE: spoken dates as Alexa's ISO-8601 forms.

A day ("2026-11-17"), a week ("2026-W47"), a weekend ("2026-W47-WE"), a month ("2026-11"), a year ("2026"), a decade
("202X"), a season ("2026-WI"), or "PRESENT_REF" for now. A weekday, a day of the month, a month, a week's number or a
season without a year is today's or the next to come, never one that is past, unless the words say so ("last
tuesday"): Amazon documents this for the type ("defaults to dates on or after the current date"). Words outside the
language's forms are never a date; the forms of ISO-8601 itself are read in every language.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Final

from simulator.ears.grammar import Category, Grammar
from simulator.ears.languages.language import Calendar, Forms
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types.categories import figures, keep, short_year, table
from simulator.ears.slot_types.date_rules import RULES, UNITS
from simulator.ears.slot_types.date_rules.years import SEASON_CODES
from simulator.ears.slot_types.four_digit_number import in_pairs
from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word

_DAYS = range(1, 32)
_MONTHS = range(1, 13)
_WEEKS = range(1, 54)
_YEARS = range(1900, 2100)
_CENTURIES = range(10, 21)
_AMOUNTS = range(1, 1000)
_DECADES = range(190, 210)
_WRITTEN: Final[Forms] = (
    ("<iso_year> <digit_month> <digit_day>", "day_of_month"),
    ("<iso_year> <iso_week>", "numbered_week"),
    ("<iso_year> <iso_week> we", "numbered_weekend"),
    ("<iso_year> <iso_season>", "season_of_year"),
    ("<iso_year> <digit_month>", "written_month"),
    ("<iso_year>", "year"),
    ("<iso_decade>", "decade"),
)


class Date:
    """Reads the forms of one language's calendar, and those that ISO-8601 has."""

    longest = 16
    unknown = 0

    def __init__(self, calendar: Calendar, numbers: NumberWords) -> None:
        self._grammar = Grammar((*calendar.forms, *_WRITTEN), _named(calendar) | _counted(numbers) | _in_figures())

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:
        """Dates from this word on; a day that no calendar has (the thirtieth of February) is none."""
        for form in self._grammar.read(words, start):
            value = RULES[form.rule](form.read, today)
            if value is not None:
                yield Reading(form.end, value)


def _named(calendar: Calendar) -> dict[str, Category]:
    tables: dict[str, PhraseTable[int]] = {
        "weekday": _in_order(calendar.weekdays),
        "month": _in_order(calendar.months),
        "unit": PhraseTable((word, UNITS.index(unit)) for word, unit in calendar.units.items()),
        "relative_day": PhraseTable.of(calendar.relative_days),
        "relative_week": PhraseTable.of(calendar.relative_weeks),
        "relative_weekend": PhraseTable.of(calendar.relative_weekends),
        "relative_month": PhraseTable.of(calendar.relative_months),
        "relative_year": PhraseTable.of(calendar.relative_years),
        "relative_decade": PhraseTable.of(calendar.relative_decades),
        "season": PhraseTable.of(calendar.seasons),
        "decade": PhraseTable.of(calendar.decades),
        "iso_season": PhraseTable((code, month) for month, code in SEASON_CODES.items()),
    }
    return {name: table(phrases) for name, phrases in tables.items()}


def _in_order(names: Sequence[Sequence[str]]) -> PhraseTable[int]:
    return PhraseTable((name, place) for place, all_ in enumerate(names, 1) for name in all_)


def _counted(numbers: NumberWords) -> dict[str, Category]:
    return {
        "amount": keep(_AMOUNTS, numbers.amount),
        "day": keep(_DAYS, numbers.ordinal, numbers.cardinal),
        "ordinal_day": keep(_DAYS, numbers.ordinal),
        "ordinal_month": keep(_MONTHS, numbers.ordinal),
        "week": keep(_WEEKS, numbers.ordinal, numbers.cardinal),
        "century": keep(_CENTURIES, numbers.cardinal),
        "year": keep(_YEARS, numbers.cardinal, partial(in_pairs, numbers)),
    }


def _in_figures() -> dict[str, Category]:
    return {
        "digit_day": keep(_DAYS, figures()),
        "digit_month": keep(_MONTHS, figures()),
        "short_year": short_year,
        "iso_year": keep(_YEARS, figures()),
        "iso_week": keep(_WEEKS, figures(before="w")),
        "iso_decade": keep(_DECADES, figures(behind="x")),
    }
