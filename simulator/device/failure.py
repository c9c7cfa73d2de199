"""Telling a developer why their skill failed: Alexa's own line tells a person nothing."""

import traceback

from simulator.device.turn_result import TurnResult


def why_it_failed(result: TurnResult) -> str:
    """The traceback of a skill that raised; empty for any other turn."""
    cause = result.failure.__cause__ if result.failure else None
    return "".join(traceback.format_exception(cause)) if cause else ""
