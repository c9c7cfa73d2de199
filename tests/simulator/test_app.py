"""The Alexa app and its skill events: allow, forbid, disable, enable."""

from typing import Any

import pytest

from simulator.errors import CommandWrong, ResponseRefused
from simulator.services.permissions import EMAIL, NAME, REMINDERS
from simulator.talk import app
from tests.simulator.services.calling import Caller, reminder
from tests.simulator.tea import Json, Skill, ask, tea_device, tell

EMPTY: Json = {"version": "1.0", "response": {}}


def _quiet(event: Json) -> Json:
    """A skill that talks, but answers no event."""
    return EMPTY if event["request"]["type"].startswith("AlexaSkillEvent.") else ask(attributes={"cups": 1})


def _system(skill: Skill) -> Any:
    return skill.last["context"]["System"]


def test_an_event_has_no_session_no_device_and_no_locale() -> None:
    skill = Skill(_quiet)
    result = app.grant(tea_device(skill), "reminders")
    assert set(skill.last) == {"version", "context", "request"}
    assert set(_system(skill)) == {"application", "user", "apiEndpoint", "apiAccessToken"}
    times = {"timestamp", "eventCreationTime", "eventPublishingTime"}
    assert set(skill.last["request"]) == {"type", "requestId", "body", *times}
    assert {skill.last["request"][time] for time in times} == {"2026-03-04T09:30:00Z"}
    assert result.heard.intent == "AlexaSkillEvent.SkillPermissionAccepted"
    assert (result.speech, result.open) == ("", False)


def test_the_first_permission_is_accepted_and_every_further_decision_is_a_change() -> None:
    skill = Skill(_quiet)
    device = tea_device(skill)
    app.grant(device, "reminders")
    app.grant(device, "alexa::profile:name:read")
    app.deny(device, "reminders")
    assert [request.partition(".")[2] for request in skill.requests] == [
        "SkillPermissionAccepted",
        "SkillPermissionChanged",
        "SkillPermissionChanged",
    ]
    assert [event["request"]["body"]["acceptedPermissions"] for event in skill.seen] == [
        [{"scope": REMINDERS}],
        [{"scope": REMINDERS}, {"scope": NAME}],
        [{"scope": NAME}],
    ]


def test_envelopes_carry_every_answer_that_was_ever_given_and_nothing_before() -> None:
    skill = Skill(_quiet)
    device = tea_device(skill)
    device.launch()
    assert "permissions" not in _system(skill)["user"]
    app.grant(device, "name")
    app.deny(device, "email")
    device.say("help")
    assert _system(skill)["user"]["permissions"] == {
        "scopes": {NAME: {"status": "GRANTED"}, EMAIL: {"status": "DENIED"}}
    }
    assert "permissions" not in skill.last["session"]["user"]


def test_a_permission_changes_nothing_about_an_open_session() -> None:
    skill = Skill(_quiet)
    device = tea_device(skill)
    device.launch()
    result = app.grant(device, "name")
    assert result.open
    device.say("help")
    assert skill.last["session"]["attributes"] == {"cups": 1}
    assert skill.last["session"]["new"] is False


def test_an_unknown_permission_names_those_that_there_are() -> None:
    with pytest.raises(CommandWrong, match="reminders, timers, name, given_name, email, phone"):
        app.grant(tea_device(Skill(_quiet)), "everything")


def test_disabling_tells_the_skill_and_makes_the_person_somebody_new() -> None:
    skill = Skill(_quiet)
    device = tea_device(skill)
    app.grant(device, "reminders")
    device.launch()
    Caller(skill.last)("POST", "/v1/alerts/reminders", reminder())
    result = app.disable(device)
    assert skill.last["request"]["type"] == result.heard.intent == "AlexaSkillEvent.SkillDisabled"
    assert skill.last["request"]["body"] == {"userInformationPersistenceStatus": "NOT_PERSISTED"}
    assert _system(skill)["user"]["userId"] == "amzn1.ask.account.A"
    assert not result.open
    assert device.account.reminders.all(device.account.clock()) == []

    device.launch()
    somebody = _system(skill)["user"]
    assert somebody["userId"].startswith("amzn1.ask.account.")
    assert somebody["userId"] != "amzn1.ask.account.A"
    assert skill.last["session"]["user"] == somebody == {"userId": somebody["userId"]}


def test_enabling_is_told_to_the_skill() -> None:
    skill = Skill(_quiet)
    app.enable(tea_device(skill))
    assert skill.last["request"]["type"] == "AlexaSkillEvent.SkillEnabled"
    assert "body" not in skill.last["request"]


def test_a_skill_that_answers_an_event_is_found_out_and_nothing_is_said() -> None:
    result = app.grant(tea_device(Skill(tell()), strict=False), "name")
    assert [finding.rule for finding in result.findings] == ["event-answered"]
    assert (result.speech, result.open) == ("", False)


def test_the_skill_is_disabled_even_if_it_cannot_bear_to_hear_it() -> None:
    device = tea_device(Skill(tell()))
    with pytest.raises(ResponseRefused):
        app.disable(device)
    assert device.account.user != "amzn1.ask.account.A"
