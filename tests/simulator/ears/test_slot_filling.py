"""The slots of an intent that was found by similarity hold what is said for certain, and nothing else."""

from collections.abc import Mapping
from functools import cache

import pytest

from simulator.ears.ears import Ears
from simulator.ears.heard import MATCH
from tests.simulator.ears.toy import TODAY, made_of, values

SLOTS = [
    {"name": "item", "type": "Item"},
    {"name": "ordered", "type": "AMAZON.DATE"},
    {"name": "price", "type": "AMAZON.NUMBER"},
    {"name": "again", "type": "Again"},
]
LOST = {
    "name": "LostIntent",
    "slots": SLOTS,
    "samples": [
        "i never received my {item}",
        "my order never arrived",
        "i paid {price} dollars for the order that never arrived",
        "it was the wrong one that arrived",
        "the order from {ordered} never arrived {again}",
    ],
}
TRIP = {
    "name": "TripIntent",
    "slots": [{"name": "leaving", "type": "AMAZON.DATE"}, {"name": "returning", "type": "AMAZON.DATE"}],
    "samples": ["book a trip to the seaside", "plan a seaside trip leaving {leaving} and returning {returning}"],
}
NAME = {
    "name": "NameIntent",
    "slots": [{"name": "called", "type": "AMAZON.SearchQuery"}],
    "samples": ["rename the case to {called}", "call the case {called}"],
}


@cache
def _ears() -> Ears:
    yes = {"name": "AMAZON.YesIntent"}
    return Ears(
        made_of(LOST, TRIP, NAME, yes, Item=["lamp", "desk lamp", "lamp shade"], Again=["sure", "again", "not"]),
        "en-US",
    )


def _found(said: str) -> Mapping[str, str]:
    heard = _ears().hear(said, today=TODAY)
    assert heard.stage == "similarity", heard
    return values(heard)


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("well my order with the desk lamp never arrived", {"item": "desk lamp"}),
        ("well my order with the lamp shade never arrived", {"item": "lamp shade"}),
        ("my order from two weeks ago never really arrived", {"ordered": "2026-11-03"}),
        ("so the order that i paid forty dollars for never arrived", {"price": "40"}),
        ("the desk lamp order from yesterday never arrived", {"item": "desk lamp", "ordered": "2026-11-16"}),
        ("but my order never arrived", {}),
    ],
)
def test_a_slot_holds_the_longest_value_that_is_said(said: str, slots: dict[str, str]) -> None:
    assert _found(said) == slots


def test_a_listed_value_is_resolved_and_keeps_its_words() -> None:
    slot = _ears().hear("well my order with the Desk  Lamp never arrived", today=TODAY).slots["item"]
    assert slot.said == "Desk Lamp"
    assert slot.resolution
    assert (slot.resolution.status, slot.resolution.values) == (MATCH, (("desk lamp", "desk lamp"),))


def test_a_word_that_is_an_answer_in_its_own_right_is_no_value() -> None:
    assert _found("sure my order simply never arrived") == {}
    assert _found("well my order not simply never arrived") == {}
    assert _found("my order again never arrived") == {"again": "again"}


def test_a_single_word_that_samples_use_is_a_value_only_where_a_sample_has_the_slot() -> None:
    assert _found("it was the wrong one and the order never arrived") == {}
    assert _found("i paid one dollar for the order that never arrived") == {"price": "1"}


def test_a_value_that_two_slots_could_take_goes_to_the_one_that_it_stands_in_place_of() -> None:
    assert _found("plan me a trip to the seaside next friday") == {}
    assert _found("plan me a trip to the seaside leaving next friday") == {"leaving": "2026-11-27"}


def test_free_text_needs_two_words_of_a_sample_before_it() -> None:
    assert _found("now do rename the case to My  Case") == {"called": "My Case"}
    assert _found("call or rename the case to the case") == {"called": "the case"}
    assert _found("call rename call rename the case") == {}
