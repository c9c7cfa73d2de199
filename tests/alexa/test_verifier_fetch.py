"""The fetch over a real TLS connection: what it takes, and what it does not wait for or follow."""

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from skill.alexa.verifier.fetch import fetch
from tests.web.pki import Authority, ec_key, pem

Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """An https server on this machine that does as each test says. ``asked`` are the paths it was asked for."""

    def __init__(self, folder: Path) -> None:
        root, key = Authority.root(), ec_key("server")
        certificate = pem(root.issue(("localhost",), key=key))
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (folder / "server.pem").write_bytes(certificate + secret)
        self.asked: list[str] = []
        self.answer: Answer = with_body(b"the chain")
        self.trust = ssl.create_default_context(cadata=pem(root.certificate).decode())
        self.http = HTTPServer(("127.0.0.1", 0), self._handler())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "server.pem")
        self.http.socket = context.wrap_socket(self.http.socket, server_side=True)
        self.address = f"https://localhost:{self.http.server_port}/echo.api/cert.pem"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append(self.path)
                # Who asked may have gone away, which several tests are about.
                with suppress(OSError):
                    server.answer(self)

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        return Handler


def with_body(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    thread = Thread(target=server.http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.http.shutdown()
    thread.join()
    server.http.server_close()


def test_what_is_at_the_address_is_fetched(server: Server) -> None:
    assert fetch(server.address, trust=server.trust) == b"the chain"
    assert server.asked == ["/echo.api/cert.pem"]


def test_a_redirect_is_not_followed(server: Server) -> None:
    server.answer = with_body(b"", 302, Location=f"{server.address}.other")
    with pytest.raises(OSError, match="status 302"):
        fetch(server.address, trust=server.trust)
    assert server.asked == ["/echo.api/cert.pem"]


@pytest.mark.parametrize("status", [204, 206, 403, 404, 500])
def test_only_a_whole_answer_counts(server: Server, status: int) -> None:
    server.answer = with_body(b"", status)
    with pytest.raises(OSError, match=f"status {status}"):
        fetch(server.address, trust=server.trust)


def test_as_much_as_the_limit_is_read_and_no_more(server: Server) -> None:
    server.answer = with_body(b"x" * 1000)
    assert len(fetch(server.address, trust=server.trust, limit_bytes=1000)) == 1000
    server.answer = with_body(b"x" * 1001)
    with pytest.raises(OSError, match="larger than 1000 bytes"):
        fetch(server.address, trust=server.trust, limit_bytes=1000)


def test_an_endless_answer_is_left(server: Server) -> None:
    def endlessly(handler: BaseHTTPRequestHandler) -> None:
        with_body(b"")(handler)
        while True:
            handler.wfile.write(b"x" * 65536)

    server.answer = endlessly
    with pytest.raises(OSError, match="larger than 65536 bytes"):
        fetch(server.address, trust=server.trust)


def test_a_silent_server_is_left_in_time(server: Server) -> None:
    over = Event()

    def wait(_handler: BaseHTTPRequestHandler) -> None:
        over.wait(5)

    server.answer = wait
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        fetch(server.address, trust=server.trust, timeout_seconds=0.2)
    over.set()
    assert time.monotonic() - began < 2


def test_a_dripping_server_is_left_in_time(server: Server) -> None:
    over = Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        with_body(b"")(handler)
        while not over.wait(0.02):
            handler.wfile.write(b"x")

    server.answer = drip
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        fetch(server.address, trust=server.trust, timeout_seconds=0.3)
    over.set()
    assert time.monotonic() - began < 2


def test_a_server_that_speaks_no_http_is_an_os_error(server: Server) -> None:
    def greet(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"hello\r\n\r\n")

    server.answer = greet
    with pytest.raises(OSError, match="no HTTP"):
        fetch(server.address, trust=server.trust)


def test_a_server_that_nobody_vouches_for_is_not_asked(server: Server) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        fetch(server.address)
    assert server.asked == []


def test_a_server_of_another_name_is_not_asked(server: Server) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        fetch(server.address.replace("localhost", "127.0.0.1"), trust=server.trust)
    assert server.asked == []


def test_no_server_at_all_is_an_os_error() -> None:
    with pytest.raises(OSError, match="refused"):
        fetch("https://127.0.0.1:1/echo.api/cert.pem")
