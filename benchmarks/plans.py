"""The turns that are measured, each with what leads to it.

They come from a talk with the skill itself, in this process, so that the session's attributes and the answer are
genuine. None of these turns asks one of Alexa's services, or Alexa would be measured.
"""

from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.envelopes import USER, intent, launch, show
from simulator.envelope import SKILL_ID, Json
from skill.bootstrap import build_skill
from skill.settings import Settings


class Plan(NamedTuple):
    """``turn`` is measured; ``before`` is the event before it, whose session has all that was said until then.

    ``answer`` is what our skill answers to the turn. A store in which nobody is known takes the event before for the
    whole talk, and has it when the turn comes.
    """

    before: Json
    turn: Json
    answer: Json
    user: str = USER

    def as_json(self) -> Json:
        """The plan as benchmarks/programs/turns.py reads it."""
        return {"before": self.before, "turn": self.turn, "user": self.user}


def usual() -> Plan:
    """The third turn of a talk about an account."""
    return led(to_the_account(), the_turn())


def to_the_account() -> list[Json]:
    """What somebody says before the turn that is measured."""
    device = show()
    return [intent(device, "AccountIntent", {}, urgent="yes"), intent(device, "TellTriedIntent", {}, tried="yes")]


def the_turn() -> Json:
    """Three facts at once, each resolved, after which nothing is left to ask: the message goes on a card."""
    return intent(show(), "AccountIntent", {}, account_state="stolen", urgent="yes", contact_by="call")


def led(before: Iterable[Json], turn: Json) -> Plan:
    """The plan of these events, talked through: each has the attributes that the answer before it left."""
    handler = build_skill(Settings(skill_id=SKILL_ID))
    events = [launch(show()), *before, turn]
    attributes: Json = {}
    for event in events:
        event["session"]["attributes"] = attributes
        answer = handler(event, None)
        attributes = answer["sessionAttributes"]
    return Plan(events[-2], turn, answer)
