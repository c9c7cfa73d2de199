"""AMAZON.DATE: spoken dates as Alexa's ISO-8601 forms.

A day ("2026-11-17"), a week ("2026-W47"), a weekend ("2026-W47-WE"), a month ("2026-11"), a year ("2026"), or
"PRESENT_REF" for now. A weekday, a day of the month or a month without a year is today's or the next to come, never
one that is past, unless the words say so ("last tuesday"): Amazon documents this for the type ("defaults to dates on
or after the current date"). Weeks begin on Monday. Words outside the language's forms are never a date.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from simulator.ears.grammar import Grammar
from simulator.ears.languages.language import Calendar
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types.categories import figures, keep, table
from simulator.ears.slot_types.date_rules import RULES, UNITS
from simulator.ears.slot_types.four_digit_number import FourDigitNumber
from simulator.ears.slot_types.numbers import NumberWords
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word

_DAYS = range(1, 32)
_MONTHS = range(1, 13)
_YEARS = range(1900, 2100)
_AMOUNTS = range(1, 1000)


class Date:
    """Reads the forms of one language's calendar."""

    longest = 10
    unknown = 0

    def __init__(self, calendar: Calendar, numbers: NumberWords, one: tuple[str, ...]) -> None:
        def named(names: Sequence[Sequence[str]]) -> PhraseTable[int]:
            return PhraseTable((name, place) for place, all_ in enumerate(names, 1) for name in all_)

        pairs = FourDigitNumber(numbers).in_pairs
        ones = PhraseTable.of(dict.fromkeys(one, 1))
        self._grammar = Grammar(
            calendar.forms,
            {
                "weekday": table(named(calendar.weekdays)),
                "month": table(named(calendar.months)),
                "unit": table(PhraseTable((word, UNITS.index(unit)) for word, unit in calendar.units.items())),
                "relative_day": table(PhraseTable.of(calendar.relative_days)),
                "relative_week": table(PhraseTable.of(calendar.relative_weeks)),
                "relative_weekend": table(PhraseTable.of(calendar.relative_weekends)),
                "relative_month": table(PhraseTable.of(calendar.relative_months)),
                "relative_year": table(PhraseTable.of(calendar.relative_years)),
                "amount": keep(_AMOUNTS, numbers.cardinal, table(ones)),
                "day": keep(_DAYS, numbers.ordinal, numbers.cardinal),
                "ordinal_day": keep(_DAYS, numbers.ordinal),
                "ordinal_month": keep(_MONTHS, numbers.ordinal),
                "year": keep(_YEARS, numbers.cardinal, pairs),
                "digit_day": keep(_DAYS, figures),
                "digit_month": keep(_MONTHS, figures),
                "iso_year": keep(_YEARS, figures),
            },
        )

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:
        """Dates from this word on; a day that no calendar has (the thirtieth of February) is none."""
        for form in self._grammar.read(words, start):
            value = RULES[form.rule](form.read, today)
            if value is not None:
                yield Reading(form.end, value)
