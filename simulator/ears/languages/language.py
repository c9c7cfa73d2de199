"""The shape of a language's words: what each table in languages/<language>.py means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from simulator.ears.grammar import expand

Forms = tuple[tuple[str, str], ...]
"""Pairs of (form in the notation of simulator.ears.grammar, name of the rule that makes the value)."""

_Meaning = TypeVar("_Meaning")


def every(phrases: Mapping[str, _Meaning]) -> dict[str, _Meaning]:
    """Each way to say these phrases, written in the notation of simulator.ears.grammar, with its meaning."""
    return {" ".join(said): meaning for phrase, meaning in phrases.items() for said in expand(phrase)}


@dataclass(frozen=True)
class Numbers:
    """How numbers are said beyond what unicode_rbnf spells out.

    ``cardinals`` and ``ordinals`` are its rule sets; for German each inflection is one; without any there are no
    number words, only figures. ``scales`` are the words by which a number before them counts ("two thousand"), and
    ``glued`` those that do so inside a word ("zweitausendsechs"), the greatest first. ``amounts`` are more words that
    count a unit or a scale ("a day", "a couple of days"). ``also`` are pairs of a regular expression for what
    unicode_rbnf writes and of what people say as well ("one hundred", "a hundred"). ``multiples`` repeat the digit
    after them ("double five"). ``ordinal_ends`` follow digits ("5th"); "" takes bare digits. ``plus`` stands before a
    country's code.
    """

    cardinals: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    scales: Mapping[str, int] = field(default_factory=dict)
    glued: Mapping[str, int] = field(default_factory=dict)
    and_: str = ""
    amounts: Mapping[str, int] = field(default_factory=dict)
    also: tuple[tuple[str, str], ...] = ()
    extra: Mapping[str, int] = field(default_factory=dict)
    extra_digits: Mapping[str, int] = field(default_factory=dict)
    multiples: Mapping[str, int] = field(default_factory=dict)
    ordinal_ends: tuple[str, ...] = ()
    plus: str = ""


@dataclass(frozen=True)
class Calendar:
    """Names and forms of dates; the ``relative_*`` tables count from today's day, week, month, year or decade.

    ``weekdays`` begin with Monday, and so do weeks, as in ISO-8601.
    ``seasons`` give the month in which a season begins, ``decades`` a decade with its century (198) or without (8).
    """

    forms: Forms = ()
    weekdays: tuple[tuple[str, ...], ...] = ()
    months: tuple[tuple[str, ...], ...] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    relative_days: Mapping[str, int] = field(default_factory=dict)
    relative_weeks: Mapping[str, int] = field(default_factory=dict)
    relative_weekends: Mapping[str, int] = field(default_factory=dict)
    relative_months: Mapping[str, int] = field(default_factory=dict)
    relative_years: Mapping[str, int] = field(default_factory=dict)
    relative_decades: Mapping[str, int] = field(default_factory=dict)
    seasons: Mapping[str, int] = field(default_factory=dict)
    decades: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Clock:
    """Forms of times of day; ``halves`` give the hour at which the twelve hours begin that the words speak of."""

    forms: Forms = ()
    halves: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Durations:
    """Units of time with their ISO-8601 letters ("T" before hours, minutes and seconds), forms and set phrases.

    ``and_a_half`` are words for a whole number and a half ("anderthalb" 1, "zweieinhalb" 2).
    """

    forms: Forms = ()
    units: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    and_a_half: Mapping[str, int] = field(default_factory=dict)
    and_: str = ""


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

    ``locale`` is the locale that it was asked for, and ``calendars`` has those of the locales that write dates in
    another way. ``function_words`` alone cannot pin an unknown value. ``phrases`` are the platform's own words for
    built-in intents, each also with ``polite`` before or after it. ``platform_exit`` ends a session before the skill
    hears. ``unknown_at_most`` is how many words a slot value may have that nobody knows: a product name is shorter, a
    whole sentence is longer.
    """

    code: str
    locale: str
    invocation: InvocationWords
    numbers: Numbers = Numbers()
    calendar: Calendar = Calendar()
    calendars: Mapping[str, Calendar] = field(default_factory=dict)
    clock: Clock = Clock()
    durations: Durations = Durations()
    function_words: frozenset[str] = frozenset()
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    polite: str = ""
    platform_exit: frozenset[str] = frozenset()
    unknown_at_most: int = 8
