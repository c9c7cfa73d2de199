"""The door on a real socket: what a server does with paths, methods, sizes, times and lies about them."""

import http.client
import json
import socket
import time
from collections.abc import Iterator
from threading import Event, Thread
from typing import Any

import pytest

from skill.web import app
from skill.web.app import BODY_LIMIT_BYTES
from skill.web.door import WebDoor
from skill.web.serving import HEADER_LIMIT_BYTES
from tests.web.conftest import ANSWER, Handler
from tests.web.serving import serving
from tests.web.signing import Signer

Answer = tuple[int, str | None, bytes]


@pytest.fixture
def port(door: WebDoor) -> Iterator[int]:
    with serving(door) as port:
        yield port


def ask(port: int, method: str, path: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=8)
    connection.request(method, path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def post(port: int, body: bytes, headers: list[tuple[str, str]]) -> Answer:
    """Post exactly these headers, repeated ones repeated."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=8)
    connection.putrequest("POST", "/alexa")
    for name, value in headers:
        connection.putheader(name, value)
    connection.endheaders(body)
    response = connection.getresponse()
    answer = response.status, response.getheader("Content-Type"), response.read()
    connection.close()
    return answer


def sized(headers: dict[str, str], body: bytes) -> list[tuple[str, str]]:
    return [*headers.items(), ("Content-Length", str(len(body)))]


def raw(port: int, sent: bytes, seconds: float = 8) -> bytes:
    """All that comes back for these bytes until the server closes."""
    came = b""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as line:
        line.sendall(sent)
        while piece := line.recv(65536):
            came += piece
    return came


def test_a_signed_request_is_answered_with_json(port: int, signer: Signer, handler: Handler) -> None:
    body = signer.body({"said": "Größe, 東京"})
    status, content_type, answer = post(port, body, sized(signer.headers(body), body))
    assert (status, content_type, json.loads(answer)) == (200, "application/json;charset=UTF-8", ANSWER)
    assert handler.heard == [json.loads(body)]


@pytest.mark.parametrize(
    "content_type", ["application/x-www-form-urlencoded", "multipart/form-data", "", "text/plain"]
)
def test_the_body_is_read_raw_whatever_its_content_type(port: int, signer: Signer, content_type: str) -> None:
    body = signer.body()
    headers = {**signer.headers(body), "Content-Type": content_type}
    assert post(port, body, sized(headers, body))[0] == 200


def test_many_requests_may_come_on_one_connection(port: int, signer: Signer, handler: Handler) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=8)
    for _ in range(5):
        body = signer.body()
        connection.request("POST", "/alexa", body, signer.headers(body))
        assert connection.getresponse().read()
    connection.close()
    assert len(handler.heard) == 5


def test_an_unsigned_request_is_refused(port: int, signer: Signer, handler: Handler) -> None:
    body = signer.body()
    status, _, answer = post(port, body, sized({}, body))
    assert (status, answer) == (400, b"")
    assert handler.heard == []


@pytest.mark.parametrize("header", ["SignatureCertChainUrl", "Signature-256"])
def test_a_repeated_header_is_refused(port: int, signer: Signer, handler: Handler, header: str) -> None:
    body = signer.body()
    headers = signer.headers(body)
    status, _, answer = post(port, body, [*sized(headers, body), (header.lower(), headers[header])])
    assert (status, answer) == (400, b"")
    assert handler.heard == []


def test_health_needs_no_signature_and_tells_nothing(port: int, handler: Handler) -> None:
    answer, body = ask(port, "GET", "/healthz")
    assert (answer.status, body) == (200, b"ok\n")
    assert ask(port, "GET", "/readyz")[1] == b"ready\n"
    assert handler.heard == []


def test_head_is_answered_as_get_without_a_body(port: int) -> None:
    answer, body = ask(port, "HEAD", "/healthz")
    assert (answer.status, body) == (200, b"")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/alexa", 405),
        ("PUT", "/alexa", 405),
        ("POST", "/healthz", 405),
        ("POST", "/", 404),
        ("POST", "/alexa/", 404),
        ("POST", "//alexa", 404),
        ("GET", "/static/x", 404),
    ],
)
def test_any_other_path_or_method_is_answered_with_its_status_alone(
    port: int, method: str, path: str, status: int
) -> None:
    answer, body = ask(port, method, path)
    assert (answer.status, body) == (status, b"")
    assert (answer.getheader("allow") is not None) is (status == 405)


def test_a_body_of_the_limit_is_read(port: int, signer: Signer) -> None:
    body = signer.body().ljust(BODY_LIMIT_BYTES)
    assert post(port, body, sized(signer.headers(body), body))[0] == 200


@pytest.mark.parametrize("told", ["262145", "10485760", "9" * 30])
def test_a_body_that_is_said_to_be_too_large_is_refused_before_it_comes(
    port: int, signer: Signer, handler: Handler, told: str
) -> None:
    head = "".join(f"{name}: {value}\r\n" for name, value in signer.headers(b"").items())
    began = time.monotonic()
    came = raw(port, f"POST /alexa HTTP/1.1\r\nHost: x\r\n{head}Content-Length: {told}\r\n\r\n".encode())
    assert came.startswith(b"HTTP/1.1 400 ")
    assert time.monotonic() - began < 3
    assert (handler.heard, signer.fetched) == ([], [])


def test_a_signed_body_in_chunks_is_answered(port: int, signer: Signer, handler: Handler) -> None:
    body = signer.body()
    chunks = b"%x\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (10, body[:10], len(body) - 10, body[10:])
    status, _, _ = post(port, chunks, [*signer.headers(body).items(), ("Transfer-Encoding", "chunked")])
    assert status == 200
    assert handler.heard == [json.loads(body)]


@pytest.mark.parametrize(
    "chunks",
    [b"not a size\r\n", b"-1\r\n", b"%x\r\n%b\r\n0\r\n\r\n" % (BODY_LIMIT_BYTES + 1, b" " * (BODY_LIMIT_BYTES + 1))],
    ids=["no size", "a negative size", "too large"],
)
def test_a_body_in_bad_chunks_is_refused(port: int, signer: Signer, handler: Handler, chunks: bytes) -> None:
    headers = [*signer.headers(b"").items(), ("Transfer-Encoding", "chunked")]
    status, _, answer = post(port, chunks, headers)
    assert (status, answer) == (400, b"")
    assert handler.heard == []


def test_chunks_without_end_are_refused_for_their_size(
    port: int, signer: Signer, caplog: pytest.LogCaptureFixture
) -> None:
    body = signer.body().ljust(BODY_LIMIT_BYTES + 1)
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    assert post(port, chunks, [*signer.headers(body).items(), ("Transfer-Encoding", "chunked")])[0] == 400
    assert f"refused: body: it is larger than {BODY_LIMIT_BYTES} bytes" in caplog.messages


def test_a_place_is_free_again_when_its_request_is_answered(door: WebDoor, signer: Signer) -> None:
    body = signer.body()
    with serving(door, threads=1) as port:
        assert {post(port, body, sized(signer.headers(body), body))[0] for _ in range(10)} == {200}


@pytest.mark.parametrize("missing", [1, 20])
def test_a_body_that_breaks_off_is_refused(port: int, signer: Signer, handler: Handler, missing: int) -> None:
    """Even when all that was signed has come, and only what was told of its length was more."""
    body = signer.body()
    headers = [*signer.headers(body).items(), ("Content-Length", str(len(body) + missing))]
    head = "".join(f"{name}: {value}\r\n" for name, value in headers)
    with socket.create_connection(("127.0.0.1", port), timeout=8) as line:
        line.sendall(f"POST /alexa HTTP/1.1\r\nHost: x\r\n{head}\r\n".encode() + body)
        line.shutdown(socket.SHUT_WR)
        assert line.recv(1000).split(b" ")[:2] in ([b"HTTP/1.1", b"400"], [b""])
    assert handler.heard == []


def test_who_sends_a_body_slowly_is_turned_away_in_time_and_holds_up_nobody(
    port: int, signer: Signer, handler: Handler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "BODY_SECONDS", 0.7)
    head = "".join(f"{name}: {value}\r\n" for name, value in sized(signer.headers(b""), b" " * 1000))
    slow = [socket.create_connection(("127.0.0.1", port), timeout=8) for _ in range(50)]
    for line in slow:
        line.sendall(f"POST /alexa HTTP/1.1\r\nHost: x\r\n{head}\r\n ".encode())
    body = signer.body()
    assert post(port, body, sized(signer.headers(body), body))[0] == 200
    for line in slow:
        assert line.recv(1000).startswith(b"HTTP/1.1 400 ")
        line.close()
    assert len(handler.heard) == 1


def test_headers_over_the_limit_are_refused(port: int, handler: Handler) -> None:
    came = raw(
        port, b"POST /alexa HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * (HEADER_LIMIT_BYTES + 5000) + b"\r\n\r\n"
    )
    assert came.startswith((b"HTTP/1.1 431 ", b"HTTP/1.1 400 "))
    assert came.endswith(b"\r\n\r\n")
    assert handler.heard == []


def test_nothing_but_http_is_spoken(port: int) -> None:
    upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=8) as line:
        line.sendall(f"GET /alexa HTTP/1.1\r\nHost: x\r\n{upgrade}\r\n".encode())
        assert line.recv(1000).startswith(b"HTTP/1.1 405 ")


@pytest.mark.parametrize(
    ("trusts_proxy", "forwarded", "client"),
    [
        (True, "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (True, None, "127.0.0.1:"),
        (True, "x" * 500, "x" * 64),
        (False, "203.0.113.7", "127.0.0.1:"),
    ],
)
def test_who_was_refused_is_whom_the_proxy_saw_where_there_is_one(
    door: WebDoor, caplog: pytest.LogCaptureFixture, trusts_proxy: bool, forwarded: str | None, client: str
) -> None:
    headers = [("Content-Length", "0")] + ([("X-Forwarded-For", forwarded)] if forwarded else [])
    with serving(door, trusts_proxy=trusts_proxy) as port:
        assert post(port, b"", headers)[0] == 400
    [record] = [record for record in caplog.records if record.getMessage().startswith("refused: ")]
    seen = vars(record)["facts"]["client"]
    assert seen.startswith(client)
    assert len(seen) <= 64


class Stuck(Handler):
    """A skill whose store hangs until it is let."""

    let = Event()

    def __call__(self, event: dict[str, Any], context: object) -> dict[str, Any]:
        assert self.let.wait(10)
        return super().__call__(event, context)


def test_when_all_threads_are_stuck_more_wait_and_the_rest_is_told_to_come_again(signer: Signer) -> None:
    handler = Stuck()
    handler.let.clear()
    statuses: list[int] = []

    def knock(port: int) -> None:
        body = signer.body()
        statuses.append(post(port, body, sized(signer.headers(body), body))[0])

    with serving(WebDoor(handler, signer.verifier().verify), threads=1) as port:
        knocking = [Thread(target=knock, args=(port,)) for _ in range(8)]
        for thread in knocking:
            thread.start()
        until = time.monotonic() + 5
        while len(statuses) < 6 and time.monotonic() < until:
            time.sleep(0.01)
        assert statuses == [503] * 6
        assert ask(port, "GET", "/healthz")[0].status == 200
        handler.let.set()
        for thread in knocking:
            thread.join(timeout=8)
    assert sorted(statuses) == [200] * 2 + [503] * 6
