"""A line of a script, and what its turn comes to."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from simulator.device.ringing import Rang
from simulator.device.turn_result import ShownCard, TurnIds, TurnResult, Understood
from simulator.recording.comparison import Comparison, compared
from simulator.recording.script import Line

CAME = TurnResult(
    "sencha",
    Understood("OrderTeaIntent", "sample"),
    ssml="<speak>Here is your Sencha</speak>",
    card=ShownCard("Tea", "A cup of sencha"),
    turn=TurnIds("milk", "brewing"),
    rang=(Rang(datetime(2026, 3, 4, tzinfo=UTC), "Drink the tea", "Here's your reminder: Drink the tea"),),
)
RECORDED: dict[str, Any] = {
    "heard": "OrderTeaIntent",
    "asking": "milk",
    "outcome": "brewing",
    "rang": ["Drink the tea"],
    "was": {"speech": "Here is your Sencha", "card": {"title": "Tea", "text": "A cup of sencha"}},
}


def held(line: dict[str, Any], result: TurnResult = CAME) -> Comparison:
    """The result held against a line with this in it."""
    return compared(Line.model_validate({"you": "sencha", **line}), result, reminders=2)


def test_a_line_that_says_nothing_is_held_against_nothing() -> None:
    assert held({}) == (None, [], [])


@pytest.mark.parametrize(
    "line",
    [
        {"heard": "OrderTeaIntent", "asking": "milk", "outcome": "brewing", "channel": "nothing"},
        {"says": ["your sencha"], "card": ["Tea", "sencha"], "never": "black", "reminders": 2},
        {"rang": ["drink"]},
    ],
)
def test_what_is_expected_and_comes_has_neither_changed_nor_failed(line: dict[str, Any]) -> None:
    assert held(line)[1:] == ([], [])


@pytest.mark.parametrize(
    ("line", "failed"),
    [
        ({"heard": "LaunchRequest"}, "heard: expected LaunchRequest, got OrderTeaIntent"),
        ({"asking": "nothing"}, "asking: expected nothing, got milk"),
        ({"channel": "counter"}, "channel: expected counter, got nothing"),
        ({"says": ["milk"]}, "says: 'milk' is not in what Alexa says"),
        ({"card": ["a cup"]}, "card: 'a cup' is not on the card"),
        ({"never": ["YOUR SENCHA"]}, "never: 'YOUR SENCHA' is said or on the card"),
        ({"never": ["a cup"]}, "never: 'a cup' is said or on the card"),
        ({"rang": []}, "rang: expected [], got ['Drink the tea']"),
        ({"rang": ["pour"]}, "rang: expected ['pour'], got ['Drink the tea']"),
        ({"rang": ["drink", "pour"]}, "rang: expected ['drink', 'pour'], got ['Drink the tea']"),
        ({"reminders": 0}, "reminders: expected 0, got 2"),
    ],
)
def test_what_is_expected_and_does_not_come_is_told_in_a_sentence(line: dict[str, Any], failed: str) -> None:
    assert held(line).failed == [failed]


def test_a_recorded_line_that_goes_as_it_went_is_the_same() -> None:
    assert held(RECORDED)[1:] == ([], [])


@pytest.mark.parametrize("key", ["heard", "asking", "outcome", "rang"])
def test_what_a_recorded_line_does_not_have_was_not_there(key: str) -> None:
    line = {name: value for name, value in RECORDED.items() if name != key}
    assert held(line)[1:] == ([key], [])


def test_what_was_nothing_and_is_nothing_has_not_changed() -> None:
    silent = replace(CAME, ssml="", card=None, turn=TurnIds(), rang=(), heard=Understood(None, "silence"))
    assert held({"was": {}, "asking": "nothing"}, silent)[1:] == ([], [])
