"""Replaying a script with a skill that knows nobody yet, line by line."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import uuid4

from simulator.recording.comparison import Comparison, compared
from simulator.recording.overheard import overheard, steps_of
from simulator.recording.playing import begins, played
from simulator.recording.same_skill import unknown_to_it
from simulator.recording.script import Line, Script
from simulator.recording.standing_clock import StandingClock
from simulator.recording.turn import Turn
from simulator.recording.turn_taker import TurnTaker
from simulator.talk.household import Household, Place
from simulator.talk.talk import Talk
from simulator.under_test.skill_under_test import SkillUnderTest


class ReplayedLine(NamedTuple):
    """A line, the turn that it brings now, and what differs."""

    line: Line
    turn: Turn
    comparison: Comparison

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.comparison.changed or self.comparison.failed)


def replayed(script: Script, skill: SkillUnderTest) -> Iterator[ReplayedLine]:
    """Each line as it goes now, by a person whom the skill has never met; raises ScriptWrong for one that cannot be.

    Where the skill keeps a memory that cannot be had afresh, the person's id alone is new.
    """
    fresh = overheard(unknown_to_it(skill))
    clock = StandingClock(begins(script))
    user = f"amzn1.ask.account.REPLAY{uuid4().hex.upper()}"
    if script.record is not None and fresh.inside:
        fresh.inside.put_record(user, script.record, clock())
    talk = Talk(Household(fresh, clock).device, Place(script.locale, user))
    turns = TurnTaker(talk, lambda: steps_of(fresh))
    for line, turn in zip(script.talk, played(script, turns, clock), strict=True):
        reminders = talk.device.account.reminders.set_ones(clock())
        yield ReplayedLine(line, turn, compared(line, turn.result, len(reminders)))
