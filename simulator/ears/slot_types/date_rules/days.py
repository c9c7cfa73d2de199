"""Rules for single days: "2026-11-22"."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from simulator.ears.slot_types.date_rules.moving import (
    MONTHS,
    UNITS,
    WEEK,
    Read,
    Rule,
    after,
    either,
    month_count,
    moved,
    said_year,
    written,
    written_day,
)

_YEARS_TO_A_LEAP_DAY = 9


def _relative_day(read: Read, today: date) -> str | None:
    return written_day(moved(today, read["relative_day"]))


def _present(_read: Read, _today: date) -> str | None:
    return "PRESENT_REF"


def _ago(read: Read, today: date) -> str | None:
    return after(today, -read["amount"], UNITS[read["unit"]])


def _ahead(read: Read, today: date) -> str | None:
    return after(today, read["amount"], UNITS[read["unit"]])


def _after_day(read: Read, today: date) -> str | None:
    return after(moved(today, read["relative_day"]), read["amount"], UNITS[read["unit"]])


def _before_day(read: Read, today: date) -> str | None:
    return after(moved(today, read["relative_day"]), -read["amount"], UNITS[read["unit"]])


def _coming_weekday(read: Read, today: date) -> str | None:
    return _weekday(read, today, 0)


def _weekday_in_weeks(read: Read, today: date) -> str | None:
    return _weekday(read, today, read["amount"])


def _weekday_in_a_week(read: Read, today: date) -> str | None:
    return _weekday(read, today, 1)


def _past_weekday(read: Read, today: date) -> str | None:
    return _weekday(read, today, -1)


def _weekday_before_last(read: Read, today: date) -> str | None:
    return _weekday(read, today, -2)


def _weekday_of_next_week(read: Read, today: date) -> str | None:
    return _weekday_of_week({**read, "relative_week": 1}, today)


def _weekday_after_next(read: Read, today: date) -> str | None:
    return _weekday_of_week({**read, "relative_week": 2}, today)


def _weekday_of_week(read: Read, today: date) -> str | None:
    return written_day(moved(today, read["relative_week"] * WEEK + read["weekday"] - today.isoweekday()))


def _day_of_month(read: Read, today: date) -> str | None:
    month = either(read, "month", "ordinal_month", "digit_month")
    year = said_year(read, today)
    if year is not None:
        return written(year, month, _day_number(read))
    years = range(today.year, today.year + _YEARS_TO_A_LEAP_DAY)
    return _first_coming(((year, month) for year in years), _day_number(read), today)


def _day_alone(read: Read, today: date) -> str | None:
    this_month = month_count(today)
    months = (divmod(month, MONTHS) for month in range(this_month, this_month + MONTHS))
    return _first_coming(((year, month + 1) for year, month in months), _day_number(read), today)


def _day_of_relative_month(read: Read, today: date) -> str | None:
    year, month = divmod(month_count(today) + read["relative_month"], MONTHS)
    return written(year, month + 1, _day_number(read))


RULES: Final[Mapping[str, Rule]] = {
    "relative_day": _relative_day,
    "present": _present,
    "ago": _ago,
    "ahead": _ahead,
    "after_day": _after_day,
    "before_day": _before_day,
    "coming_weekday": _coming_weekday,
    "weekday_in_weeks": _weekday_in_weeks,
    "weekday_in_a_week": _weekday_in_a_week,
    "past_weekday": _past_weekday,
    "weekday_before_last": _weekday_before_last,
    "weekday_of_next_week": _weekday_of_next_week,
    "weekday_after_next": _weekday_after_next,
    "weekday_of_week": _weekday_of_week,
    "day_of_month": _day_of_month,
    "day_alone": _day_alone,
    "day_of_relative_month": _day_of_relative_month,
}


def _weekday(read: Read, today: date, weeks: int) -> str | None:
    """The coming weekday, today included, and so many weeks on from it."""
    return written_day(moved(today, (read["weekday"] - today.isoweekday()) % WEEK + weeks * WEEK))


def _day_number(read: Read) -> int:
    return either(read, "day", "ordinal_day", "digit_day")


def _first_coming(months: Iterable[tuple[int, int]], day: int, today: date) -> str | None:
    days = (written(year, month, day) for year, month in months)
    return next((day for day in days if day and day >= today.isoformat()), None)
