"""Days, months and years counted on from one another, and how AMAZON.DATE writes them."""

import calendar
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

Read = Mapping[str, int]
Rule = Callable[[Read, date], str | None]

UNITS: Final = ("day", "week", "fortnight", "month", "year")
"""The category ``unit`` reads a place in this tuple."""
WEEK: Final = 7
MONTHS: Final = 12
_DAYS: Final = {"day": 1, "week": WEEK, "fortnight": 2 * WEEK}


def moved(day: date, days: int) -> date | None:
    """So many days later; None where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def written_day(day: date | None) -> str | None:
    """The day as ISO-8601."""
    return None if day is None else day.isoformat()


def written(year: int, month: int, day: int) -> str | None:
    """The day as ISO-8601, or None when the month has no such day."""
    if not has_year(year) or day > calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day).isoformat()


def has_year(year: int) -> bool:
    """Whether the calendar has this year."""
    return date.min.year <= year <= date.max.year


def month_count(day: date) -> int:
    """Months since year nought, so that they can be added to."""
    return day.year * MONTHS + day.month - 1


def month_at(count: int) -> str | None:
    """The month after so many months since year nought ("2026-11")."""
    year, month = divmod(count, MONTHS)
    return f"{year:04}-{month + 1:02}" if has_year(year) else None


def year_at(year: int) -> str | None:
    """The year ("2026")."""
    return f"{year:04}" if has_year(year) else None


def after(day: date | None, amount: int, unit: str) -> str | None:
    """So many units after a day, as precise as the unit: a month after is a month, a week after is a day."""
    if day is None:
        return None
    if unit == "month":
        return month_at(month_count(day) + amount)
    if unit == "year":
        return year_at(day.year + amount)
    return written_day(moved(day, amount * _DAYS[unit]))


def either(read: Read, *names: str) -> int:
    """What the category read that the form has of these."""
    return next(read[name] for name in names if name in read)


def said_year(read: Read, today: date) -> int | None:
    """The year that the words name, if they do."""
    if "relative_year" in read:
        return today.year + read["relative_year"]
    return next((read[name] for name in ("year", "iso_year", "short_year") if name in read), None)
