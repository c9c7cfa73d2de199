"""The decision of Case Compass as a drawing, with the way that the answers have taken."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from simulator.case_compass.own_way import way_of
from simulator.under_test.way import Way
from skill.conversation.state import Case, State
from skill.decision.condition import Answers
from skill.decision.graph import mermaid
from skill.decision.model import Model
from skill.decision.models import MODELS
from skill.record import encode

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
LOST: Answers = {
    "item": "kettle",
    "status": "delivered",
    "checked": "yes",
    "sold_by": "amazon",
    "urgent": "no",
    "files": "no",
}


def way(model: str, answers: Answers, *, hours: int = 0, reached: tuple[str, ...] = ()) -> Way:
    """The way of a case with these answers, so many hours after its outcomes were told."""
    case = Case(model, MODELS[model].version, answers, dict.fromkeys(reached, NOON))
    found = way_of(encode(State(cases=(case,), active=0)), NOON + timedelta(hours=hours))
    assert found
    return found


def here(found: Way) -> str:
    """Where the way ends."""
    (place,) = (node.id for node in found.nodes if node.here)
    return place


@pytest.mark.parametrize("model", MODELS.values(), ids=list(MODELS))
def test_the_drawing_has_the_places_and_ways_that_the_diagram_has(model: Model) -> None:
    drawn = way(model.id, {})
    lines = mermaid(model).splitlines()
    arrows = [line for line in lines if "-->" in line or "-.->" in line]
    assert len(drawn.edges) == len(arrows)
    assert [edge.waits for edge in drawn.edges] == ["-.->" in arrow for arrow in arrows]
    assert {edge.target for edge in drawn.edges} | {"problem"} == {node.id for node in drawn.nodes}


def test_a_case_stands_at_its_open_question() -> None:
    found = way("lost_package", {"item": "kettle", "status": "delivered"})
    assert (here(found), found.asking, found.channel) == ("checked", "checked", None)
    assert [(edge.origin, edge.label) for edge in found.edges if edge.taken][-1] == ("status", "delivered")


def test_of_two_ways_to_the_same_place_the_one_whose_answer_was_given_is_taken() -> None:
    answers = {"device": "echo", "trouble": "wont_start", "tried": "no", "urgent": "yes"}
    taken = [edge.label for edge in way("device_help", answers).edges if edge.taken and edge.origin == "tried"]
    assert taken == ["urgent: yes"]


def test_an_outcome_that_asks_for_a_fact_first_is_where_the_case_stands() -> None:
    found = way("lost_package", LOST)
    assert (here(found), found.asking, found.channel) == ("chat_or_seller", "order_number", None)


def test_a_told_outcome_has_its_channel() -> None:
    found = way("lost_package", {**LOST, "order_number": None})
    assert (here(found), found.asking, found.channel) == ("chat_or_seller", None, "C-CHAT")
    kinds = {node.id: (node.kind, node.notes) for node in found.nodes}
    assert kinds["chat_or_seller"] == ("outcome", ("C-CHAT", "C-SELLER", "asks first: order number"))
    assert kinds["problem"] == ("start", ())


def test_a_wait_that_is_over_leads_on() -> None:
    found = way("lost_package", {**LOST, "order_number": None}, hours=200, reached=("chat_or_seller",))
    assert found.asking == "amazon_answered"
    assert [edge.waits for edge in found.edges if edge.taken][-1] is True


@pytest.mark.parametrize("model", MODELS.values(), ids=list(MODELS))
def test_the_taken_ways_are_one_unbroken_line(model: Model) -> None:
    asked = dict.fromkeys(model.asked)
    taken = [edge for edge in way(model.id, asked).edges if edge.taken]
    reached = {edge.target: edge.origin for edge in taken}
    trail = [here(way(model.id, asked))]
    while trail[-1] in reached:
        trail.append(reached[trail[-1]])
    assert len(taken) == len(list(pairwise(trail)))
    assert trail[-1] == "problem"


def test_without_a_case_there_is_no_way() -> None:
    assert way_of(encode(State()), NOON) is None


def test_the_last_case_is_shown_when_none_is_talked_about() -> None:
    cases = (Case("payment", 1), Case("gift_card", 1, number=2))
    found = way_of(encode(State(cases=cases)), NOON)
    assert found
    assert found.title == "gift_card"


def test_a_record_of_somebody_else_has_no_way() -> None:
    strange: dict[str, Any] = {"version": 99}
    assert way_of(strange, NOON) is None
