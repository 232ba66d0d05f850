"""The receiving side of one HTTP/2 connection: bytes in, requests to `calls`, answers and complaints to the sender.

1. The preface and a SETTINGS frame come first.
2. A header block is never interrupted by another frame.
3. The peer's streams have odd, growing numbers.
4. No window that we opened is exceeded.
5. Whoever breaks a rule of the connection gets GOAWAY with the code, of a stream RST_STREAM.
6. Nothing grows without bound: frames, header blocks, messages, open streams and what is buffered have limits.
"""

from __future__ import annotations

from terraform_twilio.terraform.plugin.http2 import frames
from terraform_twilio.terraform.plugin.http2.frames import (
    ACK,
    CONTINUATION,
    END_HEADERS,
    END_STREAM,
    ENHANCE_YOUR_CALM,
    FLOW_CONTROL_ERROR,
    FRAME_SIZE_ERROR,
    HEADERS,
    LARGEST_FRAME_SIZE,
    LARGEST_WINDOW,
    PADDED,
    PREFACE,
    PRIORITISED,
    PROTOCOL_ERROR,
    REFUSED_STREAM,
    SETTINGS,
    SMALLEST_FRAME_SIZE,
    STREAM_CLOSED,
    ConnectionFailure,
    StreamFailure,
)
from terraform_twilio.terraform.plugin.http2.hpack import MOST_BYTES, Decoder
from terraform_twilio.terraform.plugin.http2.sender import Sender
from terraform_twilio.terraform.plugin.http2.stream import Stream

FRAME_SIZE = 1_048_576
STREAM_WINDOW = 8_388_608
CONNECTION_WINDOW = 67_108_864
MOST_STREAMS = 900  # more than anybody's -parallelism, so that StopProvider never waits for one
MOST_BUFFERED = 268_435_456
_MOST_BLOCK_BYTES = 65_536
_MOST_CONTINUATIONS = 16

_SETTINGS_FRAME = frames.settings({
    frames.MAX_CONCURRENT_STREAMS: MOST_STREAMS, frames.INITIAL_WINDOW_SIZE: STREAM_WINDOW,
    frames.MAX_FRAME_SIZE: FRAME_SIZE, frames.MAX_HEADER_LIST_SIZE: MOST_BYTES})
_GREETING = _SETTINGS_FRAME + frames.window_update(0, CONNECTION_WINDOW - frames.DEFAULT_WINDOW)


class Connection:
    """Speaks with one peer. `calls.opened(stream)` is told when headers have come, `calls.ended(stream)` when all has;
    `calls.most_message_bytes` limits a body, and `calls.too_large(stream)` is told when one is longer."""

    def __init__(self, transport: object) -> None:
        self.streams: dict[int, Stream] = {}
        self.sender = Sender(transport, self.streams)
        self.calls: object = None
        self._transport = transport
        self._decoder = Decoder()
        self._rest = b""
        self._has_preface = False
        self._has_settings = False
        self._last_stream_id = 0
        self._window = CONNECTION_WINDOW
        self._block: list[bytes] | None = None
        self._block_stream_id = 0
        self._block_flags = 0

    def serve(self) -> None:
        """Until the peer leaves or breaks a rule."""
        self.greet()
        while True:
            octets = self._transport.receive()
            if not octets:
                return
            try:
                self.receive(octets)
            except ConnectionFailure as failure:
                self.sender.control(frames.goaway(self._last_stream_id, failure.code, str(failure)))
                return

    def greet(self) -> None:
        """Our settings; they need not wait for the peer's."""
        self.sender.control(_GREETING)

    def receive(self, octets: bytes) -> None:
        """What the peer sent, in pieces of any size; raises ConnectionFailure."""
        octets = self._rest + octets if self._rest else octets
        at = 0 if self._has_preface else self._read_preface(octets)
        while len(octets) - at >= 9:
            length = int.from_bytes(octets[at:at + 3], "big")
            if length > FRAME_SIZE:
                raise ConnectionFailure(FRAME_SIZE_ERROR, "a frame is larger than announced")
            end = at + 9 + length
            if end > len(octets):
                break
            self._frame(octets[at + 3], octets[at + 4], int.from_bytes(octets[at + 5:at + 9], "big") & LARGEST_WINDOW,
                        octets[at + 9:end])
            at = end
        self._rest = octets[at:]

    def _read_preface(self, octets: bytes) -> int:
        if not octets.startswith(PREFACE[:len(octets)]):
            raise ConnectionFailure(PROTOCOL_ERROR, "the connection does not begin as HTTP/2 does")
        if len(octets) < len(PREFACE):
            return 0
        self._has_preface = True
        return len(PREFACE)

    def _frame(self, kind: int, flags: int, stream_id: int, payload: bytes) -> None:
        if not self._has_settings and (kind != SETTINGS or flags & ACK):
            raise ConnectionFailure(PROTOCOL_ERROR, "the first frame is no SETTINGS frame")
        if self._block is not None and (kind != CONTINUATION or stream_id != self._block_stream_id):
            raise ConnectionFailure(PROTOCOL_ERROR, "a header block is interrupted")
        read = _READ.get(kind)
        if read is not None:
            try:
                read(self, flags, stream_id, payload)
            except StreamFailure as failure:
                self.sender.reset(failure.stream_id, failure.code)

    # requests

    def _headers(self, flags: int, stream_id: int, payload: bytes) -> None:
        if stream_id % 2 == 0:
            raise ConnectionFailure(PROTOCOL_ERROR, "a client's streams have odd numbers")
        block = _unpadded(flags, payload)
        if flags & PRIORITISED:
            if len(block) < 5:
                raise ConnectionFailure(FRAME_SIZE_ERROR, "a HEADERS frame is cut short")
            block = block[5:]
        self._block, self._block_stream_id, self._block_flags = [block], stream_id, flags
        if flags & END_HEADERS:
            self._end_block()

    def _continuation(self, flags: int, stream_id: int, payload: bytes) -> None:
        if self._block is None:
            raise ConnectionFailure(PROTOCOL_ERROR, "a CONTINUATION frame continues nothing")
        self._block.append(payload)
        if len(self._block) > _MOST_CONTINUATIONS or sum(map(len, self._block)) > _MOST_BLOCK_BYTES:
            raise ConnectionFailure(ENHANCE_YOUR_CALM, "a header block is too long")
        if flags & END_HEADERS:
            self._end_block()

    def _end_block(self) -> None:
        block, stream_id = b"".join(self._block), self._block_stream_id
        self._block = None
        if len(block) > _MOST_BLOCK_BYTES:
            raise ConnectionFailure(ENHANCE_YOUR_CALM, "a header block is too long")
        headers = self._decoder.decode(block)
        if stream_id in self.streams:
            self._trailers(self.streams[stream_id])
        else:
            self._open(stream_id, headers)

    def _trailers(self, stream: Stream) -> None:
        if stream.has_ended:
            raise StreamFailure(stream.id, STREAM_CLOSED, "headers follow the end of the stream")
        if not self._block_flags & END_STREAM:
            raise StreamFailure(stream.id, PROTOCOL_ERROR, "trailers do not end the stream")
        self._end(stream)

    def _open(self, stream_id: int, headers: list) -> None:
        if stream_id <= self._last_stream_id:
            raise ConnectionFailure(STREAM_CLOSED, "headers come for a stream that is closed")
        self._last_stream_id = stream_id
        if len(self.streams) >= MOST_STREAMS or self.calls.is_busy():
            raise StreamFailure(stream_id, REFUSED_STREAM, "too many streams are open")
        stream = Stream(stream_id, headers, STREAM_WINDOW, self.sender.initial_window)
        self.streams[stream_id] = stream
        self.calls.opened(stream)
        if self._block_flags & END_STREAM:
            self._end(stream)

    def _end(self, stream: Stream) -> None:
        stream.has_ended = True
        if stream.is_answered:
            self.streams.pop(stream.id, None)
        else:
            self.calls.ended(stream)

    def _data(self, flags: int, stream_id: int, payload: bytes) -> None:
        self._count(len(payload))
        stream = self.streams.get(stream_id)
        if stream is None:
            self._complain_about_data(stream_id)
            return
        if stream.has_ended:
            raise StreamFailure(stream_id, STREAM_CLOSED, "data follows the end of the stream")
        stream.receive_window -= len(payload)
        if stream.receive_window < 0:
            raise StreamFailure(stream_id, FLOW_CONTROL_ERROR, "more came than the stream's window allows")
        self._keep(stream, _unpadded(flags, payload), is_last=bool(flags & END_STREAM))

    def _keep(self, stream: Stream, piece: bytes, *, is_last: bool) -> None:
        if not stream.is_answered:
            stream.body += piece
            if len(stream.body) > self.calls.most_message_bytes or self._buffered() > MOST_BUFFERED:
                stream.body = bytearray()
                self.calls.too_large(stream)
        if is_last:
            self._end(stream)
        elif stream.receive_window < STREAM_WINDOW // 2:
            self.sender.control(frames.window_update(stream.id, STREAM_WINDOW - stream.receive_window))
            stream.receive_window = STREAM_WINDOW

    def _buffered(self) -> int:
        return sum([len(stream.body) for stream in list(self.streams.values())])

    def _count(self, length: int) -> None:
        self._window -= length
        if self._window < 0:
            raise ConnectionFailure(FLOW_CONTROL_ERROR, "more came than the connection's window allows")
        if self._window < CONNECTION_WINDOW // 2:
            self.sender.control(frames.window_update(0, CONNECTION_WINDOW - self._window))
            self._window = CONNECTION_WINDOW

    def _complain_about_data(self, stream_id: int) -> None:
        if stream_id > self._last_stream_id or stream_id % 2 == 0:
            raise ConnectionFailure(PROTOCOL_ERROR, "data comes for a stream that never began")
        raise StreamFailure(stream_id, STREAM_CLOSED, "data comes for a stream that is closed")

    # the rest

    def _settings(self, flags: int, stream_id: int, payload: bytes) -> None:
        if stream_id or (flags & ACK and payload):
            raise ConnectionFailure(FRAME_SIZE_ERROR if payload and not stream_id else PROTOCOL_ERROR, "odd SETTINGS")
        if flags & ACK:
            return
        if len(payload) % 6:
            raise ConnectionFailure(FRAME_SIZE_ERROR, "a SETTINGS frame is cut short")
        settings = {int.from_bytes(payload[at:at + 2], "big"): int.from_bytes(payload[at + 2:at + 6], "big")
                    for at in range(0, len(payload), 6)}
        _check_settings(settings)
        self._has_settings = True
        self.sender.obey(settings)

    def _ping(self, flags: int, stream_id: int, payload: bytes) -> None:
        if stream_id:
            raise ConnectionFailure(PROTOCOL_ERROR, "a PING belongs to the connection")
        if len(payload) != 8:
            raise ConnectionFailure(FRAME_SIZE_ERROR, "a PING is eight bytes long")
        if not flags & ACK:
            self.sender.control(frames.frame(frames.PING, ACK, 0, payload))

    def _window_update(self, flags: int, stream_id: int, payload: bytes) -> None:
        if len(payload) != 4:
            raise ConnectionFailure(FRAME_SIZE_ERROR, "a WINDOW_UPDATE is four bytes long")
        self._refuse_idle(stream_id, "a window")
        increment = int.from_bytes(payload, "big") & LARGEST_WINDOW
        if increment == 0 and stream_id == 0:
            raise ConnectionFailure(PROTOCOL_ERROR, "a window grows by nothing")
        if increment == 0:
            raise StreamFailure(stream_id, PROTOCOL_ERROR, "a window grows by nothing")
        self.sender.open_window(stream_id, increment)

    def _rst_stream(self, flags: int, stream_id: int, payload: bytes) -> None:
        if len(payload) != 4:
            raise ConnectionFailure(FRAME_SIZE_ERROR, "a RST_STREAM is four bytes long")
        if stream_id == 0:
            raise ConnectionFailure(PROTOCOL_ERROR, "the connection is no stream")
        self._refuse_idle(stream_id, "a reset")
        self.sender.drop(stream_id)

    def _refuse_idle(self, stream_id: int, what: str) -> None:
        if stream_id > self._last_stream_id or (stream_id and stream_id % 2 == 0):
            raise ConnectionFailure(PROTOCOL_ERROR, f"{what} comes for a stream that never began")

    def _priority(self, flags: int, stream_id: int, payload: bytes) -> None:
        if stream_id == 0:
            raise ConnectionFailure(PROTOCOL_ERROR, "the connection has no priority")
        if len(payload) != 5:
            raise StreamFailure(stream_id, FRAME_SIZE_ERROR, "a PRIORITY is five bytes long")

    def _push_promise(self, flags: int, stream_id: int, payload: bytes) -> None:
        raise ConnectionFailure(PROTOCOL_ERROR, "a client promises nothing")

    def _goaway(self, flags: int, stream_id: int, payload: bytes) -> None:
        if stream_id:
            raise ConnectionFailure(PROTOCOL_ERROR, "a GOAWAY belongs to the connection")


def _check_settings(settings: dict[int, int]) -> None:
    if settings.get(frames.INITIAL_WINDOW_SIZE, 0) > LARGEST_WINDOW:
        raise ConnectionFailure(FLOW_CONTROL_ERROR, "the initial window is too large")
    if not SMALLEST_FRAME_SIZE <= settings.get(frames.MAX_FRAME_SIZE, SMALLEST_FRAME_SIZE) <= LARGEST_FRAME_SIZE:
        raise ConnectionFailure(PROTOCOL_ERROR, "the frame size is out of range")
    if settings.get(frames.ENABLE_PUSH, 0) > 1:
        raise ConnectionFailure(PROTOCOL_ERROR, "a switch is neither on nor off")


def _unpadded(flags: int, payload: bytes) -> bytes:
    if not flags & PADDED:
        return payload
    if not payload or payload[0] >= len(payload):
        raise ConnectionFailure(PROTOCOL_ERROR, "there is more padding than frame")
    return payload[1:len(payload) - payload[0]]


_READ = {
    frames.DATA: Connection._data,
    HEADERS: Connection._headers,
    frames.PRIORITY: Connection._priority,
    frames.RST_STREAM: Connection._rst_stream,
    SETTINGS: Connection._settings,
    frames.PUSH_PROMISE: Connection._push_promise,
    frames.PING: Connection._ping,
    frames.GOAWAY: Connection._goaway,
    frames.WINDOW_UPDATE: Connection._window_update,
    CONTINUATION: Connection._continuation,
}
