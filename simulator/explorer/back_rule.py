"""Going back must not lose more than the last answer."""

from collections.abc import Iterator

from simulator.explorer.finding import Fault, Turn
from simulator.explorer.graph import Graph
from simulator.explorer.move import LAUNCH


def back_faults(turn: Turn, graph: Graph) -> Iterator[Fault]:
    """A fault when going back two questions or more behind the start leads to the very start.

    The start is where opening the skill leads somebody new, and its question asks where that is: what lies between
    may have been a word by the way.
    """
    if not turn.move.goes_back or not turn.before.open:
        return
    start, here = graph.first_after(LAUNCH), graph.nodes.get(graph.key(turn.before))
    before = graph.nodes.get(here.parent) if here else None
    if start and here and before and before.snapshot.open and graph.key(turn.after) == start.key:
        questions = [node.snapshot.question for node in (start, before, here)]
        if len(set(questions)) == len(questions):
            says = "going back leads to the very start instead of the question before: what was answered is lost"
            yield Fault("back-loses-answers", str(here.snapshot.question), says)
