"""HTTP for the services: reads a call, and writes its answer or acts out a fault."""

from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote, urlsplit

from simulator.services.call import Call
from simulator.services.misbehaviour import misbehave
from simulator.services.router import answered, service_of

if TYPE_CHECKING:
    from simulator.services.server import ServiceServer

MOST_BYTES = 100_000
"""A body of more than this is cut, and then no JSON."""


class ServiceHandler(BaseHTTPRequestHandler):
    """One connection, one call."""

    timeout = 10

    def do_GET(self) -> None:
        """Serve a call; the other methods do the same."""
        server = cast("ServiceServer", self.server)
        call = self._call()
        access = server.access(self.headers.get("Authorization", ""))
        fault = access.account.faults.on(service_of(call.path)) if access else None
        if fault:
            misbehave(fault, self.wfile, lambda: answered(access, call), server.stopping)
        else:
            self.wfile.write(answered(access, call).as_http())

    do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 - http.server looks for these names

    def log_message(self, *_: object) -> None:
        """Be quiet: what a skill asks for is personal."""

    def _call(self) -> Call:
        length = self.headers.get("Content-Length", "")
        body = self.rfile.read(min(int(length[:9]), MOST_BYTES)) if length.isdecimal() else b""
        return Call(self.command, unquote(urlsplit(self.path).path), body)
