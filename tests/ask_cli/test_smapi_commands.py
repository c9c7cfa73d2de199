"""The `ask smapi` commands about the skill and its turns, each run for real."""

import json

import pytest

from simulator.envelope import SKILL_ID
from simulator.options import MODELS, PROJECT
from tests.ask_cli.cli import Cli

pytestmark = pytest.mark.real

LAUNCH = {
    "version": "1.0",
    "session": {
        "new": True,
        "sessionId": "amzn1.echo-api.session.1",
        "application": {"applicationId": SKILL_ID},
        "user": {"userId": "amzn1.ask.account.1"},
    },
    "context": {
        "System": {
            "application": {"applicationId": SKILL_ID},
            "user": {"userId": "amzn1.ask.account.1"},
            "device": {"deviceId": "1", "supportedInterfaces": {}},
            "apiEndpoint": "https://api.amazonalexa.invalid",
        }
    },
    "request": {
        "type": "LaunchRequest",
        "requestId": "amzn1.echo-api.request.1",
        "timestamp": "2026-11-23T15:00:00Z",
        "locale": "en-US",
    },
}


def test_a_skill_is_simulated_and_the_result_is_asked_for(ask: Cli) -> None:
    said = ("--device-locale", "en-US", "--session-mode", "FORCE_NEW_SESSION")
    told = ask.smapi("simulate-skill", "--input-content", "open case compass", *said)
    assert told["status"] == "SUCCESSFUL"
    again = ask.smapi("get-skill-simulation", "--simulation-id", told["id"])
    (only,) = again["result"]["alexaExecutionInfo"]["alexaResponses"]
    assert only["content"]["caption"].startswith("Hi, this is Case Compass.")
    assert again == told


def test_a_simulation_that_there_is_not_makes_the_command_fail(ask: Cli) -> None:
    done = ask.run("smapi", "get-skill-simulation", "--skill-id", SKILL_ID, "--simulation-id", "1")
    assert done.returncode != 0
    assert "status code 404" in done.stderr


def test_the_skill_is_invoked_in_both_ways(ask: Cli) -> None:
    file = ask.folder / "launch.json"
    file.write_text(json.dumps(LAUNCH), encoding="utf-8")
    newer = ask.smapi(
        "invoke-skill-end-point", "--endpoint-region", "default", "--skill-request-body", f"file:{file}"
    )
    older = ask.smapi("invoke-skill", "--endpoint-region", "EU", "--skill-request-body", json.dumps(LAUNCH))
    assert newer["status"] == "SUCCESSFUL"
    assert older["status"] == "SUCCEEDED"
    answered = newer["result"]["skillExecutionInfo"]["invocationResponse"]["body"]
    assert "Case Compass" in answered["response"]["outputSpeech"]["ssml"]
    assert (
        older["result"]["skillExecutionInfo"]["invocationResponse"]["EU"]["body"]["response"]["shouldEndSession"]
        is False
    )


def test_an_utterance_is_profiled(ask: Cli) -> None:
    told = ask.smapi("profile-nlu", "--locale", "en-US", "--utterance", "my kettle never arrived")
    assert told["selectedIntent"]["name"] == "LostPackageIntent"
    assert told["selectedIntent"]["slots"]["item"]["value"] == "kettle"
    assert told["sessionEnded"] is False


def test_the_skill_is_described(ask: Cli) -> None:
    manifest = json.loads((PROJECT / "skill.json").read_text(encoding="utf-8"))
    model = json.loads((MODELS / "de-DE.json").read_text(encoding="utf-8"))
    assert ask.smapi("get-skill-manifest") == manifest
    assert ask.smapi("get-interaction-model", "--locale", "de-DE") == model
    assert ask.smapi("get-skill-status")["interactionModel"]["de-DE"]["lastUpdateRequest"]["status"] == "SUCCEEDED"
    assert "successfully" in ask.smapi("get-skill-enablement-status")
    (listed,) = json.loads(ask("smapi", "list-skills-for-vendor"))["skills"]
    assert listed["nameByLocale"]["de-DE"] == "Fall Kompass"
