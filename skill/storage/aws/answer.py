"""Reading one HTTP/1.1 answer off a connection: https://www.rfc-editor.org/rfc/rfc9112.

What leaves in doubt where an answer ends is refused, because the next answer begins there.
"""

from collections.abc import Callable

from skill.storage.aws.trouble import StrangeAnswer
from skill.value import Value

HEAD_BYTES = 16 * 1024
BODY_BYTES = 4 * 1024 * 1024
"""The largest that are read. An item of DynamoDB has 400 KB, which escaped as JSON may be six times as long."""
_INTERIM_ANSWERS = 5
_SIZE_BYTES = 256
_HEXADECIMAL = frozenset(b"0123456789abcdefABCDEF")


class Answer(Value):
    """A status, headers (names in lower case), and a body; and whether the connection may carry another request."""

    status: int
    headers: dict[str, str]
    body: bytes
    goes_on: bool


def read_answer(receive: Callable[[], bytes]) -> Answer:
    """The answer that arrives piece by piece, until ``receive`` returns nothing because the other side has closed.

    Raises ``ConnectionError`` when it closes early, ``StrangeAnswer``, and what ``receive`` raises.
    """
    arriving = _Arriving(receive)
    for _ in range(_INTERIM_ANSWERS):
        version, status, headers = _head(arriving.until(b"\r\n\r\n", HEAD_BYTES))
        if status >= 200:
            break
    else:
        raise StrangeAnswer
    body, delimited = _body(arriving, status, headers)
    closes = "close" in headers.get("connection", "").lower() or version == "HTTP/1.0"
    return Answer(status, headers, body, delimited and not closes and not arriving.left_over)


def _head(text: bytes) -> tuple[str, int, dict[str, str]]:
    first, *lines = text.decode("latin-1").split("\r\n")
    version, _, rest = first.partition(" ")
    status = rest[:3]
    if version not in ("HTTP/1.1", "HTTP/1.0") or not _is_number(status) or len(status) != 3 or rest[3:4].strip():
        raise StrangeAnswer
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        # A blank in a name, or before it, was a way to continue the line before, and to smuggle a header.
        if not colon or not name or name.split() != [name]:
            raise StrangeAnswer
        name, value = name.lower(), value.strip(" \t")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return version, int(status), headers


def _body(arriving: "_Arriving", status: int, headers: dict[str, str]) -> tuple[bytes, bool]:
    """The body, and whether it ended in another way than with the connection."""
    coding, length = headers.get("transfer-encoding"), headers.get("content-length")
    if status in (204, 304):
        return b"", True
    if coding is not None:
        if length is not None or coding.lower() != "chunked":
            raise StrangeAnswer
        return _chunks(arriving), True
    if length is None:
        return arriving.rest(BODY_BYTES), False
    if not _is_number(length) or int(length) > BODY_BYTES:
        raise StrangeAnswer
    return arriving.exactly(int(length)), True


def _chunks(arriving: "_Arriving") -> bytes:
    body = bytearray()
    while size := _size(arriving.until(b"\r\n", _SIZE_BYTES)):
        if len(body) + size > BODY_BYTES:
            raise StrangeAnswer
        body += arriving.exactly(size)
        if arriving.exactly(2) != b"\r\n":
            raise StrangeAnswer
    trailers = 0
    while line := arriving.until(b"\r\n", HEAD_BYTES):
        trailers += len(line)
        if trailers > HEAD_BYTES:
            raise StrangeAnswer
    return bytes(body)


def _size(line: bytes) -> int:
    digits = line.partition(b";")[0].rstrip(b" \t")
    if not digits or len(digits) > 8 or not _HEXADECIMAL.issuperset(digits):
        raise StrangeAnswer
    return int(digits, 16)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


class _Arriving:
    """Bytes as they come, taken in parts."""

    def __init__(self, receive: Callable[[], bytes]) -> None:
        self._receive = receive
        self.left_over = b""

    def until(self, end: bytes, limit: int) -> bytes:
        """What comes before ``end``, which is taken too."""
        while end not in self.left_over:
            if len(self.left_over) > limit:
                raise StrangeAnswer
            self.left_over += self._piece()
        part, _, self.left_over = self.left_over.partition(end)
        return part

    def exactly(self, count: int) -> bytes:
        """So many bytes."""
        if len(self.left_over) < count:
            pieces, missing = [self.left_over], count - len(self.left_over)
            while missing > 0:
                pieces.append(self._piece())
                missing -= len(pieces[-1])
            self.left_over = b"".join(pieces)
        part, self.left_over = self.left_over[:count], self.left_over[count:]
        return part

    def rest(self, limit: int) -> bytes:
        """All until the other side closes."""
        body = bytearray(self.left_over)
        self.left_over = b""
        while piece := self._receive():
            body += piece
            if len(body) > limit:
                raise StrangeAnswer
        return bytes(body)

    def _piece(self) -> bytes:
        piece = self._receive()
        if not piece:
            raise ConnectionError("the other side closed the connection")
        return piece
