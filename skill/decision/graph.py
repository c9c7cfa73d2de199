"""A model as a Mermaid flowchart, drawn from the same object that is walked."""

from collections.abc import Iterator

from skill.decision.check import can_hold, reachable
from skill.decision.condition import Is, as_text
from skill.decision.model import Ask, Model, Node, Origin, Outcome, Rule


def mermaid(model: Model) -> str:
    """The flowchart's text: questions as diamonds, outcomes rounded, own edges marked, waits dotted."""
    seen = reachable(model)
    nodes = [node for node_id, node in model.nodes.items() if node_id in seen]
    lines = ["flowchart TD", f'    problem(["{model.id.replace("_", " ")}"]) --> {model.start}']
    lines += [f"    {_shape(node)}" for node in nodes]
    lines += [f"    {line}" for node in nodes for line in _edges(model, node)]
    lines += [f"    {line}" for line in _wants(model, seen)]
    return "\n".join(lines) + "\n"


def _shape(node: Node) -> str:
    name = node.id.replace("_", " ")
    match node:
        case Ask():
            return f'{node.id}{{"{name}?"}}'
        case Outcome(solved=True):
            return f'{node.id}((("{name}")))'
        case Outcome():
            channels = ", ".join(dict.fromkeys(pick.channel for pick in node.picks))
            return f'{node.id}(["{name}<br/>{channels}"])'
        case _:
            return f'{node.id}["{name}"]'


def _edges(model: Model, node: Node) -> Iterator[str]:
    for rule in node.rules:
        if not can_hold(model, rule.when):
            continue
        label = _label(node, rule)
        arrow = "-.->" if isinstance(node, Outcome) else "-->"
        yield f'{node.id} {arrow}|"{label}"| {rule.to}' if label else f"{node.id} {arrow} {rule.to}"


def _label(node: Node, rule: Rule) -> str:
    own = " *" if rule.origin is Origin.OWN else ""
    alone = len(node.rules) == 1
    match rule.when:
        case Is(question, values) if question == node.id:
            text = " or ".join(values)
        case _:
            text = "" if alone else as_text(rule.when)
    if isinstance(node, Outcome) and node.wait:
        waited = f"{node.wait.whom} has had {node.wait.hours} h"
        text = f"{waited}, {text}" if text else waited
    return (text + own).strip()


def _wants(model: Model, seen: frozenset[str]) -> Iterator[str]:
    for outcome, wants in model.wants.items():
        if outcome in seen:
            facts = ", ".join(want.question.replace("_", " ") for want in wants)
            yield f'{outcome} -. "asks first" .- wants_{outcome}>"{facts}"]'
