"""Credentials come from the environment, or from an endpoint that may be asked, and show nowhere."""

import json
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from skill.storage.aws import container
from skill.storage.aws.address import Address
from skill.storage.aws.connections import Connections
from skill.storage.aws.container import ContainerCredentials
from skill.storage.aws.credentials import Credentials, named_credentials
from skill.storage.aws.trouble import BadCredentials, BadGiver, NoAnswerAboutCredentials, NoCredentials
from tests.storage.aws.conftest import Certified
from tests.storage.failing_server import FailingServer, Failure, answer, drip, failing, hang_up, say_nothing

FULL, RELATIVE = "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
TOKEN, TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"
HOUR = 3600
WORDS = "a secret that nobody else may read"


def given(key: str = "key", seconds: float = HOUR, **changes: Any) -> Failure:
    """An endpoint's answer: credentials that last so long from now."""
    ends = datetime.fromtimestamp(time.time() + seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    told = {"AccessKeyId": key, "SecretAccessKey": "secret", "Token": "token", "Expiration": ends}
    return answer(200, told | changes)


def at(server: FailingServer, **more: str) -> dict[str, str]:
    return {FULL: f"{server.endpoint_url}/v1/credentials?id=7", **more}


def soon() -> float:
    return time.monotonic() + 10


def keys(source: ContainerCredentials, times: int) -> list[str]:
    return [source.current(soon()).key for _ in range(times)]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Moves the clock on by so many seconds, for credentials alone."""
    wall, steady = time.time, time.monotonic

    class Moved:
        ahead = 0.0
        time = staticmethod(lambda: wall() + Moved.ahead)
        monotonic = staticmethod(lambda: steady() + Moved.ahead)

    monkeypatch.setattr(container, "time", Moved)

    def move(seconds: float) -> None:
        Moved.ahead += seconds

    return move


def test_credentials_stand_in_the_environment() -> None:
    names = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}
    assert named_credentials(names) == Credentials("key", "secret")
    assert named_credentials({**names, "AWS_SESSION_TOKEN": "token"}) == Credentials("key", "secret", "token")
    assert named_credentials({}) is None


@pytest.mark.parametrize(
    "environment",
    [
        {"AWS_ACCESS_KEY_ID": "key"},
        {"AWS_SECRET_ACCESS_KEY": "secret"},
        {"AWS_ACCESS_KEY_ID": "key\r\nX: y", "AWS_SECRET_ACCESS_KEY": "secret"},
        {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret "},
        {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_SESSION_TOKEN": "tök"},
    ],
)
def test_half_of_them_or_odd_ones_are_refused(environment: Mapping[str, str]) -> None:
    with pytest.raises(BadCredentials) as raised:
        named_credentials(environment)
    assert not raised.value.args


def test_nothing_of_them_is_shown() -> None:
    assert WORDS not in repr(Credentials(WORDS, WORDS, WORDS))


def test_an_endpoint_is_asked_once_and_shown_the_token() -> None:
    with failing(given()) as server:
        source = ContainerCredentials(at(server, **{TOKEN: "permit"}))
        got = source.current(soon())
        assert (got.key, got.secret, got.token) == ("key", "secret", "token")
        assert keys(source, 3) == ["key"] * 3
        (request,) = server.asked
        assert request.path == "/v1/credentials?id=7"
        assert request.headers["Authorization"] == "permit"


def test_a_token_in_a_file_counts_more_and_is_read_each_time(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("first")
    with failing(given()) as server:
        source = ContainerCredentials(at(server, **{TOKEN: "permit", TOKEN_FILE: str(file)}))
        source.current(soon())
        file.write_text("second")
        source.forget()
        source.current(soon())
        assert [request.headers["Authorization"] for request in server.asked] == ["first", "second"]


def test_without_a_token_none_is_shown() -> None:
    with failing(given()) as server:
        ContainerCredentials(at(server)).current(soon())
        assert server.asked[0].headers["Authorization"] is None


def test_a_token_with_a_line_break_is_refused_and_not_sent() -> None:
    with failing(given()) as server:
        with pytest.raises(BadCredentials):
            ContainerCredentials(at(server, **{TOKEN: "permit\r\nX: y"})).current(soon())
        assert not server.asked


def test_credentials_are_fetched_again_before_they_end(clock: Callable[[float], None]) -> None:
    with failing(given("first"), given("second", 2 * HOUR)) as server:
        source = ContainerCredentials(at(server))
        assert keys(source, 1) == ["first"]
        clock(HOUR - 700)
        assert keys(source, 1) == ["first"]
        clock(200)
        assert keys(source, 2) == ["second"] * 2
        assert server.requests == 2


@pytest.mark.parametrize("failure", [answer(500, ""), hang_up, given(AccessKeyId=None)])
def test_an_endpoint_that_fails_is_left_alone_for_a_while_and_asked_again(
    failure: Failure, clock: Callable[[float], None]
) -> None:
    with failing(given("first"), failure, given("second", 2 * HOUR)) as server:
        source = ContainerCredentials(at(server))
        keys(source, 1)
        clock(HOUR - 500)
        assert keys(source, 3) == ["first"] * 3
        assert server.requests == 2
        clock(40)
        assert keys(source, 1) == ["second"]


def test_credentials_that_ended_are_never_used(clock: Callable[[float], None]) -> None:
    with failing(given(), answer(500, "")) as server:
        source = ContainerCredentials(at(server))
        keys(source, 1)
        clock(HOUR + 1)
        for _ in range(2):
            with pytest.raises(NoAnswerAboutCredentials):
                source.current(soon())
        assert server.requests == 3


def test_threads_that_need_credentials_at_once_ask_once() -> None:
    with failing(given()) as server:
        source = ContainerCredentials(at(server))
        with ThreadPoolExecutor(8) as threads:
            assert {got.key for got in threads.map(lambda _: source.current(soon()), range(8))} == {"key"}
        assert server.requests == 1


@pytest.mark.parametrize("failure", [say_nothing, drip])
def test_an_endpoint_that_hangs_is_given_up_in_time(failure: Failure) -> None:
    with failing(failure) as server:
        began = time.monotonic()
        with pytest.raises(TimeoutError):
            ContainerCredentials(at(server)).current(began + 0.3)
        assert time.monotonic() - began < 2
        with pytest.raises(TimeoutError):
            ContainerCredentials(at(server)).current(began + 60)
        assert time.monotonic() - began < 4


def test_a_thread_does_not_wait_for_another_beyond_its_deadline() -> None:
    source = ContainerCredentials({FULL: "http://127.0.0.1:1"})
    with source._lock, pytest.raises(TimeoutError):
        source.current(time.monotonic() + 0.05)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<html>",
        "[]",
        "{}",
        json.dumps({"AccessKeyId": "key", "SecretAccessKey": "secret", "Token": "token"}),
        json.dumps({"AccessKeyId": 7, "SecretAccessKey": "s", "Token": "t", "Expiration": "2100-01-01T00:00:00Z"}),
        json.dumps(
            {"AccessKeyId": "k", "SecretAccessKey": "s", "Token": "t\n", "Expiration": "2100-01-01T00:00:00Z"}
        ),
        json.dumps({"AccessKeyId": "k", "SecretAccessKey": "s", "Token": "t", "Expiration": "tomorrow"}),
        json.dumps({"AccessKeyId": "k", "SecretAccessKey": "s", "Token": "t", "Expiration": 7}),
    ],
)
def test_an_answer_without_credentials_is_refused(content: str) -> None:
    with failing(answer(200, content)) as server, pytest.raises(NoAnswerAboutCredentials):
        ContainerCredentials(at(server)).current(soon())


def test_without_an_endpoint_there_are_no_credentials() -> None:
    with pytest.raises(NoCredentials):
        ContainerCredentials({}).current(soon())


def test_over_tls_any_host_may_be_asked_that_proves_its_name(certified: Certified, bundle: str) -> None:
    with failing(given(), shown=certified()) as server:
        source = ContainerCredentials(at(server, AWS_CA_BUNDLE=bundle))
        assert keys(source, 1) == ["key"]


@pytest.mark.parametrize(
    "environment",
    [
        {FULL: "http://192.0.2.1/"},
        {FULL: "http://example.test/"},
        {FULL: "http://169.254.169.254/"},
        {FULL: "http://127.0.0.1.example.test/"},
        {FULL: "http://127.0.0.1@example.test/"},
        {FULL: "nowhere"},
        {RELATIVE: "@example.test/"},
        {RELATIVE: ":81/"},
        {RELATIVE: ".example.test/"},
        {RELATIVE: "/\r\nX: y"},
    ],
)
def test_no_secret_is_asked_of_strangers(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Connections, "exchange", lambda *_: pytest.fail("somebody was asked"))
    with pytest.raises(BadGiver):
        ContainerCredentials(environment).current(soon())


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({RELATIVE: "/v2/x?y=1"}, (Address(False, "169.254.170.2", 80), "/v2/x?y=1")),
        ({RELATIVE: "/v2", FULL: "http://127.0.0.1:9/"}, (Address(False, "169.254.170.2", 80), "/v2")),
        ({FULL: "http://127.1.2.3:9/v1"}, (Address(False, "127.1.2.3", 9), "/v1")),
        ({FULL: "http://[::1]:9/v1"}, (Address(False, "::1", 9), "/v1")),
        ({FULL: "http://169.254.170.23/v1"}, (Address(False, "169.254.170.23", 80), "/v1")),
        ({FULL: "http://[fd00:ec2::23]/v1"}, (Address(False, "fd00:ec2::23", 80), "/v1")),
        ({FULL: "https://example.test/v1"}, (Address(True, "example.test", 443), "/v1")),
    ],
)
def test_neighbours_and_hosts_over_tls_may_be_asked(
    environment: dict[str, str], expected: tuple[Address, str]
) -> None:
    assert container._endpoint(environment) == expected
