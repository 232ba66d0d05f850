"""Everything we send on one connection, from any thread, within the windows that the peer opened.

1. One lock orders what is written. What fits goes out in a single write; the rest waits with its stream and goes on
   when the peer opens a window, in the thread that reads.
2. A peer that has left is noticed by the reader; here a failed write only makes the connection mute.
"""

from __future__ import annotations

from terraform_twilio.terraform.plugin.http2 import frames
from terraform_twilio.terraform.plugin.http2.frames import (
    ACK,
    DATA,
    END_HEADERS,
    END_STREAM,
    FLOW_CONTROL_ERROR,
    HEADERS,
    INITIAL_WINDOW_SIZE,
    LARGEST_WINDOW,
    MAX_FRAME_SIZE,
    SETTINGS,
    ConnectionFailure,
    StreamFailure,
)
from terraform_twilio.terraform.plugin.native import allocate_lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.terraform.plugin.http2.stream import Stream

_BURST = 65_536


class Sender:
    """Writes frames to `transport`; `streams` are the connection's open streams by number."""

    def __init__(self, transport: object, streams: dict[int, Stream]) -> None:
        self._transport = transport
        self._streams = streams
        self._lock = allocate_lock()
        self._window = frames.DEFAULT_WINDOW
        self._waiting: dict[int, Stream] = {}
        self._is_mute = False
        self.initial_window = frames.DEFAULT_WINDOW
        self.frame_size = frames.SMALLEST_FRAME_SIZE

    def control(self, octets: bytes) -> None:
        """A frame, or several, that no window counts."""
        with self._lock:
            self._write(octets)

    def begin(self, stream: Stream, headers: bytes) -> None:
        """The headers of a response that stays open."""
        with self._lock:
            if not stream.is_gone:
                self._write(frames.frame(HEADERS, END_HEADERS, stream.id, headers))

    def end(self, stream: Stream, headers: bytes) -> None:
        """Headers that end a response: its trailers, or all there is of it."""
        with self._lock:
            if not (stream.is_gone or stream.is_answered):
                self._write(frames.frame(HEADERS, END_HEADERS | END_STREAM, stream.id, headers))
                self._finish(stream)

    def respond(self, stream: Stream, headers: bytes, start: bytes, body: bytes, trailers: bytes) -> None:
        """A whole response, `start` and `body` in this order; returns when it is written or waits for a window."""
        with self._lock:
            if stream.is_gone or stream.is_answered:
                return
            begin = frames.frame(HEADERS, END_HEADERS, stream.id, headers)
            end = frames.frame(HEADERS, END_HEADERS | END_STREAM, stream.id, trailers)
            if len(start) + len(body) <= min(self._window, stream.send_window, self.frame_size):
                self._spend(stream, len(start) + len(body))
                self._write(begin + frames.frame(DATA, 0, stream.id, start + body) + end)
                self._finish(stream)
            else:
                self._write(begin)
                stream.pending, stream.trailers = [memoryview(start), memoryview(body)], end
                self._waiting[stream.id] = stream
                self._go_on()

    def _go_on(self) -> None:
        for stream in list(self._waiting.values()):
            while stream.pending and self._write_some(stream):
                pass
            if not stream.pending:
                del self._waiting[stream.id]
                self._write(stream.trailers)
                self._finish(stream)

    def _write_some(self, stream: Stream) -> bool:
        """One burst of the first pending part, which is never copied as a whole; False where no window is open."""
        part = stream.pending[0]
        room = min(self._window, stream.send_window, _BURST, len(part))
        if self._is_mute or (room <= 0 < len(part)):
            return False
        burst: list = []
        for at in range(0, room, self.frame_size):
            piece = part[at:min(at + self.frame_size, room)]
            burst += (frames.head(len(piece), DATA, 0, stream.id), piece)
        self._write(b"".join(burst))
        self._spend(stream, room)
        stream.pending[:1] = [part[room:]] if room < len(part) else []
        return True

    def _spend(self, stream: Stream, length: int) -> None:
        self._window -= length
        stream.send_window -= length

    def _finish(self, stream: Stream) -> None:
        stream.is_answered = True
        stream.pending = []
        if stream.has_ended:
            self._streams.pop(stream.id, None)

    def reset(self, stream_id: int, code: int) -> None:
        """Ends a stream from our side, and says so."""
        with self._lock:
            self._drop(stream_id)
            self._write(frames.rst_stream(stream_id, code))

    def drop(self, stream_id: int) -> None:
        """Ends a stream because the peer no longer wants it."""
        with self._lock:
            self._drop(stream_id)

    def _drop(self, stream_id: int) -> None:
        self._waiting.pop(stream_id, None)
        stream = self._streams.pop(stream_id, None)
        if stream is not None:
            stream.is_gone, stream.pending, stream.body = True, [], bytearray()

    def open_window(self, stream_id: int, increment: int) -> None:
        """The peer lets us send `increment` bytes more, on one stream or (0) on the connection."""
        with self._lock:
            if stream_id == 0:
                self._window += increment
                if self._window > LARGEST_WINDOW:
                    raise ConnectionFailure(FLOW_CONTROL_ERROR, "the connection's window overflows")
            elif stream_id in self._streams:
                stream = self._streams[stream_id]
                stream.send_window += increment
                if stream.send_window > LARGEST_WINDOW:
                    raise StreamFailure(stream_id, FLOW_CONTROL_ERROR, "a stream's window overflows")
            self._go_on()

    def obey(self, settings: dict[int, int]) -> None:
        """The peer's settings, and the word that they hold from here on: it goes out before anything they allow."""
        with self._lock:
            self.frame_size = settings.get(MAX_FRAME_SIZE, self.frame_size)
            self._change_initial_window(settings.get(INITIAL_WINDOW_SIZE, self.initial_window))
            self._write(frames.frame(SETTINGS, ACK, 0))
            self._go_on()

    def _change_initial_window(self, size: int) -> None:
        """It counts for the streams that are open, too; theirs may become negative."""
        for stream in self._streams.values():
            stream.send_window += size - self.initial_window
            if stream.send_window > LARGEST_WINDOW:
                raise ConnectionFailure(FLOW_CONTROL_ERROR, "a stream's window overflows")
        self.initial_window = size

    def _write(self, octets: bytes) -> None:
        if not self._is_mute:
            try:
                self._transport.send(octets)
            except OSError:
                self._is_mute = True
