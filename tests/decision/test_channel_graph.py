"""The published guidance's graph, edge by edge: in the drawing, and walked with answers."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest

from skill.decision.condition import Always, Condition, Is
from skill.decision.graph import mermaid
from skill.decision.model import Origin, Outcome, Wait
from skill.decision.models import MODELS
from skill.decision.models.channel_graph import (
    CHANNEL_GRAPH,
    CHANNEL_GRAPH_WITHOUT_ORDER,
    CHAT_HOURS,
    EMAIL_HOURS,
    SELLER_HOURS,
)
from skill.decision.models.contact_seller import CONTACT_SELLER
from skill.decision.models.damaged_item import DAMAGED_ITEM
from skill.decision.models.gift_card import GIFT_CARD
from skill.decision.models.lost_package import LOST_PACKAGE
from skill.decision.models.order_problem import ORDER_PROBLEM
from skill.decision.models.return_refund import RETURN_REFUND
from skill.decision.walk import Place, walk

NODES = {node.id: node for node in CHANNEL_GRAPH}
THEN = datetime(2026, 11, 1, 9, tzinfo=UTC)
THIRD_PARTY = Is("sold_by", "seller")


class Edge(NamedTuple):
    """An edge of the guidance, how it is drawn, and the condition on which it is taken."""

    origin: str
    target: str
    when: Condition
    drawn: str


URGENT_YES = Edge("urgent", "call_or_chat", Is("urgent", "yes"), 'urgent -->|"yes"| call_or_chat')
URGENT_NO = Edge("urgent", "files", Always(), 'urgent -->|"otherwise"| files')
FILES_YES = Edge("files", "email", Is("files", "yes"), 'files -->|"yes"| email')
FILES_NO = Edge("files", "chat_or_seller", Always(), 'files -->|"otherwise"| chat_or_seller')
SELLER_ASKED = Edge(
    "call_or_chat",
    "seller_answered",
    THIRD_PARTY,
    f'call_or_chat -.->|"amazon has had {CHAT_HOURS} h, sold by: seller"| seller_answered',
)
ANSWERED = Edge("seller_answered", "solved", Is("seller_answered", "yes"), 'seller_answered -->|"yes"| solved')
SILENT = Edge("seller_answered", "escalate", Always(), 'seller_answered -->|"otherwise"| escalate')
ESCALATED = Edge("escalate", "email", Always(), "escalate --> email")
GUIDANCE = (URGENT_YES, URGENT_NO, FILES_YES, FILES_NO, SELLER_ASKED, ANSWERED, SILENT, ESCALATED)


def lost(**answers: str | None) -> dict[str, str | None]:
    """A lost package sold by Amazon, with the facts that its messages want, and these answers."""
    known: dict[str, str | None] = {"item": "kettle", "status": "stuck", "tried": "yes", "sold_by": "amazon"}
    return known | {"contact_by": None, "order_number": None, "ordered": None} | answers


def from_a_seller(**answers: str | None) -> dict[str, str | None]:
    """A lost package from a marketplace seller who has not been written to."""
    return lost(sold_by="seller", contacted="no", **answers)


def when_the_time_is_over(answers: dict[str, str | None]) -> Place:
    """Where a case stands as soon as everybody has had their time to answer."""
    reached = {node.id: THEN for node in CHANNEL_GRAPH if isinstance(node, Outcome)}
    longest = max(CHAT_HOURS, SELLER_HOURS, EMAIL_HOURS)
    return walk(LOST_PACKAGE, answers, now=THEN + timedelta(hours=longest), reached=reached)


@pytest.mark.parametrize("edge", GUIDANCE, ids=lambda edge: f"{edge.origin}-{edge.target}")
def test_the_edge_is_drawn_as_the_guidance_s_own(edge: Edge) -> None:
    [rule] = [rule for rule in NODES[edge.origin].rules if rule.to == edge.target and rule.when == edge.when]
    assert rule.origin is Origin.GUIDE
    for model in (LOST_PACKAGE, ORDER_PROBLEM, DAMAGED_ITEM, RETURN_REFUND, CONTACT_SELLER):
        assert f"    {edge.drawn}\n" in mermaid(model), model.id


def test_every_decision_walks_through_the_same_nodes() -> None:
    for model in MODELS.values():
        assert model.shared in (CHANNEL_GRAPH, CHANNEL_GRAPH_WITHOUT_ORDER)
    assert set(CHANNEL_GRAPH) - set(CHANNEL_GRAPH_WITHOUT_ORDER) == {
        NODES[node] for node in ("email_answered", "email_solved", "claim")
    }


def test_without_an_order_the_last_step_is_a_senior_support_manager() -> None:
    told: dict[str, str | None] = {"card_state": "lost", "urgent": "no", "files": "yes", "email_answered": "no"}
    place = walk(GIFT_CARD, told)
    assert (place.path[-1], place.channel) == ("senior", "C-CALLBACK")


def test_every_other_edge_of_the_graph_is_marked_as_the_project_s_own() -> None:
    drawn = [(node.id, rule) for node in CHANNEL_GRAPH for rule in node.rules]
    guidance = {(origin, rule.to) for origin, rule in drawn if rule.origin is Origin.GUIDE}
    assert guidance == {(edge.origin, edge.target) for edge in GUIDANCE}


def test_every_own_edge_is_starred_in_the_drawing() -> None:
    for node in CHANNEL_GRAPH:
        for rule in node.rules:
            [*lines] = [x for x in mermaid(LOST_PACKAGE).splitlines() if x.startswith(f"    {node.id} -")]
            if rule.origin is Origin.OWN:
                assert any(line.endswith(f'*"| {rule.to}') for line in lines)


def test_a_problem_with_an_order_leads_to_whether_it_is_urgent() -> None:
    assert walk(LOST_PACKAGE, lost()).asking == "urgent"
    assert walk(LOST_PACKAGE, from_a_seller()).asking == "urgent"
    direct: dict[str, str | None] = {"stage": "after", "item": "kettle", "matter": "damaged", "contacted": "no"}
    assert walk(CONTACT_SELLER, direct | {"window": "closed"}).asking == "urgent"


def test_urgent_leads_to_a_call_or_a_chat() -> None:
    place = walk(LOST_PACKAGE, lost(urgent="yes"))
    assert (place.path[-1], place.channel) == ("call_or_chat", "C-CHAT")


def test_urgent_and_rather_by_phone_is_a_callback() -> None:
    place = walk(LOST_PACKAGE, lost(urgent="yes", contact_by="call"))
    assert (place.path[-1], place.channel) == ("call_or_chat", "C-CALLBACK")


def test_a_call_needs_no_order_number_read_out_first() -> None:
    unknown = {question: value for question, value in lost(urgent="yes").items() if question != "order_number"}
    assert walk(LOST_PACKAGE, unknown | {"contact_by": "chat"}).asking == "order_number"
    assert walk(LOST_PACKAGE, unknown | {"contact_by": "call"}).asking is None


@pytest.mark.parametrize("urgent", ["no", None])
def test_not_urgent_leads_to_whether_there_are_files(urgent: str | None) -> None:
    assert walk(LOST_PACKAGE, lost(urgent=urgent)).asking == "files"


def test_files_lead_to_an_email() -> None:
    place = walk(LOST_PACKAGE, lost(urgent="no", files="yes"))
    assert (place.path[-1], place.channel) == ("email", "C-EMAIL")


@pytest.mark.parametrize("files", ["no", None])
@pytest.mark.parametrize(("answers", "channel"), [(lost(), "C-CHAT"), (from_a_seller(), "C-SELLER")])
def test_no_files_lead_to_a_chat_or_for_a_third_party_order_to_the_seller(
    answers: dict[str, str | None], channel: str, files: str | None
) -> None:
    place = walk(LOST_PACKAGE, answers | {"urgent": "no", "files": files})
    assert (place.path[-1], place.channel) == ("chat_or_seller", channel)


def test_who_sold_it_unknown_is_a_chat_with_amazon() -> None:
    assert walk(LOST_PACKAGE, lost(sold_by=None, urgent="no", files="no")).channel == "C-CHAT"


def test_after_the_return_window_it_is_amazon_directly() -> None:
    answers = from_a_seller(urgent="no", files="no", window="closed")
    assert walk(LOST_PACKAGE, answers).channel == "C-CHAT"
    assert when_the_time_is_over(answers).asking == "amazon_answered"


@pytest.mark.parametrize("channel", [{"urgent": "yes"}, {"urgent": "no", "files": "no"}])
def test_when_the_time_is_over_the_seller_is_asked_about_where_there_is_one(channel: dict[str, str | None]) -> None:
    assert when_the_time_is_over(from_a_seller() | channel).asking == "seller_answered"
    assert when_the_time_is_over(lost() | channel).asking == "amazon_answered"


def test_a_seller_who_answered_leads_to_whether_it_is_solved() -> None:
    assert when_the_time_is_over(from_a_seller(urgent="yes", seller_answered="yes")).asking == "solved"


def test_solved_closes_the_case_once_it_is_known_how() -> None:
    place = when_the_time_is_over(from_a_seller(urgent="yes", seller_answered="yes", solved="yes"))
    assert place.asking == "settled_by"
    settled = from_a_seller(urgent="yes", seller_answered="yes", solved="yes", settled_by="refund")
    assert when_the_time_is_over(settled).path[-3:] == ("solved", "settled_by", "closed")
    assert when_the_time_is_over(settled).outcome is NODES["closed"]


@pytest.mark.parametrize("seller_answered", ["no", None])
def test_a_silent_seller_leads_to_an_escalation_by_email(seller_answered: str | None) -> None:
    place = walk(LOST_PACKAGE, from_a_seller(urgent="yes", seller_answered=seller_answered))
    assert place.path[-3:] == ("seller_answered", "escalate", "email")
    assert place.channel == "C-EMAIL"


def test_an_answer_that_did_not_solve_it_is_escalated_too() -> None:
    place = walk(LOST_PACKAGE, from_a_seller(urgent="yes", seller_answered="yes", solved="no"))
    assert place.path[-3:] == ("solved", "escalate", "email")


@pytest.mark.parametrize("answered", ["yes", "no", None])
def test_after_an_email_that_did_not_solve_it_comes_the_claim(answered: str | None) -> None:
    place = when_the_time_is_over(lost(urgent="no", files="yes"))
    assert place.asking == "email_answered"
    place = walk(LOST_PACKAGE, lost(urgent="no", files="yes", email_answered=answered, email_solved="no"))
    assert (place.path[-1], place.channel) == ("claim", "C-ORDERS-FORM")


def test_who_has_written_to_the_seller_is_asked_for_the_answer_at_once() -> None:
    assert walk(LOST_PACKAGE, lost(sold_by="seller", contacted="yes")).asking == "seller_answered"
    direct: dict[str, str | None] = {"stage": "after", "item": "kettle", "matter": "refund", "contacted": "yes"}
    assert walk(CONTACT_SELLER, direct).asking == "seller_answered"


def test_the_seller_has_two_days_an_email_two_days_and_a_chat_one() -> None:
    waits = {node.id: node.wait for node in CHANNEL_GRAPH if isinstance(node, Outcome) and node.wait}
    assert waits == {
        "call_or_chat": Wait("amazon", 24),
        "chat_or_seller": Wait("seller or amazon", 48),
        "email": Wait("amazon", 48),
    }
