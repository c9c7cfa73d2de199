"""Asking for a permission by voice: Alexa asks in her own words, and the skill hears what became of it."""

from typing import Any

import pytest

from simulator.device.device import Device
from simulator.services.permissions import GIVEN_NAME, NAME, REMINDERS
from tests.simulator.tea import Json, Skill, ask, tea_device, tell

QUESTION = "Do you give tea corner permission to set reminders? You can say I approve or no."


def ask_for_reminders(speech: str = "I can remind you.", **more: object) -> Json:
    """A response that has Alexa ask for reminders (version 1)."""
    payload = {
        "@type": "AskForPermissionsConsentRequest",
        "@version": "1",
        "permissionScope": REMINDERS,
    }
    directive = {"type": "Connections.SendRequest", "name": "AskFor", "payload": payload, "token": "why"}
    return tell(speech, directives=[directive | more]) | {"sessionAttributes": {"cups": 1}}


def ask_for_name(*scopes: str, **more: object) -> Json:
    """A response that has Alexa ask for profile scopes (version 2)."""
    wanted = [{"permissionScope": scope, "consentLevel": "ACCOUNT"} for scope in scopes or (NAME,)]
    directive = {
        "type": "Connections.StartConnection",
        "uri": "connection://AMAZON.AskForPermissionsConsent/2",
        "input": {"@type": "AskForPermissionsConsentRequest", "@version": "2", "permissionScopes": wanted},
        "token": "why",
    }
    return tell("I can sign it.", directives=[directive | more])


def _asked(*answers: Json, locale: str = "en-US") -> tuple[Device, Skill]:
    skill = Skill(*answers)
    device = tea_device(skill, locale=locale)
    device.launch()
    return device, skill


def _scopes(skill: Skill) -> Any:
    return skill.last["context"]["System"]["user"].get("permissions", {}).get("scopes", {})


def test_alexa_asks_her_own_question_after_the_skills_words_and_listens() -> None:
    result = tea_device(Skill(ask_for_reminders())).launch()
    assert result.speech == f"I can remind you. {QUESTION}"
    assert result.open
    assert result.reprompt is None


@pytest.mark.parametrize(
    ("words", "status", "kept"),
    [
        ("yes", "ACCEPTED", "GRANTED"),
        ("I approve", "ACCEPTED", "GRANTED"),
        ("Alexa, I approve.", "ACCEPTED", "GRANTED"),
        ("no", "DENIED", "DENIED"),
        ("no thanks", "DENIED", "DENIED"),
    ],
)
def test_the_answer_reaches_the_skill_in_the_same_session_and_without_attributes(
    words: str, status: str, kept: str
) -> None:
    device, skill = _asked(ask_for_reminders(), ask())
    result = device.say(words)
    request, session = skill.last["request"], skill.last["session"]
    assert request["type"] == result.heard.intent == "Connections.Response"
    assert request["status"] == {"code": "200", "message": "OK"}
    assert request["payload"] == {"isCardThrown": False, "permissionScope": REMINDERS, "status": status}
    assert (request["name"], request["token"], request["locale"]) == ("AskFor", "why", "en-US")
    assert "attributes" not in session
    assert (session["new"], session["sessionId"]) == (False, skill.seen[0]["session"]["sessionId"])
    assert _scopes(skill) == {REMINDERS: {"status": kept}}
    assert result.open


def test_after_the_answer_the_talk_goes_on_with_the_attributes_of_the_newest_response() -> None:
    device, skill = _asked(ask_for_reminders(), ask(attributes={"cups": 2}))
    device.say("yes")
    device.say("help")
    assert skill.last["session"]["attributes"] == {"cups": 2}
    assert skill.requests == ["LaunchRequest", "Connections.Response", "IntentRequest"]


def test_something_else_is_asked_about_once_more_and_then_counts_as_no_answer() -> None:
    device, skill = _asked(ask_for_reminders(), ask())
    again = device.say("i want green tea")
    assert (again.speech, again.open, again.request) == (QUESTION, True, None)
    device.say("open tea corner")
    assert skill.last["request"]["payload"]["status"] == "NOT_ANSWERED"
    assert _scopes(skill) == {}


def test_the_second_chance_can_still_be_used() -> None:
    device, skill = _asked(ask_for_reminders(), ask())
    device.say("what")
    device.say("yes")
    assert skill.last["request"]["payload"]["status"] == "ACCEPTED"


def test_silence_is_no_answer() -> None:
    device, skill = _asked(ask_for_reminders(), ask())
    result = device.silence()
    assert skill.last["request"]["payload"]["status"] == "NOT_ANSWERED"
    assert result.open


def test_a_skill_that_does_not_listen_to_the_answer_ends_the_session() -> None:
    device, skill = _asked(ask_for_reminders(), tell())
    assert not device.say("yes").open
    assert not device.open
    assert skill.requests == ["LaunchRequest", "Connections.Response"]


def test_the_profile_is_asked_for_by_a_connection_that_resumes_the_session() -> None:
    device, skill = _asked(ask_for_name(NAME, GIVEN_NAME), ask())
    result = device.say("yes")
    request = skill.last["request"]
    assert request["type"] == result.heard.intent == "SessionResumedRequest"
    assert request["cause"] == {
        "type": "ConnectionCompleted",
        "token": "why",
        "status": {"code": "200", "message": "OK"},
        "result": {"status": "ACCEPTED"},
    }
    assert "attributes" not in skill.last["session"]
    assert set(_scopes(skill)) == {NAME, GIVEN_NAME}


def test_alexa_names_everything_that_is_asked_for() -> None:
    result = tea_device(Skill(ask_for_name(NAME, GIVEN_NAME))).launch()
    assert "permission to use your full name and to use your first name?" in result.speech


def test_a_connection_that_only_reports_errors_ends_the_session_with_the_answer() -> None:
    device, skill = _asked(ask_for_name(onCompletion="SEND_ERRORS_ONLY"))
    result = device.say("yes")
    assert (result.open, result.request, device.open) == (False, None, False)
    assert device.account.permissions.granted(NAME)
    assert skill.requests == ["LaunchRequest"]


def test_in_german_alexa_asks_and_understands_german() -> None:
    device, skill = _asked(ask_for_reminders("Gerne."), ask(), locale="de-DE")
    assert "Erlaubst du tee ecke, Erinnerungen zu stellen?" in device.say("wie bitte").speech
    device.say("Ja, ich stimme zu")
    assert skill.last["request"]["payload"]["status"] == "ACCEPTED"


@pytest.mark.parametrize(("asking", "where"), [(ask_for_reminders(), "payload"), (ask_for_name(), "cause")])
def test_a_device_that_cannot_ask_tells_the_skill_at_once(asking: Json, where: str) -> None:
    card = {"type": "AskForPermissionsConsent", "permissions": [REMINDERS]}
    skill = Skill(asking, tell("It's in the app &amp; there.", card=card))
    device = tea_device(skill)
    device.account.voice_consent = False
    result = device.launch()
    request = skill.last["request"]
    assert (request.get("status") or request["cause"]["status"])["code"] == "400"
    assert "status" not in request.get("payload", {})
    assert "result" not in request[where]
    assert "attributes" not in skill.last["session"]
    assert result.speech.endswith("It's in the app & there.")
    assert result.speech.startswith("I can ")
    assert result.card == ("AskForPermissionsConsent", REMINDERS)
    assert not result.open
    assert device.account.permissions.as_context() == {}


def test_after_that_the_talk_with_the_skill_goes_on() -> None:
    device, skill = _asked(tell(), ask_for_reminders(), ask())
    device.account.voice_consent = False
    assert device.launch().open
    device.say("help")
    assert skill.requests[-2:] == ["Connections.Response", "IntentRequest"]


def test_a_skill_that_asks_once_more_after_an_answer_is_told_too_that_the_device_cannot() -> None:
    device, skill = _asked(ask_for_reminders(), ask_for_name(), ask("Then not."))
    device.account.voice_consent = False
    assert device.say("yes").speech.endswith("Then not.")
    assert skill.requests == ["LaunchRequest", "Connections.Response", "SessionResumedRequest"]


def test_a_skill_that_asks_a_device_that_cannot_again_and_again_is_stopped() -> None:
    skill = Skill(ask_for_reminders())
    device = tea_device(skill)
    device.account.voice_consent = False
    assert not device.launch().open
    assert skill.requests == ["LaunchRequest", "Connections.Response"]


def test_leaving_instead_of_answering_ends_the_session() -> None:
    device, skill = _asked(ask_for_reminders(), ask())
    device.end()
    assert skill.last["request"]["type"] == "SessionEndedRequest"
    assert "attributes" not in skill.last["session"]
    device.launch()
    assert skill.last["session"]["attributes"] == {}


def test_a_connection_to_anything_else_is_left_alone() -> None:
    directive = {"type": "Connections.SendRequest", "name": "Buy", "payload": {}, "token": "a"}
    device = tea_device(Skill(tell(directives=[directive])))
    result = device.launch()
    assert (result.speech, result.open) == ("Enjoy your tea.", False)
