"""Fetching a certificate chain: over TLS, within a time and a size, and from nowhere but the address given."""

import http.client
import ssl
import time
from functools import cache
from socket import socket
from urllib.parse import urlsplit

import certifi

from skill.deadline import within

TIMEOUT_SECONDS = 3.0
LIMIT_BYTES = 64 * 1024

_PIECE_BYTES = 16 * 1024
_SPARE_SECONDS = 0.5


def fetch(
    address: str,
    *,
    timeout_seconds: float = TIMEOUT_SECONDS,
    limit_bytes: int = LIMIT_BYTES,
    trust: ssl.SSLContext | None = None,
) -> bytes:
    """What is found at an https address.

    ``timeout_seconds``, and half a second, bound it all, from the look-up of the name to the last byte. Raises
    ``OSError`` when there is no answer in time, one other than 200 (a redirect is not followed), or more than
    ``limit_bytes``.
    """
    chosen = trust or browsers_trust()
    # Each step has the same time-out, and ends first where it can: only a look-up or a handshake may be left behind.
    return within(timeout_seconds + _SPARE_SECONDS, lambda: _fetch(address, timeout_seconds, limit_bytes, chosen))


@cache
def browsers_trust() -> ssl.SSLContext:
    """Trust in the authorities that browsers trust; made once, for reading them all takes long."""
    return ssl.create_default_context(cafile=certifi.where())


def _fetch(address: str, timeout_seconds: float, limit_bytes: int, trust: ssl.SSLContext) -> bytes:
    deadline = time.monotonic() + timeout_seconds
    parts = urlsplit(address)
    connection = http.client.HTTPSConnection(parts.netloc, timeout=timeout_seconds, context=trust)
    try:
        connection.connect()
        # Kept apart, because the connection forgets its socket once the answer is known to be the last.
        line: socket = connection.sock
        line.settimeout(_left(deadline))
        connection.request("GET", parts.path, headers={"Connection": "close"})
        # Closed by itself, for an answer that is the last keeps its socket from the connection.
        with connection.getresponse() as response:
            if response.status != http.client.OK:
                raise OSError(f"the certificate chain was answered with status {response.status}")
            return _read(response, line, deadline, limit_bytes)
    except http.client.HTTPException as error:
        raise OSError(f"the certificate chain was answered with no HTTP: {type(error).__name__}") from error
    finally:
        connection.close()


def _read(response: http.client.HTTPResponse, line: socket, deadline: float, limit_bytes: int) -> bytes:
    read = bytearray()
    while True:
        line.settimeout(_left(deadline))
        piece = response.read1(_PIECE_BYTES)
        if not piece:
            return bytes(read)
        read += piece
        if len(read) > limit_bytes:
            raise OSError(f"the certificate chain is larger than {limit_bytes} bytes")


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("the certificate chain did not come in time")
    return left
