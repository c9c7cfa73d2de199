"""The rules in their order: headers, address, chain, signature, and only then what the body says."""

from binascii import a2b_base64
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.verification import Store

from skill.alexa.verifier.address import certificate_address
from skill.alexa.verifier.chain import trusted_roots
from skill.alexa.verifier.envelope import check_envelope, read_envelope
from skill.alexa.verifier.fetch import fetch as fetch_over_tls
from skill.alexa.verifier.keys import SigningKeys
from skill.errors import NotFromAlexa

ADDRESS_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"

_ADDRESS = ADDRESS_HEADER.lower()
_SIGNATURE = SIGNATURE_HEADER.lower()
_PADDING = PKCS1v15()
_HASH = SHA256()


def utc_now() -> datetime:
    """The time now, aware."""
    return datetime.now(UTC)


class Verifier:
    """Verifies requests to one skill; made once and shared by all threads, for it keeps the keys it has fetched.

    ``skill_id`` None leaves the check of the skill id out. ``fetch`` returns what is at an address or raises
    ``OSError``, within its own time-out; ``clock`` returns an aware time.
    """

    def __init__(
        self,
        skill_id: str | None,
        *,
        fetch: Callable[[str], bytes] = fetch_over_tls,
        roots: Store | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self.skill_id = skill_id
        self._clock = clock
        self._keys = SigningKeys(fetch, trusted_roots() if roots is None else roots, clock)

    def verify(self, headers: Iterable[tuple[str, str]], body: bytes) -> dict[str, Any]:
        """The envelope, when the request comes from Alexa; ``NotFromAlexa``, which names the broken rule, if not.

        ``headers`` are names and values, a repeated header twice; ``body`` is what came over the wire, untouched.
        """
        self.check_signature(headers, body)
        envelope = read_envelope(body)
        check_envelope(envelope, self.skill_id, self._clock())
        return envelope

    def check_signature(self, headers: Iterable[tuple[str, str]], body: bytes) -> None:
        """The part of ``verify`` that comes before anything in the body is read."""
        address, signature = _two_headers(headers)
        decoded = _decoded(signature)
        key = self._keys.key(certificate_address(address))
        try:
            key.verify(decoded, body, _PADDING, _HASH)
        except InvalidSignature:
            raise NotFromAlexa("signature: it is not that of the body") from None


def _two_headers(headers: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Address and signature, each of which must be there once."""
    found: dict[str, list[str]] = {_ADDRESS: [], _SIGNATURE: []}
    for name, value in headers:
        values = found.get(name.lower())
        if values is not None:
            values.append(value)
    return _only(ADDRESS_HEADER, found[_ADDRESS]), _only(SIGNATURE_HEADER, found[_SIGNATURE])


def _only(name: str, values: list[str]) -> str:
    if len(values) != 1 or not values[0]:
        raise NotFromAlexa(f"headers: {name} must be there once")
    return values[0]


def _decoded(signature: str) -> bytes:
    """Before anything is fetched, for what is no signature at all is not worth a fetch."""
    try:
        return a2b_base64(signature, strict_mode=True)
    except ValueError:
        raise NotFromAlexa(f"headers: {SIGNATURE_HEADER} must be base64") from None
