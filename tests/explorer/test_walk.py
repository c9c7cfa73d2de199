"""The walk: what is new comes first, and nothing of this process is left otherwise than it was."""

import logging
import random
from dataclasses import replace

from simulator.explorer.bound import Bound
from simulator.explorer.explored import Explored, explore
from simulator.explorer.explorer import BEGAN
from simulator.explorer.frontier import Frontier
from simulator.explorer.graph import Graph, Node
from simulator.explorer.logged import errors_logged
from simulator.explorer.move import LAUNCH, TIMES
from simulator.explorer.shapes import AnyShapes
from simulator.explorer.snapshot import Snapshot
from simulator.services.permissions import Permissions
from simulator.services.reminder_list import ReminderList
from tests.explorer.pizza import Handler, Json, ask, pizza, under_test
from tests.explorer.planted import Seen, planted

BLANK = Snapshot(None, BEGAN, Permissions(), ReminderList())


def explored(handler: Handler) -> Explored:
    return explore(under_test(handler), "en-US", bound=Bound(seconds=60))


def node(key: str, depth: int, *features: tuple[str, ...]) -> Node:
    return Node(key, features, replace(BLANK, moves=(LAUNCH,) * depth))


def order(*nodes: Node) -> str:
    """The keys of the nodes as they leave the frontier; each is visited when it does."""
    frontier = Frontier()
    for one in nodes:
        frontier.push(one)
    left: list[str] = []
    while len(left) < len(nodes):
        one, _ = frontier.pop()
        one.made.add(LAUNCH)
        left.append(one.key)
    return "".join(left)


def test_a_state_with_a_new_feature_comes_before_a_shorter_one_that_is_like_another() -> None:
    assert order(node("a", 0, ("x",)), node("b", 1, ("x",)), node("c", 5, ("y",))) == "acb"


def test_of_two_new_states_the_shorter_conversation_comes_first() -> None:
    assert order(node("a", 3, ("x",)), node("b", 1, ("y",)), node("c", 2, ("z",))) == "bca"


def test_the_first_list_of_features_tells_more_than_the_second() -> None:
    assert order(node("a", 0, ("x",), ("p",)), node("b", 0, ("x",), ("q",)), node("c", 9, ("y",), ("p",))) == "acb"
    assert order(node("a", 0, ("x",), ("p",)), node("b", 1, ("x",), ("p",)), node("c", 9, ("x",), ("q",))) == "acb"


def test_what_was_visited_waits_behind_everything_else() -> None:
    visited = node("v", 0, ("new",))
    visited.made.add(LAUNCH)
    assert order(visited, node("a", 7, ("x",)), node("b", 8, ("x",))) == "abv"


def test_of_what_was_visited_the_state_with_the_fewest_moves_comes_first() -> None:
    more, fewer = node("m", 0, ("x",)), node("f", 5, ("x",))
    more.made.update(TIMES)
    fewer.made.add(LAUNCH)
    frontier = Frontier()
    for one in (more, fewer):
        frontier.push(one)
    assert [(one.key, is_new) for one, is_new in (frontier.pop(), frontier.pop())] == [("f", False), ("m", False)]


def test_only_the_first_of_its_kind_is_called_new() -> None:
    frontier = Frontier()
    for one in (node("a", 0, ("x",), ("p",)), node("b", 1, ("x",), ("q",))):
        frontier.push(one)
    assert [is_new for _, is_new in (frontier.pop(), frontier.pop())] == [True, False]


def test_a_shorter_way_to_a_state_replaces_a_longer_one_until_it_is_visited() -> None:
    graph = Graph(AnyShapes())
    first, is_new = graph.add(replace(BLANK, moves=(LAUNCH, LAUNCH)), "before")
    again, is_new_again = graph.add(replace(BLANK, moves=(LAUNCH,)), "nearer")
    assert (is_new, is_new_again, again is first) == (True, False, True)
    assert (first.depth, first.parent) == (1, "nearer")
    first.made.add(LAUNCH)
    graph.add(BLANK)
    assert first.depth == 1


def test_a_later_time_alone_is_no_other_state() -> None:
    graph = Graph(AnyShapes())
    assert graph.key(BLANK) == graph.key(replace(BLANK, now=BEGAN + TIMES[0].by, speech="Hello."))


def test_a_skill_that_leaves_its_words_to_chance_says_the_same_when_it_is_played_again() -> None:
    def plant(seen: Seen, answer: Json) -> object:
        if seen.says("Help", "confirm"):
            raise ValueError(str(random.random()))
        if seen.says("Repeat", "confirm"):
            return ask("confirm", random.choice(["So.", "Well.", "Now."]))
        return answer

    first = explored(planted(plant))
    random.random()
    state = random.getstate()
    second = explored(planted(plant))
    assert [told.fault.rule for told in first.findings] == ["failure"]
    assert first.findings == second.findings
    assert random.getstate() == state


def test_what_does_not_happen_again_is_told_as_such() -> None:
    failed: list[str] = []

    def plant(seen: Seen, answer: Json) -> object:
        if seen.says("Repeat", "confirm") and not failed:
            failed.append("once")
            raise ValueError("only once")
        return answer

    (told,) = explored(planted(plant)).findings
    assert (told.fault.rule, told.steady) == ("failure", False)


def test_logging_is_as_it_was_afterwards_and_quiet_meanwhile() -> None:
    root, heard = logging.getLogger(), logging.NullHandler()
    root.addHandler(heard)
    try:
        before = root.handlers[:]
        with errors_logged() as logged:
            logging.getLogger("a.skill").error("one %s", "thing")
            logging.getLogger("a.skill").error("one thing")
            logging.getLogger("a.skill").warning("nothing bad")
            assert logged.take() == ("a.skill: one thing",)
            assert logged.take() == ()
        assert root.handlers == before
    finally:
        root.removeHandler(heard)


def test_the_sound_skill_is_walked_in_a_few_hundred_turns() -> None:
    assert explored(pizza).counts.turns < 1_500
