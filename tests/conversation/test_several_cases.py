"""Several cases at once: listed, picked by word, kind or place, closed, renamed, and told how they stand."""

import pytest

from skill.conversation.acts import CaseList, Closed, Renamed
from skill.conversation.reply import Reply
from skill.conversation.state import MOST_CASES
from skill.conversation.turn import Intention
from tests.conversation.talker import Talker
from tests.conversation.test_answers import keys
from tests.conversation.test_coming_back import sent_to_chat, sent_to_seller, the_status


@pytest.fixture(params=["en-US", "de-DE"])
def talker(request: pytest.FixtureRequest) -> Talker:
    """Somebody with a kettle at the seller, a lamp at Amazon, and a Kindle left in the middle, the newest last."""
    talker = Talker(request.param)
    talker.no_offers(sent_to_seller(talker, "kettle"))
    talker.later(1)
    talker.no_offers(sent_to_chat(talker, "lamp"))
    talker.later(1)
    talker.problem("device_help", ("device", "kindle"))
    return talker


def listed(reply: Reply) -> list[str]:
    """The words by which a reply names cases, or their kinds."""
    (told,) = [act for act in reply.acts if isinstance(act, CaseList)]
    return [case.words or case.kind for case in told.cases]


def active(talker: Talker) -> str | None:
    """The thing that the active case is about."""
    case = talker.state.case
    return (case.answers.get("item") or case.answers.get("device")) if case else None


def test_the_list_names_what_was_begun_and_then_what_waits_longest(talker: Talker) -> None:
    reply = talker.turn(Intention.LIST_CASES)
    assert listed(reply) == ["kindle", "kettle", "lamp"]
    assert reply.asking == "which_case"


def test_what_is_due_comes_first(talker: Talker) -> None:
    talker.later(46)
    assert listed(talker.turn(Intention.LIST_CASES)) == ["kettle", "kindle", "lamp"]


def test_of_two_that_wait_the_one_that_is_due_sooner_comes_first(talker: Talker) -> None:
    talker.later(24)
    talker.turn(Intention.STATUS, ("item", "kettle"))
    talker.no_offers(talker.tell(("settled_by", "promised")))
    assert listed(talker.turn(Intention.LIST_CASES)) == ["kindle", "lamp", "kettle"]


def test_only_three_are_named_and_the_others_counted(talker: Talker) -> None:
    talker.problem("gift_card")
    talker.problem("payment")
    (told,) = [act for act in talker.turn(Intention.LIST_CASES).acts if isinstance(act, CaseList)]
    assert (len(told.cases), told.more) == (3, 2)


def test_three_are_named_without_counting(talker: Talker) -> None:
    (told,) = [act for act in talker.turn(Intention.LIST_CASES).acts if isinstance(act, CaseList)]
    assert (len(told.cases), told.more) == (3, 0)


def test_one_case_is_told_at_once() -> None:
    talker = Talker()
    talker.no_offers(sent_to_seller(talker))
    reply = talker.turn(Intention.LIST_CASES)
    assert keys(reply) == ["status.seller"]
    assert reply.asking == "anything_else"


@pytest.mark.parametrize(
    "intention",
    [
        Intention.LIST_CASES,
        Intention.STATUS,
        Intention.CONTINUE,
        Intention.CLOSE_CASE,
        Intention.SEND_AGAIN,
        Intention.FORGET_CASE,
        Intention.RENAME_CASE,
        Intention.REMIND,
    ],
)
def test_without_a_case_there_is_nothing_to_do_it_with(intention: Intention) -> None:
    reply = Talker().turn(intention)
    assert keys(reply) == ["no_cases"]
    assert reply.asking == "which_problem"


@pytest.mark.parametrize(
    ("ordinal", "thing"), [(1, "kindle"), (2, "kettle"), (3, "lamp"), (-1, "lamp"), (-3, "kindle")]
)
def test_a_case_is_picked_by_its_place(talker: Talker, ordinal: int, thing: str) -> None:
    talker.turn(Intention.LIST_CASES)
    assert the_status(talker.turn(Intention.CONTINUE, ordinal=ordinal)).case.words == thing


@pytest.mark.parametrize("ordinal", [4, 11, -4])
def test_a_place_that_is_not_in_the_list_is_no_case(talker: Talker, ordinal: int) -> None:
    talker.turn(Intention.LIST_CASES)
    reply = talker.turn(Intention.CONTINUE, ordinal=ordinal)
    assert keys(reply) == ["no_such_case", "case_list"]
    assert reply.asking == "which_case"


@pytest.mark.parametrize("words", ["kettle", "the kettle", "KETTLE"])
def test_a_case_is_picked_by_a_word(talker: Talker, words: str) -> None:
    assert the_status(talker.turn(Intention.STATUS, ("item", words))).case.words == "kettle"


def test_a_case_is_picked_by_its_own_name(talker: Talker) -> None:
    talker.turn(Intention.RENAME_CASE, ("case_name", "bedtime story"))
    assert the_status(talker.turn(Intention.STATUS, ("item", "story"))).case.words == "bedtime story"


def test_a_case_is_picked_by_its_device(talker: Talker) -> None:
    assert the_status(talker.turn(Intention.STATUS, ("device", "kindle"))).case.words == "kindle"


def test_a_case_is_picked_by_one_word_of_the_devices_id(talker: Talker) -> None:
    talker.problem("device_help", ("device", "fire_tv"))
    assert the_status(talker.turn(Intention.STATUS, ("item", "my fire thing"))).case.words == "fire_tv"


def test_little_words_tell_no_case_from_another(talker: Talker) -> None:
    talker.turn(Intention.RENAME_CASE, ("case_name", "an ox"))
    assert "no_such_case" in keys(talker.turn(Intention.STATUS, ("item", "an")))


def test_a_case_is_picked_by_its_kind(talker: Talker) -> None:
    assert the_status(talker.turn(Intention.STATUS, problem="device_help")).case.words == "kindle"


def test_a_kind_of_which_there_are_two_is_asked_between_those_two(talker: Talker) -> None:
    reply = talker.turn(Intention.STATUS, problem="lost_package")
    assert listed(reply) == ["kettle", "lamp"]
    assert reply.asking == "which_case"
    assert the_status(talker.tell(("item", "lamp"))).case.words == "lamp"


def test_two_cases_about_the_same_thing_are_asked_between(talker: Talker) -> None:
    talker.problem("damaged_item", ("item", "kettle"))
    reply = talker.turn(Intention.STATUS, ("item", "kettle"))
    assert listed(reply) == ["kettle", "kettle"]
    assert reply.asking == "which_case"


def test_a_word_that_fits_nothing_is_met_with_the_list(talker: Talker) -> None:
    reply = talker.turn(Intention.STATUS, ("item", "spaceship"))
    assert keys(reply) == ["no_such_case", "case_list"]


@pytest.mark.parametrize("intention", [Intention.STATUS, Intention.CLOSE_CASE, Intention.FORGET_CASE])
def test_where_there_is_one_case_a_word_that_does_not_fit_it_is_met_with_how_that_one_stands(
    intention: Intention,
) -> None:
    talker = Talker("en-US")
    sent_to_seller(talker, "kettle")
    reply = talker.turn(intention, ("item", "spaceship"))
    assert keys(reply)[0] == "no_such_case"
    assert the_status(reply).case.words == "kettle"
    assert not talker.state.cases[0].closed


def test_a_kind_that_is_not_there_is_met_with_the_list(talker: Talker) -> None:
    assert keys(talker.turn(Intention.STATUS, problem="payment")) == ["no_such_case", "case_list"]


def test_going_on_with_a_kind_that_is_not_there_opens_it(talker: Talker) -> None:
    reply = talker.turn(Intention.CONTINUE, problem="gift_card")
    assert talker.state.case
    assert talker.state.case.model == "gift_card"
    assert "switched.gift_card" in keys(reply)


def test_a_problem_named_at_the_question_which_one_picks_the_case(talker: Talker) -> None:
    talker.turn(Intention.LIST_CASES)
    assert the_status(talker.problem("device_help")).case.words == "kindle"
    assert len(talker.state.cases) == 3


def test_another_problem_named_at_the_question_which_one_opens_it(talker: Talker) -> None:
    talker.turn(Intention.LIST_CASES)
    talker.problem("gift_card")
    assert len(talker.state.cases) == 4


def test_what_was_wanted_is_done_with_the_case_that_is_picked(talker: Talker) -> None:
    talker.turn(Intention.CLOSE_CASE, problem="lost_package")
    reply = talker.tell(("item", "lamp"))
    assert [act.case.words for act in reply.acts if isinstance(act, Closed)] == ["lamp"]


def test_without_a_word_the_case_that_is_talked_about_is_meant(talker: Talker) -> None:
    assert the_status(talker.turn(Intention.STATUS)).case.words == "kindle"


def test_going_on_with_a_case_asks_its_question(talker: Talker) -> None:
    talker.turn(Intention.STATUS, ("item", "kettle"))
    reply = talker.turn(Intention.CONTINUE, ("device", "kindle"))
    assert keys(reply) == ["resumed"]
    assert reply.asking == "trouble"


def test_going_on_with_a_case_that_waits_tells_how_it_stands(talker: Talker) -> None:
    assert keys(talker.turn(Intention.CONTINUE, ("item", "kettle"))) == ["status.seller"]


def test_going_on_with_the_case_that_is_talked_about_asks_its_question(talker: Talker) -> None:
    assert talker.turn(Intention.CONTINUE).asking == "trouble"


@pytest.mark.parametrize(
    ("hours", "item", "stage"), [(0, "kettle", "seller"), (0, "lamp", "amazon"), (47, "kettle", "due")]
)
def test_how_a_case_stands(talker: Talker, hours: int, item: str, stage: str) -> None:
    talker.later(hours)
    assert the_status(talker.turn(Intention.STATUS, ("item", item))).stage == stage


def test_a_case_with_open_questions_was_begun(talker: Talker) -> None:
    reply = talker.turn(Intention.STATUS)
    assert the_status(reply).stage == "begun"
    assert reply.asking == "trouble"


def test_after_the_last_outcome_the_case_is_told_and_waits_for_nobody() -> None:
    talker = Talker()
    talker.no_offers(sent_to_seller(talker))
    talker.later(49)
    talker.open()
    talker.no()
    talker.no_offers(talker.skip())
    assert the_status(talker.turn(Intention.STATUS)).stage == "amazon"
    talker.later(49)
    talker.open()
    assert talker.no_offers(talker.no()).outcome == "claim"
    status = the_status(talker.turn(Intention.STATUS))
    assert (status.stage, status.until) == ("told", None)


def test_closing_the_case_that_is_talked_about_offers_the_other_that_was_begun(talker: Talker) -> None:
    talker.problem("gift_card")
    reply = talker.turn(Intention.CLOSE_CASE)
    assert keys(reply) == ["closed"]
    assert reply.asking == "resume"
    assert talker.yes().asking == "trouble"


def test_a_closed_case_is_out_of_the_list_and_never_due(talker: Talker) -> None:
    talker.turn(Intention.CLOSE_CASE, ("item", "kettle"))
    assert listed(talker.turn(Intention.LIST_CASES)) == ["kindle", "lamp"]
    talker.later(60)
    talker.open()
    assert "kettle" not in listed(talker.turn(Intention.LIST_CASES))


def test_closing_keeps_the_answers_until_they_expire(talker: Talker) -> None:
    talker.turn(Intention.CLOSE_CASE, ("item", "kettle"))
    assert talker.state.cases[0].answers["item"] == "kettle"
    assert talker.state.cases[0].closed == talker.now


@pytest.mark.parametrize(
    ("said", "kept"),
    [("the blue one", "the blue one"), ("  the\nblue\tone ", "the blue one"), ("Jürgens 3", "Jürgens 3")],
)
def test_a_case_gets_a_name(talker: Talker, said: str, kept: str) -> None:
    reply = talker.turn(Intention.RENAME_CASE, ("case_name", said))
    (renamed,) = [act for act in reply.acts if isinstance(act, Renamed)]
    assert (renamed.case.kind, renamed.case.words) == ("own", kept)
    assert reply.asking == "trouble"


def test_a_long_name_is_cut(talker: Talker) -> None:
    talker.turn(Intention.RENAME_CASE, ("case_name", "blue " * 40))
    assert talker.state.case
    assert talker.state.case.name
    assert len(talker.state.case.name) <= 60


@pytest.mark.parametrize("junk", ["", "  ", "...", "?!", "\u200b", "[]", "<>&%"])
def test_junk_is_no_name_and_the_name_is_asked_for(talker: Talker, junk: str) -> None:
    reply = talker.turn(Intention.RENAME_CASE, ("case_name", junk))
    assert reply.asking == "case_name"
    assert talker.state.cases[2].name is None
    assert "renamed" in keys(talker.turn(Intention.RENAME_CASE, ("case_name", "kindle of old")))


def test_renaming_when_no_case_is_talked_about_names_the_most_urgent_one() -> None:
    talker = Talker()
    talker.no_offers(sent_to_seller(talker))
    talker.later(1)
    talker.open()
    talker.turn(Intention.RENAME_CASE, ("case_name", "the blue one"))
    assert talker.state.cases[0].name == "the blue one"


def test_the_eleventh_case_pushes_out_one_that_is_told_and_none_that_is_open(talker: Talker) -> None:
    for number in range(MOST_CASES - 3):
        talker.problem("damaged_item", ("item", f"thing {number}"))
    assert len(talker.state.cases) == MOST_CASES
    talker.problem("gift_card")
    assert len(talker.state.cases) == MOST_CASES
    assert "kettle" not in [case.answers.get("item") for case in talker.state.cases]


def test_the_eleventh_case_pushes_out_a_closed_one_before_one_that_waits(talker: Talker) -> None:
    talker.turn(Intention.CLOSE_CASE, ("item", "lamp"))
    for number in range(MOST_CASES - 2):
        talker.problem("damaged_item", ("item", f"thing {number}"))
    items = [case.answers.get("item") for case in talker.state.cases]
    assert "kettle" in items
    assert "lamp" not in items


def test_the_numbers_of_cases_never_come_twice_while_they_are_kept(talker: Talker) -> None:
    for number in range(15):
        talker.problem("damaged_item", ("item", f"thing {number}"))
        numbers = [case.number for case in talker.state.cases]
        assert len(set(numbers)) == len(numbers)


def test_the_message_of_a_case_that_is_named_is_sent_again(talker: Talker) -> None:
    reply = talker.turn(Intention.SEND_AGAIN, ("item", "lamp"))
    assert "sent_again" in keys(reply)
    assert reply.card


def test_a_case_without_a_message_says_so_and_goes_on(talker: Talker) -> None:
    reply = talker.turn(Intention.SEND_AGAIN)
    assert keys(reply) == ["no_message_yet"]
    assert reply.asking == "trouble"


def test_another_form_is_of_the_message_told_last_when_no_case_is_talked_about() -> None:
    talker = Talker()
    for item in ("kettle", "lamp"):
        talker.no_offers(sent_to_seller(talker, item))
    talker.later(1)
    talker.open()
    talker.turn(Intention.SEND_AS, form="seller")
    assert [bool(case.sent_by) for case in talker.state.cases] == [False, True]


def test_no_at_which_one_ends_the_talk(talker: Talker) -> None:
    talker.turn(Intention.LIST_CASES)
    assert talker.no().question is None


def test_yes_at_which_one_gets_an_example(talker: Talker) -> None:
    talker.turn(Intention.LIST_CASES)
    reply = talker.yes()
    assert reply.asking == "which_case"
    assert reply.question
    assert reply.question.manner == "example"


def test_two_misses_at_which_one_and_a_third_ends_the_talk(talker: Talker) -> None:
    talker.turn(Intention.LIST_CASES)
    assert [talker.mumble().asking for _ in range(3)] == ["which_case", "which_case", None]


def test_looking_at_another_case_drops_the_digits_of_the_first(talker: Talker) -> None:
    talker.problem("damaged_item", ("item", "vase"))
    talker.tell(("order_number", "112"))
    talker.turn(Intention.STATUS, ("item", "lamp"))
    assert talker.state.draft == ""
