"""The HTTP under the SDK's service clients: where it goes, whom it trusts, how long it waits and what it reads."""

import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path

import pytest
from ask_sdk_model.services import ApiClientRequest, ApiClientResponse
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from skill.alexa.api_client import LIMIT_BYTES, BoundedApiClient
from tests.alexa.hung_servers import (
    Answer,
    Server,
    answering,
    babbling,
    dripping_body,
    dripping_head,
    endless,
    full,
    nobody,
    serving,
    silent,
)
from tests.web.pki import Authority, ec_key, pem

BUDGET = 0.2
SLACK = 1.0


def call(
    url: str, seconds: float = 10.0, *, body: object = None, trust: ssl.SSLContext | None = None
) -> ApiClientResponse:
    """The answer to one request."""
    method = "GET" if body is None else "POST"
    request = ApiClientRequest(headers=[("Authorization", "Bearer t")], body=body, url=url, method=method)
    return BoundedApiClient(seconds, trust=trust).invoke(request)


def test_a_request_is_sent_as_it_is_and_the_answer_comes_back() -> None:
    with serving(answering(418, {"a": "ü"}, "X-Kind: tea")) as server:
        answer = call(f"{server.url}/v1/x?y=%20z", body={"text": "ä"})
    assert (answer.status_code, answer.body) == (418, '{"a": "\\u00fc"}')
    assert ("X-Kind", "tea") in answer.headers
    head, _, body = server.asked[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /v1/x?y=%20z HTTP/1.1\r\n")
    assert b"Authorization: Bearer t" in head
    assert b"Connection: close" in head
    assert body == b'{"text": "\\u00e4"}'


def test_as_much_as_the_limit_is_read_and_no_more() -> None:
    with serving(answering(200, b"x" * LIMIT_BYTES)) as server:
        assert len(call(server.url).body) == LIMIT_BYTES
    for too_much in (answering(200, b"x" * (LIMIT_BYTES + 1)), endless):
        with serving(too_much) as server, pytest.raises(OSError, match=f"more than {LIMIT_BYTES} bytes"):
            call(server.url)


@pytest.mark.parametrize(
    "url",
    [
        "http://api.invalid",
        "http://192.0.2.1",
        "http://127.0.0.1.api.invalid",
        "http://localhost.api.invalid",
        "https://api.invalid:8443",
        "https://api.invalid:80",
        "https://api.invalid:0",
        "https://api.invalid:port",
        "https://user@api.invalid",
        "https://user:word@api.invalid",
        "https://@api.invalid",
        "https://api.invalid@127.0.0.1",
        "http://user@127.0.0.1",
        "https://",
        "https:///path",
        "ftp://api.invalid",
        "file:///etc/hostname",
        "//api.invalid",
        "api.invalid",
        "",
    ],
)
def test_an_address_that_is_not_plainly_a_service_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = look_ups(monkeypatch)
    with pytest.raises(ValueError, match=r"service|[Pp]ort"):
        call(url)
    assert looked_up == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_may_be_called_without_tls(host: str) -> None:
    with serving(answering(200, {})) as server:
        assert call(f"http://{host}:{server.port}/").status_code == 200


@pytest.mark.parametrize(("host", "name"), [("127.8.9.10", "127.8.9.10"), ("[::1]", "::1")])
def test_this_machine_has_many_addresses(host: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = look_ups(monkeypatch)
    with pytest.raises(socket.gaierror):
        call(f"http://{host}:8080/")
    assert looked_up == [(name, 8080)]


@pytest.mark.parametrize("url", ["https://api.invalid/x", "https://API.invalid:443/x"])
def test_a_service_is_called_on_the_port_of_https(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = look_ups(monkeypatch)
    with pytest.raises(socket.gaierror):
        call(url)
    assert looked_up == [("api.invalid", 443)]


def look_ups(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """The hosts and ports that are looked up from now on, none of which is found."""
    asked: list[tuple[str, int]] = []

    def nowhere(host: str, port: int, *_: object, **__: object) -> None:
        asked.append((host, port))
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    return asked


class Tls:
    """What a server shows and what a client of it trusts; the name on the certificate is ``localhost``."""

    def __init__(self, folder: Path) -> None:
        root, key = Authority.root(), ec_key("server")
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (folder / "server.pem").write_bytes(pem(root.issue(("localhost",), key=key)) + secret)
        self.shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.shown.load_cert_chain(folder / "server.pem")
        self.trust = ssl.create_default_context(cadata=pem(root.certificate).decode())


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Tls:
    return Tls(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def safe(tls: Tls) -> Iterator[Server]:
    with serving(answering(200, "safe"), tls.shown) as server:
        yield server


def test_a_server_that_is_vouched_for_is_asked(safe: Server, tls: Tls) -> None:
    assert call(f"https://localhost:{safe.port}/", trust=tls.trust).body == '"safe"'


def test_a_server_that_nobody_vouches_for_is_not_asked(safe: Server) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        call(f"https://localhost:{safe.port}/")
    assert safe.asked == []


def test_a_server_of_another_name_is_not_asked(safe: Server, tls: Tls) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        call(f"https://127.0.0.1:{safe.port}/", trust=tls.trust)
    assert safe.asked == []


@pytest.mark.parametrize("answer", [silent, dripping_head, dripping_body])
def test_a_hanging_service_is_left_in_time_over_tls_too(answer: Answer, tls: Tls) -> None:
    with serving(answer, tls.shown) as server:
        assert_left_in_time(f"https://localhost:{server.port}/", tls.trust)


def test_a_service_that_never_shakes_hands_is_left_in_time(tls: Tls) -> None:
    with full() as url:
        assert_left_in_time(url.replace("http://127.0.0.1", "https://localhost"), tls.trust)
    with serving(silent) as server:
        assert_left_in_time(f"https://localhost:{server.port}/", tls.trust)


def test_a_name_that_is_looked_up_for_ever_is_left_in_time_and_nothing_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    look_up, found = socket.getaddrinfo, threading.Event()

    def slowly(*asked: object, **more: object) -> object:
        found.wait(5)
        return look_up(*asked, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", slowly)
    with serving(answering(200, {})) as server:
        assert_left_in_time(server.url, None)
        found.set()
        assert_nothing_is_left_running()
    assert server.asked == []


@pytest.mark.parametrize("answer", [silent, dripping_head, dripping_body])
def test_the_thread_that_was_left_behind_ends_soon(answer: Answer) -> None:
    with serving(answer) as server:
        assert_left_in_time(server.url, None)
        assert_nothing_is_left_running()


def test_what_is_no_answer_is_raised() -> None:
    with serving(babbling) as server, pytest.raises(HTTPException):
        call(server.url)
    with nobody() as url, pytest.raises(ConnectionRefusedError):
        call(url)


def test_nothing_is_loaded_before_the_first_call() -> None:
    loaded = "import sys, skill.alexa.services; print({'http.client', 'ssl', 'requests'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", loaded], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "set()"


def assert_left_in_time(url: str, trust: ssl.SSLContext | None) -> None:
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        call(url, BUDGET, trust=trust)
    assert BUDGET - 0.05 < time.monotonic() - began < BUDGET + SLACK


def assert_nothing_is_left_running() -> None:
    for thread in threading.enumerate():
        if thread.name == "within":
            thread.join(SLACK)
            assert not thread.is_alive()
