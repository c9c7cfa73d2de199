"""The function on AWS Lambda: what it needs at the start, and what it tells of a turn."""

import io
import json
import logging
import random
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.door import Handler
from skill.errors import CaseCompassError, NotFromAlexa, SettingsWrong, StoreUnavailable
from skill.on_lambda import NEEDED_MILLISECONDS, start
from skill.rehearsal import LOCALES, rehearse
from skill.storage.memory import MemoryStore
from tests.alexa.envelopes import SKILL_ID, envelope, heard, intent, launch
from tests.metric_format import faults, metrics

ROOT = Path(__file__).parent.parent
FUNCTION = {"CASE_COMPASS_SKILL_ID": SKILL_ID, "AWS_LAMBDA_FUNCTION_NAME": "case-compass"}
SNAPSHOT = FUNCTION | {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}
KETTLE = intent("LostPackageIntent", heard("item", "kettle"))
Lines = list[dict[str, Any]]


class Context:
    """What Lambda hands over beside the event."""

    def __init__(self, request_id: str = "8476a536", milliseconds: float = 8000) -> None:
        self.aws_request_id = request_id
        self._milliseconds = milliseconds

    def get_remaining_time_in_millis(self) -> float:
        """What is left of the function's time-out."""
        return self._milliseconds


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """The function sets up logging for its whole process, which here is that of all tests."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def lines(out: io.StringIO) -> Lines:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def logged(out: io.StringIO) -> Lines:
    return [line for line in lines(out) if "_aws" not in line]


def figures(out: io.StringIO) -> Lines:
    """The lines of figures, each of which keeps the rules of its format."""
    found = [line for line in lines(out) if "_aws" in line]
    assert [faults(line) for line in found] == [[]] * len(found)
    return found


def started(environment: dict[str, str]) -> tuple[Handler, io.StringIO]:
    out = io.StringIO()
    return start(environment, out), out


@pytest.mark.parametrize("name", ["case-compass", ""])
def test_without_a_skill_id_nothing_is_answered_anywhere(name: str) -> None:
    with pytest.raises(
        SettingsWrong, match=r"CASE_COMPASS_SKILL_ID is not set: .* Set it in the function's environment"
    ):
        start({"AWS_LAMBDA_FUNCTION_NAME": name}, io.StringIO())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"CASE_COMPASS_STORE": "postgres"}, "CASE_COMPASS_STORE must be"),
        ({"CASE_COMPASS_SKILL_ID": "mine"}, "CASE_COMPASS_SKILL_ID must start with"),
        ({"CASE_COMPASS_SKILL_ID": ""}, "CASE_COMPASS_SKILL_ID is not set"),
    ],
)
def test_a_wrong_setting_is_told_at_the_start_in_letters_that_lambda_can_report(
    wrong: dict[str, str], said: str
) -> None:
    with pytest.raises(SettingsWrong, match=said) as told:
        start(FUNCTION | wrong, io.StringIO())
    # From Python 3.12 on, AWS's client fails on the report of anything that is not Latin-1, and reports nothing.
    assert str(told.value).isascii()


def test_off_lambda_the_handler_is_the_skill_and_writes_nothing() -> None:
    before = logging.getLogger().handlers[:]
    handler, out = started({"CASE_COMPASS_SKILL_ID": SKILL_ID})
    assert "trouble" in handler(envelope(launch()), None)["response"]["outputSpeech"]["ssml"]
    assert out.getvalue() == ""
    assert logging.getLogger().handlers == before


def test_a_turn_is_answered_and_told_in_one_line_of_figures() -> None:
    handler, out = started(FUNCTION)
    answer = handler(envelope(KETTLE), Context("request-7"))
    assert answer["sessionAttributes"]["turn"]["asking"] == "status"
    (line,) = figures(out)
    assert (line["Request"], line["Intent"], line["RequestId"]) == ("IntentRequest", "LostPackageIntent", "request-7")
    assert line["FunctionName"] == "case-compass"
    assert 0 < line["TurnTime"] < 5000
    assert (line["Errors"], line["Refused"], line["StoreFailures"]) == (0, 0, 0)


def test_only_the_first_turn_of_a_process_is_a_cold_start() -> None:
    handler, out = started(FUNCTION)
    for _ in range(3):
        handler(envelope(launch()), Context())
    assert [line["ColdStart"] for line in figures(out)] == [1, 0, 0]


def test_the_outcome_that_is_told_is_a_metric() -> None:
    handler, out = started(FUNCTION)
    rehearse(handler, SKILL_ID)
    told = [metrics(line)["FunctionName", "Outcome"] for line in figures(out) if "Outcome" in line]
    assert told == [{"Told": 1}] * len(LOCALES)
    assert {line["Outcome"] for line in figures(out) if "Outcome" in line} == {"email"}


def test_nothing_that_was_said_is_written() -> None:
    handler, out = started(FUNCTION)
    said = envelope(intent("LostPackageIntent", heard("item", "velvet giraffe")))
    attributes = handler(said, Context())["sessionAttributes"]
    handler(envelope(intent("AMAZON.HelpIntent"), attributes=attributes), Context())
    assert "giraffe" not in out.getvalue()
    assert "amzn1.ask.account" not in out.getvalue()


def test_a_store_that_forgets_with_the_process_is_warned_of() -> None:
    _, out = started(FUNCTION)
    assert [line["message"] for line in logged(out)] == [
        "CASE_COMPASS_STORE names no DynamoDB table: cases are lost whenever Lambda ends a process"
    ]
    _, out = started(FUNCTION | {"CASE_COMPASS_STORE": "dynamodb:cases"})
    assert logged(out) == []


def test_a_request_for_another_skill_is_one_line_and_no_answer() -> None:
    handler, out = started(FUNCTION)
    stranger = envelope(launch())
    stranger["context"]["System"]["application"]["applicationId"] = "amzn1.ask.skill.stranger"
    with pytest.raises(NotFromAlexa, match=r"^the request is for another skill: applicationId$"):
        handler(stranger, Context("r-1"))
    refusals = [line for line in logged(out) if line["logger"] == "skill.on_lambda" and "refused" in line["message"]]
    assert [(line["level"], line["request"]) for line in refusals] == [("WARNING", "r-1")]
    assert [line["Refused"] for line in figures(out)] == [1]
    assert "stranger" not in out.getvalue()


@pytest.mark.parametrize("event", [None, [], "text", 7, {}, {"context": None}, {"context": {"System": []}}])
def test_what_is_no_envelope_is_refused(event: object) -> None:
    handler, out = started(FUNCTION)
    with pytest.raises(NotFromAlexa):
        handler(event, Context())
    assert [(line["Refused"], line["Request"]) for line in figures(out)] == [(1, "other")]


def test_an_apology_counts_as_an_error() -> None:
    handler, out = started(FUNCTION)
    answer = handler(envelope({"type": "Unheard.Of"}), Context())
    assert answer["response"]["outputSpeech"]
    assert [line["Errors"] for line in figures(out)] == [1]
    handler(envelope(launch()), Context())
    assert [line["Errors"] for line in figures(out)] == [1, 0]


def test_a_store_that_is_down_is_counted_and_the_person_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_: object, **__: object) -> None:
        raise StoreUnavailable("down")

    monkeypatch.setattr(MemoryStore, "load", down)
    monkeypatch.setattr(MemoryStore, "save", down)
    handler, out = started(FUNCTION)
    answer = handler(envelope(launch()), Context())
    assert answer["response"]["outputSpeech"]
    (line,) = figures(out)
    assert line["StoreFailures"] >= 1
    assert line["Errors"] >= 1


def test_a_failure_without_an_apology_tells_lambda_nothing_that_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(event: dict[str, Any]) -> dict[str, Any]:
        raise ValueError(event["request"]["intent"]["slots"]["item"]["value"])

    monkeypatch.setattr("skill.alexa.door.apologise", broken)
    monkeypatch.setattr("skill.alexa.handlers.to_turn", broken)
    handler, out = started(FUNCTION)
    with pytest.raises(CaseCompassError) as failed:
        handler(envelope(intent("LostPackageIntent", heard("item", "velvet giraffe"))), Context())
    assert str(failed.value) == "a turn failed; the log says where"
    assert failed.value.__suppress_context__
    assert "giraffe" not in out.getvalue()
    assert any("ValueError in broken" in line["message"] for line in logged(out))
    assert [line["Errors"] for line in figures(out)] == [2]


def test_too_short_a_time_out_is_told_once() -> None:
    handler, out = started(FUNCTION | {"CASE_COMPASS_STORE": "dynamodb:cases"})
    handler(envelope({"type": "Unheard.Of"}), Context(milliseconds=3000))
    handler(envelope({"type": "Unheard.Of"}), Context(milliseconds=3000))
    told = [line["message"] for line in logged(out) if "ms are left" in line["message"]]
    assert told == [f"3000 ms are left and a turn may take {NEEDED_MILLISECONDS:.0f}: let the function have 7 s"]


def test_seven_seconds_are_enough() -> None:
    handler, out = started(FUNCTION)
    handler(envelope(launch()), Context(milliseconds=6950))
    assert not [line for line in logged(out) if "ms are left" in line["message"]]


def test_figures_are_written_at_once() -> None:
    wire = io.BytesIO()
    handler = start(FUNCTION, io.TextIOWrapper(wire, write_through=False))
    handler(envelope(launch()), Context())
    assert b'"TurnTime"' in wire.getvalue()


def test_figures_that_cannot_be_written_cost_no_answer() -> None:
    handler, out = started(FUNCTION)
    out.close()
    assert handler(envelope(launch()), Context())["response"]["outputSpeech"]


def test_before_a_snapshot_all_is_loaded_and_nothing_is_reached(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def no_network(*_: object) -> None:
        raise AssertionError("a connection before the snapshot")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    file = tmp_path / "cases.db"
    _, out = started(SNAPSHOT | {"CASE_COMPASS_STORE": f"sqlite:{file}"})
    assert figures(out) == []
    assert not file.exists()
    assert not [line for line in logged(out) if line["level"] == "ERROR"]


def test_what_was_rehearsed_is_not_kept() -> None:
    handler, _ = started(SNAPSHOT)
    first = handler(envelope(launch()), Context())
    handler_without, _ = started(FUNCTION)
    assert first == handler_without(envelope(launch()), Context())


def test_the_first_turn_after_a_snapshot_counts_as_cold() -> None:
    handler, out = started(SNAPSHOT)
    handler(envelope(launch()), Context())
    handler(envelope(launch()), Context())
    assert [line["ColdStart"] for line in figures(out)] == [1, 0]


def test_copies_of_a_snapshot_do_not_share_their_chance() -> None:
    drawn = []
    for _ in range(2):
        handler, _ = started(SNAPSHOT)
        random.seed(1)  # as two copies of one memory have it
        handler(envelope(launch()), Context())
        drawn.append(random.random())
    random.seed(1)
    assert len({*drawn, random.random()}) == 3


def test_the_rehearsal_reaches_the_card_in_every_locale() -> None:
    installed = sorted(file.stem for file in (ROOT / "interaction_models").glob("*.json"))
    assert list(LOCALES) == installed
    handler, _ = started({"CASE_COMPASS_SKILL_ID": SKILL_ID})
    cards: list[str] = []

    def watched(event: Any, context: Any) -> dict[str, Any]:
        answer = handler(event, context)
        if "card" in answer["response"]:
            cards.append(event["request"]["locale"])
        return answer

    rehearse(watched, SKILL_ID)
    assert cards == installed


LOADED = """
import io, sys
from skill.on_lambda import start
from tests.alexa.envelopes import SKILL_ID, envelope, heard, intent, launch
environment = {"CASE_COMPASS_SKILL_ID": SKILL_ID, "AWS_LAMBDA_FUNCTION_NAME": "f"}
handler = start(environment | {"AWS_LAMBDA_INITIALIZATION_TYPE": sys.argv[1]}, io.StringIO())
before, attributes = set(sys.modules), {}
for request in launch(), intent("DeviceHelpIntent", heard("item", "kindle")), intent("AMAZON.NoIntent"):
    attributes = handler(envelope(request, attributes=attributes), None)["sessionAttributes"]
print(*sorted(set(sys.modules) - before))
"""


@pytest.mark.parametrize(("kind", "loads_later"), [("snap-start", False), ("on-demand", True)])
def test_a_turn_after_a_snapshot_loads_no_module(kind: str, loads_later: bool) -> None:
    command = [sys.executable, "-W", "ignore", "-c", LOADED, kind]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert bool(done.stdout.strip()) is loads_later, done.stdout


def test_the_web_door_is_not_loaded_for_a_snapshot() -> None:
    load = "from skill.rehearsal import load_everything; load_everything(); import sys; print(*sys.modules)"
    command = [sys.executable, "-W", "ignore", "-c", load]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "skill.storage.dynamodb" in loaded
    assert "skill.decision.models.lost_package" in loaded
    assert not loaded & {"flask", "cryptography", "pydantic", "skill.web", "skill.alexa.verifier"}
