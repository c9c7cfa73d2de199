"""A skill behind another endpoint: its models and ears, which take a while to make, are made once for both."""

from dataclasses import dataclass, field

from simulator.ears.ears import Ears
from simulator.models.interaction_model import InteractionModel
from simulator.under_test.endpoint import Endpoint
from simulator.under_test.inside import Inside
from simulator.under_test.skill_under_test import SkillUnderTest


@dataclass(frozen=True)
class _SameSkill(SkillUnderTest):
    """Leaves models and ears to the skill that it is made from."""

    skill: SkillUnderTest = field(kw_only=True)

    def model(self, locale: str) -> InteractionModel:
        return self.skill.model(locale)

    def ears(self, locale: str) -> Ears:
        return self.skill.ears(locale)


def same_skill(skill: SkillUnderTest, endpoint: Endpoint, inside: Inside | None) -> SkillUnderTest:
    """The skill with this endpoint, and with what can be seen behind it."""
    return _SameSkill(endpoint, skill.models, skill.skill_id, skill.strict, inside, skill=skill)


def unknown_to_it(skill: SkillUnderTest) -> SkillUnderTest:
    """The skill as it is when it knows nobody yet, where that can be had: else the skill itself."""
    if skill.inside is None:
        return skill
    endpoint, inside = skill.inside.afresh()
    return same_skill(skill, endpoint, inside)
