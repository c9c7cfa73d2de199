"""The base of the frozen values does what a frozen dataclass does."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import replace as standard_replace
from typing import Any, ClassVar

import pytest

from skill.value import NOTHING, Value, replace


class Place(Value):
    """A value with a field that must be given, two that need not, and a name of the class's own."""

    name: str
    floor: int = 0
    marks: object = NOTHING
    kind: ClassVar[str] = "place"


class Room(Place):
    """A value with one field more, and another default for an old one."""

    floor: int = 1
    door: str = "left"


class Hut(Value):
    """A value whose annotations are texts, as ``from __future__ import annotations`` leaves them."""

    name: "str"
    beds: "int" = 2
    kind: "ClassVar[str]" = "hut"


@dataclass(frozen=True)
class Standard:
    """The same, by the standard decorator."""

    name: str
    floor: int = 0


def test_values_are_made_by_position_and_by_name_and_have_their_defaults() -> None:
    assert Room("hall", door="right") == Room("hall", 1, NOTHING, "right")
    assert (Room("hall").floor, Room("hall").door, Room("hall").kind) == (1, "left", "place")


def test_values_are_equal_by_class_and_fields_and_hashable_like_them() -> None:
    assert Place("hall") == Place("hall")
    assert Place("hall") != Place("attic")
    assert Place("hall", 1) != Room("hall", 1)
    assert len({Place("hall", 1, 2), Place("hall", 1, 2), Place("attic", 1, 2)}) == 2
    with pytest.raises(TypeError):
        hash(Place("hall", marks={}))


def test_what_is_worked_out_later_and_kept_beside_the_fields_changes_no_equality() -> None:
    one, other = Place("hall"), Place("hall")
    vars(one)["_worked_out"] = 1
    assert one == other
    assert "_worked_out" not in vars(replace(one, floor=2))


def test_annotations_may_be_texts() -> None:
    assert Hut("alm") == Hut("alm", beds=2)
    assert repr(Hut("alm")) == "Hut(name='alm', beds=2)"
    assert Hut.kind == "hut"


def test_a_value_cannot_be_changed() -> None:
    place = Place("hall")
    with pytest.raises(AttributeError, match="name is frozen"):
        place.name = "attic"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="name is frozen"):
        del place.name
    assert place == Place("hall")


@pytest.mark.parametrize(
    "make",
    [
        lambda kind: kind(),
        lambda kind: kind(floor=1),
        lambda kind: kind("hall", 1, 2, 3, 4),
        lambda kind: kind("hall", name="attic"),
        lambda kind: kind("hall", colour="red"),
        lambda kind: kind(colour="red"),
    ],
)
def test_fields_that_are_missing_or_too_many_are_refused_as_the_standard_refuses_them(
    make: Callable[[Any], object],
) -> None:
    for kind in (Standard, Place):
        with pytest.raises(TypeError):
            make(kind)


def test_a_replaced_field_leaves_the_old_value_alone() -> None:
    place = Room("hall")
    assert replace(place, floor=3) == Room("hall", 3)
    assert place == Room("hall")


def test_a_field_that_is_not_there_cannot_be_replaced() -> None:
    colour: dict[str, Any] = {"colour": "red"}
    with pytest.raises(TypeError):
        standard_replace(Standard("hall"), **colour)
    with pytest.raises(TypeError):
        replace(Place("hall"), **colour)


def test_values_match_by_position_and_show_their_fields() -> None:
    match Room("hall", 2):
        case Room(name, floor):
            assert (name, floor) == ("hall", 2)
    assert repr(Place("hall", marks=None)) == "Place(name='hall', floor=0, marks=None)"
