"""Every script through every door: as expected, by the standing rules, and equal at each."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from simulator.device import Device
from simulator.endpoint import Endpoint
from simulator.turn_result import TurnResult
from skill.decision.models import MODELS
from tests.scripts.doors import device, http_door, in_process, lambda_door
from tests.scripts.script import MANNERS, Line, Script, all_scripts
from tests.standing_rules import check_response

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SCRIPTS = all_scripts()


class Time:
    """The clock that devices and verifier share."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now


TIME = Time()


@pytest.fixture(scope="module")
def doors() -> Iterator[dict[str, Endpoint]]:
    """All three doors, each with a store of its own."""
    with pytest.MonkeyPatch.context() as patch, http_door(TIME) as http:
        yield {"simulator": in_process(), "lambda": lambda_door(patch.setenv), "http": http}


@pytest.mark.parametrize("script", SCRIPTS, ids=[f"{script.locale}: {script.name}" for script in SCRIPTS])
def test_the_talk_goes_as_written_and_alike_through_every_door(script: Script, doors: dict[str, Endpoint]) -> None:
    answers = {name: run(script, endpoint) for name, endpoint in doors.items()}
    assert answers["lambda"] == answers["simulator"]
    assert answers["http"] == answers["simulator"]


def run(script: Script, endpoint: Endpoint) -> list[dict[str, Any] | None]:
    """Talk the script through one door; returns the response envelopes."""
    TIME.now = MONDAY
    echo = device(endpoint, script.locale, f"amzn1.ask.account.{script.locale}.{script.name}"[:255], TIME)
    return [say(echo, line) for line in script.talk]


def say(echo: Device, line: Line) -> dict[str, Any] | None:
    """Say one line, check what comes of it, and return the response envelope."""
    TIME.now += timedelta(hours=line.later, seconds=20)
    if line.later and echo.open:
        echo.end()
    result = echo.silence() if line.you == ":silence" else echo.say(line.you)
    check(line, result)
    if result.response and result.response["response"].get("outputSpeech"):
        check_response(result.response)
    return result.response


def check(line: Line, result: TurnResult) -> None:
    """What the line expects of the answer."""
    told = f"{line.you!r} -> {result.heard}: {result.speech}"
    card = f"{result.card.title}\n{result.card.text}" if result.card else ""
    if line.heard:
        assert result.heard.intent == line.heard, told
    if line.asking:
        assert (result.asking or "nothing") == line.asking, told
    assert line.outcome is None or result.outcome == line.outcome, told
    assert line.channel is None or result.channel == line.channel, told
    for text in line.says:
        assert text.lower() in (result.speech or "").lower(), told
    for text in line.card:
        assert text in card, f"{told}\n{card}"
    for text in line.never:
        assert text.lower() not in f"{result.speech}\n{card}".lower(), f"{told}\n{card}"


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("decision", MODELS)
def test_every_kind_of_problem_is_talked_about_in_every_manner(decision: str, language: str) -> None:
    own = [script for script in SCRIPTS if script.decision == decision and script.locale.startswith(language)]
    assert {script.manner for script in own} >= set(MANNERS)


def test_every_script_has_a_name_of_its_own() -> None:
    names = [(script.locale, script.name) for script in SCRIPTS]
    assert len(names) == len(set(names))
