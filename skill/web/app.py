"""The paths of the service, and reading a body within a time and a size, as a Granian application (RSGI).

RSGI (https://github.com/emmett-framework/granian/blob/master/docs/spec/RSGI.md) reads bodies without holding a
thread, which WSGI cannot: who sends slowly costs a little memory for a few seconds. A turn then runs in a thread, so
that one that waits for a store holds up nobody.
"""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from skill.alexa.failures import without_words
from skill.errors import NotFromAlexa, StillFetching
from skill.logs import FACTS, in_request
from skill.web.door import Answer, Headers, WebDoor, made_id, refused
from skill.web.readiness import Readiness

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

# Alexa's own limit is on responses, 120 KB; a request sends the session's share of that back, and its context.
BODY_LIMIT_BYTES = 256 * 1024
BODY_SECONDS = 5.0
_TOO_LARGE = f"body: it is larger than {BODY_LIMIT_BYTES} bytes"
# A store that hangs holds a turn for 2.5 seconds: who waits for one such turn is still answered within Alexa's eight.
_WAITING_A_THREAD = 1
_TRIES_AFTER_SECONDS = (0.1, 0.2, 0.4, 0.8, 1.6)
"""As long as a certificate may take to come."""

_log = logging.getLogger(__name__)


class WebApp:
    """POST /alexa for Alexa; GET /healthz (the process answers) and /readyz (so would the skill) for who watches it.

    ``threads`` turns run at a time, as many wait for one, and what is more is answered with 503.
    ``trusts_proxy``: who sent a request is what the nearest proxy says in X-Forwarded-For. It is only ever logged.
    """

    def __init__(self, door: WebDoor, readiness: Readiness, *, threads: int, trusts_proxy: bool = False) -> None:
        self._door = door
        self._readiness = readiness
        self._trusts_proxy = trusts_proxy
        self._room = threads * (1 + _WAITING_A_THREAD)
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="turn")
        self._paths: dict[str, tuple[str, Callable[[Any, Any], Awaitable[Answer]]]] = {
            "/alexa": ("POST", self._alexa),
            "/healthz": ("GET, HEAD", self._healthz),
            "/readyz": ("GET, HEAD", self._readyz),
        }

    async def __call__(self, scope: Any, protocol: Any) -> None:
        """Answer one request, whatever happens."""
        try:
            answer = await self._answer(scope, protocol)
        except Exception as error:  # the server would log it with its message
            _log.error("the door failed: %s", without_words(error))
            answer = Answer(500)
        protocol.response_bytes(answer.status, list(answer.headers), answer.body)

    def close(self) -> None:
        """Let the threads end once what they do is done."""
        self._threads.shutdown(wait=False)

    async def _answer(self, scope: Any, protocol: Any) -> Answer:
        methods, answer = self._paths.get(scope.path, ("", None))
        if answer is None:
            return Answer(404)
        if scope.method not in methods.split(", "):
            return Answer(405, (("allow", methods),))
        return await answer(scope, protocol)

    async def _alexa(self, scope: Any, protocol: Any) -> Answer:
        client = self._client(scope)
        try:
            body = await read_body(scope.headers, protocol)
            return await self._patiently(scope.headers.items(), body, client)
        except NotFromAlexa as error:
            with in_request(made_id()):
                return refused(error, client)

    async def _patiently(self, headers: Headers, body: bytes, client: str) -> Answer:
        """The answer, also to the many who come at once to a process that has no certificate yet.

        They wait here, where they hold no thread. ``StillFetching`` when there is none after all that time.
        """
        for seconds in _TRIES_AFTER_SECONDS:
            with suppress(StillFetching):
                return await self._in_thread(headers, body, client)
            await asyncio.sleep(seconds)
        return await self._in_thread(headers, body, client)

    async def _in_thread(self, headers: Headers, body: bytes, client: str) -> Answer:
        # A place is only taken by what has come whole, so that those who send slowly take nobody's.
        if self._room == 0:
            _log.error("too busy: a request was turned away", extra={FACTS: {"status": 503}})
            return Answer(503, (("retry-after", "1"),))
        self._room -= 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self._door.answer, headers, body, client)
        finally:
            self._room += 1

    async def _healthz(self, _scope: Any, _protocol: Any) -> Answer:
        return _told("ok")

    async def _readyz(self, _scope: Any, _protocol: Any) -> Answer:
        missing = await asyncio.wrap_future(self._readiness.missing())
        return _told(f"not ready: {', '.join(missing)}", 503) if missing else _told("ready")

    def _client(self, scope: Any) -> str:
        """Who sent a request. A proxy adds whom it saw at the end of the header; what stands before anybody wrote."""
        forwarded = scope.headers.get("x-forwarded-for") if self._trusts_proxy else None
        return str(forwarded or scope.client).rpartition(",")[2].strip()[:64]


async def read_body(headers: Any, protocol: Any) -> bytes:
    """The body as it came over the wire; ``NotFromAlexa`` when it is too large, too slow, or breaks off."""
    length = headers.get("content-length")
    if length is not None and not (length.isdigit() and len(length) < 10 and int(length) <= BODY_LIMIT_BYTES):
        raise NotFromAlexa(_TOO_LARGE)
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return bytes(await protocol()) if length is not None else await _in_pieces(protocol)
    except TimeoutError:
        raise NotFromAlexa("body: it did not come in time") from None
    except RuntimeError:  # Granian's errors are of this kind
        raise NotFromAlexa("body: it broke off") from None


async def _in_pieces(protocol: Any) -> bytes:
    """A body whose length nobody told, in no more memory than one may have."""
    body = bytearray()
    async for piece in protocol:
        body += piece
        if len(body) > BODY_LIMIT_BYTES:
            raise NotFromAlexa(_TOO_LARGE)
    return bytes(body)


def _told(text: str, status: int = 200) -> Answer:
    return Answer(status, (("content-type", "text/plain"), ("cache-control", "no-store")), f"{text}\n".encode())
