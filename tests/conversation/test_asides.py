"""Questions by the way: answered at any moment, page by page, and then the talk goes on where it was."""

import pytest

from skill.conversation.acts import Ask, GuideCard, Plain, Point
from skill.conversation.reply import Reply
from skill.conversation.talk import ANYTHING_ELSE, WHICH_PROBLEM
from skill.conversation.topics import TOPICS
from skill.conversation.turn import Intention
from tests.conversation.talker import Talker


def ask_about(talker: Talker, topic: str) -> Reply:
    """A question by the way."""
    return talker.turn(Intention.ASK_ABOUT, topic=topic)


def points(reply: Reply) -> tuple[str, ...]:
    """The points that a reply tells."""
    return tuple(act.point for act in reply.acts if isinstance(act, Point))


def names(reply: Reply) -> list[str]:
    """The names of a reply's plain acts."""
    return [act.name for act in reply.acts if isinstance(act, Plain)]


def on_a_package() -> Talker:
    """Somebody whose package is lost, before the first question."""
    talker = Talker()
    talker.problem("lost_package")
    return talker


@pytest.mark.parametrize("topic", TOPICS)
def test_the_first_page_is_told_all_of_it_is_on_the_card_and_the_open_question_comes_again(topic: str) -> None:
    reply = ask_about(on_a_package(), topic)
    assert points(reply) == TOPICS[topic].pages[0]
    assert isinstance(reply.card, GuideCard)
    assert reply.card.points == TOPICS[topic].points
    assert reply.question == Ask("item", "rephrase")


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("way", [Intention.MORE, Intention.NEXT])
def test_page_after_page_until_nothing_is_left(topic: str, way: Intention) -> None:
    talker = on_a_package()
    told = [points(ask_about(talker, topic))]
    reply = talker.turn(way)
    while "nothing_more" not in names(reply):
        told.append(points(reply))
        assert ("there_is_more" in names(reply)) == (len(told) < len(TOPICS[topic].pages))
        assert reply.card is None, "the card was sent with the first page"
        assert reply.asking == "item"
        if way is Intention.NEXT and "there_is_more" not in names(reply):
            break
        reply = talker.turn(way)
    assert tuple(told) == TOPICS[topic].pages


def test_an_answer_after_a_question_by_the_way_counts() -> None:
    talker = on_a_package()
    ask_about(talker, "phone")
    assert talker.tell(("item", "kettle")).asking == "status"
    assert points(talker.turn(Intention.MORE)) == ()


def test_next_skips_the_question_when_no_list_is_being_told() -> None:
    talker = on_a_package()
    assert talker.turn(Intention.NEXT).asking == "status"
    ask_about(talker, "tips")
    talker.tell(("status", "stuck"))
    assert talker.turn(Intention.NEXT).asking == "sold_by"


def test_more_without_a_list_explains_the_open_question() -> None:
    assert on_a_package().turn(Intention.MORE).question == Ask("item", "example")


def test_more_with_nothing_open_is_help() -> None:
    talker = Talker()
    talker.problem("account_access", ("account_state", "stolen"))
    talker.later(1)
    reply = talker.turn(Intention.MORE)
    assert names(reply) == ["help"]
    assert reply.asking == WHICH_PROBLEM


def test_repeat_tells_the_same_page_again() -> None:
    talker = on_a_package()
    ask_about(talker, "tips")
    second = points(talker.turn(Intention.MORE))
    assert points(talker.turn(Intention.REPEAT)) == second == TOPICS["tips"].pages[1]


def test_a_question_with_nothing_begun_ends_in_whether_there_is_anything_else() -> None:
    assert ask_about(Talker(), "phone").asking == ANYTHING_ELSE


def test_a_question_right_after_opening_comes_back_to_the_opening_question() -> None:
    talker = Talker()
    talker.open()
    assert ask_about(talker, "who").question == Ask(WHICH_PROBLEM, "rephrase")


def test_yes_there_is_something_else_asks_which_and_no_ends() -> None:
    talker = Talker()
    ask_about(talker, "phone")
    assert talker.yes().asking == WHICH_PROBLEM
    for end in (Intention.NO, Intention.SKIP, Intention.DONT_KNOW, Intention.STOP):
        talker = Talker()
        ask_about(talker, "phone")
        assert talker.turn(end).question is None


def test_the_problem_itself_answers_whether_there_is_anything_else() -> None:
    talker = Talker()
    ask_about(talker, "phone")
    assert talker.problem("lost_package").asking == "item"


def test_question_upon_question_stays_with_anything_else() -> None:
    talker = Talker()
    ask_about(talker, "phone")
    reply = ask_about(talker, "email")
    assert reply.question == Ask(ANYTHING_ELSE, "rephrase")


def test_a_question_after_an_outcome_leaves_the_case_where_it_is() -> None:
    talker = Talker()
    talker.problem("device_help", ("device", "echo"), ("trouble", "no sound"), ("tried", "yes"))
    talker.later(1)
    assert ask_about(talker, "times").asking == ANYTHING_ELSE
    talker.no()
    talker.later(50)
    assert talker.open().asking == "device_works"


def test_what_is_not_understood_after_it_asks_for_the_problem() -> None:
    talker = Talker()
    ask_about(talker, "phone")
    assert talker.mumble().asking == WHICH_PROBLEM
