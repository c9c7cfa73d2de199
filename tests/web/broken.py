"""Requests that would pass, each with one thing broken: the table that the door must refuse.

Amazon's certification tests send such requests, and expect 400 for each.
"""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.web.pki import ALEXA, DAY, Authority, ec_key, pem, pem_block, rsa_key, self_signed
from tests.web.signing import SKILL_ID, Signer, now

Break = Callable[["Request"], object]

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


class Request:
    """A request that would pass, to be broken: change the chain, then the body, then the headers."""

    def __init__(self, signer: Signer) -> None:
        self.signer = signer
        self.body = signer.body()
        self.headers = signer.headers(self.body)

    def address(self, address: str) -> None:
        self.headers["SignatureCertChainUrl"] = address

    def signed(self, body: bytes) -> None:
        self.body, self.headers = body, self.signer.headers(body)

    def without(self, header: str) -> None:
        del self.headers[header]

    def leaf(self, **wrong: Any) -> None:
        self.signer.chain = pem(self.signer.intermediate.issue(**wrong), self.signer.intermediate.certificate)

    def request(self, **wrong: Any) -> None:
        """Sign an envelope whose request has other values."""
        self.signed(self.signer.body(wrong))

    def envelope(self, change: Callable[[dict[str, Any]], object]) -> None:
        envelope = json.loads(self.body)
        change(envelope)
        self.signed(json.dumps(envelope).encode())


HEADERS: dict[str, Break] = {
    "no headers": lambda r: r.headers.clear(),
    "no address": lambda r: r.without("SignatureCertChainUrl"),
    "an empty address": lambda r: r.address(""),
    "no signature": lambda r: r.without("Signature-256"),
    "an empty signature": lambda r: r.headers.update({"Signature-256": ""}),
    "the signature under its old name": lambda r: r.headers.update(Signature=r.headers.pop("Signature-256")),
    "two signatures as a server joins them": lambda r: r.headers.update({"Signature-256": twice(r, "Signature-256")}),
    "a signature that is not base64": lambda r: r.headers.update({"Signature-256": "!" + r.headers["Signature-256"]}),
    "a signature in base64 with a space in it": lambda r: r.headers.update(
        {"Signature-256": spaced(r.headers["Signature-256"])}
    ),
    "a signature in base64 that breaks off": lambda r: r.headers.update(
        {"Signature-256": r.headers["Signature-256"][:-1]}
    ),
    "a signature beyond ASCII": lambda r: r.headers.update({"Signature-256": "é"}),
}

ADDRESSES: dict[str, Break] = {
    "two as a server joins them": lambda r: r.address(twice(r, "SignatureCertChainUrl")),
} | {
    address: lambda r, address=address: r.address(address)
    for address in (
        "http://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "//s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "file:///echo.api/echo-api-cert.pem",
        "https://notamazon.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com.evil.example/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com./echo.api/echo-api-cert.pem",
        "https://evil.s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem",
        "https://s3.amazonaws.com/invalid.path/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.apix/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api",
        "https://s3.amazonaws.com/echo.api/",
        "https://s3.amazonaws.com",
        "https://s3.amazonaws.com//echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/../evil/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/./x/../../evil/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/%2e%2e/evil/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/%2E%2E%2Fevil/echo-api-cert.pem",
        "https://s3.amazonaws.com/%65cho.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/..\\evil\\echo-api-cert.pem",
        "https://s3.amazonaws.com:444/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:0443/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:443:443/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:https/echo.api/echo-api-cert.pem",
        "https://[s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://evil@s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com@evil.example/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem?x=1",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem?",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem#x",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem;x",
        "https://s3.amazonaws.com/echo.api/echo-\tapi-cert.pem",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem/é",
        "https://s3.amazonaws.com/echo.api/" + "x" * 256,
    )
}

CHAINS: dict[str, Break] = {
    "expired": lambda r: r.leaf(ends=now() - SECOND),
    "not valid yet": lambda r: r.leaf(begins=now() + HOUR),
    "for another name": lambda r: r.leaf(names=("example.com",)),
    "for a name that only begins like it": lambda r: r.leaf(names=(f"{ALEXA}.example.com",)),
    "for it by a wildcard": lambda r: r.leaf(names=("*.amazon.com",)),
    "for it in the common name alone": lambda r: r.leaf(names=()),
    "with an elliptic-curve key": lambda r: r.leaf(key=ec_key("leaf")),
    "with a short key": lambda r: r.leaf(key=rsa_key("short", 1024)),
    "self-signed": lambda r: setattr(r.signer, "chain", pem(self_signed(rsa_key()))),
    "under an unknown root": lambda r: setattr(r.signer, "chain", under_an_unknown_root()),
    "under an expired intermediate": lambda r: setattr(r.signer, "chain", under_an_expired_intermediate(r.signer)),
    "without its intermediate": lambda r: setattr(r.signer, "chain", pem(r.signer.intermediate.issue())),
    "an authority in place of a leaf": lambda r: setattr(r.signer, "chain", pem(r.signer.intermediate.certificate)),
    "the right one after a stranger's": lambda r: setattr(r.signer, "chain", strangers() + r.signer.chain),
    "no certificate": lambda r: setattr(r.signer, "chain", b""),
    "a page of HTML": lambda r: setattr(r.signer, "chain", b"<html><!-----></html>"),
    "a good one with a key beside it": lambda r: setattr(r.signer, "chain", r.signer.chain + a_public_key()),
    "a good one after another kind": lambda r: setattr(r.signer, "chain", a_public_key() + r.signer.chain),
    "cut short": lambda r: setattr(r.signer, "chain", r.signer.chain[:-20]),
    "not base64": lambda r: setattr(r.signer, "chain", r.signer.chain.replace(b"=", b"")[:200] + pem_block(b"")[27:]),
    "not a certificate": lambda r: setattr(r.signer, "chain", pem_block(b"\x30\x03\x02\x01\x01")),
    "too large": lambda r: setattr(r.signer, "chain", r.signer.chain + b" " * 65536),
    "too long": lambda r: setattr(r.signer, "chain", r.signer.chain * 6),
}

SIGNATURES: dict[str, Break] = {
    "of another body": lambda r: r.headers.update(r.signer.headers(r.signer.body(age=SECOND))),
    "by another key": lambda r: r.headers.update(r.signer.headers(r.body, key=rsa_key("stranger"))),
    "before a space was added": lambda r: setattr(r, "body", r.body + b" "),
    "before the body went": lambda r: setattr(r, "body", b""),
    "short": lambda r: r.headers.update({"Signature-256": "AAAA"}),
}

BODIES: dict[str, Break] = {
    "stale": lambda r: r.signed(r.signer.body(age=152 * SECOND)),
    "from the future": lambda r: r.signed(r.signer.body(age=-153 * SECOND)),
    "a skill event of over an hour": lambda r: r.signed(event(r.signer, 2 * SECOND + HOUR)),
    "a skill event from the future": lambda r: r.signed(event(r.signer, -153 * SECOND)),
    "a stale request that calls itself almost an event": lambda r: r.signed(
        r.signer.body({"type": "xAlexaSkillEvent.SkillEnabled"}, age=HOUR / 2)
    ),
    "with no timestamp": lambda r: r.request(timestamp=None),
    "with a numeric timestamp": lambda r: r.request(timestamp=int(now().timestamp())),
    "with a naive timestamp": lambda r: r.request(timestamp=now().replace(tzinfo=None).isoformat()),
    "with a timestamp that is none": lambda r: r.request(timestamp="just now"),
    "from the first hour of time": lambda r: r.request(timestamp="0001-01-01T00:00:00+23:59"),
    "from the last hour of time": lambda r: r.request(timestamp="9999-12-31T23:59:59-23:59"),
    "with no request": lambda r: r.envelope(lambda envelope: envelope.pop("request")),
    "with a list for a request": lambda r: r.envelope(lambda envelope: envelope.update(request=["now"])),
    "for another skill": lambda r: r.signed(r.signer.body(skill_id=f"{SKILL_ID}0")),
    "for no skill": lambda r: r.envelope(lambda envelope: envelope.pop("context")),
    "for a list of skills": lambda r: r.envelope(
        lambda envelope: envelope["context"]["System"]["application"].update(applicationId=[SKILL_ID])
    ),
    "empty": lambda r: r.signed(b""),
    "not UTF-8": lambda r: r.signed(b'\xff{"request": {}}'),
    "UTF-16": lambda r: r.signed(r.body.decode().encode("utf-16")),
    "not JSON": lambda r: r.signed(r.body[:-1]),
    "a JSON list": lambda r: r.signed(b"[" + r.body + b"]"),
    "a JSON string": lambda r: r.signed(b'"request"'),
    "nested without end": lambda r: r.signed(b"[" * 100_000),
    "with an endless number": lambda r: r.signed(b'{"request": ' + b"9" * 10_000 + b"}"),
}


def twice(request: Request, header: str) -> str:
    return f"{request.headers[header]},{request.headers[header]}"


def spaced(text: str) -> str:
    return f"{text[:4]} {text[4:]}"


def under_an_unknown_root() -> bytes:
    stranger = Authority.root("Strange Root")
    between = stranger.intermediate("Strange Intermediate")
    return pem(between.issue(), between.certificate, stranger.certificate)


def under_an_expired_intermediate(signer: Signer) -> bytes:
    expired = signer.root.intermediate(ends=now() - DAY)
    return pem(expired.issue(), expired.certificate)


def strangers() -> bytes:
    return pem(self_signed(rsa_key("stranger")))


def a_public_key() -> bytes:
    return pem(self_signed(rsa_key()), label="PUBLIC KEY")


def event(signer: Signer, age: timedelta) -> bytes:
    return signer.body({"type": "AlexaSkillEvent.SkillDisabled"}, age=age)
