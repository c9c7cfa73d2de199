"""Who we are to AWS: from the environment, where Lambda puts it, or from the endpoint that the environment names.

https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html. Profiles, single sign-on and the
roles of EC2 machines are not looked up: ``aws configure export-credentials --format env`` turns them into variables.
"""

from collections.abc import Mapping

from skill.storage.aws.trouble import BadCredentials
from skill.value import Value

_KEY, _SECRET, _TOKEN = "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"


class Credentials(Value):
    """An access key, its secret, and the token of a session, which is empty for a key that lasts.

    ``expires`` is in seconds since 1970; None says that nobody knows.
    """

    key: str
    secret: str
    token: str = ""
    expires: float | None = None

    def __repr__(self) -> str:
        return "Credentials(...)"


def named_credentials(environment: Mapping[str, str]) -> Credentials | None:
    """The credentials that stand in the environment, or None. Raises ``BadCredentials`` when half of them do."""
    key, secret = environment.get(_KEY, ""), environment.get(_SECRET, "")
    if not key and not secret:
        return None
    return checked(Credentials(key, secret, environment.get(_TOKEN, "")))


def checked(credentials: Credentials) -> Credentials:
    """The same. Raises ``BadCredentials`` when a part is missing or cannot stand in the head of a request."""
    together = credentials.key + credentials.secret + credentials.token
    plain = together.isascii() and together.isprintable() and " " not in together
    if not credentials.key or not credentials.secret or not plain:
        raise BadCredentials
    return credentials
