"""What a person hears and a skill is told when a response cannot be used."""

import pytest

from simulator.device.turn_result import PROBLEM
from simulator.errors import ResponseRefused
from simulator.under_test.endpoint import HandlerEndpoint
from tests.simulator.tea import Json, Skill, ask, tea_device, tell


def _raises(_: Json) -> object:
    return 1 / 0


def test_a_skill_that_raises_is_heard_as_a_problem_and_told_about_the_error() -> None:
    skill = Skill(ask(), _raises)
    device = tea_device(skill, strict=False)
    device.launch()
    result = device.say("help")
    assert result.speech == PROBLEM
    assert not result.open
    assert not device.open
    assert [finding.rule for finding in result.findings] == ["endpoint"]
    assert "ZeroDivisionError" in result.findings[0].says
    assert skill.requests == ["LaunchRequest", "IntentRequest", "SessionEndedRequest"]
    assert skill.last["request"]["reason"] == "ERROR"
    assert skill.last["request"]["error"]["type"] == "INVALID_RESPONSE"
    assert "ZeroDivisionError" in skill.last["request"]["error"]["message"]


def test_the_end_of_a_session_whose_first_request_failed_is_not_new() -> None:
    skill = Skill(_raises)
    tea_device(skill, strict=False).launch()
    assert [event["session"]["new"] for event in skill.seen] == [True, False]


def test_a_strict_device_raises_with_the_skills_own_error_as_the_cause() -> None:
    with pytest.raises(ResponseRefused) as caught:
        tea_device(Skill(_raises)).launch()
    assert caught.value.__cause__ is not None
    assert isinstance(caught.value.__cause__.__cause__, ZeroDivisionError)


def test_a_skill_that_is_too_slow_is_told_of_the_time_out() -> None:
    ticks = iter((0.0, 9.0, 9.0, 9.0))
    skill = Skill(ask())
    result = tea_device(HandlerEndpoint(skill, timer=lambda: next(ticks)), strict=False).launch()
    assert result.speech == PROBLEM
    assert skill.last["request"]["error"]["type"] == "ENDPOINT_TIMEOUT"
    assert "8 seconds" in result.findings[0].says


def test_a_refused_response_is_heard_as_a_problem_and_ends_the_session() -> None:
    skill = Skill(ask("Tea & milk?"))
    device = tea_device(skill, strict=False)
    result = device.launch()
    assert result.speech == PROBLEM
    assert result.response is not None
    assert [finding.rule for finding in result.findings] == ["ssml-malformed"]
    assert skill.last["request"]["error"]["type"] == "INVALID_RESPONSE"
    assert not device.open


def test_a_strict_device_raises_a_refusal_that_names_rule_and_source() -> None:
    with pytest.raises(ResponseRefused, match="speech-synthesis-markup-language-ssml-reference") as caught:
        tea_device(Skill(ask("Tea & milk?"))).launch()
    assert caught.value.findings[0].rule == "ssml-malformed"


def test_speech_in_answer_to_the_end_of_a_session_is_found_but_not_spoken() -> None:
    answers = iter([ask(), tell()])
    device = tea_device(lambda event, context: next(answers), strict=False)  # noqa: ARG005 - a handler's shape
    device.launch()
    result = device.say("exit")
    assert result.speech == ""
    assert [finding.rule for finding in result.findings] == ["session-ended-answered"]
