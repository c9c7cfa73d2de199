"""The validations of a dialog section, each with what passes and what does not."""

from typing import Any

import pytest

from simulator.dialogs.validation import failed
from simulator.envelope import Json
from simulator.models.dialog_model import DialogSlot
from tests.simulator.dialogs.voyage import asked
from tests.simulator.tea import NOW

MARS = {"value": {"name": "mars", "id": "mars"}}


def _slot(name: str, *validations: Json) -> DialogSlot:
    return DialogSlot.model_validate(asked(name, *validations))


def _passes(name: str, said: str, /, **validation: Any) -> bool:
    held = {"name": name, "value": said}
    return failed(_slot(name, {"prompt": "Wrong", **validation}), held, NOW) is None


def _resolved(*statuses: str, **more: object) -> Json:
    entries = [{"authority": "a", "status": {"code": status}, **more} for status in statuses]
    return {"name": "planet", "value": "red planet", "resolutions": {"resolutionsPerAuthority": entries}}


@pytest.mark.parametrize(
    ("held", "passes"),
    [
        (_resolved("ER_SUCCESS_MATCH"), True),
        (_resolved("ER_SUCCESS_NO_MATCH", "ER_SUCCESS_MATCH"), True),
        (_resolved("ER_SUCCESS_NO_MATCH"), False),
        ({"name": "planet", "value": "mars"}, False),
    ],
)
def test_a_value_resolves_in_some_authority(held: Json, *, passes: bool) -> None:
    slot = _slot("planet", {"type": "hasEntityResolutionMatch", "prompt": "Wrong"})
    assert (failed(slot, held, NOW) is None) == passes


@pytest.mark.parametrize(("kind", "passes"), [("isInSet", True), ("isNotInSet", False)])
def test_a_value_is_in_a_set_by_its_words_or_by_what_they_resolve_to(kind: str, *, passes: bool) -> None:
    assert _passes("planet", "Mars", type=kind, values=["mars", "venus"]) == passes
    assert _passes("planet", "pluto", type=kind, values=["mars", "venus"]) != passes
    slot = _slot("planet", {"type": kind, "prompt": "Wrong", "values": ["MARS"]})
    assert (failed(slot, _resolved("ER_SUCCESS_MATCH", values=[MARS]), NOW) is None) == passes


@pytest.mark.parametrize(
    ("kind", "three", "four", "five"),
    [
        ("isGreaterThan", False, False, True),
        ("isGreaterThanOrEqualTo", False, True, True),
        ("isLessThan", True, False, False),
        ("isLessThanOrEqualTo", True, True, False),
    ],
)
def test_a_number_is_compared_with_four(kind: str, *, three: bool, four: bool, five: bool) -> None:
    assert [_passes("seats", said, type=kind, value="4") for said in ("3", "4", "5")] == [three, four, five]


def test_numbers_are_compared_as_numbers() -> None:
    assert _passes("seats", "10", type="isGreaterThan", value="9")


def test_a_number_that_was_not_understood_passes_no_comparison() -> None:
    assert not _passes("seats", "?", type="isLessThan", value="9")


def test_a_week_is_after_a_day_only_when_all_of_it_is() -> None:
    assert not _passes("day", "2026-W10", type="isGreaterThan", value="2026-03-04")
    assert _passes("day", "2026-W11", type="isGreaterThan", value="2026-03-08")


def test_a_day_is_after_a_week_only_when_the_week_is_over() -> None:
    assert not _passes("day", "2026-03-05", type="isGreaterThan", value="2026-W10")
    assert _passes("day", "2026-03-09", type="isGreaterThan", value="2026-W10")


@pytest.mark.parametrize(("kind", "inside"), [("isInDuration", True), ("isNotInDuration", False)])
def test_a_day_lies_in_the_days_from_today(kind: str, *, inside: bool) -> None:
    span = {"type": kind, "start": "P0D", "end": "P3D"}
    assert [_passes("day", day, **span) for day in ("2026-03-03", "2026-03-04", "2026-03-07", "2026-03-08")] == [
        not inside,
        inside,
        inside,
        not inside,
    ]
    assert _passes("day", "2026-W10", **span) != inside


def test_a_span_may_be_open() -> None:
    assert _passes("day", "2036-03-04", type="isInDuration", start="2026-03-04")
    assert _passes("day", "1999", type="isInDuration", end="P0D")


def test_a_time_lies_between_two_hours() -> None:
    opening = {"type": "isInDuration", "start": "09:00", "end": "17:00"}
    assert [_passes("hour", hour, **opening) for hour in ("08:59", "09:00", "17:00", "17:01")] == [
        False,
        True,
        True,
        False,
    ]


def test_a_span_of_hours_runs_past_midnight() -> None:
    night = {"type": "isInDuration", "start": "PT12H", "end": "PT16H"}
    assert [_passes("hour", hour, **night) for hour in ("21:29", "21:30", "01:30", "01:31")] == [
        False,
        True,
        True,
        False,
    ]


def test_the_first_validation_that_fails_is_the_one_that_is_told() -> None:
    few, many = ({"type": kind, "prompt": kind, "value": "4"} for kind in ("isGreaterThan", "isLessThan"))
    wrong = failed(_slot("seats", few, many), {"name": "seats", "value": "4"}, NOW)
    assert wrong
    assert wrong.prompt == "isGreaterThan"
