"""The HTTP door answers exactly what the Lambda door answers."""

import json
from typing import Any

import pytest

from skill.bootstrap import build_skill
from skill.settings import Settings
from skill.web.door import WebDoor
from tests.web.signing import SKILL_ID, Signer

SPOKEN: dict[str, dict[str, Any]] = {
    "a launch": {"type": "LaunchRequest"},
    "an intent": {"type": "IntentRequest", "intent": {"name": "AMAZON.HelpIntent", "confirmationStatus": "NONE"}},
    "an intent that nobody knows": {"type": "IntentRequest", "intent": {"name": "NeverSeenIntent"}},
    "a type newer than the SDK": {"type": "Alexa.Tomorrow.Request"},
}
SILENT: dict[str, dict[str, Any]] = {
    "the end of a session": {"type": "SessionEndedRequest", "reason": "USER_INITIATED"},
    "an end for a reason newer than the SDK": {"type": "SessionEndedRequest", "reason": "NEVER_SEEN"},
    "a skill event": {"type": "AlexaSkillEvent.SkillEnabled"},
}


def answers(request: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the HTTP door and the handler of the Lambda door answer, each with a store of its own."""
    signer = Signer()
    settings = Settings(skill_id=SKILL_ID)
    body = signer.body(request)
    answer = WebDoor(build_skill(settings), signer.verifier().verify).answer(signer.headers(body).items(), body)
    assert answer.status == 200
    return json.loads(answer.body), build_skill(settings)(json.loads(body), None)


@pytest.mark.parametrize("name", SPOKEN)
@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_both_doors_say_the_same(name: str, locale: str) -> None:
    over_http, on_lambda = answers({"locale": locale, **SPOKEN[name]})
    assert over_http["response"]["outputSpeech"]["ssml"]
    assert over_http == on_lambda


@pytest.mark.parametrize("name", SILENT)
def test_both_doors_are_silent_alike(name: str) -> None:
    over_http, on_lambda = answers(SILENT[name])
    assert "outputSpeech" not in over_http["response"]
    assert over_http == on_lambda
