"""A few thousand inputs in the suite; `make fuzz` throws a million. And the fuzzer finds what it is there to find."""

import json
import logging
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.doors import DOORS, Outcome
from tests.fuzz.expected import faults
from tests.fuzz.findings import CORPUS, Finding, read, write
from tests.fuzz.inputs import Input, any_input
from tests.fuzz.logs import Watcher
from tests.fuzz.run import run, watched
from tests.fuzz.shrink import shrunk
from tests.fuzz.structure import PRIVATE
from tests.fuzz.summary import MOST_GROWN_KB, told

ROOT = Path(__file__).parents[2]
INPUTS = 2_000
SPEECH = {"outputSpeech": {"type": "PlainText", "text": "Hello."}, "shouldEndSession": True}
SECONDS = 0.01


class Broken:
    """A door that always fails."""

    def knock(self, thrown: Input) -> Outcome:  # noqa: ARG002 - a door's signature
        return Outcome(500, b"", "", SECONDS)


class Growing:
    """A door that keeps what it got, many times over."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    def knock(self, thrown: Input) -> Outcome:  # noqa: ARG002 - a door's signature
        self.kept.append(bytes(range(256)) * 32)
        return Outcome(400, b"", "", SECONDS)


def answered(response: object, status: int | None = 200) -> Outcome:
    return Outcome(status, json.dumps({"version": "1.0", "response": response}).encode(), "", SECONDS)


def wrong(outcome: Outcome, thrown: Input = Input(b"{}"), logged: Watcher | None = None) -> list[str]:  # noqa: B008
    return [*faults(thrown, outcome, logged or Watcher())]


def program(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """The program in a process of its own, where the SDK can be made light and nobody else takes memory."""
    command = [sys.executable, "-m", "tests.fuzz", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


def test_thousands_of_inputs_get_a_legal_answer_or_400_and_the_process_does_not_grow(tmp_path: Path) -> None:
    ran = program("--inputs", str(INPUTS), "--seed", "20", "--findings", str(tmp_path))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert f"{INPUTS} inputs" in ran.stdout


def test_what_was_found_once_is_right_now_with_the_light_sdk_too() -> None:
    ran = program("--again", str(CORPUS))
    assert (ran.returncode, ran.stdout) == (0, "nothing is wrong\n"), ran.stdout + ran.stderr


def test_a_door_that_fails_is_found_and_written(tmp_path: Path) -> None:
    [*_, summary] = run({"broken": Broken()}, 30, seed=1)
    assert summary.found.total() == 30
    assert all(kind.startswith("broken: the status is #") for kind in summary.found)
    assert [read(write(tmp_path, finding)) for finding in summary.findings] == summary.findings
    assert "findings: 30" in told(summary)


def test_a_door_that_grows_is_found() -> None:
    [*_, summary] = run({"growing": Growing()}, 3_000, seed=1)
    assert summary.grown_kilobytes > MOST_GROWN_KB


def test_inputs_reach_the_skill_and_every_rule_of_the_verifier() -> None:
    [*_, summary] = run({"web": DOORS["web"]()}, 1_000, seed=21)
    assert summary.statuses["web 200"] > 500
    assert {"headers", "certificate address", "signature", "envelope", "timestamp"} <= set(summary.refused)


def test_the_same_seed_makes_the_same_inputs() -> None:
    first, second = ([any_input(chance) for _ in range(50)] for chance in (Random(5), Random(5)))
    assert first == second
    assert len({thrown.body for thrown in first}) == 50


def test_a_legal_answer_is_right() -> None:
    assert wrong(answered(SPEECH)) == []
    assert wrong(Outcome(400, b"", "", SECONDS)) == []


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        (Outcome(500, b"", "", SECONDS), "the status is 500"),
        (Outcome(404, b"", "", SECONDS), "the status is 404"),
        (Outcome(400, b"because", "", SECONDS), "a refusal says something"),
        (Outcome(None, b"", "KeyError: 'x'", SECONDS), "the door raised KeyError"),
        (Outcome(400, b"", "", 1.2), "it took 1.2 s"),
        (Outcome(200, b"\xff", "", SECONDS), "not JSON in UTF-8"),
        (Outcome(200, b'{"response": NaN}', "", SECONDS), "NaN is no JSON"),
        (Outcome(200, b"[]", "", SECONDS), "no object"),
        (Outcome(200, b'{"response": {}, "sessionAttributes": [1]}', "", SECONDS), "attributes are no object"),
        (answered({"outputSpeech": {"type": "SSML", "ssml": "<speak>&</speak>"}}), "ssml-malformed"),
        (answered(SPEECH | {"shouldEndSession": False}), "open-without-reprompt"),
        (answered({"card": {"type": "Poster"}}), "card-shape"),
    ],
)
def test_what_may_not_be_is_found(outcome: Outcome, says: str) -> None:
    assert [fault for fault in wrong(outcome) if says in fault], wrong(outcome)


def test_a_private_word_in_the_log_is_found() -> None:
    with watched() as watcher:
        logging.getLogger("skill.x").info("heard %s", PRIVATE)
        assert [fault for fault in wrong(answered(SPEECH), logged=watcher) if "private" in fault]


def test_an_apology_to_a_genuine_envelope_is_found() -> None:
    with watched() as watcher:
        logging.getLogger("skill.x").error("a request could not be handled: KeyError in f (/skill/x.py:1)")
        assert [
            fault for fault in wrong(answered(SPEECH), Input(b"{}", genuine=True), watcher) if "KeyError" in fault
        ]
        assert wrong(answered(SPEECH), Input(b"{}"), watcher) == []
        assert watcher.faults == {"KeyError in f (x.py:1)": 1}


def test_a_genuine_envelope_that_is_refused_is_found() -> None:
    assert wrong(Outcome(400, b"", "", SECONDS), Input(b"{}", genuine=True)) == [
        "a genuine envelope has the status 400"
    ]


def test_a_finding_is_written_and_read(tmp_path: Path) -> None:
    for body in (b'{"a": "\xc3\x9f"}', b"\xff\x00"):
        finding = Finding("web", "the status is 500", Input(body, {"Signature-256": "x"}, '{"version": 2}', True))
        assert read(write(tmp_path, finding)) == finding


def test_a_finding_is_made_smaller_while_it_stays_wrong() -> None:
    thrown = Input(json.dumps({"a": {"b": [1, {"bad": 1}], "c": 2}, "d": 3}).encode(), {"x": "y"}, "kept")
    small = shrunk(thrown, lambda candidate: b"bad" in candidate.body)
    assert small == Input(b'{"a": {"b": [{"bad": 1}]}}')
