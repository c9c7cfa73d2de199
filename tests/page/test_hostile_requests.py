"""What the page's server does not take, and what it says about it."""

import json
from functools import cache
from typing import Any

import pytest
from flask.testing import FlaskClient

from simulator.page.guard import MOST_BYTES
from tests.page.stages import HOST, PORT, client_of, get, post, stage_of, tea_skill
from tests.simulator.tea import Skill, ask


@cache
def client() -> FlaskClient:
    """Of one stage for all tests here, since nothing that they send may do anything to it."""
    return client_of(stage_of(tea_skill(Skill(ask()))))


def refusal(path: str, status: int, method: str = "GET", **request: Any) -> str:
    """What is said about a refused request; there is always something that would help."""
    answer = client().open(path, method=method, **{"base_url": HOST, **request})
    assert answer.status_code == status, answer.text
    error = answer.get_json()["error"]
    assert error["do"]
    says: str = error["says"]
    return says


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", f"localhost.:{PORT}"]
)
def test_another_host_is_refused_for_pages_and_data(host: str) -> None:
    for path in ("/", "/api/world", "/api/events", "/front/index.html"):
        assert "another host" in refusal(path, 400, headers={"Host": host})


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"LocalHost:{PORT}"])
def test_both_names_of_this_machine_are_taken(host: str) -> None:
    assert client().get("/api/world", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", f"https://127.0.0.1:{PORT}", "null", "http://127.0.0.1:1", f"{HOST}.evil.example"],
)
def test_a_line_from_a_page_of_somebody_else_is_not_said(origin: str) -> None:
    says = refusal("/api/lines", 400, "POST", json={"line": "open tea corner"}, headers={"Origin": origin})
    assert "somebody else" in says
    assert get(client(), "/api/turns") == {"turns": []}


def test_a_form_which_any_page_may_send_is_no_json() -> None:
    body = json.dumps({"line": "open tea corner"})
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        assert "JSON" in refusal("/api/lines", 400, "POST", data=body, content_type=kind)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"{", "body:"),
        (b"[]", "body:"),
        (b'{"line": 7}', "line:"),
        (b"{}", "line:"),
        (b'{"line": ""}', "blank"),
        (b'{"line": "\\u001c"}', "blank"),
        (b'{"line": " \\t "}', "blank"),
        (b'{"line": "open\\ntea corner"}', "more than one line"),
        (b'{"line": "open\\u2028tea corner"}', "more than one line"),
        (b'{"line": "open tea corner", "as": "root"}', "as:"),
        (b'{"line": "\\ud800"}', "body:"),
        (b'{"line": "\xff"}', "body:"),
        (b"[" * 100_000, "body:"),
        (json.dumps({"line": "a" * 1001}).encode(), "1000"),
    ],
)
def test_a_body_that_is_not_as_it_should_be_is_explained(body: bytes, says: str) -> None:
    assert says in refusal("/api/lines", 400, "POST", data=body, content_type="application/json")
    assert get(client(), "/api/turns") == {"turns": []}


def test_a_body_says_how_long_it_is() -> None:
    refusal("/api/lines", 411, "POST", content_type="application/json")


def test_a_body_that_is_too_large_is_not_read() -> None:
    large = json.dumps({"line": "a" * MOST_BYTES})
    refusal("/api/lines", 413, "POST", data=large, content_type="application/json")


@pytest.mark.parametrize(
    "line", [":sing", ":later", ":later never", ":locale fr-FR", ":fault reminders 99", ":user a b"]
)
def test_a_command_that_is_none_is_explained_and_is_no_turn(line: str) -> None:
    error = post(client(), "/api/lines", {"line": line}, 400)["error"]
    assert error["says"]
    assert get(client(), "/api/turns") == {"turns": []}


@pytest.mark.parametrize(
    "path", ["/api/nothing", "/front/", "/front/nothing.js", "/front/../app.py", "/front/%2e%2e/app.py"]
)
def test_what_is_not_there_is_404(path: str) -> None:
    refusal(path, 404)


def test_a_wrong_method_is_told() -> None:
    refusal("/api/lines", 405)
    refusal("/api/world", 405, "POST", json={})
    refusal("/api/lines", 400, "OPTIONS", headers={"Origin": "http://evil.example"})


@pytest.mark.parametrize("number", ["-1", "one", "1e9", "9" * 50, "\u0663"])
def test_a_number_of_a_turn_is_written_in_digits(number: str) -> None:
    assert "not the number" in refusal("/api/turns", 400, query_string={"since": number})
    assert "not the number" in refusal(
        "/api/events", 400, headers={"Last-Event-ID": number.encode().decode("latin-1")}
    )


def test_every_answer_forbids_what_the_page_does_not_need() -> None:
    for path in ("/", "/api/world", "/api/nothing"):
        with client().get(path, base_url=HOST) as answer:
            headers = answer.headers
        assert headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-cache"
        assert "Access-Control-Allow-Origin" not in headers
