"""What a question can be answered with."""

from skill.decision.expects import YES_NO, YES_NO_OR_SOLVED, Choice, Digits


def test_a_plain_yes_or_no_answers_a_choice_that_has_both() -> None:
    assert YES_NO.takes_yes_and_no
    assert YES_NO_OR_SOLVED.takes_yes_and_no
    assert not Choice(("yes", "maybe")).takes_yes_and_no


def test_a_number_in_groups_knows_how_many_digits_it_has() -> None:
    assert Digits(groups=(3, 7, 7)).length == 17
