"""The plant skill behind a URL: the same talk, over HTTP."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from simulator.under_test.endpoint import UrlEndpoint
from tests.second_skill.garden import Overheard, garden
from tests.second_skill.plant_skill import handler
from tests.simulator.servers import server


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    def answer(envelope: Any) -> tuple[int, bytes]:
        return 200, json.dumps(handler(envelope, None)).encode()

    with server(answer) as address:
        yield address


@pytest.mark.parametrize(
    "talk",
    [
        ("open green thumb", "water a plant", "the rose", "the fern", "three", "yes", "yes"),
        ("ask green thumb to plan my watering", "on friday", "at noon", "yes"),
        ("ask green thumb to repot the orchid", "small", "yes", "two", "yes", "no"),
        ("open green thumb", "call my new plant doris", "water doris", "two", "yes", "yes"),
        ("open green thumb", "show me the cactus", "alexa, help", "exit"),
    ],
    ids=lambda talk: talk[-3],
)
def test_a_talk_is_the_same_in_process_and_through_a_url(url: str, talk: tuple[str, ...]) -> None:
    inside, outside = garden(Overheard(), screen=True), garden(Overheard(UrlEndpoint(url)), screen=True)
    for utterance in talk:
        here, there = inside.say(utterance), outside.say(utterance)
        assert (here.ssml, here.open, here.lingers) == (there.ssml, there.open, there.lingers)
        assert here.response == there.response
