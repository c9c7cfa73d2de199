"""Stages for tests: the tea corner as a skill of somebody else, and Case Compass, each with a talk and a page."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from simulator.case_compass.own_skill import open_own_skill
from simulator.envelope import SKILL_ID
from simulator.options import MODELS as OWN_MODELS
from simulator.page.app import create_app
from simulator.page.serve import RunningPage
from simulator.page.stage import Stage
from simulator.recording.overheard import overheard
from simulator.recording.same_skill import same_skill
from simulator.services.clock import Clock
from simulator.talk.household import Household, Place
from simulator.talk.talk import Talk
from simulator.under_test.endpoint import HandlerEndpoint
from simulator.under_test.skill_under_test import SkillUnderTest
from tests.simulator.tea import MODELS, NOW, Json, ask

PORT = 7373
HOST = f"http://127.0.0.1:{PORT}"


@cache
def _tea() -> SkillUnderTest:
    return SkillUnderTest(HandlerEndpoint(lambda *_: ask()), MODELS, SKILL_ID)


@cache
def _own() -> SkillUnderTest:
    return SkillUnderTest(HandlerEndpoint(lambda *_: None), OWN_MODELS, SKILL_ID)


def tea_skill(handler: Callable[[Json, object], object]) -> SkillUnderTest:
    """The tea corner with this handler; nothing can be seen of it but its answers."""
    return same_skill(_tea(), HandlerEndpoint(handler), None)


def own_skill(store: str = "memory") -> SkillUnderTest:
    """Case Compass with a store of its own."""
    return same_skill(_own(), *open_own_skill(SKILL_ID, store))


def stage_of(
    skill: SkillUnderTest, *, clock: Callable[[], datetime] = lambda: NOW, scripts: Path | None = None
) -> Stage:
    """A talk with the skill, on a stage."""
    return Stage(*talk_of(skill, clock=clock), scripts)


def talk_of(skill: SkillUnderTest, *, clock: Callable[[], datetime] = lambda: NOW) -> tuple[Talk, SkillUnderTest]:
    """A talk with the skill, which is listened in on."""
    skill = overheard(skill)
    return Talk(Household(skill, Clock(clock)).device, Place("en-US")), skill


def told(stage: Stage, *lines: str) -> Stage:
    """The stage after these lines."""
    for line in lines:
        stage.talk.line(line)
    return stage


def client_of(stage: Stage) -> FlaskClient:
    """Whoever asks the stage's server, without a network."""
    return create_app(stage, PORT).test_client()


@contextmanager
def page_of(stage: Stage) -> Iterator[RunningPage]:
    """The stage's page, served on a free port."""
    page = RunningPage(stage, 0)
    try:
        yield page
    finally:
        page.stop()


def get(client: FlaskClient, path: str) -> Any:
    """What a path holds."""
    answer = client.get(path, base_url=HOST)
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def post(client: FlaskClient, path: str, body: object, status: int = 200) -> Any:
    """The answer to a body."""
    answer = client.post(path, json=body, base_url=HOST)
    assert answer.status_code == status, answer.text
    return answer.get_json()


def say(client: FlaskClient, line: str) -> Any:
    """The turn that a line brings."""
    return post(client, "/api/lines", {"line": line})["turn"]


@contextmanager
def opened(page: RunningPage, path: str, headers: dict[str, str] | None = None) -> Iterator[HTTPResponse]:
    """An answer of a running page that is still being read."""
    connection = HTTPConnection("127.0.0.1", page.port, timeout=10)
    try:
        connection.request("GET", path, headers=headers or {})
        with connection.getresponse() as answer:
            yield answer
    finally:
        connection.close()


def events(answer: HTTPResponse, count: int) -> list[tuple[str, Any]]:
    """The next events of a stream, each with its kind and its data."""
    found: list[tuple[str, Any]] = []
    kind = ""
    while len(found) < count:
        name, _, value = answer.readline().decode().rstrip("\n").partition(": ")
        if name == "event":
            kind = value
        elif name == "data":
            found.append((kind, json.loads(value)))
    return found
