"""The unpacked package under AWS's own runtime client, in an environment with nothing else."""

import json
import sysconfig
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.alexa.envelopes import envelope, heard, intent, launch
from tests.metric_format import faults
from tests.package.function import Function, running

pytestmark = pytest.mark.real

TALK = (
    launch(),
    intent("LostPackageIntent", heard("item", "kettle"), heard("sold_by", "amazon")),
    intent("TellStatusIntent", heard("status", "stuck")),
    intent("AMAZON.YesIntent"),
)


def talk(function: Function, *requests: dict[str, Any]) -> list[str | None]:
    """Say all of it in one session; the ids of the questions that came back."""
    asking: list[str | None] = []
    attributes: dict[str, Any] = {}
    for request in requests:
        ended = function.api.invoke(envelope(request, attributes=attributes, new=not attributes))
        assert ended.error is None, ended.error
        attributes = ended.answer["sessionAttributes"]
        asking.append(attributes["turn"]["asking"])
    return asking


def content(folder: Path) -> str:
    """A digest of everything in the folder."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return sha256(b"".join(str(file).encode() + file.read_bytes() for file in files)).hexdigest()


def test_a_talk_goes_on_over_several_turns(unpacked: Path, client: Path) -> None:
    with running(unpacked, client) as function:
        assert talk(function, *TALK)[:3] == ["which_problem", "status", "tried"]


def test_every_line_on_the_standard_output_is_json_with_the_invocations_id(unpacked: Path, client: Path) -> None:
    with running(unpacked, client) as function:
        function.api.invoke(envelope(launch()), request_id="11111111-aaaa")
        function.api.invoke(envelope({"type": "Unheard.Of"}), request_id="22222222-bbbb")
        function.finish()
        start, first, error, second = function.lines()
    assert "cases are lost" in start["message"]
    assert (error["level"], error["request"]) == ("ERROR", "22222222-bbbb")
    assert [(line["RequestId"], line["ColdStart"], line["Errors"]) for line in (first, second)] == [
        ("11111111-aaaa", 1, 0),
        ("22222222-bbbb", 0, 1),
    ]
    assert faults(first) == faults(second) == []


def test_a_case_is_found_by_the_next_process_in_dynamodb(unpacked: Path, client: Path, table: dict[str, str]) -> None:
    with running(unpacked, client, **table) as function:
        assert talk(function, *TALK[:2]) == ["which_problem", "status"]
        function.process.kill()
        function.process.wait()
    with running(unpacked, client, **table) as function:
        assert talk(function, launch()) == ["status"]
        function.finish()
        assert [(line["StoreFailures"], line["Errors"]) for line in function.lines()] == [(0, 0)]


def test_a_case_is_found_by_the_next_process_in_sqlite(unpacked: Path, client: Path, tmp_path: Path) -> None:
    store = f"sqlite:{tmp_path / 'cases.db'}"
    with running(unpacked, client, CASE_COMPASS_STORE=store) as function:
        assert talk(function, *TALK[:2]) == ["which_problem", "status"]
    with running(unpacked, client, CASE_COMPASS_STORE=store) as function:
        assert talk(function, launch()) == ["status"]


def test_a_store_that_is_not_there_ends_no_talk(unpacked: Path, client: Path) -> None:
    nowhere = {"CASE_COMPASS_STORE": "dynamodb:cases", "AWS_ENDPOINT_URL_DYNAMODB": "http://127.0.0.1:9"}
    with running(unpacked, client, **nowhere) as function:
        assert talk(function, *TALK[:3]) == ["which_problem", "status", "tried"]
        function.finish()
        told = [line for line in function.lines() if "_aws" in line]
    assert all(line["StoreFailures"] >= 1 for line in told)
    assert all(line["TurnTime"] < 8000 for line in told)


def test_nothing_is_loaded_but_the_package_the_client_and_python(unpacked: Path, client: Path) -> None:
    with running(unpacked, client) as function:
        talk(function, *TALK)
        function.finish()
        files = {name: file for name, file in function.modules().items() if file}
    at_home = (str(unpacked), str(client), sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"))
    assert {name: file for name, file in files.items() if not file.startswith(at_home)} == {}
    assert files["ask_sdk_core"].startswith(str(unpacked))
    assert "site-packages" not in "".join(file for file in files.values() if file)


def test_nothing_is_written_into_the_package(unpacked: Path, client: Path) -> None:
    before = content(unpacked)
    with running(unpacked, client) as function:
        talk(function, *TALK)
        function.finish()
    assert content(unpacked) == before


def test_a_request_for_another_skill_is_an_error_without_an_answer(unpacked: Path, client: Path) -> None:
    stranger = envelope(launch())
    stranger["context"]["System"]["application"]["applicationId"] = "amzn1.ask.skill.stranger"
    with running(unpacked, client) as function:
        ended = function.api.invoke(stranger)
        assert ended.error
        assert (ended.error["errorType"], ended.answer) == ("NotFromAlexa", None)
        assert ended.error["errorMessage"] == "the request is for another skill: applicationId"
        assert talk(function, launch()) == ["which_problem"]


@pytest.mark.parametrize("event", [{}, [], 7, None, "text", {"request": {}}])
def test_an_event_that_is_no_envelope_is_refused_and_the_next_one_answered(
    event: object, unpacked: Path, client: Path
) -> None:
    with running(unpacked, client) as function:
        ended = function.api.invoke(event)
        assert ended.error
        assert ended.error["errorType"] == "NotFromAlexa"
        assert talk(function, launch()) == ["which_problem"]


def test_an_event_that_is_no_json_is_refused_and_the_next_one_answered(unpacked: Path, client: Path) -> None:
    with running(unpacked, client) as function:
        assert function.api.invoke(b'{"half": ').error
        assert talk(function, launch()) == ["which_problem"]


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"CASE_COMPASS_SKILL_ID": ""}, "CASE_COMPASS_SKILL_ID is not set"),
        ({"CASE_COMPASS_SKILL_ID": "my-skill"}, "CASE_COMPASS_SKILL_ID must start with"),
        ({"CASE_COMPASS_STORE": "redis:cases"}, "CASE_COMPASS_STORE must be"),
    ],
)
def test_a_wrong_setting_ends_the_start_with_its_name(
    variables: dict[str, str], said: str, unpacked: Path, client: Path
) -> None:
    with running(unpacked, client, **variables) as function:
        reported = function.api.init_errors.get(timeout=20)
        assert function.process.wait(timeout=10) == 1
    assert reported["errorType"] == "SettingsWrong"
    assert said in reported["errorMessage"]


def test_a_time_out_that_is_too_short_is_told_in_the_log(unpacked: Path, client: Path) -> None:
    with running(unpacked, client) as function:
        function.api.invoke(envelope(launch()), seconds=3)
        function.finish()
        assert [line for line in function.lines() if "let the function have 7 s" in line.get("message", "")]


def test_a_killed_process_loses_one_turn_and_the_next_process_answers(unpacked: Path, client: Path) -> None:
    with running(unpacked, client) as function:
        talk(function, launch())
        function.process.kill()
        function.process.wait()
    with running(unpacked, client) as function:
        assert talk(function, launch()) == ["which_problem"]


def test_after_a_snapshot_a_turn_loads_nothing_and_is_answered(
    unpacked: Path, client: Path, table: dict[str, str]
) -> None:
    with running(unpacked, client, **table, AWS_LAMBDA_INITIALIZATION_TYPE="snap-start") as function:
        function.api.wake.clear()
        assert function.api.restored.wait(20)
        assert not [line for line in function.lines() if "_aws" in line]
        function.api.wake.set()
        assert function.api.idle.wait(20)
        before = function.modules()
        assert talk(function, *TALK)[:3] == ["which_problem", "status", "tried"]
        function.finish()
        told = [line for line in function.lines() if "_aws" in line]
        assert function.modules().keys() - before.keys() == set()
    assert [(line["ColdStart"], line["StoreFailures"]) for line in told] == [(1, 0), (0, 0), (0, 0), (0, 0)]
    assert function.api.init_errors.empty()


def test_a_wrong_setting_stops_a_snapshot(unpacked: Path, client: Path) -> None:
    wrong = {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start", "CASE_COMPASS_SKILL_ID": ""}
    with running(unpacked, client, **wrong) as function:
        assert function.api.init_errors.get(timeout=20)["errorType"] == "SettingsWrong"


def test_nothing_that_was_said_is_written_anywhere(unpacked: Path, client: Path) -> None:
    with running(unpacked, client) as function:
        talk(function, intent("LostPackageIntent", heard("item", "velvet giraffe")))
        function.api.invoke(envelope(intent("LostPackageIntent", heard("item", "velvet giraffe")) | {"timestamp": 7}))
        function.finish()
        assert "giraffe" not in function.written()
        assert "amzn1.ask.account" not in function.written()


def test_the_answer_is_what_the_skill_answers_in_this_process(unpacked: Path, client: Path) -> None:
    from skill.bootstrap import build_skill
    from skill.settings import Settings

    here = build_skill(Settings())
    with running(unpacked, client) as function:
        attributes: dict[str, Any] = {}
        for request in TALK:
            said = envelope(request, attributes=attributes)
            answer = function.api.invoke(said).answer
            assert answer == json.loads(json.dumps(here(said, None)))
            attributes = answer["sessionAttributes"]
