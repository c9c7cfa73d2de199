"""Messages: only what is true of a case is in them."""

from skill.decision.condition import Is
from skill.decision.message import Message, Part, true_paragraphs, true_parts

HUNGRY = Part("hungry", Is("hungry", "yes"))
SWEET = Part("sweet", Is("taste", "sweet"))
LETTER = Message("letter", ((Part("greeting"),), (HUNGRY, SWEET), (SWEET,)), subject=Part("subject"))


def test_a_part_that_is_not_true_is_left_out() -> None:
    assert true_parts((Part("greeting"), HUNGRY, SWEET), {"taste": "sweet"}) == ("greeting", "sweet")


def test_a_paragraph_in_which_nothing_is_true_is_dropped() -> None:
    assert true_paragraphs(LETTER, {"hungry": "yes"}) == (("greeting",), ("hungry",))


def test_a_message_lists_its_parts_with_the_subject_first() -> None:
    assert [part.id for part in LETTER.parts] == ["subject", "greeting", "hungry", "sweet", "sweet"]
    assert [part.id for part in Message("note", ((HUNGRY,),)).parts] == ["hungry"]
