"""PEM text to certificates, by one reading that everything else shares.

The chain is validated and the key is taken from the same list. Two readings, one that takes the first block of any
label and one that takes the first CERTIFICATE, let a stranger's key pass under Amazon's certificate.
"""

import base64
import re
import warnings

from cryptography import x509

from skill.errors import NotFromAlexa

_BLOCK = re.compile(rb"-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----")
_DASHES = b"-----"
_UNREADABLE = (ValueError, x509.InvalidVersion)


def blocks(text: bytes) -> list[bytes]:
    """The DER bytes of each block; ``NotFromAlexa`` when there is any other block than certificates."""
    if _DASHES in _BLOCK.sub(b"", text):
        raise NotFromAlexa("certificate chain: it must hold nothing but certificates")
    try:
        return [base64.b64decode(b"".join(body.split()), validate=True) for body in _BLOCK.findall(text)]
    except ValueError:
        raise NotFromAlexa("certificate chain: a certificate is not base64") from None


def certificates(text: bytes) -> list[x509.Certificate]:
    """Every certificate, in order; ``NotFromAlexa`` when one cannot be read."""
    try:
        return [x509.load_der_x509_certificate(block) for block in blocks(text)]
    except _UNREADABLE:
        raise NotFromAlexa("certificate chain: a certificate cannot be read") from None


def readable_certificates(text: bytes) -> list[x509.Certificate]:
    """Every certificate that can be read: one odd root in a list of trusted ones must not take the others away."""
    found = []
    with warnings.catch_warnings():
        # Some old roots have serial numbers that the library warns of, and will refuse one day.
        warnings.simplefilter("ignore")
        for block in blocks(text):
            try:
                found.append(x509.load_der_x509_certificate(block))
            except _UNREADABLE:
                continue
    return found
