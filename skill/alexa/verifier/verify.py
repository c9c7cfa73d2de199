"""The rules in their order: headers, address, chain, signature, and only then what the body says."""

import base64
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.verification import Store

from skill.alexa.verifier.address import certificate_address
from skill.alexa.verifier.chain import trusted_roots
from skill.alexa.verifier.envelope import check_envelope
from skill.alexa.verifier.fetch import fetch as fetch_over_tls
from skill.alexa.verifier.keys import SigningKeys
from skill.errors import NotFromAlexa

ADDRESS_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"


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

    def verify(self, headers: Iterable[tuple[str, str]], body: bytes) -> None:
        """Return when the request comes from Alexa; otherwise raise ``NotFromAlexa``, which names the broken rule.

        ``headers`` are names and values, a repeated header twice; ``body`` is what came over the wire, untouched.
        """
        given = list(headers)
        address = _only(given, ADDRESS_HEADER)
        signature = _decoded(_only(given, SIGNATURE_HEADER))
        key = self._keys.key(certificate_address(address))
        _check_signature(key, signature, body)
        check_envelope(body, self.skill_id, self._clock())


def _only(headers: list[tuple[str, str]], name: str) -> str:
    values = [value for given, value in headers if given.lower() == name.lower()]
    if len(values) != 1 or not values[0]:
        raise NotFromAlexa(f"headers: {name} must be there once")
    return values[0]


def _decoded(signature: str) -> bytes:
    """Before anything is fetched, for what is no signature at all is not worth a fetch."""
    try:
        return base64.b64decode(signature, validate=True)
    except ValueError:
        raise NotFromAlexa(f"headers: {SIGNATURE_HEADER} must be base64") from None


def _check_signature(key: RSAPublicKey, signature: bytes, body: bytes) -> None:
    try:
        key.verify(signature, body, PKCS1v15(), SHA256())
    except InvalidSignature:
        raise NotFromAlexa("signature: it is not that of the body") from None
