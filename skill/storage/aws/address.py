"""Where a service is reached.

A service's address in a region: https://docs.aws.amazon.com/general/latest/gr/rande.html. The variables that name
another one: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html.
"""

from collections.abc import Mapping

from skill.storage.aws.trouble import BadEndpoint, NoRegion
from skill.value import Value

Environment = Mapping[str, str]

_DOMAINS = {"cn": "amazonaws.com.cn", "eusc": "amazonaws.eu"}
"""Where a region's first part says that its domain is not the usual one."""
_USUAL_PORTS = {True: 443, False: 80}


class Address(Value):
    """A host and a port, spoken to over TLS when ``secure``."""

    secure: bool
    host: str
    port: int

    @property
    def authority(self) -> str:
        """What the header ``Host`` says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _USUAL_PORTS[self.secure] else f"{host}:{self.port}"


def region_of(environment: Environment, region: str | None = None) -> str:
    """The region that was given or that the environment names. Raises ``NoRegion``."""
    name = region or environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION") or ""
    if not name.isascii() or not name.replace("-", "").isalnum():
        raise NoRegion
    return name


def dynamodb_address(environment: Environment, region: str, endpoint_url: str | None = None) -> Address:
    """Where DynamoDB is: at the endpoint that was given or that the environment names, else at home in the region.

    Raises ``BadEndpoint``.
    """
    named = endpoint_url or environment.get("AWS_ENDPOINT_URL_DYNAMODB") or environment.get("AWS_ENDPOINT_URL")
    if not named:
        domain = _DOMAINS.get(region.partition("-")[0], "amazonaws.com")
        return Address(True, f"dynamodb.{region}.{domain}", 443)
    address, path = parsed(named)
    if path != "/":
        raise BadEndpoint
    return address


def parsed(url: str) -> tuple[Address, str]:
    """The address of a URL, and the path and query to ask for there. Raises ``BadEndpoint``."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        host, port, secure = parts.hostname, parts.port, parts.scheme == "https"
    except ValueError:
        raise BadEndpoint from None
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    odd = "@" in parts.netloc or parts.fragment or not _is_plain(url)
    if odd or not host or parts.scheme not in ("http", "https"):
        raise BadEndpoint
    return Address(secure, host, port or _USUAL_PORTS[secure]), path


def _is_plain(text: str) -> bool:
    """Whether the text can stand in the head of a request."""
    return text.isascii() and text.isprintable() and " " not in text
