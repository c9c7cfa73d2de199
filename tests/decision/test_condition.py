"""Conditions: when they hold, what is in them, and how they read."""

import pytest

from skill.decision.condition import Always, Both, Condition, Either, Is, Known, Unknown, as_text, holds, leaves

SWEET = Is("taste", "sweet")
HUNGRY = Is("hungry", "yes")


@pytest.mark.parametrize(
    ("condition", "held_by", "not_held_by"),
    [
        (SWEET, {"taste": "sweet"}, {"taste": "salty"}),
        (Is("taste", "sweet", "salty"), {"taste": "salty"}, {}),
        (SWEET, {"taste": "sweet"}, {"taste": None}),
        (Known("dish"), {"dish": "soup"}, {"dish": None}),
        (Known("dish"), {"dish": "soup"}, {}),
        (Unknown("dish"), {"dish": None}, {"dish": "soup"}),
        (Unknown("dish"), {}, {"dish": "soup"}),
        (Both(SWEET, HUNGRY), {"taste": "sweet", "hungry": "yes"}, {"taste": "sweet"}),
        (Either(SWEET, HUNGRY), {"hungry": "yes"}, {"hungry": "no", "taste": "salty"}),
    ],
)
def test_a_condition_holds_for_some_answers_and_not_for_others(
    condition: Condition, held_by: dict[str, str | None], not_held_by: dict[str, str | None]
) -> None:
    assert holds(condition, held_by)
    assert not holds(condition, not_held_by)


def test_the_last_resort_holds_whatever_was_answered() -> None:
    assert holds(Always(), {})


def test_the_leaves_of_a_condition_are_its_simple_parts_from_left_to_right() -> None:
    assert leaves(Both(SWEET, Either(Known("dish"), HUNGRY))) == (SWEET, Known("dish"), HUNGRY)
    assert leaves(Unknown("dish")) == (Unknown("dish"),)
    assert leaves(Always()) == ()


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (Is("sold_by", "amazon", "seller"), "sold by: amazon or seller"),
        (Known("order_number"), "order number known"),
        (Unknown("order_number"), "order number unknown"),
        (Both(SWEET, HUNGRY), "taste: sweet and hungry: yes"),
        (Either(SWEET, Known("dish")), "taste: sweet or dish known"),
        (Always(), "otherwise"),
    ],
)
def test_a_condition_reads_as_short_words(condition: Condition, text: str) -> None:
    assert as_text(condition) == text
