"""The hostile requests: each a request that would pass with one thing wrong, or a bucket that serves something wrong.

What is wrong in the request itself is told in tests/web/broken.py; what the bucket may do is told here.
"""

import base64
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.padding import AsymmetricPadding

from tests.security.bucket import (
    Answer,
    endlessly,
    no_http,
    silent,
    slow_to_begin,
    slowly,
    status,
    with_body,
)
from tests.web.broken import ADDRESSES, BODIES, CHAINS, HEADERS, SECOND, SIGNATURES, Break, Request, strangers
from tests.web.pki import pem, rsa_key
from tests.web.signing import ADDRESS, Signer

Served = Callable[[bytes], Answer]
"""What the bucket answers, from the chain that the signer has."""


class Case(NamedTuple):
    """One hostile request.

    ``rules`` are how the reason in the log may begin. ``fetches`` when the bucket is asked for the chain, which it
    serves as ``served`` says, or else as the signer has it.
    """

    name: str
    broken: Break
    rules: tuple[str, ...]
    fetches: bool = False
    served: Served | None = None

    @property
    def path(self) -> str:
        """Where in the bucket the case's own chain is."""
        return "/echo.api/" + re.sub(r"[^a-z0-9]+", "-", self.name.lower()) + ".pem"


def _as_it_is(_request: Request) -> None:
    """Nothing is wrong with the request itself."""


def _signed_with(scheme: AsymmetricPadding, digest: hashes.HashAlgorithm) -> Break:
    def broken(request: Request) -> None:
        signature = rsa_key().sign(request.body, scheme, digest)
        request.headers["Signature-256"] = base64.b64encode(signature).decode()

    return broken


def _reversed(request: Request) -> None:
    signer = request.signer
    signer.chain = pem(signer.intermediate.certificate, signer.intermediate.issue())


def _by_an_extra_one(request: Request) -> None:
    request.signer.chain += strangers()
    request.headers.update(request.signer.headers(request.body, key=rsa_key("stranger")))


def _under_another_label(request: Request) -> None:
    """One reader takes the first block of any label, another the first that is called CERTIFICATE."""
    signer = request.signer
    signer.chain = pem(signer.intermediate.issue(), label="TRUSTED CERTIFICATE") + strangers()
    signer.chain += pem(signer.intermediate.certificate)
    request.headers.update(signer.headers(request.body, key=rsa_key("stranger")))


def _ten_megabytes(request: Request) -> None:
    request.signed(request.body + b" " * 10_000_000)


def _whatever_the_chain(answer: Answer) -> Served:
    return lambda _chain: answer


MORE_CHAINS: dict[str, Break] = {
    "out of order": _reversed,
    "Amazon's under another label before a stranger's that signs": _under_another_label,
}
MORE_SIGNATURES: dict[str, Break] = {
    "with SHA-1": _signed_with(padding.PKCS1v15(), hashes.SHA1()),  # noqa: S303 - Amazon's old signature
    "with SHA-512": _signed_with(padding.PKCS1v15(), hashes.SHA512()),
    "padded as PSS": _signed_with(padding.PSS(padding.MGF1(hashes.SHA256()), 32), hashes.SHA256()),
}
MORE_BODIES: dict[str, Break] = {
    "sent again after 151 seconds": lambda r: r.signed(r.signer.body(age=151 * SECOND)),
}
OTHER_THINGS: dict[str, Answer] = {
    "has nothing there": status(404),
    "is broken": status(500),
    "sends elsewhere on its own host": with_body(b"", 302, Location="https://s3.amazonaws.com/elsewhere.pem"),
    "sends elsewhere on another host": with_body(b"", 301, Location="https://evil.example/echo.api/x.pem"),
    "sends elsewhere without TLS": with_body(b"", 307, Location="http://s3.amazonaws.com/echo.api/x.pem"),
    "serves 10 MB": with_body(b"x" * 10_000_000),
    "serves without end": endlessly,
    "serves a byte now and then": slowly,
    "begins a byte now and then": slow_to_begin,
    "is silent": silent,
    "speaks no HTTP": no_http,
    "serves a page of HTML": with_body(b"<html>not here</html>"),
}
OTHER_STATUSES = (206, 302, 403, 404, 500)
"""Beside which the bucket sends the chain that would be right."""
BUCKETS: dict[str, Served] = {name: _whatever_the_chain(answer) for name, answer in OTHER_THINGS.items()} | {
    f"sends the chain with status {code}": partial(with_body, code=code) for code in OTHER_STATUSES
}


def _cases() -> Iterator[Case]:
    yield from (Case(f"headers: {name}", broken, ("headers",)) for name, broken in HEADERS.items())
    for name, broken in ADDRESSES.items():
        # What is no ASCII, a server may not even pass on.
        rules = ("certificate address",) if name.isascii() else ("certificate address", "headers")
        yield Case(f"address: {name}", broken, rules)
    for name, broken in (CHAINS | MORE_CHAINS).items():
        yield Case(f"chain: {name}", broken, ("certificate chain",), fetches=True)
    yield Case(
        "chain: a good one with an extra certificate whose key signs", _by_an_extra_one, ("signature",), fetches=True
    )
    for name, served in BUCKETS.items():
        yield Case(f"the bucket {name}", _as_it_is, ("certificate chain",), fetches=True, served=served)
    for name, broken in (SIGNATURES | MORE_SIGNATURES).items():
        yield Case(f"signature: {name}", broken, ("signature",))
    for name, broken in (BODIES | MORE_BODIES).items():
        yield Case(f"body: {name}", broken, ("envelope", "timestamp"))
    yield Case("body: 10 MB", _ten_megabytes, ("body",))


CASES = {case.name: case for case in _cases()}


def prepared(case: Case, signer: Signer, address: str) -> Request:
    """The case's request by the signer, whose chain is at ``address``; the signer has the case's chain afterwards."""
    request = Request(signer)
    case.broken(request)
    if request.headers.get("SignatureCertChainUrl") == ADDRESS:
        request.address(address)
    return request
