"""Credentials from an endpoint beside the process, as Lambda with SnapStart, ECS and EKS give them.

https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html. They last for hours at most and
are fetched again before they end.
"""

import json
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from threading import Lock

from skill.storage.aws.address import Address, parsed
from skill.storage.aws.connections import Connections
from skill.storage.aws.credentials import Credentials, checked
from skill.storage.aws.trouble import (
    BadCredentials,
    BadEndpoint,
    BadGiver,
    NoAnswerAboutCredentials,
    NoCredentials,
    Trouble,
)

_RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
_FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
_TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN"  # noqa: S105 - a variable's name
_TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"  # noqa: S105

_ECS = Address(False, "169.254.170.2", 80)
_NEIGHBOURS = (_ECS.host, "169.254.170.23", "fd00:ec2::23", "localhost")
"""The hosts that may be asked without TLS, besides the loopback's addresses: those of ECS and EKS."""

_PATIENCE_SECONDS = 1.0
_RENEW_SECONDS = 600
"""Credentials are fetched again when they last for no longer than this."""
_PAUSE_SECONDS = 30
"""How long the endpoint is left alone after it was asked, as long as the credentials at hand have not ended."""


class ContainerCredentials:
    """The credentials of the endpoint that the environment names, fetched when needed and shared by all threads."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._kept: Credentials | None = None
        self._not_before = 0.0
        self._lock = Lock()

    def current(self, until: float) -> Credentials:
        """Credentials that last. Raises ``Trouble`` or ``OSError``, by ``until`` (of ``time.monotonic()``)."""
        kept = self._kept
        if kept and _lasts(kept, 0 if time.monotonic() < self._not_before else _RENEW_SECONDS):
            return kept
        if not self._lock.acquire(timeout=max(0.0, until - time.monotonic())):
            raise TimeoutError
        try:
            return self._fetched(kept, min(until, time.monotonic() + _PATIENCE_SECONDS))
        finally:
            self._lock.release()

    def forget(self) -> None:
        """Fetch new ones at the next use, because the ones at hand were refused."""
        self._kept = None

    def _fetched(self, known: Credentials | None, until: float) -> Credentials:
        kept = self._kept
        if kept and kept is not known:  # another thread was first
            return kept
        self._not_before = time.monotonic() + _PAUSE_SECONDS
        try:
            self._kept = _fetch(self._environment, until)
        except (Trouble, OSError):
            if not kept or not _lasts(kept, 0):
                raise
            return kept
        return self._kept


def _lasts(credentials: Credentials, seconds: float) -> bool:
    return credentials.expires is not None and credentials.expires - time.time() > seconds


def _fetch(environment: Mapping[str, str], until: float) -> Credentials:
    address, path = _endpoint(environment)
    head = (
        f"GET {path} HTTP/1.1\r\nHost: {address.authority}\r\nAccept: application/json\r\n{_permit(environment)}\r\n"
    )
    endpoint = Connections(address, environment)
    try:
        answer = endpoint.exchange(head.encode("ascii"), until)
    finally:
        endpoint.close()
    if answer.status != 200:
        raise NoAnswerAboutCredentials
    return _read(answer.body)


def _endpoint(environment: Mapping[str, str]) -> tuple[Address, str]:
    """The endpoint and the path there. Raises ``NoCredentials`` or ``BadGiver``."""
    relative, full = environment.get(_RELATIVE), environment.get(_FULL)
    if not relative and not full:
        raise NoCredentials
    try:
        address, path = parsed(f"http://{_ECS.host}{relative}" if relative else full or "")
    except BadEndpoint:
        raise BadGiver from None
    allowed = address == _ECS if relative else address.secure or _is_near(address.host)
    if not allowed:
        raise BadGiver
    return address, path


def _is_near(host: str) -> bool:
    from ipaddress import ip_address

    try:
        return host in _NEIGHBOURS or ip_address(host).is_loopback
    except ValueError:
        return False


def _permit(environment: Mapping[str, str]) -> str:
    """The header that shows that we may ask, or nothing where none is needed."""
    file = environment.get(_TOKEN_FILE)
    token = Path(file).read_text() if file else environment.get(_TOKEN, "")
    if not token:
        return ""
    if not token.isascii() or not token.isprintable():
        raise BadCredentials
    return f"Authorization: {token}\r\n"


def _read(body: bytes) -> Credentials:
    try:
        told = json.loads(body)
        expires = datetime.fromisoformat(told["Expiration"]).timestamp()
        return checked(Credentials(told["AccessKeyId"], told["SecretAccessKey"], told["Token"], expires))
    except (ValueError, KeyError, TypeError, BadCredentials):
        raise NoAnswerAboutCredentials from None
