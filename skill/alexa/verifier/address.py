"""Where a certificate chain may be fetched from, by the rules of Amazon's page on hosting a skill as a web service.

Stricter than that page in one thing: only the letters that Amazon's own addresses use are allowed. So there is no
user, query, fragment, percent sign or backslash on which two readers of the address could disagree.
"""

import posixpath
import re
from functools import lru_cache
from urllib.parse import urlsplit

from skill.errors import NotFromAlexa

_HOST = "s3.amazonaws.com"
_FOLDER = "/echo.api/"
_PLAIN = re.compile(r"[A-Za-z0-9:/._~-]{1,256}")


@lru_cache(maxsize=32)
def certificate_address(given: str) -> str:
    """The address in its one normal form; ``NotFromAlexa`` when Amazon does not keep its certificates there."""
    if not _PLAIN.fullmatch(given):
        raise NotFromAlexa("certificate address: it holds a character that none of Amazon's has, or is too long")
    parts = urlsplit(given)
    host, colon, port = parts.netloc.partition(":")
    path = posixpath.normpath(parts.path)
    if parts.scheme != "https":
        raise NotFromAlexa("certificate address: the scheme must be https")
    if host.lower() != _HOST:
        raise NotFromAlexa(f"certificate address: the host must be {_HOST}")
    if colon and port != "443":
        raise NotFromAlexa("certificate address: the port must be 443")
    if not path.startswith(_FOLDER):
        raise NotFromAlexa(f"certificate address: the path must begin with {_FOLDER}")
    return f"https://{_HOST}{path}"
