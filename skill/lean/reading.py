"""Plans for making the SDK's objects out of JSON values: one function a type, made when the type is first met."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from skill.lean.odd import Odd

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[Any], Any]
    """Makes an object of one type out of a JSON value. Where it raises, whatever it is, it must not be used."""

_PLAIN = {"str": str, "int": int, "bool": bool}
_readers: dict[Any, Read] = {}


def reader(kind: Any) -> Read:
    """What reads a type, told as a class or in the SDK's notation: ``list[a.b.C]``, ``dict(str, a.b.C)``, ``str``."""
    found = _readers.get(kind)
    if found is None:
        found = _readers[kind] = _made_for(kind)
    return found


def _made_for(kind: Any) -> Read:
    if not isinstance(kind, str):
        return _model(kind)
    if kind.startswith("list[") and kind.endswith("]") and "," not in kind:
        return _list_of(kind[5:-1].strip())
    if kind.startswith("dict(") and kind.endswith(")") and ", " in kind:
        return _dict_of(kind[5:-1].partition(", ")[2])
    if kind in _PLAIN:
        return _exactly(_PLAIN[kind])
    return _OTHERS.get(kind) or _model(class_named(kind))


def class_named(name: str) -> Any:
    """The class at a dotted path."""
    module, _, attribute = name.rpartition(".")
    return getattr(__import__(module, fromlist=[attribute]), attribute)


def _exactly(kind: type) -> Read:
    def read(value: Any) -> Any:
        if type(value) is kind or value is None:
            return value
        raise Odd

    return read


def _number(value: Any) -> Any:
    if type(value) is int:
        return float(value)
    if type(value) is float or value is None:
        return value
    raise Odd


def _moment(value: Any) -> Any:
    """A time as Alexa writes it: 2026-11-22T10:00:00Z, perhaps with thousandths."""
    if value is None:
        return None
    is_plain = type(value) is str and value[:2] == "20" and value[4:20:3] in ("--T::Z", "--T::.") and value[-1] == "Z"
    if is_plain and len(value) in (20, 24):
        return datetime.fromisoformat(value)
    raise Odd


_OTHERS: dict[str, Read] = {"float": _number, "datetime": _moment, "object": lambda value: value}


def _list_of(kind: str) -> Read:
    def read(value: Any) -> Any:
        if type(value) is list:
            one = reader(kind)
            return [one(part) for part in value]
        if value is None:
            return None
        raise Odd

    return read


def _dict_of(kind: str) -> Read:
    def read(value: Any) -> Any:
        if value is None:
            return None
        one = reader(kind)
        return {name: one(part) for name, part in value.items()}

    return read


def _model(kind: Any) -> Read:
    if issubclass(kind, Enum):
        return _one_of({member.value: member for member in kind.__members__.values()})
    if not hasattr(kind, "deserialized_types"):
        raise Odd
    return _by_discriminator(kind) if hasattr(kind, "get_real_child_model") else object_reader(kind)


def _one_of(members: dict[Any, Any]) -> Read:
    return lambda value: None if value is None else members[value]


def _by_discriminator(kind: Any) -> Read:
    made: dict[str, Read] = {}

    def read(value: Any) -> Any:
        if value is None:
            return None
        name = kind.get_real_child_model(value)
        one = made.get(name)
        if one is None:
            one = made[name] = object_reader(class_named(name))
        return one(value)

    return read


def attributes_of(kind: Any) -> dict[str, str]:
    """The attributes of a class by their names in JSON. Raises ``Odd`` where two have the same."""
    names = {**getattr(kind, "attribute_map", {})}
    names |= {attribute: attribute for attribute in kind.deserialized_types if attribute not in names}
    attributes = {name: attribute for attribute, name in names.items()}
    if len(attributes) != len(names) or not names.keys() <= kind.deserialized_types.keys():
        raise Odd
    return attributes


def object_reader(kind: Any) -> Read:
    """What reads objects of a class of the SDK. Raises ``Odd`` for a class that is not like the others."""
    attributes, types = attributes_of(kind), kind.deserialized_types
    plan: dict[str, tuple[str, Any, Read]] = {}

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            if value is None:
                return None
            raise Odd
        made = kind()
        unknown = False
        for name, part in value.items():
            step = plan.get(name)
            if step is None:
                if name not in attributes:
                    unknown = True
                    continue
                told = types[attributes[name]]
                step = plan[name] = (attributes[name], _PLAIN.get(told), reader(told))
            attribute, plain, read_part = step
            setattr(made, attribute, part if type(part) is plain else read_part(part))
        if unknown:
            for name in value.keys() - attributes.keys():
                setattr(made, name, value[name])
        return made

    return read
