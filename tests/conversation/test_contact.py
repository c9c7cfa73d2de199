"""What is said about an answer that somebody waits for, by the question that is open or opens next."""

import pytest

from tests.conversation.talker import Talker
from tests.conversation.test_answers import keys

TOLD = (
    ("item", "kettle"),
    ("status", "stuck"),
    ("tried", "yes"),
    ("urgent", "no"),
    ("files", "no"),
    ("order_number", "1" * 17),
)


@pytest.fixture
def talker() -> Talker:
    """Somebody who was sent to the seller."""
    talker = Talker()
    talker.told("lost_package", *TOLD, ("sold_by", "seller"), ("contacted", "no"))
    assert talker.yes().channel == "C-SELLER"
    return talker


@pytest.fixture
def chatter() -> Talker:
    """Somebody who was sent to Amazon's chat."""
    talker = Talker()
    talker.told("lost_package", *TOLD, ("sold_by", "amazon"))
    assert talker.yes().channel == "C-CHAT"
    return talker


def test_silence_answers_the_open_question_and_changes_nothing_else(talker: Talker) -> None:
    talker.later(49)
    talker.open()
    reply = talker.tell(("seller_contact", "silent"))
    assert "changed" not in keys(reply)
    assert reply.asking == "ordered"
    assert talker.state.cases[0].answers["contacted"] == "no"


def test_silence_of_amazon_is_not_taken_for_the_sellers(chatter: Talker) -> None:
    chatter.later(49)
    assert chatter.open().asking == "amazon_answered"
    chatter.tell(("seller_contact", "silent"))
    assert chatter.state.cases[0].answers["amazon_answered"] == "no"
    assert "seller_answered" not in chatter.state.cases[0].answers


def test_that_somebody_wrote_says_nothing_about_an_answer(chatter: Talker) -> None:
    chatter.later(49)
    chatter.open()
    reply = chatter.tell(("seller_contact", "written"))
    assert reply.asking == "amazon_answered"
    assert "misheard" in keys(reply)


def test_an_early_answer_belongs_to_the_case_that_waits_for_it(talker: Talker) -> None:
    talker.later(10)
    assert talker.open().asking == "anything_else"
    assert talker.tell(("seller_contact", "answered")).asking == "solved"
    assert len(talker.state.cases) == 1


def test_solved_at_once_closes_the_case_when_it_is_known_how(talker: Talker) -> None:
    talker.later(10)
    talker.open()
    assert talker.tell(("solved", "yes")).asking == "settled_by"
    assert talker.tell(("settled_by", "resend")).outcome == "closed"


def test_what_came_of_it_says_that_an_answer_came_and_solved_it(talker: Talker) -> None:
    talker.later(49)
    talker.open()
    assert talker.tell(("settled_by", "refund")).outcome == "closed"


def test_not_solved_goes_further_up(chatter: Talker) -> None:
    chatter.later(49)
    chatter.open()
    assert chatter.tell(("solved", "no")).asking == "ordered"
    assert chatter.skip().outcome == "email"


def test_another_thing_is_another_case(chatter: Talker) -> None:
    chatter.later(49)
    reply = chatter.problem("lost_package", ("item", "lamp"))
    assert reply.asking == "status"
    assert [case.answers["item"] for case in chatter.state.cases] == ["kettle", "lamp"]


def test_a_second_thing_in_the_middle_of_the_first_loses_neither() -> None:
    talker = Talker()
    talker.problem("lost_package", ("item", "kettle"))
    talker.problem("lost_package", ("item", "lamp"))
    talker.tell(*TOLD[1:5], ("sold_by", "amazon"))
    assert talker.no_offers(talker.skip()).asking == "resume"
    assert talker.yes().asking == "status"
    assert talker.state.case
    assert talker.state.case.answers["item"] == "kettle"


def test_the_same_thing_again_is_the_same_case() -> None:
    talker = Talker()
    talker.problem("lost_package", ("item", "kettle"))
    assert talker.problem("lost_package", ("item", "Kettle"), ("urgent", "yes")).asking == "status"
    assert len(talker.state.cases) == 1


def test_a_silent_seller_in_the_middle_of_a_case_is_part_of_that_case() -> None:
    talker = Talker()
    talker.problem("lost_package", ("item", "kettle"), ("status", "stuck"))
    talker.skip()
    reply = talker.problem("contact_seller", ("seller_contact", "silent"))
    assert [case.model for case in talker.state.cases] == ["lost_package"]
    assert "passing.escalate" in [act.key for act in reply.acts]


def test_a_silent_seller_told_first_opens_the_seller() -> None:
    talker = Talker()
    talker.problem("contact_seller", ("seller_contact", "silent"))
    assert [case.model for case in talker.state.cases] == ["contact_seller"]
