"""Dates as people say and write them, from Alexa's ISO-like forms. The patterns and names are messages."""

from datetime import date

from skill.wording.catalog import Catalog
from skill.wording.fill import fill

_WEEKEND = "-WE"
_SEASONS = ("-WI", "-SP", "-SU", "-FA")
"""Only their year is said: which months they are depends on the hemisphere."""
_SATURDAY = 6
_YEAR = 4
"""Digits of a year that stands alone."""


def date_words(said: Catalog, value: str) -> str:
    """``2026-11-17`` as "on Tuesday, November 17"; likewise weeks, months and years; anything else as it stands.

    The preposition belongs to the date, because each form takes another one.
    """
    try:
        return _words(said, value)
    except ValueError:
        return value


def _words(said: Catalog, value: str) -> str:
    if value.endswith(_SEASONS) or (value.isdigit() and len(value) == _YEAR):
        return _filled(said, "date.year", date(int(value[:4]), 1, 1))
    if "-W" in value:
        weekend = value.endswith(_WEEKEND)
        year, week = value.removesuffix(_WEEKEND).split("-W")
        day = date.fromisocalendar(int(year), int(week), _SATURDAY if weekend else 1)
        return _filled(said, "date.weekend" if weekend else "date.week", day)
    if value.count("-") == 1:
        return _filled(said, "date.month", date.fromisoformat(f"{value}-01"))
    return _filled(said, "date.day", date.fromisoformat(value))


def _filled(said: Catalog, id_: str, day: date) -> str:
    arguments = {
        "weekday": said.message(f"weekday.{day.isoweekday()}") or "",
        "month": said.message(f"month.{day.month}") or "",
        "day": str(day.day),
        "year": str(day.year),
    }
    return fill(id_, said.message(id_), arguments)
