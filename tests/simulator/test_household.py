"""People and devices: who is who to the skill, and what each keeps."""

import pytest

from simulator.errors import CommandWrong, ModelMissing
from simulator.services.clock import Clock
from simulator.services.permissions import NAME
from simulator.talk.household import Household, Place
from simulator.talk.talk import Talk
from simulator.under_test.endpoint import HandlerEndpoint
from simulator.under_test.skill_under_test import SkillUnderTest
from tests.simulator.tea import MODELS, NOW, Json, Skill, ask

FIRST, SECOND = "amzn1.ask.account.FIRST", "amzn1.ask.account.SECOND"


@pytest.fixture
def skill() -> Skill:
    numbers = iter(range(100))
    return Skill(lambda _: ask(attributes={"turn": {"asking": f"question {next(numbers)}"}}))


@pytest.fixture
def talk(skill: Skill) -> Talk:
    under_test = SkillUnderTest(HandlerEndpoint(skill), MODELS, "amzn1.ask.skill.tea")
    return Talk(Household(under_test, Clock(lambda: NOW)).device, Place("en-US", FIRST))


def _who(envelope: Json) -> tuple[str, str]:
    system = envelope["context"]["System"]
    return system["user"]["userId"], system["device"]["deviceId"]


def test_another_device_is_another_device_of_the_same_person(talk: Talk, skill: Skill) -> None:
    talk.line(":launch")
    talk.line(":device kitchen")
    talk.line(":launch")
    (user, echo), (same, kitchen) = map(_who, skill.seen)
    assert user == same == FIRST
    assert echo != kitchen


def test_a_session_waits_on_the_device_that_was_left(talk: Talk) -> None:
    talk.line(":launch")
    left = talk.line(":device kitchen")
    assert (left.open, left.request) == (False, None)
    talk.line(":launch")
    back = talk.line(":device echo")
    assert (back.open, back.asking) == (True, "question 0")


def test_permissions_and_time_are_shared_by_the_devices_of_a_person_and_the_time_by_all(talk: Talk) -> None:
    talk.line(":grant name")
    talk.line(":device kitchen")
    assert talk.device.account.permissions.accepted() == [NAME]
    talk.line(":later 2 days")
    talk.line(f":user {SECOND}")
    assert talk.device.account.permissions.accepted() == []
    assert (talk.device.account.clock() - NOW).days == 2


def test_somebody_else_is_somebody_else_to_the_skill(talk: Talk, skill: Skill) -> None:
    talk.line(":launch")
    talk.line(f":user {SECOND}")
    talk.line(":launch")
    assert [_who(envelope)[0] for envelope in skill.seen] == [FIRST, SECOND]
    assert [place.user for place in talk.places] == [FIRST, SECOND]


def test_a_device_with_a_screen_says_so_to_the_skill(talk: Talk, skill: Skill) -> None:
    talk.line(":device show screen")
    talk.line(":launch")
    assert "Alexa.Presentation.APL" in skill.last["context"]["System"]["device"]["supportedInterfaces"]
    assert talk.line(":device show").heard.how == f"{FIRST} speaks to show, which has a screen"


def test_a_device_does_not_get_a_screen_afterwards(talk: Talk) -> None:
    talk.line(":device kitchen")
    with pytest.raises(CommandWrong, match="kitchen is there already, without a screen"):
        talk.line(":device kitchen screen")


def test_a_device_in_another_locale_is_the_same_device(talk: Talk, skill: Skill) -> None:
    talk.line(":launch")
    talk.line(":locale de-DE")
    talk.line(":launch")
    assert [envelope["request"]["type"] for envelope in skill.seen] == [
        "LaunchRequest",
        "SessionEndedRequest",
        "LaunchRequest",
    ]
    assert len({_who(envelope) for envelope in skill.seen}) == 1
    assert [place.locale for place in talk.places] == ["de-DE"]


def test_a_locale_without_a_model_changes_nothing(talk: Talk) -> None:
    talk.line(":launch")
    with pytest.raises(ModelMissing):
        talk.line(":locale ja-JP")
    assert (talk.place.locale, talk.device.open) == ("en-US", True)


@pytest.mark.parametrize("line", [":device", ":device kitchen radio", f":user {'x' * 256}", ":user two words"])
def test_a_line_that_names_nobody_is_told(talk: Talk, line: str) -> None:
    with pytest.raises(CommandWrong):
        talk.line(line)
