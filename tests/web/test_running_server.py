"""The door on a real socket, where a server stands between the wire and the application."""

import http.client
import json
import socket
from collections.abc import Iterator
from threading import Thread

import pytest
from werkzeug.serving import BaseWSGIServer, make_server

from skill.web.app import BODY_LIMIT_BYTES, create_app
from tests.web.conftest import ANSWER, Handler
from tests.web.signing import Signer

Answer = tuple[int, str | None, bytes]


@pytest.fixture
def server(signer: Signer, handler: Handler) -> Iterator[BaseWSGIServer]:
    server = make_server("127.0.0.1", 0, create_app(handler, signer.verifier()), threaded=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def post(server: BaseWSGIServer, body: bytes, headers: list[tuple[str, str]]) -> Answer:
    """Post exactly these headers, repeated ones repeated."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
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


def test_a_signed_request_is_answered_with_json(server: BaseWSGIServer, signer: Signer, handler: Handler) -> None:
    body = signer.body({"said": "Größe, 東京"})
    status, content_type, answer = post(server, body, sized(signer.headers(body), body))
    assert (status, content_type, json.loads(answer)) == (200, "application/json", ANSWER)
    assert handler.heard == [json.loads(body)]


def test_an_unsigned_request_is_refused(server: BaseWSGIServer, signer: Signer, handler: Handler) -> None:
    body = signer.body()
    status, _, answer = post(server, body, sized({}, body))
    assert (status, answer) == (400, b"")
    assert handler.heard == []


@pytest.mark.parametrize("header", ["SignatureCertChainUrl", "Signature-256"])
def test_a_repeated_header_is_refused(server: BaseWSGIServer, signer: Signer, handler: Handler, header: str) -> None:
    body = signer.body()
    headers = signer.headers(body)
    status, _, answer = post(server, body, [*sized(headers, body), (header.lower(), headers[header])])
    assert (status, answer) == (400, b"")
    assert handler.heard == []


def test_a_signed_body_in_chunks_is_answered(server: BaseWSGIServer, signer: Signer, handler: Handler) -> None:
    body = signer.body()
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    status, _, _ = post(server, chunks, [*signer.headers(body).items(), ("Transfer-Encoding", "chunked")])
    assert status == 200
    assert handler.heard == [json.loads(body)]


@pytest.mark.parametrize(
    "chunks",
    [b"not a size\r\n", b"-1\r\n", b"%x\r\n%b\r\n0\r\n\r\n" % (BODY_LIMIT_BYTES + 1, b" " * (BODY_LIMIT_BYTES + 1))],
    ids=["no size", "a negative size", "too large"],
)
def test_a_body_in_bad_chunks_is_refused(
    server: BaseWSGIServer, signer: Signer, handler: Handler, chunks: bytes
) -> None:
    headers = [*signer.headers(b"").items(), ("Transfer-Encoding", "chunked")]
    status, _, answer = post(server, chunks, headers)
    assert (status, answer) == (400, b"")
    assert handler.heard == []


def test_a_body_that_breaks_off_is_refused(server: BaseWSGIServer, signer: Signer, handler: Handler) -> None:
    body = signer.body()
    head = "".join(f"{name}: {value}\r\n" for name, value in sized(signer.headers(body), body))
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=5) as line:
        line.sendall(f"POST /alexa HTTP/1.1\r\n{head}\r\n".encode() + body[:-1])
        line.shutdown(socket.SHUT_WR)
        assert line.recv(1000).split(b"\r\n")[0] == b"HTTP/1.1 400 BAD REQUEST"
    assert handler.heard == []
