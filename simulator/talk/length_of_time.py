"""Lengths of time as a person types them, in English or German: "2 days", "90 minutes", "3 Stunden"."""

import re
from datetime import timedelta

from simulator.errors import CommandWrong

UNITS = {
    timedelta(minutes=1): ("minute", "minutes", "minuten"),
    timedelta(hours=1): ("hour", "hours", "stunde", "stunden"),
    timedelta(days=1): ("day", "days", "tag", "tage", "tagen"),
    timedelta(weeks=1): ("week", "weeks", "woche", "wochen"),
}
_UNIT = {word: unit for unit, words in UNITS.items() for word in words}

LONGEST = timedelta(days=3660)
"""Ten years: further ahead calendars and certificates make no sense."""


def length_of_time(text: str) -> timedelta:
    """A number in digits and a unit, from a minute to LONGEST; raises CommandWrong for anything else."""
    typed = re.fullmatch(r"(\d{1,7}) *([a-z]+)", text.strip().lower(), re.ASCII)
    unit = _UNIT.get(typed[2]) if typed else None
    if typed is None or unit is None:
        raise CommandWrong(f"{text!r} is not a length of time: write it as :later 2 days, 3 hours or 90 minutes")
    length = int(typed[1]) * unit
    if not timedelta() < length <= LONGEST:
        raise CommandWrong(f"{text!r} is not between a minute and ten years")
    return length
