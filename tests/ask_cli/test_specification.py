"""What the real commands do not bring about: refusals, failed turns and pages have the specified form too."""

from collections.abc import Iterator
from threading import Event, Thread
from typing import Any

import pytest

from simulator.smapi import people
from simulator.smapi.service import Service
from tests.ask_cli.watched import Watched
from tests.simulator.tea import Skill, ask
from tests.smapi.calls import A_TOKEN, EVALUATIONS, NEWER, SETS, SIMULATIONS, SKILL, STAGE, Caller, Json, service_of

pytestmark = pytest.mark.real

PROFILE = f"{STAGE}/interactionModel/locales/en-US/profileNlu"
ENVELOPE = {"endpointRegion": "NA", "skillRequest": {"body": {"version": "1.0"}}}


class WatchedCaller(Caller):
    """Somebody whose calls are held against the specification."""

    def __init__(self, service: Service, token: str = A_TOKEN) -> None:
        super().__init__(service, token)
        self.watched = Watched(self.client.application)


def _broken(_event: Json, _context: object) -> object:
    raise RuntimeError("no kettle")


@pytest.fixture
def someone() -> Iterator[WatchedCaller]:
    """Somebody whose answers were all as specified."""
    caller = WatchedCaller(service_of(Skill(ask("Which {tea}?"))))
    yield caller
    assert caller.watched.complaints == []


REFUSED: tuple[tuple[str, str, Any, int], ...] = (
    ("POST", SIMULATIONS, {"input": {"content": "open tee ecke"}, "device": {"locale": "fr-FR"}}, 404),
    ("GET", f"{SIMULATIONS}/none", None, 404),
    ("GET", f"{STAGE}/interactionModel/locales/fr-FR", None, 404),
    ("POST", PROFILE, {"utterance": "tea", "multiTurnToken": "none"}, 400),
    ("POST", SETS, {"locale": "fr-FR", "name": "tea"}, 404),
    ("GET", f"{SETS}/none/properties", None, 404),
    ("PUT", f"{SETS}/none/properties", {"name": "tea"}, 404),
    ("DELETE", f"{SETS}/none", None, 404),
    ("POST", f"{SETS}/none/annotations", {"data": []}, 404),
    ("GET", f"{EVALUATIONS}/none", None, 404),
    ("GET", f"{EVALUATIONS}/none/results", None, 404),
    ("GET", f"{SETS}?maxResults=1000", None, 400),
    ("GET", f"{SKILL.replace('00', '11')}/status", None, 404),
)


@pytest.mark.parametrize("number", range(len(REFUSED)))
def test_a_refusal_has_the_specified_status_and_form(number: int, someone: WatchedCaller) -> None:
    method, path, body, status = REFUSED[number]
    if body is None:
        someone.call(method, path)
    else:
        someone.send(method, path, body)
    assert someone.status == status


@pytest.mark.parametrize("path", [SIMULATIONS, PROFILE, SETS, EVALUATIONS, f"{NEWER}/invocations"])
def test_a_body_that_is_none_and_a_missing_token_are_refused_as_specified(path: str) -> None:
    someone = WatchedCaller(service_of(Skill(ask())))
    someone.post(path, {"strange": 1})
    assert someone.status == 400
    someone.token = ""
    someone.post(path, {})
    assert someone.status == 401
    answered = [complaint for complaint in someone.watched.complaints if ": answered: " in complaint]
    assert answered == [], "what was sent is not as specified, but what was answered is"
    assert someone.watched.complaints


def test_turns_that_fail_are_told_as_specified(someone: WatchedCaller) -> None:
    assert someone.say("i want sencha")["status"] == "FAILED"
    assert someone.say("open tea corner", new=True)["status"] == "FAILED"
    assert someone.say("ask tea corner i want sencha")["status"] == "FAILED"


def test_a_skill_that_raises_is_told_as_specified() -> None:
    caller = WatchedCaller(service_of(_broken))
    assert caller.say("open tea corner")["status"] == "FAILED"
    assert caller.post(f"{NEWER}/invocations", ENVELOPE)["status"] == "FAILED"
    assert caller.post(f"{SKILL}/invocations", ENVELOPE)["status"] == "FAILED"
    assert caller.watched.complaints == []


def test_a_conflict_and_too_many_people_are_told_as_specified(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "MOST_PEOPLE", 1)
    begun, go_on = Event(), Event()

    def slow(_event: Json, _context: object) -> object:
        begun.set()
        go_on.wait(10)
        return ask()

    first = Caller(service := service_of(slow))
    thread = Thread(target=first.say, args=("open tea corner",))
    thread.start()
    assert begun.wait(10)
    second = WatchedCaller(service)
    second.say("open tea corner")
    assert second.status == 409
    go_on.set()
    thread.join(10)
    second.token = "somebody else"
    second.say("open tea corner")
    assert second.status == 429
    assert second.watched.complaints == []


def test_dialogs_of_the_profiler_and_pages_of_lists_are_told_as_specified(someone: WatchedCaller) -> None:
    told = someone.post(PROFILE, {"utterance": "book a table for friday"})
    someone.post(PROFILE, {"utterance": "four", "multiTurnToken": told["multiTurn"]["token"]})
    someone.post(PROFILE, {"utterance": "exit"})
    sets = [someone.post(SETS, {"locale": "en-US", "name": "tea"})["id"] for _ in range(2)]
    said = {"inputs": {"utterance": "i want sencha"}, "expected": [{"intent": {"name": "OrderTeaIntent"}}]}
    someone.post(f"{SETS}/{sets[0]}/annotations", {"data": [said, said]})
    body = {"stage": "development", "locale": "en-US", "source": {"annotationId": sets[0]}}
    evaluation, _ = (someone.post(EVALUATIONS, body)["id"] for _ in range(2))
    for place in (SETS, EVALUATIONS, f"{EVALUATIONS}/{evaluation}/results"):
        assert "next" in someone.get(f"{place}?maxResults=1")["_links"]


def test_the_specification_is_really_looked_at(someone: WatchedCaller) -> None:
    operation = someone.watched.specification.operation("POST", SIMULATIONS)
    assert operation
    assert list(someone.watched.specification.of_answer(operation, 200, b'{"id": 5}', ""))
    assert list(someone.watched.specification.of_answer(operation, 200, b'{"name": "5"}', ""))
    assert list(someone.watched.specification.of_answer(operation, 418, b"{}", ""))
    assert list(someone.watched.specification.of_request(operation, {"a": "b"}, b"{}", ""))
    assert someone.watched.specification.operation("PUT", SIMULATIONS) is None
