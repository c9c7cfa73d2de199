"""The talks that the reports look at: every script, and the shortest talk to every fact of the domain."""

from collections.abc import Iterator
from functools import cache
from uuid import uuid4

from simulator.case_compass.own_skill import open_own_skill
from simulator.device.turn_result import TurnResult
from simulator.envelope import SKILL_ID
from simulator.options import MODELS
from simulator.recording.files import read as read_scripts
from simulator.recording.playing import begins, played
from simulator.recording.script import Line, Script
from simulator.recording.standing_clock import StandingClock
from simulator.recording.turn_taker import TurnTaker
from simulator.talk.household import Household, Place
from simulator.talk.talk import Talk
from simulator.under_test.skill_under_test import SkillUnderTest
from tools.coverage import read as read_facts
from tools.generated import ROOT
from tools.hearing.utterances import LANGUAGES

SCRIPTS = ROOT / "tests" / "scripts"


@cache
def own_skill() -> SkillUnderTest:
    """Case Compass with its cases in memory; ears are made once for all reports."""
    endpoint, _ = open_own_skill(SKILL_ID, "memory")
    return SkillUnderTest(endpoint, MODELS, SKILL_ID)


def scripts(language: str) -> list[Script]:
    """The scripts of a language (tests/scripts), in the order of files and lines; raises ScriptWrong."""
    return [script for path in sorted((SCRIPTS / language).glob("*.yaml")) for script in read_scripts(path)]


def facts(language: str) -> list[Script]:
    """What to say to reach each fact of the domain (tests/coverage), as scripts; raises SourceError."""
    locale = LANGUAGES[language]
    return [
        Script(name=fact.id, locale=locale, talk=[Line(you=said) for said in fact.say])
        for fact in read_facts(language)
    ]


def talked(script: Script, skill: SkillUnderTest) -> Iterator[TurnResult]:
    """What each line of a script brings to somebody whom the skill has never met.

    The devices are there at once, and a line is said when it is asked for. Raises ScriptWrong for one that cannot be.
    """
    clock = StandingClock(begins(script))
    user = f"amzn1.ask.account.REPORT{uuid4().hex.upper()}"
    turns = TurnTaker(Talk(Household(skill, clock).device, Place(script.locale, user)))
    return (turn.result for turn in played(script, turns, clock))
