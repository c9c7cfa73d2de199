"""Traps in graphs: found whatever else the graph holds, and only where nothing was left untried."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.device.session import Session
from simulator.device.turn_result import TurnIds
from simulator.explorer.explorer import BEGAN
from simulator.explorer.graph import END, Graph, Node
from simulator.explorer.graph_rules import components, traps
from simulator.explorer.move import LAUNCH
from simulator.explorer.shapes import AnyShapes
from simulator.explorer.snapshot import Snapshot
from simulator.services.permissions import Permissions
from simulator.services.reminder_list import ReminderList

Ways = dict[str, set[str]]


def graph(ways: Ways, *, incomplete: str = "", same_question: bool = False) -> Graph:
    """Open states by their keys, each with a question of its own; ``incomplete`` are keys, one character each."""
    made = Graph(AnyShapes())
    for depth, (key, targets) in enumerate(ways.items()):
        turn = TurnIds("the same" if same_question else key)
        kept = Snapshot(Session(), BEGAN, Permissions(), ReminderList(), turn=turn, moves=(LAUNCH,) * depth)
        made.nodes[key] = Node(key, ((key,),), kept, leads_to=set(targets), complete=key not in incomplete)
    return made


def found(made: Graph) -> list[tuple[str, str]]:
    return [(fault.rule, fault.place) for fault, _ in traps(made)]


def test_a_way_to_an_end_is_no_trap() -> None:
    assert found(graph({"a": {"b", "a"}, "b": {"a", END}})) == []


def test_a_state_that_nothing_leads_out_of_is_a_dead_end() -> None:
    assert found(graph({"a": {"b", END}, "b": {"b"}})) == [("dead-end", "b")]
    assert found(graph({"a": {"b", END}, "b": set()})) == [("dead-end", "b")]


def test_two_questions_that_lead_only_to_each_other_are_a_loop() -> None:
    assert found(graph({"a": {"b", END}, "b": {"c"}, "c": {"b", "c"}})) == [("loop", "b")]


def test_one_question_in_several_states_is_a_question_without_a_way_on() -> None:
    assert found(graph({"a": {"b"}, "b": {"a"}}, same_question=True)) == [("question-without-way-on", "the same")]


def test_what_was_not_tried_to_the_end_is_no_trap() -> None:
    assert found(graph({"a": {"b"}, "b": {"a"}}, incomplete="b")) == []


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from("abcdefg"), st.sets(st.sampled_from("abcdefg"), max_size=3), min_size=1))
def test_two_states_are_in_one_component_exactly_when_each_leads_to_the_other(ways: Ways) -> None:
    made = graph({key: targets & ways.keys() for key, targets in ways.items()})
    of = {node.key: place for place, members in enumerate(components(made)) for node in members}
    assert of.keys() == ways.keys()
    for one, other in combinations(ways, 2):
        assert (of[one] == of[other]) == (other in _reach(ways, one) and one in _reach(ways, other))


def _reach(ways: Ways, start: str) -> set[str]:
    seen, left = set[str](), [start]
    while left:
        for target in ways[left.pop()] & ways.keys() - seen:
            seen.add(target)
            left.append(target)
    return seen
