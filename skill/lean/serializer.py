"""A serializer with a plan for each class, behind the interface of ask_sdk_core's own.

The stock one looks every class up by its name for every object, rebuilds its map of attributes and parses each type's
notation again. Here that is done once a class. What is plain goes by the plans; whatever is odd in any way, down to a
number where a text should be, is left to the stock serializer as a whole. So objects, extra attributes, errors and
their texts are the same, but for two things: a time's zone is Python's own UTC and not dateutil's, and parts of an
event that the SDK has no class for are taken over and not copied.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skill.lean.odd import Odd
from skill.lean.reading import reader
from skill.lean.writing import written

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType


def with_plans(module: ModuleType, fill: Callable[[], None]) -> None:
    """Let ``ask_sdk_core.serialize`` have the planned serializer as its ``DefaultSerializer``."""
    fill()
    if hasattr(module, "DefaultSerializer"):
        vars(module)["DefaultSerializer"] = planned(module.DefaultSerializer)


def planned(stock: type[Any]) -> type[Any]:
    """The stock serializer's class with plans before it. Classes derived from it do without them."""

    class PlannedSerializer(stock):  # type: ignore[misc]
        """Reads and writes by plans what is plain, and as ``DefaultSerializer`` what is not."""

        def deserialize(self, payload: Any, obj_type: Any) -> Any:
            """An object out of JSON text."""
            try:
                _require(type(self) is PlannedSerializer)
                return reader(obj_type)(json.loads(payload))
            except Exception:  # whatever it is, the stock one raises it too, in its own words
                return super().deserialize(payload, obj_type)

        def from_json(self, value: Any, obj_type: Any) -> Any:
            """An object out of what JSON text was read into; parts of it may be taken over as they are."""
            try:
                _require(type(self) is PlannedSerializer)
                return reader(obj_type)(value)
            except Exception:  # as above
                return super().deserialize(json.dumps(value), obj_type)

        def serialize(self, obj: Any) -> Any:
            """What JSON can carry, out of an object."""
            try:
                _require(type(self) is PlannedSerializer)
                return written(obj)
            except Odd:
                return super().serialize(obj)

    return PlannedSerializer


def _require(is_ours: bool) -> None:
    if not is_ours:
        raise Odd
