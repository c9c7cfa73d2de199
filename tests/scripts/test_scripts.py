"""Every script through every door: as expected, by the standing rules, and equal at each."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

import pytest

from simulator.device.turn_result import TurnResult
from simulator.recording import playing
from simulator.recording.comparison import failures
from simulator.recording.standing_clock import StandingClock
from simulator.recording.turn_taker import TurnTaker
from simulator.services.account import Account
from simulator.talk.household import Place
from simulator.talk.talk import Talk
from simulator.under_test.endpoint import Endpoint
from skill.decision.models import MODELS
from tests.scripts.doors import device_of, http_door, in_process, lambda_door
from tests.scripts.script import MANNERS, Line, Script, all_scripts
from tests.standing_rules import check_response

MONDAY = playing.MONDAY
BETWEEN_LINES = timedelta(seconds=20)
SCRIPTS = all_scripts()
_TOKEN = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Said(NamedTuple):
    """What a line brought, and how many reminders are set after it."""

    result: TurnResult
    reminders: int


TIME = StandingClock(MONDAY)
"""The clock that an account and the verifier share."""


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
    """Talk the script through one door, as expected; returns the response envelopes."""
    responses = []
    for line, said in zip(script.talk, talked(script, endpoint), strict=True):
        check(line, said)
        response = said.result.response
        if response and response.get("response", {}).get("outputSpeech"):
            check_response(response)
        responses.append(response)
    return without_tokens(responses)


def talked(script: Script, endpoint: Endpoint) -> Iterator[Said]:
    """What each line brings, to an account of the script's own at this door."""
    TIME.now = MONDAY
    account = Account(f"amzn1.ask.account.{script.locale}.{script.name}"[:255], TIME)
    talk = Talk(lambda place: device_of(account, endpoint, place.locale), Place(script.locale))
    for line in script.talk:
        yield Said(say(talk, line), len(account.reminders.set_ones(TIME.now)))


def say(talk: Talk, line: Line) -> TurnResult:
    """Let the time pass that a line names, and say it."""
    TIME.move(BETWEEN_LINES)
    return playing.said(line, TurnTaker(talk)).result


def without_tokens(responses: list[dict[str, Any] | None]) -> list[dict[str, Any] | None]:
    """The envelopes with the tokens of reminders, which are random, replaced by the order in which they come up."""
    places: dict[str, int] = {}
    written = _TOKEN.sub(lambda token: f"token {places.setdefault(token[0], len(places))}", json.dumps(responses))
    numbered: list[dict[str, Any] | None] = json.loads(written)
    return numbered


def check(line: Line, said: Said) -> None:
    """What the line expects of the answer."""
    result = said.result
    failed = list(failures(line, result, said.reminders))
    assert not failed, f"{line.you!r} -> {result.heard}: {result.speech}\n{result.card}"


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("decision", MODELS)
def test_every_kind_of_problem_is_talked_about_in_every_manner(decision: str, language: str) -> None:
    own = [script for script in SCRIPTS if script.decision == decision and script.locale.startswith(language)]
    assert {script.manner for script in own} >= set(MANNERS)


def test_every_script_has_a_name_of_its_own() -> None:
    names = [(script.locale, script.name) for script in SCRIPTS]
    assert len(names) == len(set(names))
