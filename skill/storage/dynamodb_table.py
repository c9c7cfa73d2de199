"""Asking one DynamoDB table, in bounded time and with errors that quote nothing."""

import time
from ssl import SSLCertVerificationError
from threading import Lock
from typing import Any

from skill.errors import StoreUnavailable, WriteConflict
from skill.storage import CONFLICT
from skill.storage.aws.dynamodb import DynamoDb
from skill.storage.aws.trouble import Refused, StrangeAnswer

_ACCESS = "this process may not use the table: allow it dynamodb:GetItem, dynamodb:PutItem and dynamodb:DeleteItem"
_CREDENTIALS = "AWS has not accepted the credentials: check the function's role, or AWS's own variables"
_THROTTLED = "the table takes no more requests now: give it on-demand capacity or more of it"
_VARIABLES = "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for credentials that end, AWS_SESSION_TOKEN"
_ADVICE = {
    "AccessDeniedException": _ACCESS,
    "BadCredentials": f"a part of the credentials is missing, or holds a space: set {_VARIABLES} anew",
    "BadBundle": "the file that AWS_CA_BUNDLE names must be there and hold certificates",
    "BadEndpoint": "AWS_ENDPOINT_URL_DYNAMODB must be http or https, a host and perhaps a port",
    "BadGiver": "AWS_CONTAINER_CREDENTIALS_FULL_URI must be https, or on this machine or the container's host",
    "ExpiredTokenException": _CREDENTIALS,
    "InvalidSignatureException": _CREDENTIALS,
    "NoAnswerAboutCredentials": "the endpoint in AWS_CONTAINER_CREDENTIALS_FULL_URI (or _RELATIVE_URI) gives none",
    "NoCredentials": "there are no credentials: check the function's role; elsewhere set"
    f" {_VARIABLES} (aws configure export-credentials --format env writes them for a profile)",
    "NoRegion": "there is no region: set AWS_REGION",
    "ProvisionedThroughputExceededException": _THROTTLED,
    "RequestLimitExceeded": _THROTTLED,
    "ResourceNotFoundException": "there is no such table: check CASE_COMPASS_STORE and AWS_REGION",
    "SSLCertVerificationError": "nobody whom we trust vouches for the endpoint: check its name and AWS_CA_BUNDLE",
    "StrangeAnswer": "what answered is not DynamoDB: check the endpoint and the network",
    "ThrottlingException": _THROTTLED,
    "TimeoutError": "there was no answer within the time-out",
    "UnrecognizedClientException": _CREDENTIALS,
    "ValidationException": "the request does not fit the table: its key must be person, a string, and nothing else",
}


class Table:
    """One table. ``endpoint_url`` and ``region`` may be None, where AWS's own variables say them."""

    def __init__(self, name: str, endpoint_url: str | None, region: str | None, timeout_seconds: float) -> None:
        self.name = name
        self._endpoint_url = endpoint_url
        self._region = region
        self._timeout_seconds = timeout_seconds
        self._client: DynamoDb | None = None
        self._lock = Lock()

    def ask(self, what: str, operation: str, **parameters: Any) -> dict[str, Any]:
        """The answer to an operation such as ``GetItem``; ``what`` names it in an error.

        Raises ``WriteConflict`` when a condition did not hold, and ``StoreUnavailable`` for everything else, within
        the time-out.
        """
        try:
            return self._ask_in_time(operation, {"TableName": self.name, **parameters})
        except Exception as error:  # whatever AWS or the system come up with
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

    def _ask_in_time(self, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """Ask again when the connection or the service broke, as a connection does that Lambda froze.

        A write is asked once: if only its answer was lost, a second one would find the first in its way.
        """
        now = time.monotonic()
        over = now + self._timeout_seconds
        if operation == "PutItem":
            return self._ask_once(operation, parameters, over)
        try:
            return self._ask_once(operation, parameters, now + self._timeout_seconds / 2)
        except (OSError, Refused, StrangeAnswer) as error:
            if not _is_passing(error):
                raise
            return self._ask_once(operation, parameters, over)

    def _ask_once(self, operation: str, parameters: dict[str, Any], until: float) -> dict[str, Any]:
        answer = self._connected().call(operation, {**parameters, "ReturnConsumedCapacity": "TOTAL"}, until)
        # Any object would do for the answer "there is no such item"; this one is what we asked for.
        if not isinstance(answer.get("ConsumedCapacity"), dict):
            raise StrangeAnswer
        return answer

    def _connected(self) -> DynamoDb:
        with self._lock:
            if self._client is None:
                self._client = DynamoDb(self._endpoint_url, self._region)
            return self._client


def _is_passing(error: Exception) -> bool:
    """Whether the connection broke, the answer was damaged, or the service says that the fault is its own."""
    if isinstance(error, Refused):
        return error.status >= 500
    return not isinstance(error, SSLCertVerificationError)


def _name(error: Exception) -> str:
    """AWS's code when we know it, since an answer may hold anything in its place; else the kind of error."""
    if not isinstance(error, Refused):
        return type(error).__name__
    known = error.code in _ADVICE or error.code == "ConditionalCheckFailedException"
    return error.code if known else f"status {error.status}"
