"""Opening the skill days later: what goes on, what is due, and how it stands with what waits."""

import pytest

from skill.conversation.acts import CaseList, Status, WelcomeBack
from skill.conversation.reply import Reply
from skill.conversation.turn import Intention
from tests.conversation.talker import Talker
from tests.conversation.test_answers import keys
from tests.conversation.test_contact import TOLD


@pytest.fixture(params=["en-US", "de-DE"])
def talker(request: pytest.FixtureRequest) -> Talker:
    return Talker(request.param)


def sent_to_seller(talker: Talker, item: str = "kettle") -> Reply:
    """Somebody is sent to the seller, who has 48 hours."""
    talker.told("lost_package", ("item", item), *TOLD[1:], ("sold_by", "seller"), ("contacted", "no"))
    return talker.yes()


def sent_to_chat(talker: Talker, item: str = "kettle") -> Reply:
    """Somebody is sent to Amazon's chat, which has 48 hours."""
    talker.told("lost_package", ("item", item), *TOLD[1:], ("sold_by", "amazon"))
    return talker.yes()


def sent_to_device_support(talker: Talker) -> Reply:
    """Somebody is sent to the devices' own team, whose repair has to hold for 48 hours."""
    return talker.told("device_help", ("device", "echo"), ("trouble", "frozen"), ("tried", "yes"))


def the_status(reply: Reply) -> Status:
    """The one status that a reply tells."""
    (status,) = [act for act in reply.acts if isinstance(act, Status)]
    return status


def test_somebody_new_is_greeted_and_asked_for_the_problem(talker: Talker) -> None:
    reply = talker.open()
    assert keys(reply) == ["welcome"]
    assert reply.asking == "which_problem"


def test_what_was_broken_off_goes_on(talker: Talker) -> None:
    talker.problem("lost_package", ("item", "kettle"))
    talker.later(500)
    reply = talker.open()
    assert keys(reply) == ["welcome_back"]
    assert reply.asking == "status"


def test_what_is_due_is_asked_with_the_name_of_the_case(talker: Talker) -> None:
    talker.no_offers(sent_to_seller(talker))
    talker.later(48)
    reply = talker.open()
    (back,) = [act for act in reply.acts if isinstance(act, WelcomeBack)]
    assert (back.case.kind, back.case.words) == ("item", "kettle")
    assert reply.asking == "seller_answered"


def test_a_moment_before_the_wait_is_over_nothing_is_due(talker: Talker) -> None:
    talker.no_offers(sent_to_seller(talker))
    talker.later(47)
    assert talker.open().asking == "anything_else"


@pytest.mark.parametrize(
    ("begin", "stage"), [(sent_to_seller, "seller"), (sent_to_chat, "amazon"), (sent_to_device_support, "device")]
)
def test_what_waits_is_told_with_its_status_and_when_it_is_due(begin: object, stage: str) -> None:
    talker = Talker()
    talker.no_offers(begin(talker))  # type: ignore[operator]
    talker.later(5)
    reply = talker.open()
    status = the_status(reply)
    assert keys(reply) == ["welcome.again", f"status.{stage}"]
    assert status.until
    assert status.until.at.isoformat() == "2026-11-25T09:00:00+00:00"
    assert reply.asking == "anything_else"


def test_no_after_the_status_is_a_goodbye_and_yes_asks_for_the_problem(talker: Talker) -> None:
    talker.no_offers(sent_to_seller(talker))
    talker.later(5)
    talker.open()
    assert talker.no().question is None
    talker.open()
    assert talker.yes().asking == "which_problem"


def test_several_that_wait_are_listed_and_one_is_picked(talker: Talker) -> None:
    for item in ("kettle", "lamp"):
        talker.no_offers(sent_to_seller(talker, item))
    talker.later(5)
    reply = talker.open()
    (told,) = [act for act in reply.acts if isinstance(act, CaseList)]
    assert [case.words for case in told.cases] == ["kettle", "lamp"]
    assert reply.asking == "which_case"
    assert the_status(talker.tell(("item", "lamp"))).case.words == "lamp"


def test_of_two_that_are_due_the_one_that_waits_longer_comes_first(talker: Talker) -> None:
    talker.no_offers(sent_to_seller(talker, "kettle"))
    talker.later(3)
    talker.no_offers(sent_to_seller(talker, "lamp"))
    talker.later(60)
    reply = talker.open()
    assert reply.acts == (WelcomeBack(reply.acts[0].case),)  # type: ignore[attr-defined]
    assert talker.state.case
    assert talker.state.case.answers["item"] == "kettle"


def test_what_was_broken_off_last_comes_before_what_is_due(talker: Talker) -> None:
    talker.no_offers(sent_to_seller(talker))
    talker.problem("device_help", ("device", "kindle"))
    talker.later(60)
    assert talker.open().asking == "trouble"


def test_what_is_due_comes_before_what_was_broken_off_earlier(talker: Talker) -> None:
    talker.problem("device_help", ("device", "kindle"))
    talker.no_offers(sent_to_seller(talker))
    talker.later(60)
    assert talker.open().asking == "seller_answered"


def test_what_is_solved_needs_no_word(talker: Talker) -> None:
    talker.no_offers(sent_to_device_support(talker))
    talker.later(60)
    talker.open()
    assert talker.yes().outcome == "closed"
    talker.later(5)
    reply = talker.open()
    assert keys(reply) == ["welcome.again"]
    assert reply.asking == "which_problem"


def test_what_the_person_closed_needs_no_word(talker: Talker) -> None:
    talker.no_offers(sent_to_seller(talker))
    talker.turn(Intention.CLOSE_CASE)
    talker.later(60)
    assert keys(talker.open()) == ["welcome.again"]


def test_what_is_told_to_the_end_needs_no_word(talker: Talker) -> None:
    talker.no_offers(sent_to_seller(talker))
    talker.later(49)
    talker.open()
    talker.no()
    talker.no_offers(talker.skip())
    talker.later(49)
    assert talker.open().asking == "email_answered"
    talker.no_offers(talker.no())
    talker.later(500)
    assert keys(talker.open()) == ["welcome.again"]


def test_opening_in_the_middle_of_a_question_of_the_talk_drops_it(talker: Talker) -> None:
    assert sent_to_seller(talker).asking == "remind"
    talker.turn(Intention.OPEN)
    assert talker.state.pending is None


def test_the_whole_way_from_the_seller_to_the_money(talker: Talker) -> None:
    talker.no_offers(sent_to_seller(talker))
    talker.later(49)
    assert talker.open().asking == "seller_answered"
    assert talker.yes().asking == "solved"
    assert talker.yes().asking == "settled_by"
    reply = talker.tell(("settled_by", "refund"))
    assert reply.outcome == "closed"
    assert "solved" in keys(reply)
    assert reply.question is None


def test_a_device_that_works_is_not_asked_what_settled_it_when_that_is_plain(talker: Talker) -> None:
    talker.no_offers(sent_to_device_support(talker))
    talker.later(49)
    assert talker.open().asking == "device_works"
    reply = talker.yes()
    assert (reply.outcome, reply.question) == ("closed", None)
