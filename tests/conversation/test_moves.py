"""Moves of a talk: back, over, repeat, help, stop, changes, other problems, and what was not understood."""

import pytest

from skill.conversation.acts import Card
from skill.conversation.converse import converse
from skill.conversation.turn import Intention, Said, Turn
from skill.decision.models import MODELS
from tests.conversation.talker import Talker
from tests.conversation.test_answers import keys

ANSWERED = (("item", "kettle"), ("status", "stuck"), ("tried", "yes"), ("sold_by", "amazon"), ("urgent", "no"))


@pytest.fixture
def talker() -> Talker:
    return Talker()


def test_going_back_asks_the_last_question_again_and_then_the_one_before(talker: Talker) -> None:
    assert talker.told("lost_package", *ANSWERED).asking == "files"
    assert talker.turn(Intention.BACK).asking == "urgent"
    assert talker.turn(Intention.BACK).asking == "sold_by"


def test_going_back_from_a_half_read_number_drops_its_digits_only(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED)
    talker.tell(("order_number", "112"))
    assert talker.turn(Intention.BACK).asking == "files"
    assert talker.state.draft == ""


def test_there_is_nothing_to_go_back_to_at_the_start(talker: Talker) -> None:
    talker.open()
    reply = talker.turn(Intention.BACK)
    assert "nothing_before" in keys(reply)
    assert reply.asking == "which_problem"


def test_after_the_outcome_one_can_still_go_back(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED, ("files", "no"))
    assert talker.skip().outcome == "chat_or_seller"
    assert talker.turn(Intention.BACK).asking == "order_number"


def test_starting_over_asks_for_the_problem_and_forgets_the_answers(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED)
    assert talker.turn(Intention.START_OVER).asking == "which_problem"
    assert talker.problem("lost_package").asking == "item"


def test_repeat_asks_the_same_in_the_same_manner(talker: Talker) -> None:
    asked = talker.problem("lost_package").question
    assert talker.turn(Intention.REPEAT).question == asked
    assert talker.turn(Intention.REPEAT).question == asked


def test_repeat_after_the_outcome_tells_it_again_with_the_card(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED, ("files", "no"))
    first = talker.skip()
    again = talker.turn(Intention.REPEAT)
    assert again.outcome == first.outcome
    assert again.card == first.card


@pytest.mark.parametrize("model", ["lost_package", "contact_seller", "device_help"])
def test_help_explains_and_asks_the_open_question_in_other_words(talker: Talker, model: str) -> None:
    asked = talker.problem(model).question
    reply = talker.turn(Intention.HELP)
    assert "help" in keys(reply)
    assert asked
    assert reply.asking == asked.question
    assert reply.question != asked


def test_stop_ends_and_keeps_the_place(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED)
    reply = talker.turn(Intention.STOP)
    assert keys(reply) == ["goodbye.kept"]
    back = talker.open()
    assert "welcome_back" in keys(back)
    assert back.asking == "files"


def test_no_to_the_opening_question_is_a_goodbye(talker: Talker) -> None:
    talker.open()
    assert keys(talker.no()) == ["goodbye"]


def test_a_correction_replaces_the_answer_and_says_so(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED)
    reply = talker.correct(("item", "toaster"))
    assert "changed" in keys(reply)
    assert talker.state.cases[0].answers["item"] == "toaster"
    assert reply.asking == "files"


def test_a_corrected_answer_can_lead_another_way(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED)
    assert talker.correct(("sold_by", "seller")).asking == "contacted"


@pytest.mark.parametrize(("last", "changed"), [("ordered", "ordered"), ("status_date", "status_date")])
def test_a_bare_date_corrects_the_date_said_last(talker: Talker, last: str, changed: str) -> None:
    other = {"ordered": "status_date", "status_date": "ordered"}[last]
    talker.problem("lost_package", (other, "2026-11-10"), (last, "2026-11-11"))
    talker.correct(("date", "2026-11-20"))
    assert talker.state.cases[0].answers[changed] == "2026-11-20"
    assert talker.state.cases[0].answers[other] == "2026-11-10"


def test_a_bare_date_answers_the_date_that_is_asked_for(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED[:4], ("urgent", "no"), ("files", "yes"), ("status_date", "2026-11-10"))
    assert talker.skip().asking == "ordered"
    assert talker.correct(("date", "2026-11-20")).outcome == "email"
    assert talker.state.cases[0].answers["ordered"] == "2026-11-20"


def test_a_fact_that_is_wrong_is_asked_again_even_one_that_is_never_asked(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED, ("status_date", "2026-11-10"))
    assert talker.change("status_date").asking == "status_date"
    assert talker.tell(("status_date", "2026-11-12")).asking == "files"


def test_a_wrong_order_number_is_asked_again(talker: Talker) -> None:
    talker.problem("lost_package", ("item", "kettle"))
    talker.tell(("order_number", "1" * 17))
    talker.yes()
    assert talker.change("order_number").asking == "order_number"


def test_a_change_of_something_that_this_case_does_not_know_is_not_understood(talker: Talker) -> None:
    talker.problem("device_help")
    assert "misheard" in keys(talker.change("item"))
    talker.turn(Intention.START_OVER)
    assert "misheard" in keys(talker.change("item"))


def test_another_problem_keeps_the_first_and_offers_to_go_back_to_it(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED)
    assert "switched.device_help" in keys(talker.problem("device_help", ("device", "kindle")))
    talker.tell(("trouble", "frozen"))
    reply = talker.yes()
    assert reply.outcome == "device_support"
    assert talker.no_offers(reply).asking == "resume"
    back = talker.yes()
    assert "resumed" in keys(back)
    assert back.asking == "files"


def test_the_other_problem_can_wait(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED)
    talker.problem("device_help", ("device", "kindle"), ("trouble", "frozen"))
    assert talker.no_offers(talker.yes()).asking == "resume"
    assert keys(talker.no()) == ["goodbye.kept"]
    assert talker.problem("lost_package").asking == "files"


@pytest.mark.parametrize("way_out", [Intention.SKIP, Intention.STOP])
def test_nobody_is_held_at_the_offer_to_go_back(talker: Talker, way_out: Intention) -> None:
    talker.told("lost_package", *ANSWERED)
    talker.problem("device_help", ("device", "kindle"), ("trouble", "frozen"))
    talker.no_offers(talker.yes())
    assert talker.turn(way_out).question is None


def test_naming_the_same_problem_again_goes_on_with_it(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED)
    assert talker.problem("lost_package").asking == "files"
    assert len(talker.state.cases) == 1


def test_not_understood_is_met_with_other_words_then_an_example_then_a_way_on(talker: Talker) -> None:
    talker.problem("lost_package")
    first, second, third = talker.mumble(), talker.mumble(), talker.mumble()
    assert [first.asking, second.asking] == ["item", "item"]
    assert first.question
    assert second.question
    assert [first.question.manner, second.question.manner] == ["rephrase", "example"]
    assert "way_out" in keys(third)
    assert third.asking == "status"


def test_who_is_never_understood_is_let_go_with_a_place_to_find_help(talker: Talker) -> None:
    talker.problem("lost_package")
    replies = [talker.mumble() for _ in range(6)]
    assert [reply.question is None for reply in replies] == [False] * 5 + [True]
    assert keys(replies[-1]) == ["cant_make_it_out"]
    assert talker.open().asking == "status"


def test_the_opening_question_is_given_up_after_three_misses(talker: Talker) -> None:
    talker.open()
    assert [talker.mumble().question is None for _ in range(3)] == [False, False, True]


def test_misses_are_counted_in_a_row_only(talker: Talker) -> None:
    talker.problem("lost_package")
    talker.mumble()
    talker.mumble()
    talker.tell(("item", "kettle"))
    reply = talker.mumble()
    assert reply.question
    assert reply.question.manner == "rephrase"


def test_the_message_is_read_aloud_when_there_is_one(talker: Talker) -> None:
    talker.open()
    assert "no_message_yet" in keys(talker.turn(Intention.READ_MESSAGE))
    talker.told("lost_package", *ANSWERED, ("files", "no"))
    assert "no_message_yet" in keys(talker.turn(Intention.READ_MESSAGE))
    talker.skip()
    reply = talker.turn(Intention.READ_MESSAGE)
    assert keys(reply) == ["read_message"]
    assert reply.asking == "remind"


def test_days_later_the_question_that_was_waiting_is_asked(talker: Talker) -> None:
    talker.told(
        "lost_package",
        ("item", "kettle"),
        ("status", "stuck"),
        ("tried", "yes"),
        ("sold_by", "seller"),
        ("contacted", "no"),
    )
    talker.no()
    talker.no()
    assert talker.skip().channel == "C-SELLER"
    talker.later(24)
    assert talker.open().asking == "anything_else"
    talker.later(25)
    assert talker.open().asking == "seller_answered"


def test_the_seller_stayed_silent_so_the_case_goes_up_to_amazon_and_says_why(talker: Talker) -> None:
    talker.told(
        "lost_package",
        ("item", "kettle"),
        ("status", "stuck"),
        ("tried", "yes"),
        ("sold_by", "seller"),
        ("contacted", "no"),
    )
    talker.no()
    talker.no()
    talker.skip()
    talker.later(49)
    assert talker.open().asking == "seller_answered"
    reply = talker.no()
    assert "passing.escalate" in keys(reply)
    assert talker.skip().outcome == "email"
    card = talker.turn(Intention.REPEAT).card
    assert isinstance(card, Card)
    assert "done.seller_silent" in [part for paragraph in card.paragraphs for part in paragraph]


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_its_solved_answers_whichever_question_asks_for_that(talker: Talker, answer: str) -> None:
    talker.told("device_help", ("device", "echo"), ("trouble", "frozen"), ("tried", "yes"))
    talker.later(49)
    assert talker.open().asking == "device_works"
    reply = talker.tell(("solved", answer))
    assert reply.outcome == ("closed" if answer == "yes" else "email")


@pytest.mark.parametrize("intention", [i for i in Intention if i is not Intention.PROBLEM])
@pytest.mark.parametrize("finished", [False, True])
def test_any_intention_at_any_time_gets_a_sensible_reply(
    talker: Talker, intention: Intention, *, finished: bool
) -> None:
    talker.turn(intention)
    talker.told("lost_package", *ANSWERED)
    if finished:
        talker.tell(("files", "no"))
        talker.skip()
    for _ in range(4):
        talker.turn(intention)


def test_at_most_ten_cases_are_kept_and_told_ones_go_first(talker: Talker) -> None:
    for number in range(12):
        talker.problem("lost_package", ("item", f"thing {number}"))
        talker.tell(("status", "late"), ("tried", "yes"), ("sold_by", "amazon"))
        talker.yes()
        talker.skip()
    assert len(talker.state.cases) == 10
    assert talker.state.cases[-1].answers["item"] == "thing 11"


def test_a_correction_of_nothing_known_while_the_number_is_confirmed_is_a_no(talker: Talker) -> None:
    talker.problem("lost_package", ("item", "kettle"))
    talker.tell(("order_number", "1" * 17))
    turn = Turn(Intention.CORRECT, talker.now, talker.now.date(), (Said("item", None, "last bit is wrong"),))
    reply, state = converse(MODELS, talker.state, turn)
    assert reply.asking == "status"
    assert state.cases[0].answers == {"item": "kettle"}


def test_a_secret_is_not_taken_and_the_open_question_is_asked_again(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED)
    before = talker.state.cases
    reply = talker.turn(Intention.SECRET)
    assert keys(reply) == ["not_taken"]
    assert reply.asking == "files"
    assert talker.state.cases == before


def test_going_back_from_the_offer_goes_back_in_the_case_just_told(talker: Talker) -> None:
    talker.told("lost_package", *ANSWERED)
    talker.problem("device_help", ("device", "kindle"), ("trouble", "frozen"))
    assert talker.no_offers(talker.yes()).asking == "resume"
    assert talker.turn(Intention.BACK).asking == "tried"
