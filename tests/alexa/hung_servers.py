"""Servers on this machine, made of bare sockets, that answer or fail in every way that a service may."""

import json
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from threading import Event, Thread

Answer = Callable[[socket.socket, Event], None]
"""What a server does with a connection whose request it has read, until the test is over."""

PAUSE_SECONDS = 0.05
"""Between the bytes of a server that drips: shorter than any time-out, so that only a total ends it."""


class Server:
    """Answers each connection as told. ``asked`` are the requests that came, as bytes."""

    def __init__(self, answer: Answer, trusted_as: ssl.SSLContext | None = None) -> None:
        self.asked: list[bytes] = []
        self._answer = answer
        self._trusted_as = trusted_as
        self._over = Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[Thread] = []
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._start(self._accept)

    def stop(self) -> None:
        """End every connection and thread."""
        self._over.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _start(self, act: Callable[[], None]) -> None:
        thread = Thread(target=act)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        # The listener's end ends the loop.
        with suppress(OSError):
            while True:
                line = self._listener.accept()[0]
                self._start(lambda line=line: self._serve(line))  # type: ignore[misc]

    def _serve(self, line: socket.socket) -> None:
        # Who asked may have gone away, which is what most tests are about.
        with suppress(OSError), line:
            line.settimeout(5)
            if self._trusted_as is None:
                self._talk(line)
            else:
                with self._trusted_as.wrap_socket(line, server_side=True) as safe:
                    self._talk(safe)

    def _talk(self, line: socket.socket) -> None:
        self.asked.append(_request(line))
        self._answer(line, self._over)


@contextmanager
def serving(answer: Answer, trusted_as: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server for as long as the block lasts."""
    server = Server(answer, trusted_as)
    try:
        yield server
    finally:
        server.stop()


def answering(status: int, body: object = None, *headers: str) -> Answer:
    """An answer with a status and a body: bytes as they are, None for none, anything else as JSON."""
    sent = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = (f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(sent)}", *headers)
    whole = "\r\n".join(lines).encode() + b"\r\n\r\n" + sent
    return lambda line, _over: line.sendall(whole)


def silent(_line: socket.socket, over: Event) -> None:
    """Take the request, and say nothing."""
    over.wait()


def dripping_head(line: socket.socket, over: Event) -> None:
    """Send the head byte by byte, and never come to its end."""
    line.sendall(b"HTTP/1.1 200 OK\r\n")
    _drip(line, over)


def dripping_body(line: socket.socket, over: Event) -> None:
    """Send the body byte by byte, and never come to its end."""
    line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    _drip(line, over)


def endless(line: socket.socket, over: Event) -> None:
    """Send the body as fast as can be, and never come to its end."""
    line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while not over.is_set():
        line.sendall(b'"' * 65536)


def babbling(line: socket.socket, _over: Event) -> None:
    """Say something that is no HTTP."""
    line.sendall(b"hello there\r\n\r\n")


def hanging_up(_line: socket.socket, _over: Event) -> None:
    """Take the request, and end the connection."""


@contextmanager
def nobody() -> Iterator[str]:
    """The URL of a port where nobody listens."""
    with closing(socket.create_server(("127.0.0.1", 0))) as gone:
        port = gone.getsockname()[1]
    yield f"http://127.0.0.1:{port}"


@contextmanager
def never_accepting() -> Iterator[str]:
    """The URL of a server that lets callers in and never looks at them."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


@contextmanager
def full() -> Iterator[str]:
    """The URL of a server whose queue is full: not even a connection comes about."""
    with ExitStack() as open_lines:
        listener = open_lines.enter_context(closing(socket.create_server(("127.0.0.1", 0), backlog=0)))
        for _ in range(4):
            waiting = open_lines.enter_context(closing(socket.socket()))
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def _drip(line: socket.socket, over: Event) -> None:
    while not over.wait(PAUSE_SECONDS):
        line.sendall(b"x")


def _request(line: socket.socket) -> bytes:
    read = b""
    while b"\r\n\r\n" not in read:
        read += _more(line)
    head, _, body = read.partition(b"\r\n\r\n")
    length = next(
        (int(field.split(b":")[1]) for field in head.split(b"\r\n") if b"content-length" in field.lower()), 0
    )
    while len(body) < length:
        body += _more(line)
    return head + b"\r\n\r\n" + body


def _more(line: socket.socket) -> bytes:
    piece = line.recv(65536)
    if not piece:
        raise OSError("the caller went away")
    return piece
