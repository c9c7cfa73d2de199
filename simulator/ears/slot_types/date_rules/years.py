"""Rules for years ("2026"), decades ("202X") and seasons ("2026-WI").

A season has the year in which it begins, and begins with a month: winter with December, spring with March, summer
with June, autumn with September. Amazon's page names the four codes and no days.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from simulator.ears.slot_types.date_rules.moving import (
    MONTHS,
    Read,
    Rule,
    either,
    has_year,
    month_count,
    said_year,
    year_at,
)

SEASON_CODES: Final = {12: "WI", 3: "SP", 6: "SU", 9: "FA"}
"""By the month in which the season begins, which is what the category ``season`` reads."""
_SEASON = 3
_TEN = 10


def _relative_year(read: Read, today: date) -> str | None:
    return year_at(today.year + read["relative_year"])


def _year(read: Read, today: date) -> str | None:
    year = said_year(read, today)
    return None if year is None else year_at(year)


def _relative_decade(read: Read, today: date) -> str | None:
    return _decade_at(today.year // _TEN + read["relative_decade"])


def _decade(read: Read, today: date) -> str | None:
    """The last nineties that have begun, unless the words name their century."""
    decade, this_decade = either(read, "decade", "iso_decade"), today.year // _TEN
    if decade >= _TEN:
        return _decade_at(decade)
    this_century = this_decade // _TEN - (decade > this_decade % _TEN)
    return _decade_at(read.get("century", this_century) * _TEN + decade)


def _coming_season(read: Read, today: date) -> str | None:
    return _season_of(read, today, lambda begins, now: begins + _SEASON > now)


def _this_season(read: Read, today: date) -> str | None:
    ongoing = _season_of(read, today, lambda begins, now: begins <= now < begins + _SEASON)
    return ongoing or _season_at(today.year, _begins(read))


def _next_season(read: Read, today: date) -> str | None:
    return _season_of(read, today, lambda begins, now: begins > now)


def _last_season(read: Read, today: date) -> str | None:
    return _season_of(read, today, lambda begins, now: now - MONTHS < begins + _SEASON <= now)


def _season_of_year(read: Read, today: date) -> str | None:
    year = said_year(read, today)
    return None if year is None else _season_at(year, _begins(read))


RULES: Final[Mapping[str, Rule]] = {
    "relative_year": _relative_year,
    "year": _year,
    "relative_decade": _relative_decade,
    "decade": _decade,
    "coming_season": _coming_season,
    "this_season": _this_season,
    "next_season": _next_season,
    "last_season": _last_season,
    "season_of_year": _season_of_year,
}


def _season_of(read: Read, today: date, fits: Callable[[int, int], bool]) -> str | None:
    """The first season, of those that begin between two years ago and next year, whose beginning fits today."""
    now = month_count(today)
    years = range(today.year - 2, today.year + 2)
    fitting = (year for year in years if fits(year * MONTHS + _begins(read) - 1, now))
    return next((_season_at(year, _begins(read)) for year in fitting), None)


def _begins(read: Read) -> int:
    return either(read, "season", "iso_season")


def _season_at(year: int, begins: int) -> str | None:
    return f"{year:04}-{SEASON_CODES[begins]}" if has_year(year) else None


def _decade_at(decade: int) -> str | None:
    return f"{decade:03}X" if has_year(decade * _TEN + 1) else None
