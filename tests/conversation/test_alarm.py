"""Acute fraud cuts everything else short: the advice comes at once, whatever was open."""

import pytest

from skill.conversation.acts import Advise
from skill.conversation.reply import Reply
from skill.conversation.turn import Intention
from tests.conversation.talker import Talker

CALLER = (("suspicion", "call"), ("gave", "now"))
TAKEN_OVER = (("account_state", "stolen"),)
ALARMS = [("suspicious_contact", CALLER, "hang_up"), ("account_access", TAKEN_OVER, "secure_now")]


def alarm(talker: Talker, problem: str, given: tuple[tuple[str, str], ...]) -> Reply:
    """Somebody says that it is happening now."""
    return talker.turn(Intention.PROBLEM, problem=problem, given=given)


@pytest.mark.parametrize(("problem", "given", "outcome"), ALARMS)
def test_the_advice_is_all_that_is_said(problem: str, given: tuple[tuple[str, str], ...], outcome: str) -> None:
    reply = alarm(Talker(), problem, given)
    assert reply.acts == (Advise(outcome, "C-CALLBACK"),)
    assert reply.question is None
    assert reply.card


@pytest.mark.parametrize(("problem", "given", "outcome"), ALARMS)
def test_it_cuts_through_another_case_which_is_kept(
    problem: str, given: tuple[tuple[str, str], ...], outcome: str
) -> None:
    talker = Talker()
    talker.problem("lost_package", ("item", "kettle"))
    reply = alarm(talker, problem, given)
    assert (reply.outcome, reply.question) == (outcome, None)
    talker.later(1)
    assert talker.open().asking == "status"


@pytest.mark.parametrize(("problem", "given", "outcome"), ALARMS)
def test_it_cuts_through_a_case_of_the_same_kind(
    problem: str, given: tuple[tuple[str, str], ...], outcome: str
) -> None:
    talker = Talker()
    talker.problem(problem)
    assert alarm(talker, problem, given).outcome == outcome


def test_a_case_that_was_set_aside_is_taken_up_without_a_word_about_it() -> None:
    talker = Talker()
    talker.problem("suspicious_contact", ("suspicion", "call"))
    talker.problem("lost_package")
    assert alarm(talker, "suspicious_contact", CALLER).acts == (Advise("hang_up", "C-CALLBACK"),)


def test_the_day_after_it_is_asked_whether_amazon_answered() -> None:
    talker = Talker()
    alarm(talker, "account_access", TAKEN_OVER)
    talker.later(25)
    assert talker.open().asking == "amazon_answered"
