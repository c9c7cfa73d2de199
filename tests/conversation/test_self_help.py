"""The step most likely to solve it comes first, and can be all that is needed."""

import pytest

from skill.conversation.acts import Ask, Card
from skill.conversation.turn import Intention
from tests.conversation.talker import Talker

FIRST: dict[str, tuple[tuple[tuple[str, str], ...], str]] = {
    "lost_package": ((("item", "kettle"), ("status", "stuck")), "tracking"),
    "order_problem": ((("order_state", "not_shipped"),), "order_page"),
    "change_order": ((("change", "cancel"),), "change"),
    "damaged_item": ((("item", "kettle"), ("matter", "damaged")), "photos"),
    "return_refund": ((("return_state", "refused"),), "policy"),
    "account_access": ((("account_state", "password"),), "sign_in"),
    "payment": ((("charge_state", "unknown"),), "bank"),
    "device_help": ((("device", "echo"), ("trouble", "no sound")), "restart"),
}
each_kind = pytest.mark.parametrize("problem", FIRST)


def at_the_step(problem: str) -> Talker:
    """Somebody who has just heard the step."""
    facts, wording = FIRST[problem]
    talker = Talker()
    assert talker.problem(problem, *facts).question == Ask("tried", "", wording)
    return talker


@each_kind
def test_that_did_it_closes_the_case(problem: str) -> None:
    for facts in ((("tried", "solved"),), (("solved", "yes"),)):
        reply = at_the_step(problem).tell(*facts)
        assert (reply.outcome, reply.question, reply.card) == ("closed", None, None)


@each_kind
def test_done_that_and_not_yet_both_lead_on(problem: str) -> None:
    for answer in (Talker.yes, Talker.no, Talker.skip):
        reply = answer(at_the_step(problem))
        assert reply.asking != "tried"
        assert reply.outcome != "closed"


def test_it_still_does_not_work_means_that_it_was_tried() -> None:
    talker = at_the_step("device_help")
    assert talker.tell(("solved", "no")).outcome == "device_support"


def test_the_neighbor_had_it_closes_the_case() -> None:
    talker = Talker()
    assert talker.problem("lost_package", ("item", "kettle"), ("status", "delivered")).asking == "checked"
    assert talker.tell(("checked", "solved")).outcome == "closed"


def test_photos_that_somebody_has_are_not_asked_for_again() -> None:
    talker = Talker()
    talker.told("damaged_item", ("item", "kettle"), ("matter", "damaged"), ("files", "yes"))
    reply = talker.tell(("sold_by", "amazon"))
    while not reply.outcome:
        assert reply.asking not in ("tried", "files")
        reply = talker.no() if reply.asking == "urgent" else talker.skip()
    assert reply.channel == "C-EMAIL"
    assert isinstance(reply.card, Card)
    assert "damaged.attached" in {part for paragraph in reply.card.paragraphs for part in paragraph}


def test_a_matter_told_first_opens_the_problem_that_it_is() -> None:
    asked = {}
    for matter in ("missing", "damaged", "faulty", "poor", "wrong", "refund", "other"):
        talker = Talker()
        talker.open()
        talker.turn(Intention.TELL, ("matter", matter))
        asked[matter] = talker.state.cases[-1].model
    assert asked == {
        "missing": "lost_package",
        "damaged": "damaged_item",
        "faulty": "damaged_item",
        "poor": "damaged_item",
        "wrong": "damaged_item",
        "refund": "return_refund",
        "other": "contact_seller",
    }


def test_a_hurry_asks_for_a_call_or_a_chat_and_a_call_needs_no_number() -> None:
    talker = Talker()
    talker.told("order_problem", ("order_state", "cancelled"), ("tried", "yes"), ("sold_by", "amazon"))
    assert talker.yes().asking == "contact_by"
    reply = talker.tell(("contact_by", "call"))
    assert (reply.outcome, reply.channel) == ("call_or_chat", "C-CALLBACK")


def test_a_choice_that_was_not_understood_opens_no_problem() -> None:
    talker = Talker()
    talker.open()
    assert talker.turn(Intention.TELL, ("charge_state", None)).asking == "which_problem"
    assert talker.state.cases == ()
