"""What a question can be answered with."""

from skill.decision.expects import YES_NO, Choice, Digits


def test_a_plain_yes_or_no_answers_only_a_choice_between_the_two() -> None:
    assert YES_NO.is_yes_no
    assert not Choice(("yes", "no", "maybe")).is_yes_no


def test_a_number_in_groups_knows_how_many_digits_it_has() -> None:
    assert Digits(groups=(3, 7, 7)).length == 17
