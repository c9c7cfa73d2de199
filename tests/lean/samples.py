"""JSON and objects of every class that the SDK has, made up from what its classes tell of their types."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from functools import cache
from random import Random
from typing import Any

import ask_sdk_model

from skill.lean.reading import class_named

_DEEP = 7
_TIMES = ("2026-11-22T09:00:00Z", "2026-11-22T09:00:00.250Z", "2026-11-22T10:00:00+01:00", "2026-11-22")
_TEXTS = ("", "kettle", "über", "1", "None", "true", "amzn1.ask.skill.x")
_LEAVES: dict[str, tuple[Any, ...]] = {
    "str": _TEXTS,
    "int": (0, 7, -1, 10**20),
    "float": (0.5, 3, -1.25),
    "bool": (True, False),
    "object": ({"a": [1, {"b": None}]}, [1.5, "x"], "text", 4, False),
}


@cache
def modelled() -> tuple[type, ...]:
    """Every class of the SDK that says how it is read and written."""
    return tuple(kind for kind in _classes() if hasattr(kind, "deserialized_types"))


@cache
def enums() -> tuple[type[Enum], ...]:
    """Every enumeration of the SDK."""
    return tuple(kind for kind in _classes() if issubclass(kind, Enum))


def json_of(kind: str, chance: Random, depth: int = 0) -> Any:
    """A JSON value as Alexa might send for a type in the SDK's notation."""
    if kind == "datetime":
        return chance.choice(_TIMES)
    if kind in _LEAVES:
        return chance.choice(_LEAVES[kind])
    if kind.startswith("list["):
        return [json_of(kind[5:-1], chance, depth + 1) for _ in range(_some(chance, depth))]
    if kind.startswith("dict("):
        of = kind[5:-1].partition(", ")[2]
        return {f"k{number}": json_of(of, chance, depth + 1) for number in range(_some(chance, depth))}
    return _json_of_class(class_named(kind), chance, depth)


def object_of(kind: Any, chance: Random, depth: int = 0) -> Any:
    """An object as a skill might build it, with any kind of value in any place."""
    if issubclass(kind, Enum):
        return chance.choice(list(kind))
    made = kind() if not inspect.isabstract(kind) else chance.choice(_concrete(kind))()
    for attribute in made.deserialized_types:
        if chance.random() < 0.7:
            setattr(made, attribute, _anything(chance, depth + 1))
    return made


def _json_of_class(kind: Any, chance: Random, depth: int) -> Any:
    if issubclass(kind, Enum):
        return chance.choice(list(kind)).value
    told = {}
    if hasattr(kind, "get_real_child_model"):
        value = chance.choice(sorted(kind.discriminator_value_class_map))
        told = {kind.json_discriminator_key: value}
        kind = class_named(kind.discriminator_value_class_map[value])
    filled = 0.85 if depth < 3 else 0.3 if depth < _DEEP else 0
    types = {kind.attribute_map[attribute]: of for attribute, of in kind.deserialized_types.items()}
    fields = {name: json_of(of, chance, depth + 1) for name, of in types.items() if chance.random() < filled}
    return fields | told


def _anything(chance: Random, depth: int) -> Any:
    if depth < 4 and chance.random() < 0.4:
        return object_of(chance.choice(modelled() + enums()), chance, depth)
    return chance.choice(_VALUES)(chance, depth)


def _many(chance: Random, depth: int) -> list[Any]:
    return [_anything(chance, depth + 1) for _ in range(_some(chance, depth))]


_VALUES = (
    lambda chance, _: chance.choice(_TEXTS),
    lambda chance, _: chance.choice((None, 0, 1.5, True, b"bytes", 10**30)),
    lambda chance, _: chance.choice((Decimal(3), Decimal("2.5"))),
    lambda chance, _: datetime(2026, 11, 22, tzinfo=UTC) + timedelta(seconds=chance.random() * 1e6),
    lambda *_: datetime(2026, 11, 22, tzinfo=timezone(timedelta(hours=1))).date(),
    _many,
    lambda chance, depth: tuple(_many(chance, depth)),
    lambda chance, depth: {f"k{number}": part for number, part in enumerate(_many(chance, depth))},
)


def _some(chance: Random, depth: int) -> int:
    return chance.randrange(3) if depth < _DEEP else 0


@cache
def _concrete(kind: type) -> tuple[type, ...]:
    return tuple(one for one in modelled() if issubclass(one, kind) and not inspect.isabstract(one))


@cache
def _classes() -> tuple[type, ...]:
    found: dict[type, None] = {}
    for module in _modules():
        own = [thing for thing in vars(module).values() if inspect.isclass(thing)]
        found |= dict.fromkeys(kind for kind in own if kind.__module__ == module.__name__)
    return tuple(found)


def _modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(ask_sdk_model.__path__, "ask_sdk_model."):
        yield importlib.import_module(found.name)
