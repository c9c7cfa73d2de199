"""A server in DynamoDB's place that fails in the way that a test wants."""

import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from skill.value import NOTHING
from tests.storage.promises import NOW
from tests.web.pki import Authority, pem, rsa_key

Failure = Callable[[BaseHTTPRequestHandler], None]


class Request(NamedTuple):
    """What was asked."""

    path: str
    headers: Message
    body: bytes


class FailingServer(ThreadingHTTPServer):
    """Answers requests with ``failures``, one after the other, the last one for all that follow.

    ``requests`` counts what came, ``asked`` holds it, and ``lines`` are the connections it came on. ``over`` is set
    when the test has ended, for failures that take their time. With ``shown`` it speaks TLS, as ``localhost``.
    """

    daemon_threads = True

    def __init__(self, *failures: Failure, shown: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.failures = failures
        self.shown = shown
        self.asked: list[Request] = []
        self.lines: list[socket.socket] = []
        self.over = threading.Event()

    @property
    def requests(self) -> int:
        return len(self.asked)

    @property
    def endpoint_url(self) -> str:
        return f"https://localhost:{self.server_port}" if self.shown else f"http://127.0.0.1:{self.server_port}"

    def hang_up(self) -> None:
        """Close every connection (but those with TLS), as a server does with those that nobody uses."""
        for line in self.lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def handle_error(self, *_: object) -> None:
        """Say nothing: who asked may have hung up, or not have believed the certificate."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        assert isinstance(self.server, FailingServer)
        self.server.lines.append(self.request)
        if self.server.shown:
            self.request = self.server.shown.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self) -> None:
        super().finish()
        # Over TLS it is another socket than the one that the server closes by itself.
        self.request.close()

    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, FailingServer)
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        failure = server.failures[min(server.requests, len(server.failures) - 1)]
        server.asked.append(Request(self.path, self.headers, body))
        failure(self)

    do_GET = do_POST  # noqa: N815 - the name that the standard library looks for

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def failing(*failures: Failure, shown: ssl.SSLContext | None = None) -> Iterator[FailingServer]:
    """A server that runs while the block does."""
    server = FailingServer(*failures, shown=shown)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def shown_by(authority: Authority, folder: Path, **issued: object) -> ssl.SSLContext:
    """What a server shows: a certificate of the authority, for ``localhost`` unless it is told otherwise."""
    leaf = authority.issue(**{"names": ("localhost",), "common_name": "localhost", **issued})  # type: ignore[arg-type]
    file = folder / "server.pem"
    secret = rsa_key().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(secret + pem(leaf))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def answer(status: int, body: object, headers: Mapping[str, str] = NOTHING) -> Failure:
    """Answer at once; a body that is no text is written as JSON."""
    content = (body if isinstance(body, str) else json.dumps(body)).encode()

    def send(handler: BaseHTTPRequestHandler) -> None:
        usual = {"Content-Type": "application/x-amz-json-1.0", "Content-Length": str(len(content))}
        handler.send_response_only(status)
        for name, value in {"Date": handler.date_time_string(), **usual, **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)

    return send


def refuse(code: str, message: str, headers: Mapping[str, str] = NOTHING) -> Failure:
    """Answer as DynamoDB refuses: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html."""
    return answer(400, {"__type": f"com.amazonaws.dynamodb.v20120810#{code}", "message": message}, headers)


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    """Close the connection without an answer."""
    handler.close_connection = True


def say_nothing(handler: BaseHTTPRequestHandler) -> None:
    """Keep the connection and never answer."""
    assert isinstance(handler.server, FailingServer)
    handler.server.over.wait()
    handler.close_connection = True


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Answer with a byte now and then, so that no single read takes long."""
    assert isinstance(handler.server, FailingServer)
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    while not handler.server.over.is_set():
        try:
            handler.wfile.write(b" ")
        except OSError:
            break
        time.sleep(0.05)
    handler.close_connection = True


def babble(handler: BaseHTTPRequestHandler) -> None:
    """Answer with what is no HTTP."""
    handler.wfile.write(b"\x00\xff who is there?\r\n\r\n")
    handler.close_connection = True


USED = {"ConsumedCapacity": {"TableName": "cases", "CapacityUnits": 1.0}}
ITEM = {"record": {"S": "kept"}, "revision": {"N": "7"}, "expires": {"N": str(int(NOW.timestamp()) + 60)}}
FOUND = answer(200, USED | {"Item": ITEM})
"""How DynamoDB answers a load: what that one consumed, and an item, here at revision 7."""
