"""The shape of a language's words: what each table in languages/<language>.py means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Forms = tuple[tuple[str, str], ...]
"""Pairs of (form in the notation of simulator.ears.grammar, name of the rule that makes the value)."""

MONDAY: Final = 1
"""Weekdays are counted as ISO-8601 does: Monday 1 to Sunday 7."""


@dataclass(frozen=True)
class Numbers:
    """How numbers are said beyond what unicode_rbnf spells out.

    ``cardinals`` and ``ordinals`` are its rule sets; for German each inflection is one. ``glued`` tells that
    thousands are written in one word ("zweitausendsechs"). ``one`` are more words for one before a unit ("a day").
    ``also`` are pairs of what unicode_rbnf writes and what people say as well ("one hundred", "a hundred").
    ``ordinal_ends`` follow digits ("5th"); "" takes bare digits.
    """

    cardinals: tuple[str, ...]
    ordinals: tuple[str, ...]
    thousand: str
    glued: bool
    and_: str
    one: tuple[str, ...]
    also: tuple[tuple[str, str], ...]
    extra: Mapping[str, int]
    extra_digits: Mapping[str, int]
    ordinal_ends: tuple[str, ...]


@dataclass(frozen=True)
class Calendar:
    """Names and forms of dates; the ``relative_*`` tables count from today's day, week, month or year."""

    weekdays: tuple[tuple[str, ...], ...]
    months: tuple[tuple[str, ...], ...]
    units: Mapping[str, str]
    relative_days: Mapping[str, int]
    relative_weeks: Mapping[str, int]
    relative_weekends: Mapping[str, int]
    relative_months: Mapping[str, int]
    relative_years: Mapping[str, int]
    forms: Forms


@dataclass(frozen=True)
class Clock:
    """Forms of times of day; ``halves`` are words for before (0) and after noon (1)."""

    halves: Mapping[str, int]
    parts: Mapping[str, str]
    forms: Forms


@dataclass(frozen=True)
class Durations:
    """Units of time with their ISO-8601 letters ("PT" before hours, minutes and seconds), and set phrases."""

    units: Mapping[str, str]
    phrases: Mapping[str, str]
    and_: str


@dataclass(frozen=True)
class InvocationWords:
    """How a skill is opened by name; the name stands where the form has <name>, the request where it has <rest>.

    Source of the forms: the page "Understand How Users Invoke Custom Skills". ``before`` are words that may lead any
    of them. The first form that fits counts, so connecting words come before the bare rest.
    """

    wake_words: tuple[str, ...]
    before: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """All that the ears know of one language.

    ``function_words`` alone cannot pin an unknown value. ``phrases`` are the platform's own words for built-in
    intents, each also with ``polite`` before or after it. ``platform_exit`` ends a session before the skill hears.
    """

    code: str
    numbers: Numbers
    calendar: Calendar
    clock: Clock
    durations: Durations
    invocation: InvocationWords
    function_words: frozenset[str]
    phrases: Mapping[str, tuple[str, ...]]
    polite: str
    platform_exit: frozenset[str]
