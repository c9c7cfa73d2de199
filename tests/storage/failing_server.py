"""A server in DynamoDB's place that fails in the way that a test wants."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.storage.promises import NOW

Failure = Callable[[BaseHTTPRequestHandler], None]


class FailingServer(ThreadingHTTPServer):
    """Answers requests with ``failures``, one after the other, the last one for all that follow.

    ``requests`` counts what came. ``over`` is set when the test has ended, for failures that take their time.
    """

    daemon_threads = True

    def __init__(self, *failures: Failure) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.failures = failures
        self.requests = 0
        self.over = threading.Event()

    @property
    def endpoint_url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, FailingServer)
        self.rfile.read(int(self.headers["Content-Length"]))
        failure = server.failures[min(server.requests, len(server.failures) - 1)]
        server.requests += 1
        failure(self)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def failing(*failures: Failure) -> Iterator[FailingServer]:
    """A server that runs while the block does."""
    server = FailingServer(*failures)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def answer(status: int, body: object) -> Failure:
    """Answer at once; a body that is no text is written as JSON."""
    content = (body if isinstance(body, str) else json.dumps(body)).encode()

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", "application/x-amz-json-1.0")
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return send


def refuse(code: str, message: str) -> Failure:
    """Answer as DynamoDB refuses: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html."""
    return answer(400, {"__type": f"com.amazonaws.dynamodb.v20120810#{code}", "message": message})


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
