"""Lambda's runtime API on the loopback: what the service is to the process that runs a function.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html, and for snapshots what AWS's own runtime client asks.
"""

import json
import queue
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, NamedTuple
from uuid import uuid4

VERSION = "/2018-06-01/runtime"
TIME_OUT_SECONDS = 8.0
ARN = "arn:aws:lambda:eu-west-1:123456789012:function:case-compass"
LONGEST_WAIT_SECONDS = 30.0
"""For a process that starts, where a busy machine takes long."""


class Ended(NamedTuple):
    """How an invocation ended: with what it answered, or with the error that was reported."""

    answer: Any = None
    error: dict[str, Any] | None = None


class _Invocation(NamedTuple):
    id: str
    event: bytes
    milliseconds: int


class RuntimeApi:
    """Hands invocations to one runtime process and takes what comes of them."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[_Invocation | None] = queue.Queue()
        self._ended: queue.Queue[tuple[str, Ended]] = queue.Queue()
        self.init_errors: queue.Queue[dict[str, Any]] = queue.Queue()
        self.idle = Event()
        """Set while the process waits for an invocation."""
        self.restored = Event()
        """Set when the process has asked to be woken from its snapshot."""
        self.wake = Event()
        """Clear it before the start to keep the process asleep after its snapshot."""
        self.wake.set()

    def invoke(self, event: object, *, seconds: float = TIME_OUT_SECONDS, request_id: str | None = None) -> Ended:
        """Have one event handled, in ``seconds`` (the function's time-out); ``TimeoutError`` when nothing comes."""
        body = event if isinstance(event, bytes) else json.dumps(event).encode()
        invocation = _Invocation(request_id or str(uuid4()), body, int(seconds * 1000))
        self.idle.clear()
        self._waiting.put(invocation)
        try:
            id_, ended = self._ended.get(timeout=LONGEST_WAIT_SECONDS)
        except queue.Empty:
            raise TimeoutError("the function did not answer") from None
        assert id_ == invocation.id, "the answer to another invocation"
        return ended

    def end(self) -> None:
        """Have no more invocations."""
        self._waiting.put(None)

    def next(self) -> _Invocation | None:
        """The next invocation, as soon as there is one; None at the end."""
        if self._waiting.empty():
            self.idle.set()
        return self._waiting.get()

    def took(self, path: list[str], body: bytes) -> None:
        """What a POST to the path reported."""
        match path:
            case ["invocation", id_, "response"]:
                self._ended.put((id_, Ended(answer=json.loads(body))))
            case ["invocation", id_, "error"]:
                self._ended.put((id_, Ended(error=json.loads(body))))
            case ["init" | "restore", "error"]:
                self.init_errors.put(json.loads(body))
            case _:
                raise AssertionError(f"the runtime API has no {'/'.join(path)}")


@contextmanager
def serving(api: RuntimeApi) -> Iterator[str]:
    """Serve on a free port of the loopback; gives host and port, as AWS_LAMBDA_RUNTIME_API has them."""

    class Door(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path == f"{VERSION}/restore/next":
                api.restored.set()
                api.wake.wait(LONGEST_WAIT_SECONDS)
                self._answer(200, b"")
                return
            assert self.path == f"{VERSION}/invocation/next", self.path
            invocation = api.next()
            if invocation is None:
                self.close_connection = True
                return
            headers = {
                "Lambda-Runtime-Aws-Request-Id": invocation.id,
                "Lambda-Runtime-Deadline-Ms": str(int(time.time() * 1000) + invocation.milliseconds),
                "Lambda-Runtime-Invoked-Function-Arn": ARN,
                "Content-Type": "application/json",
            }
            self._answer(200, invocation.event, headers)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            api.took(self.path.removeprefix(f"{VERSION}/").split("/"), body)
            self._answer(202, b'{"status":"OK"}')

        def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the standard library's name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        api.end()
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
