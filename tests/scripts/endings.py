"""How a wait can end, by the decisions and by the scripts: ``python -m tests.scripts.endings`` lists what is missing.

An ending is written as a text, such as ``email: email_answered yes, email_solved no -> claim``: the outcome that
waits, the answers that lead on, and the outcome that is told then. A wait without a way on has the ending ``told``.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise

from simulator.under_test.endpoint import Endpoint
from skill.conversation.state import Case
from skill.decision.condition import Condition, Is, leaves
from skill.decision.model import Ask, Model, Node, Outcome
from skill.decision.models import MODELS
from skill.decision.walk import walk
from skill.errors import RecordUnreadable
from skill.record import decode
from tests.scripts.doors import in_process
from tests.scripts.script import Script, all_scripts
from tests.scripts.test_scripts import talked


def drawn() -> set[str]:
    """Every ending that some decision draws."""
    return {
        _written(node, answers, end)
        for model in MODELS.values()
        for node in reachable(model)
        if isinstance(node, Outcome) and node.wait
        for answers, end in _ways_on(model, node)
    }


def reachable(model: Model) -> list[Node]:
    """The nodes that some answers lead to; the shared drawing has more."""
    nodes, found = model.nodes, [model.start]
    for node_id in found:
        found.extend({rule.to for rule in nodes[node_id].rules} - set(found))
    return [nodes[node_id] for node_id in found]


def _ways_on(model: Model, node: Node, answers: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if not node.rules:
        yield answers, "told"
    for rule in node.rules:
        if _is_ruled_out(model, rule.when):
            continue
        told = (f"{node.id} {'yes' if rule.when == Is(node.id, 'yes') else 'no'}",) if _turns_the_way(node) else ()
        after = model.nodes[rule.to]
        if isinstance(after, Outcome):
            yield (*answers, *told), after.id
        else:
            yield from _ways_on(model, after, (*answers, *told))


def _turns_the_way(node: Node) -> bool:
    return isinstance(node, Ask) and len(node.rules) > 1


def _is_ruled_out(model: Model, when: Condition) -> bool:
    """Whether what the problem itself implies speaks against it."""
    return any(
        isinstance(leaf, Is) and model.given.get(leaf.question, leaf.values[0]) not in leaf.values
        for leaf in leaves(when)
    )


def shown(scripts: Iterable[Script], endpoint: Endpoint) -> set[str]:
    """Every ending that the scripts come to."""
    return {
        ending
        for script in scripts
        for said in talked(script, endpoint)
        for case in _cases((said.result.response or {}).get("sessionAttributes", {}).get("record"))
        for ending in _ended(MODELS[case.model], case)
    }


def _cases(record: object) -> tuple[Case, ...]:
    try:
        return decode(record, MODELS).cases
    except RecordUnreadable:
        return ()


def _ended(model: Model, case: Case) -> Iterator[str]:
    path = walk(model, case.answers).path
    told = [place for place, node_id in enumerate(path) if node_id in case.reached and _outcome(model, node_id)]
    for here, there in pairwise(told):
        asked = [node_id for node_id in path[here:there] if _turns_the_way(model.nodes[node_id])]
        answers = tuple(f"{question} {'yes' if case.answers.get(question) == 'yes' else 'no'}" for question in asked)
        yield _written(model.nodes[path[here]], answers, path[there])
    if told and not model.nodes[path[told[-1]]].rules:
        yield _written(model.nodes[path[told[-1]]], (), "told")


def _outcome(model: Model, node_id: str) -> bool:
    return isinstance(model.nodes[node_id], Outcome)


def _written(node: Node, answers: tuple[str, ...], end: str) -> str:
    return f"{node.id}: {', '.join(answers)} -> {end}" if answers else f"{node.id}: {end}"


def over_days(language: str) -> list[Script]:
    """The scripts of a language in which time passes."""
    own = [script for script in all_scripts() if script.locale.startswith(language)]
    return [script for script in own if any(line.later or line.you.startswith(":later") for line in script.talk)]


def main() -> int:
    """List what no script shows, by language; returns 1 when there is something."""
    endpoint = in_process()
    missing = {language: sorted(drawn() - shown(over_days(language), endpoint)) for language in ("en", "de")}
    for language, endings in missing.items():
        for ending in endings:
            sys.stdout.write(f"{language}: {ending}\n")
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
