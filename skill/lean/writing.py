"""Plans for making what JSON can carry out of the SDK's objects: one function a type, made when it is first met."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from skill.lean.odd import Odd

if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[[Any], Any]

_LEAVES = frozenset({str, int, bool, float, bytes, type(None)})
IS_JSON = "is_json"
"""The attribute by which a class derived from dict promises to hold nothing but JSON, so that it is not copied."""

_writers: dict[type, Write] = {}


def written(value: Any) -> Any:
    """The value for JSON. Raises ``Odd`` where a class in it is not like the SDK's others."""
    kind = type(value)
    if kind in _LEAVES:
        return value
    write = _writers.get(kind)
    if write is None:
        write = _writers[kind] = _made_for(kind)
    return write(value)


def _made_for(kind: type) -> Write:
    """In the stock serializer's order. Whatever else it can write is rare, and left to it."""
    if issubclass(kind, str | int | float | bytes):
        return _itself
    if issubclass(kind, list):
        return _list
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, dict):
        return _itself if getattr(kind, IS_JSON, False) else _dict
    if not hasattr(kind, "deserialized_types"):
        raise Odd
    return _object(kind)


def _itself(value: Any) -> Any:
    return value


def _list(value: Any) -> Any:
    return [part if type(part) in _LEAVES else written(part) for part in value]


def _dict(value: Any) -> Any:
    return {name: part if type(part) in _LEAVES else written(part) for name, part in value.items()}


def _object(kind: Any) -> Write:
    types, names = kind.deserialized_types, getattr(kind, "attribute_map", {})
    plan = tuple((attribute, names.get(attribute, attribute)) for attribute in types)

    def write(value: Any) -> Any:
        if value.deserialized_types is not types or getattr(value, "attribute_map", names) is not names:
            raise Odd
        made = {}
        for attribute, name in plan:
            part = getattr(value, attribute)
            if part is not None:
                made[name] = part if type(part) in _LEAVES else written(part)
        return made

    return write
