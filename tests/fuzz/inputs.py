"""One input after another: a body and the headers that come with it, the same ones for the same seed."""

import base64
import json
from collections.abc import Mapping
from random import Random
from types import MappingProxyType
from typing import NamedTuple

from simulator.envelope import Json
from skill.web.app import BODY_LIMIT_BYTES
from tests.fuzz.genuine import envelope, states
from tests.fuzz.structure import changed
from tests.fuzz.written import as_bytes, damaged

HEADERS = (
    "SignatureCertChainUrl",
    "Signature-256",
    "Content-Type",
    "Signature",
    "Content-Encoding",
    "Content-Length",
)
VALUES = (
    "", " ", "x", "AAAA", "====", "A" * 4000, "\xe9", "\x00", "https://s3.amazonaws.com/echo.api/../x.pem",
    "text/html", "https://s3.amazonaws.com/echo.api/other.pem", "https://[",
    "https://s3.amazonaws.com:99999999/echo.api/x.pem", "http://s3.amazonaws.com/echo.api/x.pem",
    "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "gzip", "-1", "0", "1",
    "99999999999999999999", "application/json; charset=utf-16",
)  # fmt: skip


class Input(NamedTuple):
    """What is thrown.

    ``headers`` take the place of those that a signed request has. ``kept`` is the record that the store has of the
    person, whoever it is. ``genuine`` when nothing at all was changed.
    """

    body: bytes
    headers: Mapping[str, str] = MappingProxyType({})
    kept: str = ""
    genuine: bool = False


def any_input(chance: Random, last: Json | None = None) -> Input:
    """An input that is no larger than a body may be: of larger ones the server reads no more than that."""
    while True:
        thrown = _of_any_size(chance, last)
        if len(thrown.body) <= BODY_LIMIT_BYTES:
            return thrown


def _of_any_size(chance: Random, last: Json | None) -> Input:
    """A genuine envelope one time in twelve; else with a change to its structure, its bytes or its headers."""
    whole, kept = envelope(chance, last), _kept(chance)
    how = chance.random()
    if how < 0.08:
        return Input(as_bytes(whole, ascii_only=True), kept=kept, genuine=True)
    ascii_only = chance.random() < 0.8
    if how < 0.80:
        return Input(as_bytes(changed(chance, whole), ascii_only=ascii_only), kept=kept)
    if how < 0.95:
        return Input(damaged(chance, as_bytes(whole, ascii_only=ascii_only)), kept=kept)
    return Input(as_bytes(whole, ascii_only=ascii_only), _wrong_headers(chance), kept)


def _wrong_headers(chance: Random) -> dict[str, str]:
    """A few headers with anything for a value; often a signature that is well-formed, and of nothing."""
    if chance.random() < 0.3:
        return {"Signature-256": base64.b64encode(chance.randbytes(256)).decode()}
    return {chance.choice(HEADERS): chance.choice(VALUES) for _ in range(chance.choice((1, 1, 2, 3)))}


def _kept(chance: Random) -> str:
    return json.dumps(chance.choice(states())) if chance.random() < 0.3 else ""
