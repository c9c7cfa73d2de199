"""Toy decisions: as small as a decision can be, to try one thing at a time."""

from collections.abc import Mapping
from typing import Any

from skill.decision.check import drawn
from skill.decision.condition import Always
from skill.decision.expects import YES_NO, Choice, Expects, Text
from skill.decision.message import Message, Part
from skill.decision.model import Model, Node, Outcome, Pick, Question, Rule, Wait

_EXPECTED: Mapping[str, Expects] = {
    "hungry": YES_NO,
    "taste": Choice(("sweet", "salty")),
    "dish": Text(longest=20),
    "served": YES_NO,
    "guest": Text(longest=20),
}
QUESTIONS = {id_: Question(id_, expects) for id_, expects in _EXPECTED.items()}
"""What the toys can ask. No toy asks all of it."""

NOTE = Message("note", ((Part("please"),),))
"""A message with one part that is always true."""


def told(id_: str, *rules: Rule, wait: Wait | None = None) -> Outcome:
    """An outcome with one channel, the counter."""
    return Outcome(id_, picks=(Pick(Always(), "COUNTER"),), wait=wait, rules=rules)


def toy(*nodes: Node, start: str = "hungry", **fields: Any) -> Model:
    """A decision of these nodes, with a message for each outcome's channel, unless told otherwise."""
    messages = {(node.id, "COUNTER"): NOTE for node in nodes if isinstance(node, Outcome) and not node.solved}
    given: dict[str, Any] = {"questions": QUESTIONS, "messages": messages} | fields
    return drawn(Model(id="toy", version=1, start=start, intake=nodes, **given))
