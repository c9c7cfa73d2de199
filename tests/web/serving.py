"""The web door on a real socket inside the test's own process, so that a test can bring its handler and its clock.

with serving(WebDoor(handler, signer.verifier().verify)) as port: ...

The server, its options and the application are the real ones; only the processes around them are not. Those are met
in test_processes.py.
"""

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from threading import Thread

from granian.server.embed import Server

from skill.storage.memory import MemoryStore
from skill.web.app import WebApp
from skill.web.door import WebDoor
from skill.web.readiness import Readiness
from skill.web.serving import OPTIONS


@contextmanager
def serving(door: WebDoor, *, threads: int = 8, trusts_proxy: bool = False) -> Iterator[int]:
    """The port on which the door answers until the end of the block."""
    app = WebApp(door, Readiness(MemoryStore()), threads=threads, trusts_proxy=trusts_proxy)
    port = free_port()
    server = Server(app, address="127.0.0.1", port=port, **OPTIONS)
    loop = asyncio.new_event_loop()
    thread = Thread(target=_run, args=(loop, server), name="server", daemon=True)
    thread.start()
    try:
        wait_for(port)
        yield port
    finally:
        loop.call_soon_threadsafe(server.stop)
        thread.join(timeout=15)
        app.close()


def _run(loop: asyncio.AbstractEventLoop, server: Server) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(server.serve())
    finally:
        loop.close()


def wait_for(port: int, seconds: float = 20) -> None:
    """Return once the server answers; ``AssertionError`` when it does not in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.02)
        finally:
            connection.close()
    raise AssertionError(f"nothing answered on port {port} in {seconds} s")


def free_port() -> int:
    """A port of the loopback that nobody listens at."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
        return port
