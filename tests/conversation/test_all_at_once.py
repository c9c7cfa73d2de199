"""Who says everything in one sentence gets the card at once; what fills no way but a gap is left to the card."""

import pytest

from skill.conversation.acts import Card
from skill.conversation.turn import Intention
from tests.conversation.talker import Talker

EVERYTHING: dict[str, tuple[tuple[str, str], ...]] = {
    "lost_package": (("item", "kettle"), ("status", "stuck"), ("sold_by", "amazon"), ("urgent", "yes")),
    "order_problem": (("order_state", "cancelled"), ("item", "lamp"), ("sold_by", "amazon"), ("urgent", "yes")),
    "change_order": (("change", "cancel"), ("item", "lamp"), ("ordered", "2026-11-20"), ("contact_by", "call")),
    "damaged_item": (("item", "mug"), ("matter", "damaged"), ("sold_by", "amazon"), ("urgent", "yes")),
    "return_refund": (("return_state", "refused"), ("item", "mug"), ("sold_by", "amazon"), ("urgent", "yes")),
}


@pytest.mark.parametrize("problem", EVERYTHING)
def test_the_card_comes_at_once(problem: str) -> None:
    reply = Talker().problem(problem, *EVERYTHING[problem])
    assert (reply.outcome, reply.asking) == ("call_or_chat", "remind")
    assert isinstance(reply.card, Card)


def test_a_question_that_decides_the_way_is_still_asked() -> None:
    facts = (("item", "kettle"), ("status", "stuck"), ("sold_by", "seller"), ("ordered", "2026-11-17"))
    assert Talker().problem("lost_package", *facts).asking == "contacted"


def test_what_was_said_besides_is_not_left_open() -> None:
    talker = Talker()
    talker.problem("lost_package", *EVERYTHING["lost_package"], ("contact_by", "call"))
    assert talker.state.cases[0].answers["contact_by"] == "call"


def test_with_less_than_that_every_question_is_asked() -> None:
    assert Talker().problem("lost_package", *EVERYTHING["lost_package"][:3]).asking == "tried"


@pytest.mark.parametrize(
    ("problem", "facts", "matter"),
    [
        ("return_refund", (), "refund"),
        ("lost_package", (("item", "kettle"),), "missing"),
        ("damaged_item", (("matter", "wrong"),), "wrong"),
        ("damaged_item", (), "damaged"),
    ],
)
def test_another_problem_answers_what_the_matter_with_an_order_is(
    problem: str, facts: tuple[tuple[str, str], ...], matter: str
) -> None:
    talker = Talker()
    talker.problem("contact_seller", ("stage", "after"), ("item", "kettle"))
    assert talker.problem(problem, *facts).asking == "contacted"
    assert [case.model for case in talker.state.cases] == ["contact_seller"]
    assert talker.state.cases[0].answers["matter"] == matter


def test_what_never_came_is_a_lost_package_whatever_it_was_heard_as() -> None:
    talker = Talker()
    talker.problem("damaged_item", ("item", "kettle"), ("matter", "missing"))
    assert [case.model for case in talker.state.cases] == ["lost_package"]
    assert talker.state.cases[0].answers["item"] == "kettle"


def test_a_fact_of_another_problem_opens_that_problem() -> None:
    talker = Talker()
    talker.problem("lost_package", ("item", "kettle"))
    assert talker.turn(Intention.TELL, ("return_state", "refused")).asking == "tried"
    assert [case.model for case in talker.state.cases] == ["lost_package", "return_refund"]
