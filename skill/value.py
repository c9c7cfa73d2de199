"""Plain frozen values: what ``@dataclass(frozen=True)`` gives, without the code that it writes for every class.

A cold start makes seventy such classes. The standard decorator compiles six functions for each of them, which took
longer than all of Amazon's SDK (docs/performance.md); here one set of functions serves them all. Type checkers see a
dataclass (PEP 681).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform

NOTHING: Mapping[Any, Any] = MappingProxyType({})
"""The default of a field that maps: empty, and the same one for everybody."""


@dataclass_transform(frozen_default=True)
class Value:
    """Base of the frozen values. A subclass names its fields by annotation, with a default or without.

    Equal when of one class and equal in all fields; hashable when all fields are; made by position or by name.
    Raises ``TypeError`` when a field is missing, unknown or given twice, and ``AttributeError`` when one is set.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _names: ClassVar[frozenset[str]] = frozenset()
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        own = [name for name, kind in vars(cls).get("__annotations__", {}).items() if not _of_the_class(kind)]
        cls._fields = (*cls._fields, *(name for name in own if name not in cls._names))
        cls._names = frozenset(cls._fields)
        cls._defaults = cls._defaults | {name: vars(cls)[name] for name in own if name in vars(cls)}
        setattr(cls, "__match_args__", cls._fields)  # noqa: B010 - type checkers make it themselves, and allow no other

    def __init__(self, *given: Any, **named: Any) -> None:
        names, fields = self._fields, self.__dict__
        fields.update(self._defaults, **named)
        if given:
            fields.update(zip(names, given, strict=False))
        if len(fields) != len(names) or len(given) > len(names) or (named and self._misnamed(len(given), named)):
            raise TypeError(_complaint(type(self), len(given), named))

    def _misnamed(self, given: int, named: Mapping[str, object]) -> bool:
        """Whether one of the names is no field, or one that is given by position already."""
        return not (named.keys() <= self._names and named.keys().isdisjoint(self._fields[:given]))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        mine, theirs = self.__dict__, other.__dict__
        return [mine[name] for name in self._fields] == [theirs[name] for name in self._fields]

    def __hash__(self) -> int:
        return hash((type(self), *map(self.__dict__.__getitem__, self._fields)))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self._fields)
        return f"{type(self).__qualname__}({told})"


_Kind = TypeVar("_Kind", bound=Value)


def replace(value: _Kind, **changes: Any) -> _Kind:
    """The value with other values in these fields. Raises ``TypeError`` when it has no field of such a name.

    What was worked out from the fields and is kept beside them (``cached_property``) is left behind.
    """
    kind, old = type(value), value.__dict__
    if not changes.keys() <= kind._names:
        raise TypeError(_complaint(kind, 0, changes))
    made = kind.__new__(kind)
    only_fields = len(old) == len(kind._fields)
    made.__dict__.update(old if only_fields else {name: old[name] for name in kind._fields}, **changes)
    return made


def _of_the_class(annotation: object) -> bool:
    """Whether an annotation, which may stand there as text, is that of the class itself and not of a field."""
    if isinstance(annotation, str):
        return annotation.startswith("ClassVar")
    return getattr(annotation, "__origin__", None) is ClassVar


def _complaint(kind: type[Value], given: int, named: Mapping[str, object]) -> str:
    fields = ", ".join(kind._fields)
    return (
        f"{kind.__qualname__} has the fields ({fields}), and got {given} by position and ({', '.join(named)}) by name"
    )
