"""gRPC over HTTP/2: which method is called, one message in, one message out, and a status at the end.

`services` maps a service's name to an object with `method(name) -> Method | None`. Methods are answered where they are
read (INLINE), on a worker (WORKER), or stay open and silent (HELD).
"""

from __future__ import annotations

import time

from terraform_twilio.terraform.plugin.http2.frames import PROTOCOL_ERROR, StreamFailure
from terraform_twilio.terraform.plugin.http2.hpack import literal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.terraform.plugin.http2.sender import Sender
    from terraform_twilio.terraform.plugin.http2.stream import Stream
    from terraform_twilio.terraform.plugin.log import Log
    from terraform_twilio.terraform.plugin.workers import Workers

INLINE = "inline"
WORKER = "worker"
HELD = "held"

OK = 0
UNKNOWN = 2
INVALID_ARGUMENT = 3
DEADLINE_EXCEEDED = 4
NOT_FOUND = 5
RESOURCE_EXHAUSTED = 8
UNIMPLEMENTED = 12
INTERNAL = 13

MOST_MESSAGE_BYTES = 67_108_864
_MOST_STATUS_TEXT = 1024
_STATUS_200 = b"\x88"
_HEADERS = _STATUS_200 + literal("content-type", "application/grpc")
_TRAILERS = literal("grpc-status", "0")
_SECONDS = {"H": 3600.0, "M": 60.0, "S": 1.0, "m": 1e-3, "u": 1e-6, "n": 1e-9}


class Failed(Exception):
    """The call ends with this status instead of a message."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


class Method:
    """`answer(request_bytes) -> response_bytes`, `where` it runs, and what happens `afterwards`, when it is sent."""

    __slots__ = ("afterwards", "answer", "where")

    def __init__(self, where: str, answer: Callable[[bytes], bytes] | None = None,
                 afterwards: Callable[[], None] | None = None) -> None:
        self.where = where
        self.answer = answer
        self.afterwards = afterwards


class _Call:
    __slots__ = ("deadline", "method", "path")

    def __init__(self, path: str, method: Method, deadline: float | None) -> None:
        self.path = path
        self.method = method
        self.deadline = deadline


class Calls:
    """The calls of one connection."""

    most_message_bytes = MOST_MESSAGE_BYTES + 5

    def __init__(self, sender: Sender, services: dict[str, object], workers: Workers, log: Log,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self._sender = sender
        self._services = services
        self._workers = workers
        self._log = log
        self._clock = clock

    def is_busy(self) -> bool:
        return self._workers.is_full()

    def opened(self, stream: Stream) -> None:
        """The headers have come: decide what is called, or refuse it."""
        headers = _checked(stream)
        refusal = _refused_by_http(headers)
        if refusal:
            self._sender.end(stream, literal(":status", refusal))
            return
        try:
            stream.call = self._call(headers)
        except Failed as failure:
            self._fail(stream, failure)
            return
        if stream.call.method.where == HELD:
            self._sender.begin(stream, _HEADERS)

    def _call(self, headers: dict[str, str]) -> _Call:
        path = headers[":path"]
        if headers.get("grpc-encoding", "identity") != "identity":
            raise Failed(UNIMPLEMENTED, f"{headers['grpc-encoding']} is no encoding of this server")
        service, _, name = path[1:].rpartition("/")
        methods = self._services.get(service)
        method = methods.method(name) if methods is not None else None
        if method is None:
            raise Failed(UNIMPLEMENTED, f"unknown method {path[:200]}")
        return _Call(path, method, self._deadline(headers))

    def _deadline(self, headers: dict[str, str]) -> float | None:
        text = headers.get("grpc-timeout")
        if text is None:
            return None
        digits, unit = text[:-1], text[-1:]
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 8 and unit in _SECONDS):
            raise Failed(INVALID_ARGUMENT, "grpc-timeout is malformed")
        return self._clock() + int(digits) * _SECONDS[unit]

    def ended(self, stream: Stream) -> None:
        """All of the request has come."""
        where = stream.call.method.where
        if where == WORKER:
            self._workers.submit(lambda: self._answer(stream))
        elif where == INLINE:
            self._answer(stream)

    def too_large(self, stream: Stream) -> None:
        self._fail(stream, Failed(RESOURCE_EXHAUSTED, f"a message is larger than {MOST_MESSAGE_BYTES} bytes"))

    def end_held(self, streams: list[Stream]) -> None:
        """Ends what is open and silent, because the process goes."""
        for stream in streams:
            if stream.call is not None and stream.call.method.where == HELD:
                self._sender.end(stream, _TRAILERS)

    def _answer(self, stream: Stream) -> None:
        """Begins nothing that nobody waits for any more, and never throws away what was begun."""
        call = stream.call
        if stream.is_gone:
            return
        try:
            self._refuse_late(call)
            answer = call.method.answer(_message(stream))
        except Failed as failure:
            self._fail(stream, failure)
            return
        except BaseException as problem:
            self._log.error(f"{call.path} failed with {type(problem).__name__}")
            self._fail(stream, Failed(UNKNOWN, f"{type(problem).__name__} in the provider"))
            return
        self._sender.respond(stream, _HEADERS, b"\0" + len(answer).to_bytes(4, "big"), answer, _TRAILERS)
        if call.method.afterwards is not None:
            call.method.afterwards()

    def _refuse_late(self, call: _Call) -> None:
        if call.deadline is not None and self._clock() > call.deadline:
            raise Failed(DEADLINE_EXCEEDED, "the call's time is over")

    def _fail(self, stream: Stream, failure: Failed) -> None:
        self._sender.end(stream, _HEADERS + literal("grpc-status", str(failure.status))
                         + literal("grpc-message", _percent_encoded(str(failure)[:_MOST_STATUS_TEXT])))


def _checked(stream: Stream) -> dict[str, str]:
    """The headers by name; raises StreamFailure where they are no well-formed request."""
    headers: dict[str, str] = {}
    for name, value in stream.headers:
        is_misplaced = name[:1] == ":" and (name in headers or any(other[:1] != ":" for other in headers))
        if is_misplaced or not name or name != name.lower() or name in ("connection", "transfer-encoding", "upgrade"):
            raise StreamFailure(stream.id, PROTOCOL_ERROR, "a header is malformed")
        headers[name] = value
    if not (headers.get(":method") and headers.get(":path") and headers.get(":scheme")):
        raise StreamFailure(stream.id, PROTOCOL_ERROR, "the request names no method, path or scheme")
    return headers


def _refused_by_http(headers: dict[str, str]) -> str:
    if headers[":method"] != "POST":
        return "405"
    return "" if headers.get("content-type", "").startswith("application/grpc") else "415"


def _message(stream: Stream) -> bytes:
    """The one message of a unary request; raises Failed."""
    body = bytes(stream.body)
    stream.body = bytearray()
    if len(body) < 5 or int.from_bytes(body[1:5], "big") != len(body) - 5:
        raise Failed(INTERNAL, "the request is not exactly one message")
    if body[0]:
        raise Failed(UNIMPLEMENTED if body[0] == 1 else INTERNAL, "compressed messages are not accepted")
    return body[5:]


def _percent_encoded(text: str) -> str:
    return "".join(chr(byte) if 0x20 <= byte <= 0x7E and byte != 0x25 else f"%{byte:02X}"
                   for byte in text.encode(errors="replace"))
