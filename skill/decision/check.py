"""Whether a model can be walked from every side.

A start does not wait for this: the tests check every model, and so does whoever draws or packs them.
"""

from collections.abc import Iterator

from skill.decision.condition import Always, Both, Condition, Either, Is, Unknown, leaves
from skill.decision.expects import Choice
from skill.decision.model import Ask, Model, Outcome
from skill.errors import DrawnWrongly


def drawn(model: Model) -> Model:
    """The model, once it is shown to be walkable. Raises ``DrawnWrongly`` with every fault, each with its place."""
    found = faults(model)
    if found:
        raise DrawnWrongly(f"decision '{model.id}' is drawn wrongly:\n" + "\n".join(f"- {x}" for x in found))
    return model


def faults(model: Model) -> list[str]:
    """Every fault of the drawing, as sentences that name the node."""
    if model.start not in model.nodes:
        return [f"start: there is no node '{model.start}'"]
    unknown = list(_unknown_targets(model))
    if unknown:
        return unknown
    checks = (
        _twice,
        _last_resorts,
        _strangers,
        _circles,
        _dead_ends,
        _outcomes,
        _unreachable,
        _wants,
        _follows,
        _words,
    )
    return [fault for check in checks for fault in check(model)]


def reachable(model: Model) -> frozenset[str]:
    """The ids of the nodes that can be reached from the start with what the decision gives."""
    seen: set[str] = set()
    todo = [model.start]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            todo.extend(rule.to for rule in model.nodes[here].rules if can_hold(model, rule.when))
    return frozenset(seen)


def _unknown_targets(model: Model) -> Iterator[str]:
    for node in model.nodes.values():
        for rule in node.rules:
            if rule.to not in model.nodes:
                yield f"{node.id}: a rule leads to '{rule.to}', which is no node; draw it or mend the name"


def _twice(model: Model) -> Iterator[str]:
    ids = [node.id for node in (*model.intake, *model.shared)]
    for twice in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        yield f"{twice}: drawn twice; a node has one place"


def _last_resorts(model: Model) -> Iterator[str]:
    for node in model.nodes.values():
        if not node.rules:
            continue
        if not isinstance(node.rules[-1].when, Always):
            yield f"{node.id}: no last resort; end its rules with otherwise(...)"
        for rule in node.rules[:-1]:
            if isinstance(rule.when, Always):
                yield f"{node.id}: the rules after '{rule.to}' can never hold; put otherwise(...) last"


def _strangers(model: Model) -> Iterator[str]:
    for place, condition in _conditions(model):
        for leaf in leaves(condition):
            if not (model.takes(leaf.question) or leaf.question in model.given):
                yield f"{place}: '{leaf.question}' is neither asked, volunteered nor given in this decision"
            elif leaf.question not in model.questions:
                yield f"{place}: '{leaf.question}' is no question; add it to the questions"
            elif isinstance(leaf, Is):
                yield from _unknown_values(model, place, leaf)


def _unknown_values(model: Model, place: str, leaf: Is) -> Iterator[str]:
    expects = model.questions[leaf.question].expects
    known = expects.values if isinstance(expects, Choice) else ()
    for value in leaf.values:
        if value not in known:
            yield f"{place}: '{leaf.question}' can never be '{value}'; its values are {', '.join(known) or 'free'}"


def _conditions(model: Model) -> Iterator[tuple[str, Condition]]:
    for node_id in sorted(reachable(model)):
        node = model.nodes[node_id]
        yield from ((node_id, rule.when) for rule in node.rules)
        if isinstance(node, Outcome):
            yield from ((node_id, pick.when) for pick in node.picks)
    for outcome, wants in model.wants.items():
        yield from ((f"wants of {outcome}", want.when) for want in wants)
    for message in model.messages.values():
        yield from ((f"message {message.id}", part.when) for part in message.parts)


def _circles(model: Model) -> Iterator[str]:
    done: set[str] = set()

    def visit(here: str, trail: tuple[str, ...]) -> Iterator[str]:
        if here in trail:
            circle = (*trail[trail.index(here) :], here)
            yield f"{here}: a circle without an exit: {' -> '.join(circle)}; one answer a question can't leave it"
        elif here not in done:
            for rule in model.nodes[here].rules:
                yield from visit(rule.to, (*trail, here))
            done.add(here)

    yield from visit(model.start, ())


def _dead_ends(model: Model) -> Iterator[str]:
    for node_id in sorted(reachable(model)):
        node = model.nodes[node_id]
        if not isinstance(node, Outcome) and not node.rules:
            yield f"{node_id}: a dead end; give it rules that lead to an outcome"
        if isinstance(node, Outcome) and node.rules and not node.wait:
            yield f"{node_id}: it leads on but waits for nobody; say for whom and how long"


def _outcomes(model: Model) -> Iterator[str]:
    for node_id in sorted(reachable(model)):
        node = model.nodes[node_id]
        if not isinstance(node, Outcome) or node.solved:
            continue
        if not node.picks or not isinstance(node.picks[-1].when, Always):
            yield f"{node_id}: no channel as a last resort; end its picks with one that always holds"
        for pick in node.picks:
            if (node_id, pick.channel) not in model.messages and can_hold(model, pick.when):
                yield f"{node_id}: no message for the channel {pick.channel}"


def can_hold(model: Model, condition: Condition) -> bool:
    """Whether what the decision gives leaves it possible that the condition holds."""
    match condition:
        case Both(parts):
            return all(can_hold(model, part) for part in parts)
        case Either(parts):
            return any(can_hold(model, part) for part in parts)
        case Is(question, values):
            return question not in model.given or model.given[question] in values
        case Unknown(question):
            return question not in model.given
        case _:
            return True


def _unreachable(model: Model) -> Iterator[str]:
    seen = reachable(model)
    for node in model.intake:
        if node.id not in seen:
            yield f"{node.id}: nothing leads here"
    for node_id in sorted(seen):
        node = model.nodes[node_id]
        if isinstance(node, Ask) and node.question not in model.questions:
            yield f"{node_id}: asks '{node.question}', which is no question; add it to the questions"


def _wants(model: Model) -> Iterator[str]:
    for outcome, wants in model.wants.items():
        if not isinstance(model.nodes.get(outcome), Outcome):
            yield f"wants of {outcome}: there is no outcome '{outcome}'"
        for want in wants:
            if want.question not in model.questions:
                yield f"wants of {outcome}: '{want.question}' is no question"


def _follows(model: Model) -> Iterator[str]:
    for follows in model.follows:
        place = f"what follows for {follows.question}"
        for name in (follows.question, *(leaf.question for leaf in leaves(follows.when))):
            if not (model.takes(name) or name in model.given):
                yield f"{place}: '{name}' means nothing to this decision"
        for leaf in (*leaves(follows.when), Is(follows.question, follows.value)):
            if isinstance(leaf, Is) and leaf.question in model.questions:
                yield from _unknown_values(model, place, leaf)


def _words(model: Model) -> Iterator[str]:
    for question in model.words:
        if not model.takes(question):
            yield f"words for {question}: the question means nothing to this decision"
