"""Signature Version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.

Only as much of it as DynamoDB needs, where every request is a POST to ``/`` with no query. The tests hold it against
botocore's own signer.
"""

import time

from skill.storage.aws.credentials import Credentials

try:
    # hashlib tries out fourteen algorithms when it is imported, which takes as long as a handshake.
    from _hashlib import hmac_digest
    from _hashlib import openssl_sha256 as sha256
except ImportError:  # a Python that was built without OpenSSL
    from hashlib import sha256
    from hmac import digest as hmac_digest  # type: ignore[assignment]

Headers = dict[str, str]

_ALGORITHM = "AWS4-HMAC-SHA256"


class Signer:
    """Signs requests to one service in one region. It remembers the key of the day, which takes four hashes."""

    def __init__(self, service: str, region: str) -> None:
        self._service = service
        self._region = region
        self._newest_key: tuple[tuple[str, str], bytes] = (("", ""), b"")

    def sign(self, headers: Headers, body: bytes, credentials: Credentials, at: float) -> Headers:
        """These headers (names in lower case) with the ones that make the request count, ``at`` seconds since 1970.

        All of them are signed, so none may be changed or added on the way.
        """
        stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(at))
        signed = {**headers, "x-amz-date": stamp}
        if credentials.token:
            signed["x-amz-security-token"] = credentials.token
        names = sorted(signed)
        lines = "".join([f"{name}:{signed[name]}\n" for name in names])
        listed = ";".join(names)
        request = f"POST\n/\n\n{lines}\n{listed}\n{sha256(body).hexdigest()}"
        scope = f"{stamp[:8]}/{self._region}/{self._service}/aws4_request"
        text = f"{_ALGORITHM}\n{stamp}\n{scope}\n{sha256(request.encode()).hexdigest()}"
        signature = hmac_digest(self._key(credentials.secret, stamp[:8]), text.encode(), "sha256").hex()
        signed["authorization"] = (
            f"{_ALGORITHM} Credential={credentials.key}/{scope}, SignedHeaders={listed}, Signature={signature}"
        )
        return signed

    def _key(self, secret: str, day: str) -> bytes:
        made_of, key = self._newest_key
        if made_of != (secret, day):
            key = f"AWS4{secret}".encode()
            for part in (day, self._region, self._service, "aws4_request"):
                key = hmac_digest(key, part.encode(), "sha256")
            self._newest_key = ((secret, day), key)
        return key
