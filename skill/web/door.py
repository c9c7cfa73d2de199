"""One request of Alexa's, from raw bytes to raw bytes: verified, read once, handled, written once, and logged.

Answers: 200 with the response envelope; 400 with nothing in it for whatever was not shown to come from Alexa, as the
certification tests demand; 500 with nothing in it when the skill fails. Neither log nor answer tells what was said.
"""

import logging
from collections.abc import Callable, Iterable
from secrets import token_hex
from time import perf_counter
from typing import Any, NamedTuple

import orjson

from skill.alexa.door import Handler
from skill.alexa.failures import without_words
from skill.errors import NotFromAlexa, StillFetching
from skill.logs import FACTS, in_request

Headers = Iterable[tuple[str, str]]
Verify = Callable[[Headers, bytes], dict[str, Any]]
"""Headers and body to the envelope; raises ``NotFromAlexa``: ``Verifier.verify`` or ``unverified``."""

_JSON = (("content-type", "application/json;charset=UTF-8"),)

_log = logging.getLogger(__name__)


class Answer(NamedTuple):
    """What goes back: the HTTP status, headers by lower-case name, and the body."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


class WebDoor:
    """The skill behind HTTP, for many threads. ``handler`` is called with verified envelopes only."""

    def __init__(self, handler: Handler, verify: Verify) -> None:
        self._handler = handler
        self._verify = verify

    def answer(self, headers: Headers, body: bytes, client: str = "") -> Answer:
        """The answer to ``POST /alexa``, and one line in the log. ``client`` is who sent it, for the log.

        Raises ``StillFetching`` when the request should be brought again in a moment; nothing is logged then.
        """
        began = perf_counter()
        try:
            envelope = self._verify(headers, body)
        except StillFetching:
            raise
        except NotFromAlexa as error:
            with in_request(made_id()):
                return refused(error, client)
        with in_request(_id_of(envelope)):
            return self._handled(envelope, began, client)

    def _handled(self, envelope: dict[str, Any], began: float, client: str) -> Answer:
        try:
            answer = Answer(200, _JSON, orjson.dumps(self._handler(envelope, None)))
        except NotFromAlexa as error:
            return refused(error, client)
        except Exception as error:  # whatever it is, Alexa must be answered
            _log.error("the skill failed: %s", without_words(error), extra={FACTS: _facts(500, began)})
            return Answer(500)
        _log.info("answered", extra={FACTS: _facts(200, began)})
        return answer


def refused(error: NotFromAlexa, client: str) -> Answer:
    """The answer to what is not from Alexa, and the line that names the broken rule."""
    facts = {"status": 400, "rule": str(error).partition(":")[0], "client": client}
    _log.warning("refused: %s", error, extra={FACTS: facts})
    return Answer(400)


def made_id() -> str:
    """An id for a request that has none of Alexa's."""
    return token_hex(8)


def _id_of(envelope: dict[str, Any]) -> str:
    request = envelope.get("request")
    given = request.get("requestId") if isinstance(request, dict) else None
    return given if isinstance(given, str) and given else made_id()


def _facts(status: int, began: float) -> dict[str, object]:
    return {"status": status, "ms": round((perf_counter() - began) * 1000, 1)}
