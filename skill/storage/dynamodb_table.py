"""Asking one DynamoDB table, in bounded time and with errors that quote nothing.

botocore is loaded at the first question: it is most of what this store costs
(docs/decisions/0024-stores.md). Its own messages may quote what was sent, so none of them is passed on.
"""

import logging
from threading import Lock
from typing import Any

from skill.deadline import within
from skill.errors import StoreUnavailable, WriteConflict
from skill.storage import CONFLICT

_ACCESS = "this process may not use the table: allow it dynamodb:GetItem, dynamodb:PutItem and dynamodb:DeleteItem"
_CREDENTIALS = "AWS has not accepted the credentials: check the function's role, or AWS's own variables"
_THROTTLED = "the table takes no more requests now: give it on-demand capacity or more of it"
_ADVICE = {
    "AccessDeniedException": _ACCESS,
    "ExpiredTokenException": _CREDENTIALS,
    "InvalidSignatureException": _CREDENTIALS,
    "ModuleNotFoundError": "botocore is missing: install what the extra called dynamodb names",
    "NoCredentialsError": "there are no credentials: check the function's role, or AWS's own variables",
    "NoRegionError": "there is no region: set AWS_DEFAULT_REGION",
    "PartialCredentialsError": _CREDENTIALS,
    "ProvisionedThroughputExceededException": _THROTTLED,
    "RequestLimitExceeded": _THROTTLED,
    "ResourceNotFoundException": "there is no such table: check CASE_COMPASS_STORE and AWS_DEFAULT_REGION",
    "StrangeAnswerError": "what answered is not DynamoDB: check the endpoint and the network",
    "ThrottlingException": _THROTTLED,
    "TimeoutError": "there was no answer within the time-out",
    "UnrecognizedClientException": _CREDENTIALS,
    "ValidationException": "the request does not fit the table: its key must be person, a string, and nothing else",
}


class StrangeAnswerError(Exception):
    """An answer lacks what DynamoDB was asked to put into every answer."""


class Table:
    """One table. ``endpoint_url`` and ``region`` may be None, where AWS's own variables say them."""

    def __init__(self, name: str, endpoint_url: str | None, region: str | None, timeout_seconds: float) -> None:
        self.name = name
        self._endpoint_url = endpoint_url
        self._region = region
        self._timeout_seconds = timeout_seconds
        self._client: Any = None
        self._lock = Lock()

    def ask(self, what: str, operation: str, **parameters: Any) -> dict[str, Any]:
        """The answer to one operation of botocore's client; ``what`` names it in an error.

        Raises ``WriteConflict`` when a condition did not hold, and ``StoreUnavailable`` for everything else, within
        the time-out.
        """
        try:
            return within(self._timeout_seconds, lambda: self._ask_twice(operation, parameters))
        except Exception as error:  # whatever AWS, botocore or the system come up with
            name = _name(error)
            if name == "ConditionalCheckFailedException":
                raise WriteConflict(CONFLICT) from None
            advice = _ADVICE.get(name, "check the network, the endpoint and the health of the service")
            raise StoreUnavailable(f"cannot {what} in the table {self.name}: {name}; {advice}") from None

    def close(self) -> None:
        """Let go of the connections; the next question makes new ones."""
        client, self._client = self._client, None
        if client is not None:
            client.close()

    def _ask_twice(self, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """Ask again when the connection or the service broke, as a connection does that Lambda froze.

        A write is asked once: if only its answer was lost, a second one would find the first in its way.
        """
        try:
            return self._ask_once(operation, parameters)
        except Exception as error:
            if operation == "put_item" or not _is_passing(error):
                raise
            return self._ask_once(operation, parameters)

    def _ask_once(self, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
        request = getattr(self._connected(), operation)
        answer: dict[str, Any] = request(TableName=self.name, ReturnConsumedCapacity="TOTAL", **parameters)
        # botocore takes any page with status 200 for the answer "there is no such item"; this tells them apart.
        if "ConsumedCapacity" not in answer:
            raise StrangeAnswerError
        return answer

    def _connected(self) -> Any:
        if not self._lock.acquire(timeout=self._timeout_seconds):
            raise TimeoutError
        try:
            if self._client is None:
                self._client = make_client(self._endpoint_url, self._region, self._timeout_seconds)
            return self._client
        finally:
            self._lock.release()


def make_client(endpoint_url: str | None, region: str | None, timeout_seconds: float) -> Any:
    """A client of botocore's; each step has half of the time, so that some is left to ask again."""
    from botocore.config import Config
    from botocore.session import Session

    # At DEBUG it would log what is sent and received.
    logging.getLogger("botocore").setLevel(logging.INFO)
    config = Config(
        connect_timeout=timeout_seconds / 2,
        read_timeout=timeout_seconds / 2,
        retries={"total_max_attempts": 1, "mode": "standard"},
    )
    return Session().create_client("dynamodb", region_name=region, endpoint_url=endpoint_url, config=config)


def _is_passing(error: Exception) -> bool:
    """Whether the connection broke, or the service says that the fault is its own."""
    from botocore.exceptions import ClientError, HTTPClientError

    if isinstance(error, ClientError):
        return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)) >= 500
    return isinstance(error, HTTPClientError)


def _name(error: Exception) -> str:
    """AWS's code when we know it, since an answer may hold anything in its place; else the kind of error."""
    code = (getattr(error, "response", None) or {}).get("Error", {}).get("Code")
    return code if code in _ADVICE else type(error).__name__
