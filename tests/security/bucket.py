"""A certificate server that passes for s3.amazonaws.com, and does as each test says."""

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.web.pki import Authority, ec_key, pem

Answer = Callable[[BaseHTTPRequestHandler], None]
LONGEST_SECONDS = 6.0
"""After which even an endless answer ends, so that nobody who waits for it waits for ever."""
_PIECE = b"x" * 65536


class Bucket:
    """``asked`` are the paths that were asked for; ``answers`` says what is at a path, ``otherwise`` at any other."""

    def __init__(self, folder: Path, root: Authority) -> None:
        key = ec_key("bucket")
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        certificate = pem(root.issue(("s3.amazonaws.com",), key=key))
        (folder / "bucket.pem").write_bytes(certificate + secret)
        self.asked: list[str] = []
        self.answers: dict[str, Answer] = {}
        self.otherwise: Answer = status(404)
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(folder / "bucket.pem")
        self._http = _Server(("127.0.0.1", 0), self._handler())
        self._http.context = self._context
        self.port: int = self._http.server_port

    @contextmanager
    def open(self) -> Iterator["Bucket"]:
        """Serve until the end of the block."""
        thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._http.shutdown()
            self._http.server_close()
            thread.join(timeout=10)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        bucket = self

        class Handler(BaseHTTPRequestHandler):
            timeout = 10

            def do_GET(self) -> None:
                bucket.asked.append(self.path)
                with suppress(OSError):  # who asked may have gone away
                    bucket.answers.get(self.path, bucket.otherwise)(self)

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        return Handler


class _Server(ThreadingHTTPServer):
    """Each connection's handshake in its own thread, so that a slow client holds up nobody."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    context: ssl.SSLContext

    def finish_request(self, request: Any, client_address: Any) -> None:
        with suppress(OSError), self.context.wrap_socket(request, server_side=True) as line:
            super().finish_request(line, client_address)

    def handle_error(self, *_: object) -> None:
        """Keep quiet: connections break off on purpose."""


def with_body(body: bytes, code: int = 200, **headers: str) -> Answer:
    """A whole answer."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def status(code: int) -> Answer:
    """An answer with nothing in it."""
    return with_body(b"", code)


def endlessly(handler: BaseHTTPRequestHandler) -> None:
    """As fast as it goes, and never the end."""
    _begin(handler)
    until = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until:
        handler.wfile.write(_PIECE)
        time.sleep(0.01)


def slowly(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then: each comes before any time-out for a single wait."""
    _begin(handler)
    until = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until:
        handler.wfile.write(b"-")
        time.sleep(0.1)


def slow_to_begin(handler: BaseHTTPRequestHandler) -> None:
    """The head of the answer, a byte now and then."""
    until = time.monotonic() + LONGEST_SECONDS
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while time.monotonic() < until:
        handler.wfile.write(b"x")
        time.sleep(0.1)


def silent(_handler: BaseHTTPRequestHandler) -> None:
    """No answer at all."""
    time.sleep(LONGEST_SECONDS)


def no_http(handler: BaseHTTPRequestHandler) -> None:
    """Something that is no answer."""
    handler.wfile.write(b"220 smtp.example ESMTP\r\n")


def _begin(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
