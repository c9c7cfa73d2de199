"""The replay files of `ask dialog`, played without the ASK CLI: each is a whole conversation with a card."""

import json
from typing import Any

import pytest

from simulator.case_compass.own_skill import open_own_skill
from simulator.envelope import SKILL_ID
from simulator.options import MODELS, PROJECT
from simulator.services.clock import Clock, utc_now
from simulator.smapi.manifest import read_manifest
from simulator.smapi.service import Service
from simulator.under_test.skill_under_test import SkillUnderTest
from tests.smapi.calls import Caller, Json, invocations

REPLAYS = sorted((PROJECT / "replays").glob("*.json"))


@pytest.fixture(scope="module")
def service() -> Service:
    """Case Compass today: the replays have to hold on any day."""
    endpoint, inside = open_own_skill(SKILL_ID, "memory")
    skill = SkillUnderTest(endpoint, MODELS, SKILL_ID, inside=inside)
    return Service(skill, read_manifest(PROJECT / "skill.json"), Clock(utc_now))


def test_there_are_replays_in_both_languages() -> None:
    locales = [json.loads(file.read_text(encoding="utf-8"))["locale"] for file in REPLAYS]
    assert locales.count("en-US") >= 2
    assert locales.count("de-DE") >= 2


@pytest.mark.parametrize("file", REPLAYS, ids=lambda file: file.stem)
def test_a_replay_is_a_whole_conversation_with_a_filled_card(file: Any, service: Service) -> None:
    replay = json.loads(file.read_text(encoding="utf-8"))
    assert replay["skillId"] == SKILL_ID
    assert replay["type"] == "text"
    *utterances, last = replay["userInput"]
    assert last == ".quit"
    someone = Caller(service, file.stem)
    turns = [someone.say(said, new=said == utterances[0], locale=replay["locale"]) for said in utterances]
    assert service.troubles == []
    responses: list[Json] = [
        one["invocationResponse"]["body"]["response"] for turn in turns for one in invocations(turn)
    ]
    assert [response["shouldEndSession"] for response in responses] == [False] * (len(utterances) - 1) + [True]
    assert any("[" not in card["content"] or "]" in card["content"] for card in _cards(responses))
    heard = [turn["result"]["alexaExecutionInfo"]["consideredIntents"] for turn in turns[1:]]
    assert "AMAZON.FallbackIntent" not in [intents[0]["name"] for intents in heard]


def _cards(responses: list[Json]) -> list[Json]:
    return [response["card"] for response in responses if "card" in response]
