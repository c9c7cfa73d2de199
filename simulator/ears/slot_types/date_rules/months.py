"""Rules for months: "2026-11"."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from simulator.ears.slot_types.date_rules.moving import Read, Rule, month_at, month_count, said_year


def _relative_month(read: Read, today: date) -> str | None:
    return month_at(month_count(today) + read["relative_month"])


def _month(read: Read, today: date) -> str | None:
    coming = today.year + (read["month"] < today.month)
    return _written(said_year(read, today) or coming, read["month"])


def _month_of_this_year(read: Read, today: date) -> str | None:
    return _written(today.year, read["month"])


def _written_month(read: Read, _today: date) -> str | None:
    return _written(read["iso_year"], read["digit_month"])


def _past_month(read: Read, today: date) -> str | None:
    return _written(today.year - (read["month"] >= today.month), read["month"])


def _next_month(read: Read, today: date) -> str | None:
    return _written(today.year + (read["month"] <= today.month), read["month"])


RULES: Final[Mapping[str, Rule]] = {
    "relative_month": _relative_month,
    "month": _month,
    "month_of_this_year": _month_of_this_year,
    "written_month": _written_month,
    "past_month": _past_month,
    "next_month": _next_month,
}


def _written(year: int, month: int) -> str | None:
    return month_at(year * 12 + month - 1)
