"""Somebody else's skill, in plain ask-sdk-core: explored by its model and its handler alone."""

from simulator.envelope import SKILL_ID
from simulator.explorer.bound import Bound
from simulator.explorer.explored import explore
from simulator.under_test.endpoint import HandlerEndpoint
from simulator.under_test.skill_under_test import SkillUnderTest
from tests.second_skill.garden import MODELS
from tests.second_skill.plant_skill import handler


def test_a_skill_of_somebody_else_is_explored_and_what_is_wrong_with_it_is_found() -> None:
    skill = SkillUnderTest(HandlerEndpoint(handler), MODELS, SKILL_ID)
    found = explore(skill, "en-US", bound=Bound(states=20, seconds=600, values=1, share=5))
    rules = {(told.fault.rule, told.fault.place) for told in found.findings}
    # It puts what was said into its speech as it stands, and asks again as it asked before.
    assert ("ssml-malformed", "ShowPlantIntent") in rules
    assert ("same-words", "RepotIntent.plant") in rules
    assert {rule for rule, _ in rules} <= {"ssml-malformed", "same-words", "card-markup", "dynamic-entities"}
    assert all(told.steady and told.conversation for told in found.findings)
    assert found.questions >= 5
