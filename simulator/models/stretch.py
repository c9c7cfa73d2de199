"""Slot values that can be compared: each as a stretch, from its first to its last point, on one line.

A number is one point, a day is one point, "this week" is seven days, half past nine is one minute. What cannot be
compared ("?", "in the morning", a season) has no stretch. Forms of dates and times: slot-type-reference.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import NamedTuple

_DATE = "AMAZON.DATE"
_TIME = "AMAZON.TIME"
_NOW = "PRESENT_REF"
_LENGTH = re.compile(
    r"(?P<back>-?)P(?=.)(?:(?P<years>-?\d+)Y)?(?:(?P<months>-?\d+)M)?(?:(?P<weeks>-?\d+)W)?(?:(?P<days>-?\d+)D)?"
    r"(?:T(?:(?P<hours>-?\d+)H)?(?:(?P<minutes>-?\d+)M)?)?"
)


class Stretch(NamedTuple):
    """From the first point to the last, both included: numbers, ordinals of days, or minutes of today."""

    first: float
    last: float


def stretch(slot_type: str, value: str, now: datetime) -> Stretch | None:
    """The stretch of a slot's value, or of a value that it is compared with; ``now`` is where the device stands."""
    with suppress(ValueError, OverflowError):
        if slot_type == _DATE:
            return _days(now.date() if value == _NOW else value, now)
        if slot_type == _TIME:
            return _minutes(now, value)
        return Stretch(float(value), float(value))
    return None


def _days(value: date | str, now: datetime) -> Stretch | None:
    if isinstance(value, date):
        return Stretch(value.toordinal(), value.toordinal())
    if length := _LENGTH.fullmatch(value):
        return _days(_after(now, length).date(), now)
    for form, days in _DATE_FORMS:
        if found := re.fullmatch(form, value):
            first, last = days(*(int(part) for part in found.groups()))
            return Stretch(first.toordinal(), last.toordinal())
    return None


def _minutes(now: datetime, value: str) -> Stretch | None:
    if value == _NOW:
        value = "PT0M"
    if length := _LENGTH.fullmatch(value):
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        minute = (_after(now, length) - midnight) // timedelta(minutes=1)
    elif found := re.fullmatch(r"([01]\d|2[0-4]):([0-5]\d)", value):
        minute = 60 * int(found[1]) + int(found[2])
    else:
        return None
    return Stretch(minute, minute)


def _after(now: datetime, length: re.Match[str]) -> datetime:
    sign = -1 if length["back"] else 1
    part = {name: sign * int(number) for name, number in length.groupdict().items() if name != "back" and number}
    months = 12 * now.year + now.month - 1 + 12 * part.pop("years", 0) + part.pop("months", 0)
    year, month = months // 12, months % 12 + 1
    return now.replace(year=year, month=month, day=min(now.day, monthrange(year, month)[1])) + timedelta(**part)


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _weekdays(first: int) -> Callable[[int, int], tuple[date, date]]:
    return lambda year, week: (date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, 7))


def _day(year: int, month: int, day: int) -> tuple[date, date]:
    return date(year, month, day), date(year, month, day)


_DATE_FORMS: tuple[tuple[str, Callable[..., tuple[date, date]]], ...] = (
    (r"(\d{4})-(\d\d)-(\d\d)", _day),
    (r"(\d{4})-(\d\d)", _month),
    (r"(\d{4})-W(\d\d?)", _weekdays(1)),
    (r"(\d{4})-W(\d\d?)-WE", _weekdays(6)),
    (r"(\d{4})", lambda year: (date(year, 1, 1), date(year, 12, 31))),
    (r"(\d{3})X", lambda decade: (date(10 * decade, 1, 1), date(10 * decade + 9, 12, 31))),
)
