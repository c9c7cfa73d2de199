"""Envelopes as bytes, and what can be done to bytes."""

import json
import re
from collections.abc import Callable
from random import Random

from simulator.envelope import Json
from tests.fuzz.structure import PRIVATE

_DEEP = re.compile(r'"\\u0000deep(\d+)"')
TOKENS = (
    b"null", b"true", b"NaN", b"-Infinity", b"1e400", b'"', b"\\", b"\\ud800", b"{", b"}", b"[", b"]", b",", b":",
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80", b"[" * 2000, b'{"a":' * 2000, b"9" * 5000,
    b"9" * 4000, b'"request":{},', b'"session":null,', b'"type":"LaunchRequest",', b'"' + PRIVATE.encode() + b'":',
    b"/*", b"'", b"\r\n",
)  # fmt: skip


def as_bytes(envelope: Json, *, ascii_only: bool) -> bytes:
    """The envelope as JSON in UTF-8; a lone surrogate is written as an escape or as the bytes that are no UTF-8."""
    text = json.dumps(envelope, ensure_ascii=ascii_only)
    text = _DEEP.sub(lambda deep: "[" * int(deep[1]) + "]" * int(deep[1]), text)
    return text.encode("utf-8", "surrogatepass")


def damaged(chance: Random, body: bytes) -> bytes:
    """The bytes with one to four damages."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        body = chance.choice(DAMAGES)(chance, body)
    return body


def _flip(chance: Random, body: bytes) -> bytes:
    at = chance.randrange(len(body) + 1)
    return body[:at] + bytes([chance.randrange(256)]) + body[at + 1 :]


def _cut(chance: Random, body: bytes) -> bytes:
    begin, end = sorted((chance.randrange(len(body) + 1), chance.randrange(len(body) + 1)))
    return body[:begin] + body[min(end, begin + chance.choice((1, 4, 40, 4000))) :]


def _insert(chance: Random, body: bytes) -> bytes:
    at = chance.randrange(len(body) + 1)
    return body[:at] + chance.choice(TOKENS) + body[at:]


def _repeat(chance: Random, body: bytes) -> bytes:
    begin, end = sorted((chance.randrange(len(body) + 1), chance.randrange(len(body) + 1)))
    return body[:end] + body[begin:end] + body[end:]


def _swap_number_or_word(chance: Random, body: bytes) -> bytes:
    words = [*re.finditer(rb'"[^"]{1,40}"|\d+|true|false|null', body)]
    if not words:
        return body
    word = chance.choice(words)
    return body[: word.start()] + chance.choice(TOKENS) + body[word.end() :]


DAMAGES: tuple[Callable[[Random, bytes], bytes], ...] = (_flip, _flip, _cut, _insert, _repeat, _swap_number_or_word)
