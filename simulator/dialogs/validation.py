"""Whether a slot's value is one that the model's validations take. Source: validate-slot-values.

What cannot be compared at all, such as "in the morning" with half past nine, does not pass.
"""

from collections.abc import Iterator
from datetime import datetime

from simulator.dialogs.several_values import values_of
from simulator.ears.heard import MATCH
from simulator.envelope import Json
from simulator.judge.response import as_object, as_objects
from simulator.models.dialog_model import Comparison, DialogSlot, Match, SetOfValues, Span, Validation
from simulator.models.stretch import Stretch, stretch

_DAY_OF_MINUTES = 24 * 60


def failed(slot: DialogSlot, held: Json, now: datetime) -> Validation | None:
    """The first validation, in the model's order, that a value of the slot object does not pass."""
    values = list(values_of(held))
    return next(
        (one for one in slot.validations if not all(_passes(one, slot.type, value, now) for value in values)), None
    )


def _passes(validation: Validation, slot_type: str, held: Json, now: datetime) -> bool:
    value = str(held.get("value", ""))
    match validation:
        case Match():
            return any(as_object(entry.get("status")).get("code") == MATCH for entry in _authorities(held))
        case SetOfValues():
            known = {one.casefold() for one in validation.values}
            inside = any(name.casefold() in known for name in (value, *_names(held)))
            return inside == (validation.type == "isInSet")
    said = stretch(slot_type, value, now)
    if said is None:
        return False
    if isinstance(validation, Comparison):
        other = stretch(slot_type, validation.value, now)
        return other is not None and _compares(validation.type, said, other)
    return _inside(validation, slot_type, said, now) == (validation.type == "isInDuration")


def _compares(how: str, said: Stretch, other: Stretch) -> bool:
    return {
        "isGreaterThan": said.first > other.last,
        "isGreaterThanOrEqualTo": said.first >= other.first,
        "isLessThan": said.last < other.first,
        "isLessThanOrEqualTo": said.last <= other.last,
    }[how]


def _inside(span: Span, slot_type: str, said: Stretch, now: datetime) -> bool:
    start = stretch(slot_type, span.start, now) if span.start else None
    end = stretch(slot_type, span.end, now) if span.end else None
    # A span of time may run past midnight: half past twelve is in the two hours after eleven.
    later = _DAY_OF_MINUTES if slot_type == "AMAZON.TIME" else 0
    return any(
        (start is None or start.first <= said.first + shift) and (end is None or said.last + shift <= end.last)
        for shift in (0, later)
    )


def _authorities(held: Json) -> list[Json]:
    return as_objects(as_object(held.get("resolutions")).get("resolutionsPerAuthority"))


def _names(held: Json) -> Iterator[str]:
    for authority in _authorities(held):
        for value in as_objects(authority.get("values")):
            yield str(as_object(value.get("value")).get("name", ""))
