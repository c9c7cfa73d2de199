"""Session attributes that go back as they came, where a request changes nothing."""

import json
from typing import Any

_DEEPEST = 50
"""Levels of attributes. Ours have seven; some writers of JSON give up at 254."""


def as_they_came(attributes: object) -> dict[str, Any]:
    """The attributes; none when they aren't an object that every writer of strict JSON can write.

    Lambda's runtime takes more for JSON than it can write: NaN, and half a character.
    """
    if not isinstance(attributes, dict):
        return {}
    try:
        json.dumps(attributes, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return {}
    return attributes if _is_shallow(attributes, _DEEPEST) else {}


def _is_shallow(value: Any, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return True
    inside = value.values() if isinstance(value, dict) else value
    return levels > 0 and all(_is_shallow(part, levels - 1) for part in inside)
