"""What any drawing of a model shows: its places, the ways on with what they say, and what an outcome asks first."""

from collections.abc import Iterator
from typing import NamedTuple

from skill.decision.check import can_hold, reachable
from skill.decision.condition import Is, as_text
from skill.decision.model import Ask, Model, Node, Outcome, Rule


class WayOn(NamedTuple):
    """A rule of a node that can hold, and when it does in short words, which are empty for the only way on."""

    node: Node
    rule: Rule
    label: str

    @property
    def waits(self) -> bool:
        """Whether it opens only when somebody's time to answer is over."""
        return isinstance(self.node, Outcome)


def places(model: Model) -> list[Node]:
    """The nodes that some answers lead to, in the model's order; the shared drawing has more."""
    seen = reachable(model)
    return [node for node_id, node in model.nodes.items() if node_id in seen]


def ways_on(model: Model, node: Node) -> Iterator[WayOn]:
    """The ways on from a node, in the order in which they are tried."""
    return (WayOn(node, rule, _label(node, rule)) for rule in node.rules if can_hold(model, rule.when))


def asked_first(model: Model, node: Node) -> list[str]:
    """The facts that an outcome asks for before it is told, in words."""
    return [in_words(want.question) for want in model.wants.get(node.id, ())]


def channels(node: Node) -> list[str]:
    """The channels that an outcome may pick, by id."""
    return list(dict.fromkeys(pick.channel for pick in node.picks)) if isinstance(node, Outcome) else []


def name(node: Node) -> str:
    """What a node is called: a question ends in its mark."""
    return f"{in_words(node.id)}?" if isinstance(node, Ask) else in_words(node.id)


def in_words(id_: str) -> str:
    """An id as people would write it."""
    return id_.replace("_", " ")


def _label(node: Node, rule: Rule) -> str:
    match rule.when:
        case Is(question, values) if question == node.id:
            text = " or ".join(values)
        case _:
            text = "" if len(node.rules) == 1 else as_text(rule.when)
    if isinstance(node, Outcome) and node.wait:
        waited = f"{node.wait.whom} has had {node.wait.hours} h"
        text = f"{waited}, {text}" if text else waited
    return text
