"""Rules for weeks ("2026-W47") and weekends ("2026-W47-WE"). Weeks begin on Monday and count as in ISO-8601."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from simulator.ears.slot_types.date_rules.moving import WEEK, Read, Rule, either, has_year, moved, said_year


def _week(read: Read, today: date) -> str | None:
    return _week_of(moved(today, read["relative_week"] * WEEK))


def _weekend(read: Read, today: date) -> str | None:
    week = _week_of(moved(today, read["relative_weekend"] * WEEK))
    return week and f"{week}-WE"


def _numbered_week(read: Read, today: date) -> str | None:
    week = either(read, "week", "iso_week")
    year, this_week, _ = today.isocalendar()
    return _written(said_year(read, today) or year + (week < this_week), week)


def _numbered_weekend(read: Read, today: date) -> str | None:
    week = _numbered_week(read, today)
    return week and f"{week}-WE"


RULES: Final[Mapping[str, Rule]] = {
    "week": _week,
    "weekend": _weekend,
    "numbered_week": _numbered_week,
    "numbered_weekend": _numbered_weekend,
}


def _week_of(day: date | None) -> str | None:
    return None if day is None else _written(*day.isocalendar()[:2])


def _written(year: int, week: int) -> str | None:
    """The week, or None for the 53rd of a year that has 52."""
    if not has_year(year) or week > date(year, 12, 28).isocalendar().week:
        return None
    return f"{year:04}-W{week:02}"
