"""What a skill lets be seen of a person; nothing while its store fails, which is the skill's own business to tell."""

from contextlib import suppress

from simulator.envelope import Json
from simulator.page.shared_talk import SharedTalk
from simulator.under_test.skill_under_test import SkillUnderTest
from simulator.under_test.way import Way
from skill.errors import CaseCompassError


def record_kept(skill: SkillUnderTest, talk: SharedTalk) -> Json | None:
    """What it keeps of whoever speaks."""
    with suppress(CaseCompassError):
        return skill.inside.record_of(talk.device.account.user, talk.now) if skill.inside else None
    return None


def way_taken(skill: SkillUnderTest, talk: SharedTalk) -> Way | None:
    """The decision that it is making for whoever speaks."""
    with suppress(CaseCompassError):
        return skill.inside.way(talk.device.account.user, talk.now) if skill.inside else None
    return None
