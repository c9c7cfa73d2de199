"""From what a date form read to AMAZON.DATE's value: one small function a rule, the same for all languages."""

import calendar
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Final

Read = Mapping[str, int]
Rule = Callable[[Read, date], str | None]

UNITS: Final = ("day", "week", "month", "year")
"""The category ``unit`` reads a place in this tuple."""

_WEEK = 7
_MONTHS = 12


def _relative_day(read: Read, today: date) -> str | None:
    return _day(today, read["relative_day"])


def _present(_read: Read, _today: date) -> str | None:
    return "PRESENT_REF"


def _coming_weekday(read: Read, today: date) -> str | None:
    return _day(today, (read["weekday"] - today.isoweekday()) % _WEEK)


def _past_weekday(read: Read, today: date) -> str | None:
    return _day(today, (read["weekday"] - today.isoweekday()) % _WEEK - _WEEK)


def _weekday_of_next_week(read: Read, today: date) -> str | None:
    return _weekday_of_week({**read, "relative_week": 1}, today)


def _weekday_of_week(read: Read, today: date) -> str | None:
    return _day(today, read["relative_week"] * _WEEK + read["weekday"] - today.isoweekday())


def _week(read: Read, today: date) -> str | None:
    return _week_of(_moved(today, read["relative_week"] * _WEEK))


def _weekend(read: Read, today: date) -> str | None:
    week = _week_of(_moved(today, read["relative_weekend"] * _WEEK))
    return week and f"{week}-WE"


def _relative_month(read: Read, today: date) -> str | None:
    return _month_at(_month_count(today) + read["relative_month"])


def _relative_year(read: Read, today: date) -> str | None:
    return _year_at(today.year + read["relative_year"])


def _year(read: Read, _today: date) -> str | None:
    return str(read["year"])


def _month(read: Read, today: date) -> str | None:
    coming = today.year + (read["month"] < today.month)
    return f"{_said_year(read, today) or coming}-{read['month']:02}"


def _past_month(read: Read, today: date) -> str | None:
    return f"{today.year - (read['month'] >= today.month)}-{read['month']:02}"


def _day_of_month(read: Read, today: date) -> str | None:
    month = next(read[name] for name in ("month", "ordinal_month", "digit_month") if name in read)
    year = _said_year(read, today)
    if year is not None:
        return _written(year, month, _day_number(read))
    years = range(today.year, today.year + 9)  # the 29th of February may be eight years away
    return _first_coming(((year, month) for year in years), _day_number(read), today)


def _day_alone(read: Read, today: date) -> str | None:
    this_month = _month_count(today)
    months = (divmod(month, _MONTHS) for month in range(this_month, this_month + _MONTHS))
    return _first_coming(((year, month + 1) for year, month in months), _day_number(read), today)


def _day_of_relative_month(read: Read, today: date) -> str | None:
    year, month = divmod(_month_count(today) + read["relative_month"], _MONTHS)
    return _written(year, month + 1, _day_number(read))


def _ago(read: Read, today: date) -> str | None:
    return _after(today, -read["amount"], UNITS[read["unit"]])


def _ahead(read: Read, today: date) -> str | None:
    return _after(today, read["amount"], UNITS[read["unit"]])


RULES: Final[Mapping[str, Rule]] = {
    "relative_day": _relative_day,
    "present": _present,
    "coming_weekday": _coming_weekday,
    "past_weekday": _past_weekday,
    "weekday_of_next_week": _weekday_of_next_week,
    "weekday_of_week": _weekday_of_week,
    "week": _week,
    "weekend": _weekend,
    "relative_month": _relative_month,
    "relative_year": _relative_year,
    "year": _year,
    "month": _month,
    "past_month": _past_month,
    "day_of_month": _day_of_month,
    "day_alone": _day_alone,
    "day_of_relative_month": _day_of_relative_month,
    "ago": _ago,
    "ahead": _ahead,
}
"""What the calendars' forms may name as their rule."""


def _after(today: date, amount: int, unit: str) -> str | None:
    if unit == "month":
        return _month_at(_month_count(today) + amount)
    if unit == "year":
        return _year_at(today.year + amount)
    return _day(today, amount * (_WEEK if unit == "week" else 1))


def _day_number(read: Read) -> int:
    return next(read[name] for name in ("day", "ordinal_day", "digit_day") if name in read)


def _said_year(read: Read, today: date) -> int | None:
    if "relative_year" in read:
        return today.year + read["relative_year"]
    return read.get("year", read.get("iso_year"))


def _first_coming(months: Iterable[tuple[int, int]], day: int, today: date) -> str | None:
    days = (_written(year, month, day) for year, month in months)
    return next((day for day in days if day and day >= today.isoformat()), None)


def _written(year: int, month: int, day: int) -> str | None:
    """The day as ISO-8601, or None when the month has no such day."""
    if not date.min.year <= year <= date.max.year or day > calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day).isoformat()


def _month_count(day: date) -> int:
    """Months since year nought, so that they can be added to."""
    return day.year * _MONTHS + day.month - 1


def _month_at(count: int) -> str | None:
    year, month = divmod(count, _MONTHS)
    return f"{year:04}-{month + 1:02}" if _year_at(year) else None


def _year_at(year: int) -> str | None:
    return f"{year:04}" if date.min.year <= year <= date.max.year else None


def _week_of(day: date | None) -> str | None:
    if day is None:
        return None
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _day(today: date, days: int) -> str | None:
    day = _moved(today, days)
    return None if day is None else day.isoformat()


def _moved(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None
