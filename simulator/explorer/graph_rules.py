"""What must hold of the graph: from every state there is a way to an end.

Only states from which every move was made count: what was not tried proves nothing. A trap is a set of such states
that lead only to one another (a strongly connected component without a way out).
"""

from collections.abc import Iterator

from simulator.explorer.finding import Fault
from simulator.explorer.graph import Graph, Node
from simulator.explorer.snapshot import Snapshot


def traps(graph: Graph) -> Iterator[tuple[Fault, Snapshot]]:
    """Every trap, with the moment in it that takes the fewest turns."""
    for members in components(graph):
        if any(not node.complete or not node.snapshot.open for node in members):
            continue
        inside = {node.key for node in members}
        if all(node.leads_to <= inside for node in members):
            first = min(members, key=lambda node: node.depth)
            yield _fault(members, first), first.snapshot


def _fault(members: list[Node], first: Node) -> Fault:
    questions = list(dict.fromkeys(str(node.snapshot.question) for node in members))
    if len(members) == 1:
        return Fault("dead-end", questions[0], "the session is open, and nothing that is said changes anything")
    if len(questions) == 1:
        return Fault("question-without-way-on", questions[0], "no answer leads on from this question")
    asked = ", ".join(repr(question) for question in questions[:4])
    says = f"{len(members)} states lead only to one another and never to an end; they ask {asked}"
    return Fault("loop", str(first.snapshot.question), says)


def components(graph: Graph) -> list[list[Node]]:
    """The strongly connected components, by Tarjan's algorithm, without recursion."""
    return _Tarjan(graph).components


class _Tarjan:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._index: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._stack: dict[str, None] = {}
        self.components: list[list[Node]] = []
        for key in graph.nodes:
            if key not in self._index:
                self._visit(key)

    def _visit(self, root: str) -> None:
        path = [(root, self._enter(root))]
        while path:
            key, ways = path[-1]
            for target in ways:
                if target not in self._index:
                    path.append((target, self._enter(target)))
                    break
                if target in self._stack:
                    self._low[key] = min(self._low[key], self._index[target])
            else:
                path.pop()
                self._leave(key)
                if path:
                    parent = path[-1][0]
                    self._low[parent] = min(self._low[parent], self._low[key])

    def _enter(self, key: str) -> Iterator[str]:
        self._index[key] = self._low[key] = len(self._index)
        self._stack[key] = None
        return iter(sorted(self._graph.nodes[key].leads_to & self._graph.nodes.keys()))

    def _leave(self, key: str) -> None:
        if self._low[key] != self._index[key]:
            return
        members: list[Node] = []
        while not members or members[-1].key != key:
            members.append(self._graph.nodes[self._stack.popitem()[0]])
        self.components.append(members[::-1])
