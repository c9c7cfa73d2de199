"""One HTTP answer is read to its end and no further; where the end is in doubt, it is refused."""

import io
from collections.abc import Iterable
from contextlib import suppress
from http.client import HTTPResponse
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.storage.aws.answer import BODY_BYTES, HEAD_BYTES, Answer, read_answer
from skill.storage.aws.trouble import StrangeAnswer

OK = b"HTTP/1.1 200 OK\r\n"


def read(*pieces: bytes) -> Answer:
    """The answer in these pieces, after which the other side closes."""
    arriving = iter(pieces)
    return read_answer(lambda: next(arriving, b""))


def cut(text: bytes, places: Iterable[int]) -> list[bytes]:
    """The text in pieces, none of them empty."""
    marks = sorted({0, len(text), *(place % (len(text) + 1) for place in places)})
    return [text[begin:end] for begin, end in pairwise(marks)]


class Recorded:
    """What ``http.client`` needs of a socket."""

    def __init__(self, text: bytes) -> None:
        self._text = text

    def makefile(self, mode: str) -> io.BytesIO:
        assert mode == "rb"
        return io.BytesIO(self._text)


def read_by_http_client(text: bytes) -> tuple[int, bytes, bool]:
    """Status, body, and whether the connection goes on, as the standard library reads it."""
    response = HTTPResponse(Recorded(text), method="POST")  # type: ignore[arg-type]
    response.begin()
    return response.status, response.read(), not response.will_close


@st.composite
def answers(draw: st.DrawFn) -> bytes:
    """An answer in good order: with a length, in chunks, or until the connection closes."""
    status = draw(st.sampled_from([200, 201, 204, 304, 400, 404, 500, 503]))
    body = b"" if status in (204, 304) else draw(st.binary(max_size=200))
    lines = [f"HTTP/1.1 {status} {draw(st.sampled_from(['', 'OK', 'Not quite it']))}".encode()]
    lines += draw(st.lists(st.sampled_from([b"Server: x", b"X-A:", b"x-b:  y\t", b"Connection: close"]), max_size=4))
    kind = draw(st.sampled_from(["length", "chunks", "close"]))
    if kind == "length":
        lines.append(b"%s: %d" % (draw(st.sampled_from([b"Content-Length", b"content-length"])), len(body)))
    elif kind == "chunks" and status not in (204, 304):
        lines.append(b"Transfer-Encoding: chunked")
        body = b"".join(b"%x;a=b\r\n%s\r\n" % (len(part), part) for part in cut(body, draw(st.lists(st.integers()))))
        body += draw(st.sampled_from([b"0\r\n\r\n", b"00\r\nTrailer: x\r\n\r\n"]))
    return b"\r\n".join([*lines, b"", b""]) + body


@settings(max_examples=500, deadline=None)
@given(answers(), st.lists(st.integers(min_value=0), max_size=6))
def test_an_answer_is_read_as_the_standard_library_reads_it(text: bytes, places: list[int]) -> None:
    ours = read(*cut(text, places))
    assert (ours.status, ours.body, ours.goes_on) == read_by_http_client(text)


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=300), st.lists(st.integers(min_value=0), max_size=6))
def test_no_bytes_make_it_fail_in_another_way(noise: bytes, places: list[int]) -> None:
    for text in (noise, OK + noise, OK + b"Transfer-Encoding: chunked\r\n\r\n" + noise):
        with suppress(StrangeAnswer, ConnectionError):
            read(*cut(text, places))


def test_headers_are_found_in_lower_case_and_repeated_ones_together() -> None:
    answer = read(OK, b"X-One: a\r\nx-two:b\r\nX-ONE:  c \r\nContent-Length: 2\r\n\r\n{}")
    assert answer.headers == {"x-one": "a, c", "x-two": "b", "content-length": "2"}
    assert answer.goes_on


def test_answers_on_the_way_are_passed_over() -> None:
    interim = b"HTTP/1.1 100 Continue\r\n\r\n" + b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
    assert read(interim + OK + b"Content-Length: 1\r\n\r\nx").body == b"x"
    with pytest.raises(StrangeAnswer):
        read(interim * 3 + OK + b"Content-Length: 1\r\n\r\nx")


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n",
        OK + b"Connection: Close\r\nContent-Length: 2\r\n",
        OK,
    ],
)
def test_a_connection_that_is_to_end_carries_nothing_more(head: bytes) -> None:
    answer = read(head + b"\r\n{}")
    assert answer.body == b"{}"
    assert not answer.goes_on


def test_bytes_after_the_answer_belong_to_nothing_so_the_connection_ends() -> None:
    answer = read(OK + b"Content-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\n")
    assert answer.body == b"{}"
    assert not answer.goes_on


@pytest.mark.parametrize(
    "text",
    [
        b"\x00\xff who is there?\r\n\r\n",
        b"HTTP/2 200 OK\r\n\r\n",
        b"HTTP/1.1 2OO OK\r\n\r\n",
        b"HTTP/1.1 2000 OK\r\n\r\n",
        b"HTTP/1.1 \xb2\xb2\xb2 OK\r\n\r\n",
        b"HTTP/1.1  200 OK\r\n\r\n",
        OK + b"no colon\r\n\r\n",
        OK + b": no name\r\n\r\n",
        OK + b"Server : x\r\n\r\n",
        OK + b"Server: x\r\n continued: y\r\n\r\n",
        OK + b"Content-Length: -1\r\n\r\n",
        OK + b"Content-Length: +1\r\n\r\nx",
        OK + b"Content-Length: 0x1\r\n\r\nx",
        OK + b"Content-Length: \xb2\r\n\r\nxx",
        OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        OK + b"Content-Length: %d\r\n\r\n" % (BODY_BYTES + 1),
        OK + b"Content-Length: 99999999999999999999\r\n\r\n",
        OK + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\nz\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n-1\r\nx\r\n0\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n0\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n7fffffff\r\nx",
        OK + b"X: " + b"x" * 2 * HEAD_BYTES,
        OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n" + b"Trailer: x\r\n" * HEAD_BYTES + b"\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n" + (b"100000\r\n" + b"x" * 0x100000 + b"\r\n") * 5 + b"0\r\n\r\n",
        OK + b"\r\n" + b"x" * (BODY_BYTES + 1),
    ],
    ids=lambda text: repr(text[17:60]),
)
def test_an_answer_that_is_none_or_without_bounds_is_refused(text: bytes) -> None:
    with pytest.raises(StrangeAnswer):
        read(*[text[begin : begin + 65536] for begin in range(0, len(text), 65536)])


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"HTTP/1.1 200",
        OK + b"Content-Length: 5\r\n\r\nfour",
        OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nfour",
        OK + b"Transfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n0\r\n",
    ],
)
def test_an_answer_that_breaks_off_is_a_broken_connection(text: bytes) -> None:
    with pytest.raises(ConnectionError):
        read(text)
