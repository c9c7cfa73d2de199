"""A model as a Mermaid flowchart, drawn from the same object that is walked."""

from collections.abc import Iterator

from skill.decision.model import Ask, Model, Node, Origin, Outcome
from skill.decision.outline import WayOn, asked_first, channels, in_words, name, places, ways_on


def mermaid(model: Model) -> str:
    """The flowchart's text: questions as diamonds, outcomes rounded, own edges marked, waits dotted."""
    nodes = places(model)
    lines = ["flowchart TD", f'    problem(["{in_words(model.id)}"]) --> {model.start}']
    lines += [f"    {_shape(node)}" for node in nodes]
    lines += [f"    {_edge(way)}" for node in nodes for way in ways_on(model, node)]
    lines += [f"    {line}" for line in _wants(model, nodes)]
    return "\n".join(lines) + "\n"


def _shape(node: Node) -> str:
    match node:
        case Ask():
            return f'{node.id}{{"{name(node)}"}}'
        case Outcome(solved=True):
            return f'{node.id}((("{name(node)}")))'
        case Outcome():
            return f'{node.id}(["{name(node)}<br/>{", ".join(channels(node))}"])'
        case _:
            return f'{node.id}["{name(node)}"]'


def _edge(way: WayOn) -> str:
    arrow = "-.->" if way.waits else "-->"
    label = f"{way.label}{' *' if way.rule.origin is Origin.OWN else ''}".strip()
    said = f'{arrow}|"{label}"|' if label else arrow
    return f"{way.node.id} {said} {way.rule.to}"


def _wants(model: Model, nodes: list[Node]) -> Iterator[str]:
    drawn = {node.id: node for node in nodes}
    for outcome in model.wants:
        if outcome in drawn:
            facts = ", ".join(asked_first(model, drawn[outcome]))
            yield f'{outcome} -. "asks first" .- wants_{outcome}>"{facts}"]'
