"""HTTP for the SDK's service clients: bounded in time and size, over verified TLS, and nowhere but where it is sent.

The SDK's own client waits for ever, follows redirects, and loads ``requests``. Here nothing is loaded before the
first call, since most turns make none.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from functools import cache
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from ask_sdk_model.services import ApiClient, ApiClientResponse

from skill.deadline import within

if TYPE_CHECKING:
    import ssl
    from http.client import HTTPConnection, HTTPResponse
    from socket import socket

    from ask_sdk_model.services.api_client_request import ApiClientRequest

LIMIT_BYTES = 64 * 1024
"""The largest body that is read. What the skill asks for has less than one."""
_PIECE_BYTES = 16 * 1024
_HTTPS_PORT = 443


class BoundedApiClient(ApiClient):  # type: ignore[misc]
    """Makes the calls of the SDK's service clients.

    ``seconds`` bounds each call as a whole, from the look-up of the name to the last byte. Whatever keeps an answer
    from coming is raised; an answer of any status is returned.
    """

    def __init__(self, seconds: float, *, trust: ssl.SSLContext | None = None) -> None:
        self._seconds = seconds
        self._trust = trust

    def invoke(self, request: ApiClientRequest) -> ApiClientResponse:
        """The answer to one request. Raises ``ValueError``, ``OSError`` or ``http.client.HTTPException``.

        Bytes of the body that are no UTF-8 become lone surrogates, which neither JSON nor a name may hold.
        """
        address = _checked(request.url)
        connection = self._connection(address)
        deadline = time.monotonic() + self._seconds
        try:
            return within(self._seconds, lambda: _exchange(connection, address, request, deadline))
        except TimeoutError:
            _hang_up(connection)
            raise

    def _connection(self, address: SplitResult) -> HTTPConnection:
        from http.client import HTTPConnection, HTTPSConnection

        host = address.hostname or ""
        if address.scheme == "http":
            return HTTPConnection(host, address.port, timeout=self._seconds)
        return HTTPSConnection(host, address.port, timeout=self._seconds, context=self._trust or _default_trust())


def _checked(url: str) -> SplitResult:
    """The address, when it is https on its own port, or anything on this machine, where the local Alexa lives."""
    address = urlsplit(url)
    if address.scheme not in ("http", "https") or not address.hostname or "@" in address.netloc:
        raise ValueError("a service's address must be that of an https host")
    at_home = _is_loopback(address.hostname)
    if not at_home and (address.scheme == "http" or address.port not in (None, _HTTPS_PORT)):
        raise ValueError("a service elsewhere is only called over https, on its own port")
    return address


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@cache
def _default_trust() -> ssl.SSLContext:
    import ssl

    return ssl.create_default_context()


def _exchange(
    connection: HTTPConnection, address: SplitResult, request: ApiClientRequest, deadline: float
) -> ApiClientResponse:
    try:
        connection.connect()
        # Kept apart, because the connection forgets its socket once the answer is known to be the last.
        line: socket = connection.sock
        # Nothing is asked for any more when nobody waits: a late reminder would be one that nobody knows of.
        line.settimeout(_left(deadline))
        path = f"{address.path}?{address.query}" if address.query else address.path
        body = None if request.body is None else json.dumps(request.body).encode()
        connection.request(request.method, path, body, dict(request.headers) | {"Connection": "close"})
        with connection.getresponse() as response:
            read = _read(response, line, deadline).decode(errors="surrogateescape")
            return ApiClientResponse(headers=response.getheaders(), body=read, status_code=response.status)
    finally:
        connection.close()


def _read(response: HTTPResponse, line: socket, deadline: float) -> bytes:
    read = bytearray()
    while piece := response.read1(_PIECE_BYTES):
        read += piece
        if len(read) > LIMIT_BYTES:
            raise OSError(f"a service answered with more than {LIMIT_BYTES} bytes")
        line.settimeout(_left(deadline))
    return bytes(read)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("a service did not answer in time")
    return left


def _hang_up(connection: HTTPConnection) -> None:
    """Wake the thread that was left waiting, so that it ends."""
    from socket import SHUT_RDWR

    with suppress(OSError, AttributeError):
        connection.sock.shutdown(SHUT_RDWR)
