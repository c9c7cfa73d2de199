"""While somebody else has the next word: not sent yet, sent on another day, asked later, promised, escalated."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from skill.conversation.errands import RemoveReminder
from skill.conversation.turn import Intention
from tests.conversation.talker import Talker
from tests.conversation.test_answers import keys
from tests.conversation.test_coming_back import sent_to_chat, sent_to_device_support, sent_to_seller

NOT_SENT = ("seller_contact", "not_yet")
PROMISED = ("settled_by", "promised")


@pytest.fixture(params=["en-US", "de-DE"])
def talker(request: pytest.FixtureRequest) -> Talker:
    """Somebody who was sent to the seller on Monday at nine, and wants no reminder."""
    talker = Talker(request.param)
    talker.no_offers(sent_to_seller(talker))
    return talker


def due(talker: Talker) -> datetime | None:
    """Until when the first case waits, where somebody wanted that otherwise."""
    return talker.state.cases[0].postponed.get("chat_or_seller")


def is_due_after(talker: Talker, hours: int) -> bool:
    """Whether the answer is asked for after so many hours, and not an hour before."""
    talker.later(hours - 1)
    assert talker.open().asking != "seller_answered"
    talker.later(1)
    return talker.open().asking == "seller_answered"


@pytest.mark.parametrize("hours", [1, 49, 300])
def test_not_sent_yet_brings_the_card_again_and_the_wait_begins_anew(talker: Talker, hours: int) -> None:
    talker.later(hours)
    talker.open()
    reply = talker.tell(NOT_SENT)
    assert keys(reply) == ["send_it_now"]
    assert reply.card
    assert reply.asking == "remind"
    talker.no_offers(talker.no())
    assert is_due_after(talker, 48)


def test_not_sent_yet_after_it_was_said_that_no_answer_came_takes_that_back(talker: Talker) -> None:
    talker.later(49)
    talker.open()
    assert talker.no().asking == "ordered"
    reply = talker.tell(NOT_SENT)
    assert keys(reply) == ["send_it_now"]
    assert "seller_answered" not in talker.state.cases[0].answers


def test_not_sent_yet_at_the_question_whether_it_is_solved_takes_the_answer_back(talker: Talker) -> None:
    talker.later(49)
    talker.open()
    assert talker.yes().asking == "solved"
    talker.tell(NOT_SENT)
    assert "seller_answered" not in talker.state.cases[0].answers


def test_an_email_that_was_not_sent_yet_begins_its_own_wait_anew(talker: Talker) -> None:
    talker.later(49)
    talker.open()
    talker.no()
    talker.no_offers(talker.skip())
    talker.later(49)
    assert talker.open().asking == "email_answered"
    reply = talker.tell(NOT_SENT)
    assert reply.outcome == "email"
    assert talker.state.cases[0].reached["email"] == talker.now
    assert talker.state.cases[0].answers["seller_answered"] == "no"


def test_not_written_yet_is_an_answer_where_it_is_asked_whether_one_wrote() -> None:
    talker = Talker()
    talker.told("lost_package", ("item", "kettle"), ("status", "stuck"), ("tried", "yes"), ("sold_by", "seller"))
    talker.tell(NOT_SENT)
    assert talker.state.cases[0].answers["contacted"] == "no"


def test_not_sent_yet_in_the_middle_of_another_case_is_about_that_one(talker: Talker) -> None:
    before = talker.state.cases[0]
    talker.later(1)
    talker.problem("lost_package", ("item", "lamp"), ("status", "stuck"), ("tried", "yes"), ("sold_by", "seller"))
    talker.tell(NOT_SENT)
    assert talker.state.cases[1].answers["contacted"] == "no"
    assert talker.state.cases[0] == before


def test_not_sent_yet_means_the_case_told_last_when_none_is_talked_about(talker: Talker) -> None:
    talker.later(1)
    talker.no_offers(sent_to_chat(talker, "lamp"))
    talker.later(1)
    talker.open()
    talker.tell(NOT_SENT)
    assert [case.reached["chat_or_seller"] == talker.now for case in talker.state.cases] == [False, True]


def test_the_reminder_of_a_message_that_was_not_sent_goes_and_a_new_one_is_offered() -> None:
    talker = Talker()
    sent_to_seller(talker)
    talker.yes()
    talker.later(1)
    talker.open()
    reply = talker.tell(NOT_SENT)
    assert RemoveReminder("a token") in reply.errands
    assert reply.asking == "remind"


def test_a_day_told_earlier_is_gone_once_it_turns_out_that_it_was_not_sent(talker: Talker) -> None:
    talker.turn(Intention.SENT, ("sent_date", "2026-11-22"))
    talker.tell(NOT_SENT)
    assert talker.state.cases[0].sent == {}


def test_from_the_day_on_which_it_was_sent_there_are_two_days(talker: Talker) -> None:
    talker.later(24)
    reply = talker.turn(Intention.SENT, ("sent_date", "2026-11-23"))
    assert keys(reply) == ["no_hurry"]
    assert talker.state.cases[0].sent == {"chat_or_seller": "2026-11-23"}
    assert is_due_after(talker, 24)


@pytest.mark.parametrize("facts", [(), (("sent_date", None),)])
def test_sent_without_a_day_counts_from_today(talker: Talker, facts: tuple[tuple[str, str | None], ...]) -> None:
    talker.later(24)
    talker.turn(Intention.SENT, *facts)
    assert talker.state.cases[0].sent == {"chat_or_seller": "2026-11-24"}
    assert due(talker) == talker.now + timedelta(hours=48)


@pytest.mark.parametrize(
    "garbage", ["garbage", "2026-13-45", "2026-W47", "2026-W47-WE", "2026-11", "9999-12-31", "P2D"]
)
def test_what_names_no_day_counts_from_today_and_is_left_open_in_later_messages(talker: Talker, garbage: str) -> None:
    talker.turn(Intention.SENT, ("sent_date", garbage))
    assert talker.state.cases[0].sent == {"chat_or_seller": ""}
    assert due(talker) == talker.now + timedelta(hours=48)


@pytest.mark.parametrize(("said", "day"), [("2026-11-27", "2026-11-20"), ("2026-11-24", "2026-11-17")])
def test_a_bare_weekday_comes_as_the_next_one_and_means_the_last_one(talker: Talker, said: str, day: str) -> None:
    talker.turn(Intention.SENT, ("sent_date", said))
    assert talker.state.cases[0].sent == {"chat_or_seller": day}


@pytest.mark.parametrize("day", ["2026-11-20", "2020-01-01", "0001-01-01"])
def test_sent_so_long_ago_that_an_answer_is_due_asks_for_it(talker: Talker, day: str) -> None:
    talker.later(5)
    talker.open()
    assert talker.turn(Intention.SENT, ("sent_date", day)).asking == "seller_answered"


@pytest.mark.parametrize(
    ("zone", "hours", "day"), [("Australia/Sydney", 14, "2026-11-24"), ("America/Los_Angeles", 16, "2026-11-23")]
)
def test_today_is_the_persons_own_day_and_gives_two_full_days(zone: str, hours: int, day: str) -> None:
    talker = Talker()
    talker.zone = ZoneInfo(zone)
    talker.no_offers(sent_to_seller(talker))
    talker.later(hours)
    talker.turn(Intention.SENT, ("sent_date", day))
    assert talker.state.cases[0].sent == {"chat_or_seller": day}
    assert due(talker) == talker.now + timedelta(hours=48)


def test_sent_is_an_answer_where_it_is_asked_whether_one_wrote() -> None:
    talker = Talker()
    talker.told("lost_package", ("item", "kettle"), ("status", "stuck"), ("tried", "yes"), ("sold_by", "seller"))
    talker.turn(Intention.SENT, ("sent_date", "2026-11-20"))
    assert talker.state.cases[0].answers["contacted"] == "yes"


def test_sent_without_any_case_asks_for_the_problem() -> None:
    assert Talker().turn(Intention.SENT).question


def test_sent_replaces_the_reminder_with_the_offer_of_a_later_one() -> None:
    talker = Talker()
    sent_to_seller(talker)
    talker.yes()
    talker.later(24)
    talker.open()
    reply = talker.turn(Intention.SENT)
    assert RemoveReminder("a token") in reply.errands
    assert reply.asking == "remind"


@pytest.mark.parametrize("intention", [Intention.WAIT, Intention.SKIP, Intention.DONT_KNOW])
def test_not_knowing_whether_an_answer_came_gives_one_more_day(talker: Talker, intention: Intention) -> None:
    talker.later(49)
    talker.open()
    reply = talker.turn(intention)
    assert due(talker) == talker.now + timedelta(hours=24)
    assert "seller_answered" not in talker.state.cases[0].answers
    talker.no_offers(reply)
    assert is_due_after(talker, 24)


@pytest.mark.parametrize(("begin", "asked"), [(sent_to_chat, "amazon_answered"), (sent_to_seller, "seller_answered")])
def test_one_more_day_for_whoever_has_to_answer(begin: object, asked: str) -> None:
    talker = Talker()
    talker.no_offers(begin(talker))  # type: ignore[operator]
    talker.later(49)
    assert talker.open().asking == asked
    assert keys(talker.skip()) == ["no_hurry"]


def test_one_more_day_for_a_device() -> None:
    talker = Talker()
    talker.no_offers(sent_to_device_support(talker))
    talker.later(49)
    assert talker.open().asking == "device_works"
    assert keys(talker.turn(Intention.WAIT)) == ["no_hurry"]


def test_asking_to_wait_never_shortens_a_wait(talker: Talker) -> None:
    talker.turn(Intention.WAIT)
    assert due(talker) == talker.now + timedelta(hours=48)


def test_asking_to_wait_again_and_again_is_possible(talker: Talker) -> None:
    talker.later(49)
    for _ in range(5):
        assert talker.open().asking == "seller_answered"
        talker.no_offers(talker.turn(Intention.WAIT))
        talker.later(24)


def test_wait_at_the_offer_of_a_reminder_declines_it(talker: Talker) -> None:
    assert talker.turn(Intention.REMIND).asking == "remind"
    assert "no_reminder" in keys(talker.turn(Intention.WAIT))
    assert due(talker) is None


def test_wait_without_a_case_is_met_with_a_question() -> None:
    assert Talker().turn(Intention.WAIT).asking == "which_problem"


def test_wait_in_the_middle_of_a_case_leaves_its_question_open(talker: Talker) -> None:
    talker.problem("device_help", ("device", "kindle"))
    assert talker.turn(Intention.WAIT).asking == "tried"
    assert due(talker) is None


def test_a_promise_gives_three_more_days(talker: Talker) -> None:
    talker.later(49)
    talker.open()
    reply = talker.tell(PROMISED)
    assert due(talker) == talker.now + timedelta(hours=72)
    talker.no_offers(reply)
    assert is_due_after(talker, 72)


def test_a_promise_at_the_question_what_settled_it_is_no_settlement(talker: Talker) -> None:
    talker.later(49)
    talker.open()
    talker.yes()
    assert talker.yes().asking == "settled_by"
    reply = talker.tell(PROMISED)
    assert reply.outcome != "closed"
    assert keys(reply) == ["no_hurry"]
    assert "solved" not in talker.state.cases[0].answers


def test_an_answer_that_came_early_ends_the_wait(talker: Talker) -> None:
    talker.turn(Intention.WAIT)
    assert talker.tell(("seller_contact", "answered")).asking == "solved"


@pytest.mark.parametrize("outcome", ["refund", "resend", "arrived", "written"])
def test_what_settled_it_closes_the_case(talker: Talker, outcome: str) -> None:
    talker.later(49)
    talker.open()
    talker.yes()
    assert talker.yes().asking == "settled_by"
    assert talker.tell(("settled_by", outcome)).outcome == "closed"


def test_no_answer_goes_to_amazon_by_email_and_then_into_a_claim(talker: Talker) -> None:
    talker.later(49)
    talker.open()
    talker.no()
    assert talker.skip().outcome == "email"
    talker.later(49)
    assert talker.open().asking == "email_answered"
    assert talker.no().outcome == "claim"


def test_where_there_is_no_order_the_end_is_a_senior_manager() -> None:
    talker = Talker()
    talker.problem("account_access", ("account_state", "locked"))
    for _ in range(20):
        reply = talker.skip()
        if reply.question is None:
            break
    talker.later(100)
    asked = talker.open().asking
    for _ in range(3):
        reply = talker.no_offers(talker.no())
        talker.later(100)
        if reply.outcome == "senior":
            break
        talker.open()
    assert reply.outcome == "senior", asked


def test_several_reasons_to_wait_on_one_day_are_each_counted_from_now(talker: Talker) -> None:
    talker.later(49)
    talker.open()
    talker.no_offers(talker.turn(Intention.WAIT))
    talker.later(10)
    talker.open()
    talker.tell(PROMISED)
    assert due(talker) == talker.now + timedelta(hours=72)


def test_a_closed_case_waits_for_nobody(talker: Talker) -> None:
    talker.turn(Intention.CLOSE_CASE)
    before = talker.state.cases
    talker.tell(NOT_SENT)
    assert talker.state.cases[0] == before[0]


def test_without_a_time_zone_later_is_so_many_days_ahead() -> None:
    talker = Talker()
    talker.zone = None
    talker.no_offers(sent_to_seller(talker))
    talker.later(49)
    talker.open()
    reply = talker.turn(Intention.WAIT)
    assert keys(reply) == ["no_hurry"]
