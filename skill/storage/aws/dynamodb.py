"""One call of DynamoDB's interface: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html."""

import json
import os
import time
from binascii import crc32
from collections.abc import Mapping
from typing import Any

from skill.storage.aws.address import dynamodb_address, region_of
from skill.storage.aws.answer import Answer
from skill.storage.aws.connections import Connections
from skill.storage.aws.container import ContainerCredentials
from skill.storage.aws.credentials import named_credentials
from skill.storage.aws.signature import Signer
from skill.storage.aws.trouble import Refused, StrangeAnswer

_KIND = "application/x-amz-json-1.0"
_CLOCK_SECONDS = 60
"""Clocks that differ by less are right; AWS allows five minutes."""
_CLOCK_CODES = ("InvalidSignatureException", "RequestExpired", "RequestTimeTooSkewed")
_EXPIRED_CODES = ("ExpiredToken", "ExpiredTokenException", "UnrecognizedClientException")


class DynamoDb:
    """A client for any number of threads. Raises ``Trouble`` when it is made where nothing says the region."""

    def __init__(
        self, endpoint_url: str | None, region: str | None, environment: Mapping[str, str] = os.environ
    ) -> None:
        region = region_of(environment, region)
        address = dynamodb_address(environment, region, endpoint_url)
        self._host = address.authority
        self._connections = Connections(address, environment)
        self._environment = environment
        self._container = ContainerCredentials(environment)
        self._signer = Signer("dynamodb", region)
        self._clock_is_off = 0.0

    def call(self, operation: str, parameters: Mapping[str, Any], until: float) -> dict[str, Any]:
        """The answer to an operation such as ``GetItem``, by ``until`` (of ``time.monotonic()``).

        Raises ``Trouble`` or ``OSError``. What was refused for our clock or for credentials that ended was surely not
        done, so it is sent once more when those could be put right.
        """
        body = json.dumps(parameters, separators=(",", ":"), ensure_ascii=False).encode()
        answer = self._exchange(operation, body, until)
        if answer.status == 400 and self._is_put_right(answer):
            answer = self._exchange(operation, body, until)
        return _content(answer)

    def close(self) -> None:
        """Let go of the connections; the next call opens new ones."""
        self._connections.close()

    def _exchange(self, operation: str, body: bytes, until: float) -> Answer:
        credentials = named_credentials(self._environment) or self._container.current(until)
        headers = {"content-type": _KIND, "host": self._host, "x-amz-target": f"DynamoDB_20120810.{operation}"}
        signed = self._signer.sign(headers, body, credentials, time.time() + self._clock_is_off)
        lines = "".join([f"{name}: {value}\r\n" for name, value in signed.items()])
        head = f"POST / HTTP/1.1\r\n{lines}content-length: {len(body)}\r\n\r\n"
        return self._connections.exchange(head.encode("ascii") + body, until)

    def _is_put_right(self, answer: Answer) -> bool:
        """Take the service's time for ours, or fetch new credentials, when that is what it asks for."""
        code = _code(answer)
        if code in _EXPIRED_CODES and not named_credentials(self._environment):
            self._container.forget()
            return True
        off = _seconds_ahead(answer) if code in _CLOCK_CODES else None
        if off is None or abs(off - self._clock_is_off) < _CLOCK_SECONDS:
            return False
        self._clock_is_off = off
        return True


def _content(answer: Answer) -> dict[str, Any]:
    """What a good answer says. Raises ``Refused`` for another, ``StrangeAnswer`` for a damaged one."""
    if answer.status != 200:
        raise Refused(answer.status, _code(answer))
    checksum = answer.headers.get("x-amz-crc32")
    content = _object(answer.body)
    if content is None or (checksum is not None and checksum != str(crc32(answer.body))):
        raise StrangeAnswer
    return content


def _code(answer: Answer) -> str:
    """What the service calls the reason, without the name space before it; empty when it gave none."""
    kind = (_object(answer.body) or {}).get("__type")
    return kind.rpartition("#")[2] if isinstance(kind, str) else ""


def _object(body: bytes) -> dict[str, Any] | None:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _seconds_ahead(answer: Answer) -> float | None:
    """How far the service's clock is ahead of ours, or None when its answer does not say."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(answer.headers["date"]).timestamp() - time.time()
    except (KeyError, ValueError):
        return None
