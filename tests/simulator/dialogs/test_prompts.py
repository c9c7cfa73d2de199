"""The words of a prompt: its variations in turn, as plain text or SSML, with the slots in them."""

import pytest

from simulator.dialogs.prompts import worded
from simulator.models.dialog_model import Prompt
from simulator.plain_text import plain_text


def _prompt(*variations: tuple[str, str]) -> Prompt:
    return Prompt.model_validate({"id": "P", "variations": [{"type": kind, "value": it} for kind, it in variations]})


def _slots(**values: str) -> dict[str, dict[str, str]]:
    return {name: {"name": name, "value": value} for name, value in values.items()}


def test_the_variations_come_in_turn() -> None:
    prompt = _prompt(("PlainText", "Which tea?"), ("PlainText", "What tea?"))
    assert [worded(prompt, times, {}) for times in range(3)] == ["Which tea?", "What tea?", "Which tea?"]


def test_slots_stand_in_the_words_and_an_empty_one_leaves_nothing() -> None:
    prompt = _prompt(("PlainText", "{cups} cups of {tea}, {sugar}?"))
    slots = {**_slots(cups="2"), "tea": {"name": "tea"}}
    assert worded(prompt, 0, slots) == "2 cups of , {sugar}?"


def test_the_value_of_one_slot_is_not_filled_again() -> None:
    assert worded(_prompt(("PlainText", "{a} {b}")), 0, _slots(a="{b}", b="tea")) == "{b} tea"


@pytest.mark.parametrize("written", ["<speak>A <break/> {tea}</speak>", "A <break/> {tea}"])
def test_ssml_is_spoken_as_such_and_values_are_escaped_in_it(written: str) -> None:
    words = worded(_prompt(("SSML", written)), 0, _slots(tea="milk & <tea>"))
    assert words == "<speak>A <break/> milk &amp; &lt;tea&gt;</speak>"
    assert plain_text(words) == "A milk & <tea>"
