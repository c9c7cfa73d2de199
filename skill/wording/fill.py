"""Filling a message's placeholders. A bad message never raises here: it shows in the tests and in the log."""

import logging
from collections.abc import Mapping

_log = logging.getLogger(__name__)


def fill(id_: str, template: str | None, arguments: Mapping[str, str]) -> str:
    """The template with its ``{placeholders}`` replaced by arguments that already fit where they go."""
    if template is None:
        _log.error("no message %s", id_)
        return ""
    try:
        return template.format_map(arguments)
    except (KeyError, ValueError, IndexError) as wrong:
        _log.error("message %s cannot be filled: %s", id_, type(wrong).__name__)
        return ""


def variant(text: str, turn: int) -> str:
    """The way of saying it that is this turn's: each line of a spoken message is one."""
    ways = text.splitlines() or [""]
    return ways[turn % len(ways)]
