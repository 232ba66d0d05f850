"""One stream: what has come of its request, and what has still to go of its response."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.terraform.plugin.http2.hpack import Headers


class Stream:
    """`has_ended`: the peer said all it will. `is_answered`: so did we. `is_gone`: nobody listens any more."""

    __slots__ = ("body", "call", "has_ended", "headers", "id", "is_answered", "is_gone", "pending", "receive_window",
                 "send_window", "trailers")

    def __init__(self, id: int, headers: Headers, receive_window: int, send_window: int) -> None:
        self.id = id
        self.headers = headers
        self.body = bytearray()
        self.call: object = None
        self.receive_window = receive_window
        self.send_window = send_window
        self.pending: list[memoryview] = []
        self.trailers = b""
        self.has_ended = False
        self.is_answered = False
        self.is_gone = False
