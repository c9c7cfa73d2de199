"""Where a skill's requests go: a handler in this process, or a URL.

Both doors treat an answer as Alexa does: only what survives JSON arrives, and an answer that takes longer than eight
seconds is no answer (send-the-user-a-progressive-response). Whatever goes wrong becomes one EndpointFailure.
"""

import http.client
import json
import ssl
import time
from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import urlsplit

from simulator.envelope import Json
from simulator.errors import EndpointFailure, OptionWrong

PATIENCE = 8.0
"""Seconds that Alexa waits for a skill."""

MOST_BYTES = 1_000_000
"""More than this is not read from a URL; the judge refuses far less."""


class Endpoint(Protocol):
    """Takes a request envelope to a skill and brings its response envelope back."""

    def send(self, envelope: Json) -> Json:
        """Answer the envelope; raise EndpointFailure when there is no usable answer."""
        ...


class HandlerEndpoint:
    """A skill in this process: ``handler(event, context)`` as AWS Lambda calls it, with None for the context.

    The handler runs in the caller's thread, so that it may own a database connection; its time is taken
    afterwards, so a handler that never returns is not interrupted.
    """

    def __init__(
        self,
        handler: Callable[[Json, object], object],
        *,
        patience: float = PATIENCE,
        timer: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._handler = handler
        self._patience = patience
        self._timer = timer

    def send(self, envelope: Json) -> Json:
        """Call the handler with what is left of the envelope after JSON, and read its answer the same way."""
        started = self._timer()
        try:
            answer = self._handler(json.loads(json.dumps(envelope)), None)
        except Exception as error:
            message = f"the skill raised {type(error).__name__}: {error}"
            raise EndpointFailure("INVALID_RESPONSE", message) from error
        _in_time(self._timer() - started, self._patience)
        try:
            written = json.dumps(answer, allow_nan=False)
        except (TypeError, ValueError, RecursionError) as error:
            raise EndpointFailure("INVALID_RESPONSE", f"the response is not JSON: {error}") from error
        return _as_object(json.loads(written))


class UrlEndpoint:
    """A skill behind a URL: http or https, certificates always verified, no redirect followed."""

    def __init__(self, url: str, *, patience: float = PATIENCE) -> None:
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise OptionWrong(f"{url!r} is not a URL: {error}") from error
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise OptionWrong(
                f"{url!r} cannot be an endpoint: write it as http://host:port/path or https://host/path"
            )
        self._secure = parts.scheme == "https"
        self._host, self._port = parts.hostname, port
        self._target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._patience = patience

    def send(self, envelope: Json) -> Json:
        """Post the envelope; anything but a 200 with a JSON object in it is a failure."""
        started = time.perf_counter()
        try:
            status, body = self._post(json.dumps(envelope).encode())
        except TimeoutError:
            raise EndpointFailure("ENDPOINT_TIMEOUT", _too_slow(self._patience)) from None
        except (OSError, http.client.HTTPException) as error:
            message = f"the endpoint could not be reached: {type(error).__name__}: {error}"
            raise EndpointFailure("INVALID_RESPONSE", message) from None
        _in_time(time.perf_counter() - started, self._patience)
        if status != http.HTTPStatus.OK:
            excerpt = body[:200].decode(errors="replace")
            raise EndpointFailure("INVALID_RESPONSE", f"the endpoint answered HTTP {status}: {excerpt}")
        try:
            return _as_object(json.loads(body)) if body.strip() else {}
        except (ValueError, RecursionError) as error:
            raise EndpointFailure("INVALID_RESPONSE", f"the response is not JSON: {error}") from None

    def _post(self, body: bytes) -> tuple[int, bytes]:
        connection = self._connect()
        try:
            connection.request("POST", self._target, body, {"Content-Type": "application/json; charset=utf-8"})
            response = connection.getresponse()
            return response.status, response.read(MOST_BYTES)
        finally:
            connection.close()

    def _connect(self) -> http.client.HTTPConnection:
        if self._secure:
            trust = ssl.create_default_context()
            return http.client.HTTPSConnection(self._host, self._port, timeout=self._patience, context=trust)
        return http.client.HTTPConnection(self._host, self._port, timeout=self._patience)


def _in_time(seconds: float, patience: float) -> None:
    if seconds > patience:
        raise EndpointFailure("ENDPOINT_TIMEOUT", f"{_too_slow(patience)} (it took {seconds:.1f})")


def _too_slow(patience: float) -> str:
    return f"the skill did not answer within {patience:g} seconds"


def _as_object(answer: Any) -> Json:
    if answer is None:
        return {}
    if not isinstance(answer, dict):
        raise EndpointFailure("INVALID_RESPONSE", f"the response is not a JSON object but {type(answer).__name__}")
    return answer
