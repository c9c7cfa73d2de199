"""Calls of Alexa's services for one request: within a budget, logged by outcome, and never with an exception."""

from __future__ import annotations

import json
import logging
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import services

from skill.value import Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from ask_sdk_model.services import ApiConfiguration, ApiResponse

    Call = Callable[[ApiConfiguration], ApiResponse]
    """A call of one of the SDK's service clients, made from the configuration, with ``full_response=True``."""

CALL_SECONDS = 1.5
"""For one call. Alexa's services answer within a few hundred milliseconds or not at all, and a person is waiting."""
TOTAL_SECONDS = 3.0
"""For all calls of a request. Alexa waits eight seconds in all, the store may need some, and so does a cold start."""

_log = logging.getLogger(__name__)


class Answer(Value):
    """What a service answered: the HTTP status, None when no answer came, and the body as JSON, None without one."""

    status: int | None = None
    body: Any = None


class ServiceCalls:
    """Calls services at ``endpoint`` with ``token``, both as the envelope has them; without one nothing is called."""

    def __init__(self, endpoint: str | None, token: str | None, *, call_seconds: float, total_seconds: float) -> None:
        self._endpoint = endpoint
        self._token = token
        self._call_seconds = call_seconds
        self._left = total_seconds

    def ask(self, service: str, call: Call) -> Answer:
        """The answer to a call; ``service`` names it in the log."""
        if not self._endpoint or not self._token or self._left <= 0:
            _log.warning("service %s: not called", service)
            return Answer()
        began = time.monotonic()
        try:
            return _answer(service, lambda: call(self._configuration()))
        finally:
            self._left -= time.monotonic() - began

    def _configuration(self) -> ApiConfiguration:
        from skill.alexa.api_client import BoundedApiClient

        client = BoundedApiClient(min(self._call_seconds, self._left))
        return services.ApiConfiguration(_JsonBodies(), client, self._token, self._endpoint)


class _JsonBodies(DefaultSerializer):  # type: ignore[misc]
    """Leaves what services answer as JSON made it, or None where it is none.

    The SDK's own serializer raises on every code that is newer than it is, on every error without a body, and makes
    a name out of any number or object.
    """

    def deserialize(self, payload: Any, obj_type: Any) -> Any:  # noqa: ARG002 - the SDK passes both by name
        # A body of opening brackets only is too deep for the parser.
        with suppress(ValueError, RecursionError):
            return json.loads(payload)
        return None


def _answer(service: str, call: Callable[[], ApiResponse]) -> Answer:
    try:
        response = call()
        answer = Answer(response.status_code, response.body)
    except services.ServiceException as refused:
        if refused.headers is None:  # there was no answer, which the SDK tells as a status 500
            return _no_answer(service, refused.__context__ or refused)
        answer = Answer(refused.status_code, refused.body)
    except Exception as wrong:  # whatever it is, the talk goes on without the service
        return _no_answer(service, wrong)
    _log.info("service %s: status %s", service, answer.status)
    return answer


def _no_answer(service: str, error: BaseException) -> Answer:
    _log.warning("service %s: no answer, %s", service, type(error).__name__)
    return Answer()
