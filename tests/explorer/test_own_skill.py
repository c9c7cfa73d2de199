"""Case Compass itself, explored a little way in two languages; `python -m simulator explore` goes further."""

from dataclasses import replace

import pytest

from simulator.case_compass.own_skill import open_own_skill
from simulator.envelope import SKILL_ID, Json
from simulator.errors import EndpointFailure
from simulator.explorer.bound import Bound
from simulator.explorer.explored import Explored, explore
from simulator.explorer.own_shapes import OwnShapes
from simulator.explorer.own_words import OwnWords
from simulator.options import MODELS
from simulator.under_test.endpoint import Endpoint
from simulator.under_test.skill_under_test import SkillUnderTest

A_LITTLE = Bound(states=30, seconds=600, share=10)


def own_skill() -> SkillUnderTest:
    endpoint, inside = open_own_skill(SKILL_ID, "memory")
    return SkillUnderTest(endpoint, MODELS, SKILL_ID, inside=inside)


def explored(skill: SkillUnderTest, locale: str, bound: Bound = A_LITTLE) -> Explored:
    return explore(skill, locale, bound=bound, shapes=OwnShapes())


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_nothing_is_found_in_case_compass(locale: str) -> None:
    found = explored(own_skill(), locale)
    assert found.findings == ()
    assert found.cut_short == "30 states"
    assert found.questions > 15
    assert found.pairs > 700


class Broken:
    """The skill behind an endpoint, which fails when somebody says no to the question for the item."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def send(self, envelope: Json) -> Json:
        asking = ((envelope["session"].get("attributes") or {}).get("turn") or {}).get("asking")
        if asking == "item" and envelope["request"].get("intent", {}).get("name") == "AMAZON.NoIntent":
            raise EndpointFailure("INVALID_RESPONSE", "the skill raised ValueError: no item")
        return self._endpoint.send(envelope)


def test_a_fault_in_one_state_of_case_compass_is_found_with_two_turns() -> None:
    skill = own_skill()
    found = explored(replace(skill, endpoint=Broken(skill.endpoint)), "en-US", Bound(states=12, share=5))
    assert [told.fault.rule for told in found.findings] == ["failure"]
    assert [line.asking for line in found.findings[0].conversation] == ["item", None]
    assert found.findings[0].conversation[1].move == "AMAZON.NoIntent"


def test_what_case_compass_never_said_is_told() -> None:
    skill = own_skill()
    words = OwnWords(skill.endpoint, "en-US")
    heard = replace(skill, endpoint=words.endpoint)
    found = explore(heard, "en-US", bound=Bound(states=1, share=5), shapes=OwnShapes(), words=words)
    assert "welcome" not in found.never_said
    assert "ticket_noted" not in words.said
    assert found.findings == ()
