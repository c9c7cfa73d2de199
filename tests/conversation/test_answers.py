"""Answers: taken whenever they are said, several at once, in context, or left open."""

import pytest

from tests.conversation.talker import Talker

NUMBER = "11255555551234567"


@pytest.fixture
def talker() -> Talker:
    return Talker()


def keys(reply: object) -> list[str]:
    return [act.key for act in reply.acts]  # type: ignore[attr-defined]


def test_several_answers_in_one_sentence_are_all_taken(talker: Talker) -> None:
    reply = talker.told("lost_package", ("item", "kettle"), ("ordered", "2026-11-17"), ("urgent", "yes"))
    assert reply.asking == "status"
    assert talker.state.case
    assert dict(talker.state.case.answers) == {"item": "kettle", "ordered": "2026-11-17", "urgent": "yes"}


def test_an_answer_that_was_not_asked_for_is_taken_and_the_open_question_is_asked_in_other_words(
    talker: Talker,
) -> None:
    talker.problem("lost_package")
    reply = talker.tell(("urgent", "yes"))
    assert reply.asking == "item"
    assert reply.question
    assert reply.question.manner == "rephrase"


def test_facts_told_before_the_problem_are_kept_for_it(talker: Talker) -> None:
    talker.open()
    assert talker.tell(("item", "kettle")).asking == "which_problem"
    assert talker.problem("lost_package").asking == "status"


def test_a_device_names_its_own_problem(talker: Talker) -> None:
    talker.open()
    assert talker.tell(("device", "kindle")).asking == "trouble"


def test_a_silent_seller_names_the_problem_and_escalates(talker: Talker) -> None:
    talker.open()
    reply = talker.tell(("seller_contact", "silent"))
    assert reply.asking == "item"
    assert talker.tell(("item", "lamp"), ("matter", "damaged")).asking == "order_number"


def test_yes_and_no_answer_the_open_question(talker: Talker) -> None:
    talker.told("lost_package", ("item", "kettle"), ("status", "stuck"), ("tried", "yes"), ("sold_by", "amazon"))
    assert talker.no().asking == "files"
    assert talker.yes().asking == "order_number"


def test_yes_to_a_question_of_another_kind_is_not_understood(talker: Talker) -> None:
    talker.problem("lost_package")
    assert "misheard" in keys(talker.yes())


@pytest.mark.parametrize("way", ["skip", "dont_know"])
def test_every_question_can_be_left_open(talker: Talker, way: str) -> None:
    from skill.conversation.turn import Intention

    reply = talker.problem("lost_package")
    asked = []
    while not reply.outcome:
        asked.append(reply.asking)
        reply = talker.turn(Intention(way))
    assert asked == ["item", "status", "tried", "sold_by", "urgent", "files", "order_number"]
    assert reply.outcome == "chat_or_seller"


def test_an_order_number_is_gathered_in_groups_and_confirmed(talker: Talker) -> None:
    talker.told(
        "lost_package",
        ("item", "kettle"),
        ("status", "late"),
        ("tried", "yes"),
        ("sold_by", "amazon"),
        ("urgent", "yes"),
        ("contact_by", "chat"),
    )
    assert "so_far" in keys(talker.tell(("order_number", "112")))
    assert talker.tell(("order_number", "5555555")).asking == "order_number"
    reply = talker.tell(("order_number", "1234567"))
    assert reply.asking == "confirm_order_number"
    assert "read_back" in keys(reply)
    assert talker.yes().outcome == "call_or_chat"
    assert talker.state.cases[0].answers["order_number"] == "11255555551234567"


def test_an_order_number_that_was_misheard_is_read_out_again(talker: Talker) -> None:
    talker.problem("lost_package", ("item", "kettle"))
    talker.tell(("order_number", NUMBER))
    reply = talker.no()
    assert reply.asking == "status"
    assert not talker.state.draft
    assert talker.tell(("order_number", NUMBER)).asking == "confirm_order_number"
    assert talker.tell(("order_number", "2" * 17)).asking == "confirm_order_number"
    talker.yes()
    assert talker.state.cases[0].answers["order_number"] == "2" * 17


def test_too_many_digits_are_said_to_be_too_many_and_nothing_is_lost(talker: Talker) -> None:
    talker.problem("lost_package", ("item", "kettle"))
    talker.tell(("order_number", "112555"))
    reply = talker.tell(("order_number", "5" * 15))
    assert "odd.too_many_digits" in keys(reply)
    assert talker.state.draft == "112555"


def test_a_date_that_has_not_come_is_refused_with_the_reason(talker: Talker) -> None:
    talker.problem("lost_package")
    assert "odd.date_ahead" in keys(talker.tell(("ordered", "2029-01-01")))


@pytest.mark.parametrize(
    ("heard", "taken"),
    [
        ("2026-11-27", "2026-11-20"),
        ("2026-12-04", "2026-11-04"),
        ("2026-12-22", "2026-11-22"),
        ("2027-01-31", "2026-01-31"),
        ("2027-11-05", "2026-11-05"),
        ("2028-02-29", None),
        ("2026-11-23", "2026-11-23"),
        ("2026-W46", "2026-W46"),
        ("2026-12", "2025-12"),
        ("2026-10", "2026-10"),
        ("2026", "2026"),
    ],
)
def test_dates_that_alexa_puts_ahead_are_taken_as_past(talker: Talker, heard: str, taken: str | None) -> None:
    talker.problem("lost_package")
    talker.tell(("ordered", heard))
    assert talker.state.cases[0].answers.get("ordered") == taken


@pytest.mark.parametrize("nonsense", ["", "?", "soon", "2026-13-45", "2026-02-31"])
def test_what_is_no_date_is_not_taken_for_one(talker: Talker, nonsense: str) -> None:
    talker.problem("lost_package")
    talker.tell(("ordered", nonsense))
    assert "ordered" not in talker.state.cases[0].answers


@pytest.mark.parametrize(
    ("days", "known"), [("3", True), ("0", False), ("999", False), ("?", False), ("9" * 30, False)]
)
def test_a_number_of_days_has_to_make_sense(talker: Talker, days: str, *, known: bool) -> None:
    talker.told("contact_seller", ("topic", "size"), ("question", "how big is it"), ("buying", "yes"))
    assert (talker.tell(("days", days)).asking != "days") == known


def test_a_fact_that_means_nothing_here_is_said_not_to_be_needed(talker: Talker) -> None:
    talker.problem("device_help")
    assert "not_needed" in keys(talker.tell(("item", "kettle")))


def test_words_are_kept_without_control_marks_and_cut_to_what_a_card_holds(talker: Talker) -> None:
    talker.problem("lost_package", ("item", "\u202ekettle\x00 " + "x" * 4000))
    item = talker.state.cases[0].answers["item"]
    assert item
    assert item.startswith("kettle x")
    assert len(item) <= 120


def test_an_order_number_told_before_the_problem_is_kept_for_it(talker: Talker) -> None:
    talker.open()
    reply = talker.tell(("order_number", "112"))
    assert "so_far" in keys(reply)
    assert reply.asking == "which_problem"
    reply = talker.problem("lost_package", ("item", "kettle"))
    assert reply.asking == "order_number"
    assert talker.state.draft == "112"


def test_an_order_number_means_nothing_to_a_device(talker: Talker) -> None:
    talker.open()
    talker.tell(("order_number", NUMBER))
    assert talker.problem("device_help").asking == "device"
    assert talker.state.draft == ""


def test_a_loose_fact_that_the_problem_does_not_take_is_dropped(talker: Talker) -> None:
    talker.open()
    talker.tell(("item", "kettle"))
    talker.problem("device_help")
    assert talker.state.cases[0].answers == {}


def test_words_without_a_letter_are_no_thing(talker: Talker) -> None:
    talker.problem("lost_package")
    assert "misheard" in keys(talker.tell(("item", "?!")))


def test_digits_that_spell_nothing_are_not_understood(talker: Talker) -> None:
    talker.problem("lost_package", ("item", "kettle"))
    assert "misheard" in keys(talker.tell(("order_number", None)))


def test_a_new_order_number_replaces_the_one_that_was_confirmed(talker: Talker) -> None:
    talker.problem("lost_package", ("item", "kettle"))
    talker.tell(("order_number", NUMBER))
    talker.yes()
    assert talker.tell(("order_number", "112")).asking == "order_number"
    assert "order_number" not in talker.state.cases[0].answers


def test_leaving_the_confirmation_leaves_the_number_for_the_card(talker: Talker) -> None:
    talker.problem("lost_package", ("item", "kettle"))
    talker.tell(("order_number", NUMBER))
    assert "number_dropped" in keys(talker.skip())
    assert talker.state.cases[0].answers["order_number"] is None


def test_signs_that_nobody_says_are_left_out_of_what_is_kept(talker: Talker) -> None:
    talker.problem("lost_package")
    talker.tell(("item", "[name] {item} <b>kettle</b> 100%s"))
    assert talker.state.cases[0].answers["item"] == "name item b kettle /b 100 s"
