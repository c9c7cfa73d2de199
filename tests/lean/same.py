"""Whether two serializers come to the same: equal objects all the way down, or the same error in the same words."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from ask_sdk_core import serialize

from skill.lean.serializer import planned

_FOUND = serialize.DefaultSerializer
STOCK = next(kind for kind in _FOUND.__mro__ if kind.__module__ == "ask_sdk_core.serialize")
"""The SDK's own serializer, even where the SDK was made light."""
PLANNED = planned(STOCK)


def outcome(act: Callable[[], Any]) -> Any:
    """What came of it, as plain values that can be compared."""
    try:
        return "gives", _plain(act())
    except Exception as error:
        return "raises", type(error).__name__, str(error)


def _plain(value: Any) -> Any:
    """A value told with its type; of a time only the moment and its offset count, whosever zone it has."""
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value).__name__, [_plain(part) for part in value]
    if isinstance(value, datetime):
        return "datetime", value, value.utcoffset(), value.isoformat()
    if hasattr(value, "deserialized_types"):
        return type(value), {name: _plain(part) for name, part in vars(value).items()}
    return type(value), repr(value)
