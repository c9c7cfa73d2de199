"""What may be wrong below the request: raw bytes on the socket, in which a server and a proxy could disagree."""

import gzip
from collections.abc import Callable
from typing import NamedTuple

from tests.web.broken import Request
from tests.web.signing import Signer

REFUSED = (400, 404, 405, 408, 411, 413, 414, 417, 431, 501, 505)
"""What a server itself may say of a request that it cannot read."""
MEGABYTE = 1024 * 1024


class Bytes(NamedTuple):
    """What is sent, whether the sender then closes its side, and how many requests a careful reader can see in it."""

    sent: bytes
    then_close: bool = False
    requests: int = 1


def whole(
    request: Request, *more: bytes, start: bytes = b"POST /alexa HTTP/1.1", length: bytes | None = None
) -> bytes:
    """A request as it goes over the wire, with further header lines; ``length`` replaces the body's true one."""
    lines = [start, b"Host: skill.example"]
    lines += [f"{name}: {value}".encode("latin-1") for name, value in request.headers.items()]
    lines += [] if length == b"" else [b"Content-Length: " + (length or str(len(request.body)).encode())]
    return b"\r\n".join([*lines, *more, b"", b""]) + request.body


def chunked(request: Request, body: bytes, *more: bytes) -> bytes:
    """A request with a body in chunks, written as given."""
    request.body = body
    return whole(request, *(more or (b"Transfer-Encoding: chunked",)), length=b"")


def unsigned(signer: Signer) -> Request:
    """A request without the headers that sign it."""
    request = Request(signer)
    request.headers.clear()
    return request


def _again(name: str) -> Callable[[Signer], Bytes]:
    """A header twice, with the same value."""

    def sent(signer: Signer) -> Bytes:
        request = Request(signer)
        return Bytes(whole(request, f"{name.lower()}: {request.headers[name]}".encode()))

    return sent


def _with(*lines: bytes) -> Callable[[Signer], Bytes]:
    """A request that is signed, with header lines that no sender of good will writes."""
    return lambda signer: Bytes(whole(Request(signer), *lines))


def _length(length: bytes, *, then_close: bool = True) -> Callable[[Signer], Bytes]:
    return lambda signer: Bytes(whole(Request(signer), length=length), then_close)


def _start(start: bytes) -> Callable[[Signer], Bytes]:
    return lambda signer: Bytes(whole(unsigned(signer), start=start))


def _chunks(body: bytes, *more: bytes) -> Callable[[Signer], Bytes]:
    return lambda signer: Bytes(chunked(Request(signer), body, *more), then_close=True)


def _hidden(signer: Signer) -> bytes:
    """A whole genuine request, to be hidden in the body of another."""
    return whole(Request(signer))


def _smuggled_by_chunks(signer: Signer) -> Bytes:
    body = b"0\r\n\r\n" + _hidden(signer)
    lines = (b"Transfer-Encoding: chunked", b"Content-Length: %d" % len(body))
    return Bytes(chunked(unsigned(signer), body, *lines))


def _split_by_a_value(signer: Signer) -> Bytes:
    request = unsigned(signer)
    request.headers["SignatureCertChainUrl"] = "https://s3.amazonaws.com/echo.api/x.pem\nSignature-256: AAAA"
    return Bytes(whole(request))


def _compressed(signer: Signer) -> Bytes:
    request = Request(signer)
    request.signed(gzip.compress(b" " * 10 * MEGABYTE + request.body))
    return Bytes(whole(request, b"Content-Encoding: gzip"))


WIRE: dict[str, Callable[[Signer], Bytes]] = {
    "the address twice": _again("SignatureCertChainUrl"),
    "the signature twice": _again("Signature-256"),
    "two lengths that differ": _with(b"Content-Length: 3"),
    "a length below zero": _length(b"-1"),
    "a length that is no number": _length(b"many"),
    "a length with a sign": _length(b"+20"),
    "a length in hexadecimal": _length(b"0x20"),
    "a length that is a list": _length(b"20, 20"),
    "a length beyond what comes": _length(b"100000"),
    "a length beyond any body": _length(b"99999999999999999999"),
    "no length at all": lambda s: Bytes(whole(Request(s), length=b""), then_close=True, requests=2),
    "a length of 10 GB": _length(b"10737418240", then_close=False),
    "a length and chunks": _smuggled_by_chunks,
    "an encoding that nobody knows": _chunks(b"0\r\n\r\n", b"Transfer-Encoding: xchunked"),
    "chunks that are not the last encoding": _chunks(b"0\r\n\r\n", b"Transfer-Encoding: chunked, gzip"),
    "chunks named twice": _chunks(b"0\r\n\r\n", b"Transfer-Encoding: chunked", b"Transfer-Encoding: identity"),
    "a chunk without a size": _chunks(b"\r\nabc\r\n0\r\n\r\n"),
    "a chunk with a negative size": _chunks(b"-1\r\nabc\r\n0\r\n\r\n"),
    "a chunk with an endless size": _chunks(b"f" * 70 + b"\r\nabc\r\n0\r\n\r\n"),
    "a chunk that is longer than it says": _chunks(b"2\r\nabcdef\r\n0\r\n\r\n"),
    "chunks that break off": _chunks(b"20\r\nabc"),
    "a chunk with a long extension": _chunks(b"3;" + b"x" * 100_000 + b"\r\nabc\r\n0\r\n\r\n"),
    "chunks of 10 MB": _chunks(b"%x\r\n%b\r\n0\r\n\r\n" % (10 * MEGABYTE, b" " * 10 * MEGABYTE)),
    "a folded header": _with(b"X-Folded: a\r\n b"),
    "a header without a colon": _with(b"no colon here"),
    "a header with a space before the colon": _with(b"Transfer-Encoding : chunked"),
    "a header without a name": _with(b": nameless"),
    "a header with NUL": _with(b"X-Nul: a\x00b"),
    "a header with a carriage return alone": _with(b"X-Return: a\rb"),
    "a header that would begin another": _split_by_a_value,
    "a header of 100 KB": _with(b"X-Long: " + b"x" * 100_000),
    "10,000 headers": _with(*(b"X-%d: x" % number for number in range(10_000))),
    "a target of 100 KB": _start(b"POST /alexa?" + b"x" * 100_000 + b" HTTP/1.1"),
    "a target that names another host": _start(b"POST http://evil.example/alexa HTTP/1.1"),
    "a target that climbs": _start(b"POST /x/../alexa HTTP/1.1"),
    "a target with NUL": _start(b"POST /alexa%00 HTTP/1.1"),
    "a target in the form of CONNECT": _start(b"CONNECT evil.example:443 HTTP/1.1"),
    "another method": _start(b"TRACE /alexa HTTP/1.1"),
    "a method that nobody knows": _start(b"SPEAK /alexa HTTP/1.1"),
    "HTTP/1.0 without anything": _start(b"POST /alexa HTTP/1.0"),
    "a version that nobody knows": _start(b"POST /alexa HTTP/9.9"),
    "a start that is none": _start(b"POST"),
    "the preface of HTTP/2": lambda _: Bytes(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", then_close=True),
    "the hello of TLS": lambda _: Bytes(
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 500, then_close=True
    ),
    "noise": lambda _: Bytes(bytes(range(256)) * 40, then_close=True),
    "nothing": lambda _: Bytes(b"", then_close=True),
    "an upgrade": lambda s: Bytes(whole(unsigned(s), b"Connection: Upgrade, HTTP2-Settings", b"Upgrade: h2c")),
    "an expectation": lambda s: Bytes(whole(unsigned(s), b"Expect: 100-continue")),
    "an expectation that nobody knows": lambda s: Bytes(whole(unsigned(s), b"Expect: miracles")),
    "10 MB that were compressed": _compressed,
    "twenty at once": lambda s: Bytes(whole(unsigned(s)) * 20, requests=20),
}
