"""A certificate chain to the key that signs: valid now, issued under a trusted root, and Alexa's own.

``cryptography`` calls its verification interface not yet stable, so it is used here and nowhere else.
"""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import certifi
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.alexa.verifier.fetch import LIMIT_BYTES
from skill.alexa.verifier.pem import certificates, readable_certificates
from skill.errors import NotFromAlexa

_NAME = "echo-api.amazon.com"
_LONGEST_CHAIN = 10
_SHORTEST_KEY_BITS = 2048

# What the library raises on a certificate that is well-formed and still makes no sense to it.
_ODD = (
    VerificationError,
    UnsupportedAlgorithm,
    ValueError,
    x509.DuplicateExtension,
    x509.ExtensionNotFound,
    x509.UnsupportedGeneralNameType,
)


class SigningKey(NamedTuple):
    """A key that Alexa signs with, and the time (aware) within which its whole chain is valid."""

    key: RSAPublicKey
    begins: datetime
    ends: datetime


@cache
def trusted_roots() -> Store:
    """The roots that browsers trust. Amazon has changed its issuer before, so none is singled out."""
    return Store(readable_certificates(Path(certifi.where()).read_bytes()))


def signing_key(text: bytes, roots: Store, now: datetime) -> SigningKey:
    """The key of the chain's first certificate; ``NotFromAlexa`` unless the chain holds at ``now`` (aware)."""
    if len(text) > LIMIT_BYTES:
        raise NotFromAlexa("certificate chain: it is too large")
    chain = certificates(text)
    if not 1 <= len(chain) <= _LONGEST_CHAIN:
        raise NotFromAlexa("certificate chain: it has no certificate, or too many")
    try:
        return _valid(chain, roots, now)
    except _ODD:
        raise NotFromAlexa(
            f"certificate chain: it must be valid now, for {_NAME}, and issued under a trusted root"
        ) from None


def _valid(chain: list[x509.Certificate], roots: Store, now: datetime) -> SigningKey:
    leaf, *others = chain
    verifier = PolicyBuilder().store(roots).time(now).build_server_verifier(x509.DNSName(_NAME))
    path = verifier.verify(leaf, others)
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    if _NAME not in names.get_values_for_type(x509.DNSName):
        raise NotFromAlexa(f"certificate chain: the certificate must name {_NAME} itself, not by a wildcard")
    key = leaf.public_key()
    # The library holds the authorities' keys to a least length, and not the key that they certify.
    if not isinstance(key, RSAPublicKey) or key.key_size < _SHORTEST_KEY_BITS:
        raise NotFromAlexa(f"certificate chain: the key must be RSA of at least {_SHORTEST_KEY_BITS} bits")
    return SigningKey(
        key,
        max(certificate.not_valid_before_utc for certificate in path),
        min(certificate.not_valid_after_utc for certificate in path),
    )
