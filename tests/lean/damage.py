"""A JSON value with something wrong in it: what nobody sends, and what somebody sends one day."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

_ODD: tuple[Any, ...] = (
    None, "", "unknown", "2026-13-41T99:00:00Z", "2026-11-22T09:00:00,5Z", "99991231T235960", "٢٠٢٦-11-22T09:00:00Z",
    0, 1, -7, 3.5, 10**400, True, False, [], {}, [None], ["x", 1], {"type": "LaunchRequest"}, {"type": ["x"]},
    {"name": {"name": {}}}, [[[]]], {"attribute_map": {}, "deserialized_types": {}}, "LaunchRequest", "NONE",
)  # fmt: skip
_NAMES = ("extra", "object_type", "request_id", "deserialized_types", "attribute_map", "to_dict", "__class__", "")


def damaged(value: Any, chance: Random, times: int) -> Any:
    """A copy with so many changes, each anywhere: missing, null, of another type, wrapped, unknown, or too much."""
    whole = [deepcopy(value)]
    for _ in range(times):
        places = list(_places(whole))
        holder, key = chance.choice(places)
        chance.choice(_CHANGES)(holder, key, chance)
    return whole[0]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Where something stands: a list or an object, and the index or name in it."""
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(part, dict | list):
            yield from _places(part)


def _replace(holder: Any, key: Any, chance: Random) -> None:
    holder[key] = deepcopy(chance.choice(_ODD))


def _leave_out(holder: Any, key: Any, chance: Random) -> None:
    if isinstance(holder, dict):
        del holder[key]
    else:
        _replace(holder, key, chance)


def _add(holder: Any, key: Any, chance: Random) -> None:
    """Something that is not known: beside the place, or in it, before or after what is there."""
    inside = holder[key] if isinstance(holder[key], dict) else holder
    if isinstance(inside, dict):
        old = dict(inside)
        inside.clear()
        first, second = ({chance.choice(_NAMES): deepcopy(chance.choice(_ODD))}, old)
        inside.update(first if chance.random() < 0.5 else second)
        inside.update(first | second)


def _wrap(holder: Any, key: Any, chance: Random) -> None:
    holder[key] = [holder[key]] if chance.random() < 0.5 else {"value": holder[key]}


def _as_text(holder: Any, key: Any, _: Random) -> None:
    holder[key] = str(holder[key])


_CHANGES = (_replace, _replace, _leave_out, _add, _wrap, _as_text)
