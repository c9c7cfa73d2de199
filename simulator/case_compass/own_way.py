"""The decision of Case Compass that a person is in, and the way that their answers have taken."""

from datetime import datetime
from itertools import pairwise

from simulator.envelope import Json
from simulator.under_test.way import Kind, Way, WayEdge, WayNode
from skill.conversation.state import Case
from skill.decision.condition import holds
from skill.decision.model import Ask, Model, Node, Outcome, Rule
from skill.decision.models import MODELS
from skill.decision.outline import WayOn, asked_first, channels, in_words, name, places, ways_on
from skill.decision.walk import Place, walk
from skill.errors import RecordUnreadable
from skill.record import decode

PROBLEM = "problem"
"""The id of the drawing's first place, which is no node of a model."""


def way_of(record: Json, now: datetime) -> Way | None:
    """The way of the case that is talked about, or of the last one; None without cases, or for a foreign record."""
    try:
        state = decode(record, MODELS)
    except RecordUnreadable:
        return None
    case = state.case or (state.cases[-1] if state.cases else None)
    return _way(MODELS[case.model], case, now) if case else None


def _way(model: Model, case: Case, now: datetime) -> Way:
    place = walk(model, case.answers, now=now, reached=case.reached, postponed=case.postponed)
    nodes, taken = places(model), _taken(model, place)
    start = WayNode(PROBLEM, in_words(model.id), "start", taken=True)
    into = WayEdge(PROBLEM, model.start, "", taken=True)
    return Way(
        model.id,
        (start, *(_node(model, node, place) for node in nodes)),
        (into, *(_edge(way, taken) for node in nodes for way in ways_on(model, node))),
        place.asking,
        place.channel,
    )


def _node(model: Model, node: Node, place: Place) -> WayNode:
    wanted = asked_first(model, node)
    notes = (*channels(node), *([f"asks first: {', '.join(wanted)}"] if wanted else []))
    return WayNode(node.id, name(node), _kind(node), notes, node.id in place.path, node.id == place.path[-1])


def _kind(node: Node) -> Kind:
    match node:
        case Ask():
            return "question"
        case Outcome(solved=True):
            return "solved"
        case Outcome():
            return "outcome"
        case _:
            return "step"


def _edge(way: WayOn, taken: list[tuple[str, Rule]]) -> WayEdge:
    # Places may share a rule, so that it says nothing without its place.
    passed = any(node_id == way.node.id and rule is way.rule for node_id, rule in taken)
    return WayEdge(way.node.id, way.rule.to, way.label, way.waits, passed)


def _taken(model: Model, place: Place) -> list[tuple[str, Rule]]:
    """The rules that were followed, each with its place."""
    return [(here, _rule(model.nodes[here], there, place)) for here, there in pairwise(place.path)]


def _rule(node: Node, target: str, place: Place) -> Rule:
    """The rule that leads from a node to a target; of several, the one that holds."""
    leading = [rule for rule in node.rules if rule.to == target]
    return next((rule for rule in leading if holds(rule.when, place.facts)), leading[0])
