"""HTTP/1.1 as values: a request to bytes, bytes to a raw answer. No socket: `Reader` is given what receives.

1. Content-Length and chunked bodies must arrive whole; only an answer with neither may end with the connection.
2. Interim answers (1xx) are skipped.
3. Both header section and body have a limit; past it the answer is malformed.
"""

from __future__ import annotations

from terraform_twilio.twilio.messages import RawAnswer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_RECEIVE = 65536
_MAX_LINE = 65536
_MAX_HEADERS = 256
_MAX_BODY = 256 * 1024 * 1024
_MOST_DIGITS = 18
_WITHOUT_BODY = frozenset((204, 304))


class Ended(Exception):
    """The peer closed the connection before the answer was whole."""


class Malformed(Exception):
    """What came is no HTTP/1.1 answer."""


class Reader:
    """Bytes of one connection, taken by line or by count. `started` says whether any came for this answer."""

    __slots__ = ("_buffer", "_receive", "started")

    def __init__(self, receive: Callable[[int], bytes]) -> None:
        self._receive = receive
        self._buffer = bytearray()
        self.started = False

    def line(self) -> bytes:
        """Up to the next line break, without it."""
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            if searched > _MAX_LINE:
                raise Malformed("a line is too long")
            self._more()
        return self._take(end + 1).rstrip(b"\r\n")

    def exactly(self, count: int) -> bytes:
        if count > _MAX_BODY:
            raise Malformed("the body is too long")
        while len(self._buffer) < count:
            self._more()
        return self._take(count)

    def rest(self) -> bytes:
        """Everything until the peer closes."""
        try:
            while len(self._buffer) <= _MAX_BODY:
                self._more()
        except Ended:
            return self._take(len(self._buffer))
        raise Malformed("the body is too long")

    @property
    def is_empty(self) -> bool:
        return not self._buffer

    def _more(self) -> None:
        received = self._receive(_RECEIVE)
        if not received:
            raise Ended
        self.started = True
        self._buffer += received

    def _take(self, count: int) -> bytes:
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken


def request_bytes(method: str, target: str, headers: dict, body: bytes) -> bytes:
    """One request; header values travel as UTF-8, the length is added where there can be a body."""
    lines = [f"{method} {target} HTTP/1.1", *[f"{name}: {value}" for name, value in headers.items()]]
    if body or method not in ("GET", "DELETE", "CONNECT"):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def read_answer(reader: Reader) -> tuple[RawAnswer, bool]:
    """The next answer, and whether the connection may be used again; raises Ended or Malformed."""
    reader.started = False
    version, status, reason, headers = _head(reader)
    while 100 <= status < 200 and status != 101:
        version, status, reason, headers = _head(reader)
    body, framed = _body(reader, status, headers)
    tokens = headers.get("connection", "").lower()
    keep = framed and version == "HTTP/1.1" and "close" not in tokens and reader.is_empty
    return RawAnswer(status, reason, headers, body), keep


def read_head(reader: Reader) -> tuple[int, str]:
    """Status and reason of an answer to CONNECT, which has no body when it is a yes."""
    _, status, reason, _ = _head(reader)
    return status, reason


def _head(reader: Reader) -> tuple[str, int, str, dict]:
    version, _, rest = reader.line().decode("latin-1").partition(" ")
    digits, _, reason = rest.partition(" ")
    if not version.startswith("HTTP/1.") or len(digits) != 3 or not digits.isdecimal():
        raise Malformed("the answer does not start with an HTTP/1.1 status line")
    return version, int(digits), reason.strip(), _headers(reader)


def _headers(reader: Reader) -> dict:
    headers: dict = {}
    for _ in range(_MAX_HEADERS):
        line = reader.line().decode("latin-1")
        if not line:
            return headers
        name, colon, value = line.partition(":")
        if not colon:
            raise Malformed("a header has no colon")
        name, value = name.strip().lower(), value.strip()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    raise Malformed("there are too many headers")


def _body(reader: Reader, status: int, headers: dict) -> tuple[bytes, bool]:
    """The body, and whether its end was marked by anything but the end of the connection."""
    if status in _WITHOUT_BODY:
        return b"", True
    if "transfer-encoding" in headers:
        return _chunked(reader, headers["transfer-encoding"]), True
    if "content-length" in headers:
        return reader.exactly(_length(headers["content-length"])), True
    return reader.rest(), False


def _length(text: str) -> int:
    lengths = {part.strip() for part in text.split(",")}
    length = lengths.pop()
    if lengths or not (length.isdecimal() and length.isascii() and len(length) <= _MOST_DIGITS):
        raise Malformed("the Content-Length is no number")
    return int(length)


def _chunked(reader: Reader, encoding: str) -> bytes:
    if encoding.strip().lower() != "chunked":
        raise Malformed(f"the transfer encoding {encoding[:40]!r} is not known")
    chunks, total = [], 0
    while size := _chunk_size(reader.line()):
        total += size
        if total > _MAX_BODY:
            raise Malformed("the body is too long")
        chunks.append(reader.exactly(size))
        if reader.line():
            raise Malformed("a chunk is longer than it says")
    while reader.line():
        pass
    return b"".join(chunks)


def _chunk_size(line: bytes) -> int:
    digits = line.partition(b";")[0].strip()
    try:
        if digits.startswith((b"-", b"+")) or b"_" in digits:
            raise ValueError
        return int(digits, 16)
    except ValueError:
        raise Malformed("a chunk has no size") from None
