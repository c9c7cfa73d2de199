"""The services' server: one for all devices of this process, on a free port of the loopback.

It starts with the first envelope that names it and stops when the process ends. Devices are told apart by their
tokens; one that is gone takes its token with it.
"""

import atexit
import sys
from functools import cache
from http.server import ThreadingHTTPServer
from socketserver import TCPServer
from threading import Event, Thread
from typing import Any
from weakref import WeakValueDictionary

from simulator.envelope import Sender
from simulator.services.call import Access
from simulator.services.handler import ServiceHandler

POLL = 0.05
"""Seconds: the longest that the end of the process waits for the server."""


class ServiceServer(ThreadingHTTPServer):
    """Listens from the moment it is made; ``stopping`` is set when whatever waits in it must give up."""

    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), ServiceHandler)
        self.stopping = Event()
        self._accesses: WeakValueDictionary[str, Access] = WeakValueDictionary()
        self._thread = Thread(target=self.serve_forever, args=(POLL,), name="alexa-services", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """What stands in the envelopes as ``apiEndpoint``."""
        return f"http://127.0.0.1:{self.server_port}"

    def admit(self, access: Access) -> None:
        """Let a token in, for as long as somebody holds the access."""
        self._accesses[access.token] = access

    def access(self, authorization: str) -> Access | None:
        """What an Authorization header opens."""
        scheme, _, token = authorization.partition(" ")
        return self._accesses.get(token.strip()) if scheme.lower() == "bearer" else None

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name, as HTTPServer would."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "localhost", self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay quiet about a skill that did not wait for its answer."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def stop(self) -> None:
        """Give up what hangs, and close."""
        self.stopping.set()
        self.shutdown()
        self.server_close()
        self._thread.join()


@cache
def services() -> ServiceServer:
    """The running server."""
    server = ServiceServer()
    atexit.register(server.stop)
    return server


def sender_for(access: Access, skill_id: str) -> Sender:
    """Who speaks, with the address of the services and a token that opens them."""
    server, account = services(), access.account
    server.admit(access)
    device, permissions = access.settings.device, account.permissions.as_context()
    return Sender(skill_id, account.user, device, server.url, access.token, permissions)
