"""Who is let in, and what becomes of calls that are none."""

import http.client
import json
import time
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.envelope import SKILL_ID
from simulator.errors import OptionWrong
from simulator.smapi.app import MOST_BYTES, create_app
from simulator.smapi.server import address_of, listen, running
from tests.simulator.tea import Skill, ask
from tests.smapi.calls import EVALUATIONS, NEWER, SETS, SIMULATIONS, SKILL, STAGE, caller, service_of

STATUS = f"{SKILL}/status"


@pytest.mark.parametrize("token", ["Bearer abc", "bearer abc", "abc", "Atza|stub"])
def test_any_token_is_taken_with_bearer_and_without(token: str) -> None:
    someone = caller(Skill(ask()))
    someone.token = token
    someone.get(STATUS)
    assert someone.status == 200


@pytest.mark.parametrize("token", ["", "Bearer", "Bearer  "])
def test_without_a_token_nobody_is_let_in(token: str) -> None:
    someone = caller(Skill(ask()))
    someone.token = token
    assert "token" in someone.get(STATUS)["message"]
    assert someone.status == 401


@pytest.mark.parametrize("host", ["127.0.0.1:8103", "localhost", "localhost:1"])
def test_this_machine_may_be_named_as_the_host(host: str) -> None:
    someone = caller(Skill(ask()))
    someone.get(STATUS, Host=host)
    assert someone.status == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "[::1]"])
def test_a_call_for_another_host_is_refused_so_that_no_page_can_reach_the_service(host: str) -> None:
    skill = Skill(ask())
    someone = caller(skill)
    said = json.dumps({"input": {"content": "open tea corner"}, "device": {"locale": "en-US"}}).encode()
    assert "message" in someone.call("POST", SIMULATIONS, said, Host=host)
    assert someone.status == 400
    assert skill.seen == []


@pytest.mark.parametrize(
    "path",
    [
        "/v1/skills/amzn1.ask.skill.other/status",
        "/v2/skills/amzn1.ask.skill.other/stages/development/simulations/1",
        f"/v1/skills/{SKILL_ID}/stages/live/manifest",
        f"/v2/skills/{SKILL_ID}/stages/certified/simulations/1",
        f"/v1/skills/{SKILL_ID}/nowhere",
        "/",
    ],
)
def test_what_is_not_there_is_not_found(path: str) -> None:
    someone = caller(Skill(ask()))
    assert set(someone.get(path)) == {"message"}
    assert someone.status == 404


def test_a_method_that_a_place_does_not_take_is_refused() -> None:
    someone = caller(Skill(ask()))
    assert set(someone.call("PUT", STATUS)) == {"message"}
    assert someone.status == 405


HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"{",
    "no UTF-8": b'{"input": "\xff"}',
    "a list": b"[]",
    "a number": b"1",
    "NaN": b'{"input": {"content": NaN}, "device": {"locale": "en-US"}}',
    "very deep": b"[" * 100_000,
    "no utterance": b'{"device": {"locale": "en-US"}}',
    "a blank utterance": b'{"input": {"content": " \\n"}, "device": {"locale": "en-US"}}',
    "a long utterance": b'{"input": {"content": "%s"}, "device": {"locale": "en-US"}}' % (b"a" * 1001),
    "half a character": b'{"input": {"content": "\\ud800"}, "device": {"locale": "en-US"}}',
    "an unknown key": b'{"input": {"content": "a"}, "device": {"locale": "en-US"}, "sesion": {}}',
    "an unknown mode": b'{"input": {"content": "a"}, "device": {"locale": "en-US"}, "session": {"mode": "OLD"}}',
    "a number for a text": b'{"input": {"content": 5}, "device": {"locale": "en-US"}}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_body_that_is_none_is_refused_with_what_is_wrong(name: str) -> None:
    skill = Skill(ask())
    someone = caller(skill)
    refused = someone.call("POST", SIMULATIONS, HOSTILE[name], content_type="application/json")
    assert someone.status == 400
    assert set(refused) <= {"message", "violations"}
    assert all(set(violation) == {"message"} for violation in refused.get("violations", []))
    assert skill.seen == []


def test_a_violation_names_the_place() -> None:
    refused = caller(Skill(ask())).post(SIMULATIONS, {"input": {}, "device": {"locale": 1}})
    assert [violation["message"].partition(":")[0] for violation in refused["violations"]] == [
        "input.content",
        "device.locale",
    ]


def test_a_body_that_is_too_large_is_not_read() -> None:
    someone = caller(Skill(ask()))
    assert set(someone.call("POST", SIMULATIONS, b" " * (MOST_BYTES + 1))) == {"message"}
    assert someone.status == 413


PLACES = [
    ("POST", SIMULATIONS),
    ("POST", f"{NEWER}/invocations"),
    ("POST", f"{SKILL}/invocations"),
    ("POST", f"{STAGE}/interactionModel/locales/en-US/profileNlu"),
    ("POST", SETS),
    ("PUT", f"{SETS}/1/properties"),
    ("POST", f"{SETS}/1/annotations"),
    ("POST", EVALUATIONS),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(PLACES),
    JSON | st.fixed_dictionaries({"input": JSON, "device": JSON, "name": JSON, "utterance": JSON}),
)
def test_whatever_is_sent_the_answer_is_never_an_error_of_the_server(place: tuple[str, str], body: Any) -> None:
    someone = caller(Skill(ask()))
    answer = someone.call(*place, json.dumps(body).encode(), content_type="application/json")
    assert 400 <= someone.status < 500
    assert set(answer) <= {"message", "violations"}


def test_the_service_listens_on_this_machine_alone_and_answers_without_waiting() -> None:
    with running(create_app(service_of(Skill(ask())))) as address:
        assert address.startswith("http://127.0.0.1:")
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=5)
        times = [_seconds(connection) for _ in range(20)]
        connection.close()
    assert median(times) < 0.03, "delayed acknowledgements would cost 40 ms"


def _seconds(connection: http.client.HTTPConnection) -> float:
    started = time.perf_counter()
    connection.request("GET", STATUS, headers={"Authorization": "a"})
    answer = connection.getresponse()
    assert answer.status == 200
    answer.read()
    return time.perf_counter() - started


def test_a_port_that_is_taken_is_said_so() -> None:
    app = create_app(service_of(Skill(ask())))
    with listen(app, 0) as server:
        taken = int(address_of(server).rpartition(":")[2])
        with pytest.raises(OptionWrong, match=str(taken)):
            listen(app, taken)
    listen(app, taken).server_close()
