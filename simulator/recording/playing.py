"""Saying a script's lines, each at its time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from simulator.errors import SimulatorError
from simulator.recording.errors import ScriptWrong
from simulator.recording.script import Conversation, Line
from simulator.recording.standing_clock import StandingClock
from simulator.recording.turn import Turn
from simulator.recording.turn_taker import TurnTaker

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""When a script begins that names no moment."""


def begins(script: Conversation) -> datetime:
    """The moment of a script's first line."""
    return script.now or MONDAY


def played(script: Conversation, turns: TurnTaker, clock: StandingClock) -> Iterator[Turn]:
    """The turn of each line, of a talk that runs on this clock; raises ScriptWrong for a line that cannot be said."""
    clock.now = begins(script)
    for number, line in enumerate(script.talk, start=1):
        if line.at:
            clock.reach(line.at)
        try:
            yield said(line, turns)
        except SimulatorError as error:
            raise ScriptWrong(f"line {number} of {script.name!r}, {line.you!r}: {error}") from error
        clock.move(timedelta(seconds=script.pace))


def said(line: Line, turns: TurnTaker) -> Turn:
    """Let the time pass that a line names, and say it; what rings meanwhile is part of its turn."""
    if not line.later:
        return turns.turn(line.you)
    passed = turns.turn(f":later {line.later} hours")
    turn = turns.turn(line.you)
    result = replace(turn.result, rang=(*passed.result.rang, *turn.result.rang))
    return replace(turn, number=passed.number, result=result, steps=(*passed.steps, *turn.steps))
