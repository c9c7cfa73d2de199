"""The service on a port of the loopback."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from simulator.errors import OptionWrong

HOST = "127.0.0.1"


class _Handler(WSGIRequestHandler):
    """Logs nothing, since what people say is theirs; a caller who says nothing is not waited for."""

    timeout = 30

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's name
        """Be quiet."""


def listen(app: Flask, port: int) -> BaseWSGIServer:
    """A server that listens already; port 0 takes a free one. Raises OptionWrong for a port that cannot be had."""
    try:
        listening = socket.create_server((HOST, port))
    except (OSError, OverflowError) as error:
        raise OptionWrong(f"--port {port} cannot be used: {error}") from error
    with listening:
        return make_server(HOST, port, app, threaded=True, request_handler=_Handler, fd=listening.fileno())


@contextmanager
def running(app: Flask, port: int = 0) -> Iterator[str]:
    """The address of the service while it runs beside what is done here."""
    server = listen(app, port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="smapi", daemon=True)
    thread.start()
    try:
        yield address_of(server)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def address_of(server: BaseWSGIServer) -> str:
    """Where it listens, as the ASK CLI wants it: without a slash at the end."""
    return f"http://{HOST}:{server.socket.getsockname()[1]}"
