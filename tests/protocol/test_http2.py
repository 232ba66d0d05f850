"""Our HTTP/2 against the `h2` package, frame by frame, and against frames that no client should send."""

import random

import h2.config
import h2.connection
import h2.events
import h2.settings
import pytest
from hyperframe import frame as frames

from protocol.echo_server import EchoServer
from terraform_twilio.terraform.plugin.http2 import connection as limits
from terraform_twilio.terraform.plugin.http2.frames import PREFACE
from terraform_twilio.terraform.plugin.http2.hpack import literal

PROTOCOL, FLOW, CLOSED, SIZE, REFUSED, COMPRESSION, CALM = 1, 3, 5, 6, 7, 9, 11
HELLO = PREFACE + frames.SettingsFrame(0).serialize()


def headers_for(method="Now", **more):
    return [
        (":method", "POST"),
        (":scheme", "http"),
        (":path", f"/test.Echo/{method}"),
        (":authority", "unused"),
        ("content-type", "application/grpc"),
        ("te", "trailers"),
        *more.items(),
    ]


def message(body):
    return b"\0" + len(body).to_bytes(4, "big") + body


class Client:
    """h2's client on the other end of an EchoServer."""

    def __init__(self):
        self.server = EchoServer()
        self.h2 = h2.connection.H2Connection(h2.config.H2Configuration(header_encoding="utf-8"))
        self.events = []
        self.h2.initiate_connection()
        self.exchange()

    def exchange(self):
        """Until neither side has anything to say."""
        while True:
            ours, theirs = self.h2.data_to_send(), self.server.take()
            if not ours and not theirs:
                return
            self.server.receive(ours)
            self.events += self.h2.receive_data(theirs)

    def request(self, headers, *pieces, end=True, **options):
        stream = self.h2.get_next_available_stream_id()
        self.h2.send_headers(stream, headers, end_stream=end and not pieces)
        for index, piece in enumerate(pieces):
            self.h2.send_data(stream, piece, end_stream=end and index == len(pieces) - 1, **options)
        self.exchange()
        return stream

    def of(self, kind, stream=None):
        return [
            event for event in self.events if isinstance(event, kind) and (stream is None or event.stream_id == stream)
        ]

    def body(self, stream):
        return b"".join(event.data for event in self.of(h2.events.DataReceived, stream))

    def status(self, stream):
        """The trailers, or the headers that were all there is."""
        ends = self.of(h2.events.TrailersReceived, stream) or self.of(h2.events.ResponseReceived, stream)
        return dict(ends[-1].headers)


def test_a_call_is_answered_with_a_message_and_a_status():
    client = Client()
    stream = client.request(headers_for(), message(b"hello"))
    assert client.body(stream) == message(b"hello")
    assert client.status(stream) == {"grpc-status": "0"}
    assert dict(client.of(h2.events.ResponseReceived)[0].headers) == {
        ":status": "200",
        "content-type": "application/grpc",
    }
    assert client.server.connection.streams == {}


def test_a_call_on_a_worker_does_not_hold_up_the_others():
    client = Client()
    slow = client.request(headers_for("Later"), message(b"slow"))
    fast = client.request(headers_for(), message(b"fast"))
    assert (client.body(slow), client.body(fast)) == (b"", message(b"fast"))
    client.server.workers.run()
    client.exchange()
    assert client.body(slow) == message(b"slow")


def test_our_limits_are_announced():
    settings = Client().h2.remote_settings
    assert settings.initial_window_size == limits.STREAM_WINDOW
    assert settings.max_concurrent_streams == limits.MOST_STREAMS
    assert settings.max_frame_size == limits.FRAME_SIZE


def test_data_may_be_padded_and_come_in_pieces():
    client = Client()
    whole = message(b"x" * 50)
    assert client.body(client.request(headers_for(), whole[:1], whole[1:20], whole[20:], pad_length=9)) == whole


def test_the_clients_bytes_may_be_cut_anywhere():
    client = Client()
    stream = client.h2.get_next_available_stream_id()
    client.h2.send_headers(stream, headers_for())
    client.h2.send_data(stream, message(b"cut"), end_stream=True)
    for byte in client.h2.data_to_send():
        client.server.receive(bytes([byte]))
    client.exchange()
    assert client.body(stream) == message(b"cut")


def test_headers_may_go_on_in_continuations_and_be_padded_and_prioritised():
    client = Client()
    block = b"".join(literal(name, value) for name, value in headers_for())
    start = frames.HeadersFrame(
        1, block[:10], flags=["PADDED", "PRIORITY"], pad_length=5, depends_on=0, stream_weight=3
    )
    more = [
        frames.ContinuationFrame(1, block[at : at + 20], flags=["END_HEADERS"] if at + 20 >= len(block) else [])
        for at in range(10, len(block), 20)
    ]
    data = frames.DataFrame(1, message(b"x"), flags=["END_STREAM"])
    server = EchoServer()
    server.receive(HELLO + b"".join(part.serialize() for part in (start, *more, data)))
    assert message(b"x") in server.take()
    assert not client.server.is_closed


def test_a_large_answer_waits_for_the_clients_windows():
    client = Client()
    stream = client.request(headers_for("Large"), message(b"y" * 300))
    while not client.of(h2.events.StreamEnded, stream):
        got = len(client.body(stream))
        client.h2.increment_flow_control_window(40_000)
        client.h2.increment_flow_control_window(30_000, stream)
        client.exchange()
        assert 0 < len(client.body(stream)) - got <= 30_000
    assert client.body(stream) == message(b"y" * 300_000)


def test_a_new_initial_window_counts_for_open_streams():
    client = Client()
    client.h2.update_settings({h2.settings.SettingCodes.INITIAL_WINDOW_SIZE: 0})
    client.exchange()
    stream = client.request(headers_for(), message(b"z" * 50))
    assert client.body(stream) == b""
    client.h2.update_settings({h2.settings.SettingCodes.INITIAL_WINDOW_SIZE: 20})
    client.exchange()
    assert len(client.body(stream)) == 20
    client.h2.update_settings({h2.settings.SettingCodes.INITIAL_WINDOW_SIZE: 100_000})
    client.exchange()
    assert client.body(stream) == message(b"z" * 50)


def test_a_request_larger_than_our_window_gets_more_window():
    client = Client()
    stream = client.h2.get_next_available_stream_id()
    client.h2.send_headers(stream, headers_for())
    body = message(bytes(limits.STREAM_WINDOW + 1_000_000))
    for at in range(0, len(body), 1_000_000):
        piece = body[at : at + 1_000_000]
        client.h2.send_data(stream, piece, end_stream=at + len(piece) == len(body))
        client.exchange()
        client.h2.increment_flow_control_window(2_000_000)
    client.h2.increment_flow_control_window(len(body), stream)
    client.exchange()
    assert len(client.body(stream)) == len(body)


def test_a_ping_is_answered_and_acknowledgements_are_not():
    client = Client()
    client.h2.ping(b"12345678")
    client.exchange()
    assert [event.ping_data for event in client.of(h2.events.PingAckReceived)] == [b"12345678"]


def test_a_stream_that_the_client_resets_is_forgotten_and_its_answer_dropped():
    client = Client()
    stream = client.request(headers_for("Later"), message(b"x"))
    client.h2.reset_stream(stream)
    client.exchange()
    client.server.workers.run()
    assert client.server.take() == b""
    assert client.server.connection.streams == {}


def test_a_call_that_is_cancelled_before_it_begins_never_does():
    client = Client()
    stream = client.request(headers_for("Later"), message(b"x"))
    waiting = client.server.connection.streams[stream]
    client.h2.reset_stream(stream)
    client.exchange()
    assert waiting.body == b""
    client.server.workers.run()
    assert client.server.begun == []


def test_a_goaway_from_the_client_ends_nothing_that_runs():
    client = Client()
    stream = client.request(headers_for("Later"), message(b"x"))
    client.server.receive(frames.GoAwayFrame(0, 0, 0).serialize())
    client.server.workers.run()
    client.exchange()
    assert client.body(stream) == message(b"x")


def test_a_held_stream_stays_open_and_ends_when_the_process_does():
    client = Client()
    stream = client.request(headers_for("Hold"), message(b""))
    assert client.of(h2.events.ResponseReceived, stream)
    assert not client.of(h2.events.StreamEnded, stream)
    client.server.connection.calls.end_held(list(client.server.connection.streams.values()))
    client.exchange()
    assert client.status(stream) == {"grpc-status": "0"}


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        (headers_for("Nothing"), message(b""), "12"),
        (headers_for("Fail"), message(b""), "2"),
        (headers_for(), b"", "13"),
        (headers_for(), b"\0\0\0\0\5abc", "13"),
        (headers_for(), message(b"") * 2, "13"),
        (headers_for(), b"\1\0\0\0\0", "12"),
        (headers_for(**{"grpc-encoding": "gzip"}), message(b""), "12"),
        (headers_for(**{"grpc-timeout": "1x"}), message(b""), "3"),
        (headers_for(**{"grpc-timeout": "S"}), message(b""), "3"),
        (headers_for(**{"grpc-timeout": "123456789S"}), message(b""), "3"),
        (headers_for(**{"grpc-timeout": "5S", "grpc-encoding": "identity"}), message(b""), "0"),
    ],
)
def test_a_call_that_cannot_be_answered_has_its_status(headers, body, status):
    client = Client()
    stream = client.request(headers, body)
    assert client.status(stream)["grpc-status"] == status
    assert "secret" not in str(client.events)
    assert client.body(client.request(headers_for(), message(b"next"))) == message(b"next")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ([(":method", "GET"), *headers_for()[1:]], "405"),
        ([*headers_for()[:4], ("content-type", "application/json")], "415"),
        (headers_for()[:4], "415"),
    ],
)
def test_what_is_no_grpc_is_refused_as_http(headers, status):
    client = Client()
    assert client.status(client.request(headers))[":status"] == status


def test_a_call_whose_time_is_over_is_not_begun():
    clock = iter([0.0, 2.0])
    server = EchoServer(lambda: next(clock))
    block = b"".join(literal(name, value) for name, value in headers_for(**{"grpc-timeout": "1000m"}))
    server.receive(
        HELLO
        + frames.HeadersFrame(1, block, flags=["END_HEADERS"]).serialize()
        + frames.DataFrame(1, message(b"x"), flags=["END_STREAM"]).serialize()
    )
    assert literal("grpc-status", "4") in server.take()


def test_a_status_text_is_percent_encoded():
    client = Client()
    stream = client.request(headers_for("N\u00e4h%"), message(b""))
    assert client.status(stream)["grpc-message"] == "unknown method /test.Echo/N%C3%83%C2%A4h%25"


def test_streams_beyond_the_limit_are_refused():
    client = Client()
    block = b"".join(literal(name, value) for name, value in headers_for("Hold"))
    for index in range(limits.MOST_STREAMS + 1):
        client.server.receive(frames.HeadersFrame(2 * index + 1, block, flags=["END_HEADERS"]).serialize())
    reset = frames.RstStreamFrame(2 * limits.MOST_STREAMS + 1, REFUSED).serialize()
    assert client.server.take().endswith(reset)


def test_streams_are_refused_while_too_much_waits():
    client = Client()
    client.server.workers.busy = True
    stream = client.request(headers_for(), message(b"x"))
    assert [event.error_code for event in client.of(h2.events.StreamReset, stream)] == [REFUSED]


def test_a_message_beyond_the_limit_is_refused_and_not_kept():
    client = Client()
    client.server.connection.calls.most_message_bytes = 1000
    stream = client.request(headers_for(), bytes(600), bytes(600), end=False)
    assert client.status(stream)["grpc-status"] == "8"
    assert [len(open_stream.body) for open_stream in client.server.connection.streams.values()] == [0]
    client.h2.end_stream(stream)
    client.exchange()
    assert client.server.connection.streams == {}


BLOCK = b"".join(literal(name, value) for name, value in headers_for("Later"))
OPEN = frames.HeadersFrame(1, BLOCK, flags=["END_HEADERS"]).serialize()
OPEN_AND_ENDED = frames.HeadersFrame(1, BLOCK, flags=["END_HEADERS", "END_STREAM"]).serialize()


def raw(kind, flags=0, stream=0, payload=b""):
    return len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + payload


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"GET / HTTP/1.1\r\n", PROTOCOL),
        (PREFACE + raw(6, payload=bytes(8)), PROTOCOL),
        (PREFACE + raw(4, 1), PROTOCOL),
        (HELLO + raw(0, 0, 0, b"x"), PROTOCOL),
        (HELLO + raw(0, 0, 1, b"x"), PROTOCOL),
        (HELLO + raw(0, 0, 2, b"x"), PROTOCOL),
        (HELLO + raw(1, 4, 0, BLOCK), PROTOCOL),
        (HELLO + raw(1, 4, 2, BLOCK), PROTOCOL),
        (HELLO + raw(1, 4 | 8, 1, b"\xff"), PROTOCOL),
        (HELLO + raw(1, 4 | 8, 1), PROTOCOL),
        (HELLO + raw(1, 4 | 32, 1, b"1234"), SIZE),
        (HELLO + raw(1, 0, 1, BLOCK) + raw(6, payload=bytes(8)), PROTOCOL),
        (HELLO + raw(1, 0, 1, BLOCK) + raw(9, 4, 3), PROTOCOL),
        (HELLO + raw(9, 4, 1, BLOCK), PROTOCOL),
        (HELLO + raw(1, 0, 1) + raw(9, 0, 1) * 20, CALM),
        (HELLO + raw(1, 0, 1, bytes(40_000)) + raw(9, 0, 1, bytes(40_000)), CALM),
        (HELLO + raw(1, 4, 1, bytes(70_000)), CALM),
        (HELLO + raw(1, 4, 1, b"\x80"), COMPRESSION),
        (HELLO + raw(1, 4, 3, BLOCK) + raw(1, 4, 1, BLOCK), CLOSED),
        (HELLO + OPEN + raw(0, 8, 1, b"\x05ab"), PROTOCOL),
        (HELLO + raw(3, 0, 0, bytes(4)), PROTOCOL),
        (HELLO + raw(3, 0, 1, bytes(4)), PROTOCOL),
        (HELLO + OPEN + raw(3, 0, 1, b"x"), SIZE),
        (HELLO + raw(2, 0, 0, bytes(5)), PROTOCOL),
        (HELLO + raw(4, 0, 1), PROTOCOL),
        (HELLO + raw(4, 0, 0, b"12345"), SIZE),
        (HELLO + raw(4, 1, 0, bytes(6)), SIZE),
        (HELLO + raw(4, 0, 0, b"\0\2\0\0\0\2"), PROTOCOL),
        (HELLO + raw(4, 0, 0, b"\0\4\x80\0\0\0"), FLOW),
        (HELLO + raw(4, 0, 0, b"\0\5\0\0\0\1"), PROTOCOL),
        (HELLO + OPEN + raw(8, 0, 1, (2**31 - 1 - 65_535).to_bytes(4, "big")) + raw(4, 0, 0, b"\0\4\0\x01\0\0"), FLOW),
        (HELLO + raw(5, 4, 1, bytes(4)), PROTOCOL),
        (HELLO + raw(6, 0, 1, bytes(8)), PROTOCOL),
        (HELLO + raw(6, 0, 0, b"x"), SIZE),
        (HELLO + raw(7, 0, 1, bytes(8)), PROTOCOL),
        (HELLO + raw(8, 0, 0, bytes(4)), PROTOCOL),
        (HELLO + raw(8, 0, 0, b"x"), SIZE),
        (HELLO + raw(8, 0, 1, b"\0\0\0\1"), PROTOCOL),
        (HELLO + raw(8, 0, 0, b"\x7f\xff\xff\xff"), FLOW),
        (HELLO + b"\x20\x00\x01" + bytes(6), SIZE),
    ],
)
def test_a_broken_connection_is_closed_with_its_code(data, code):
    server = EchoServer()
    server.receive(data)
    assert server.is_closed
    sent, goaways = server.take(), []
    while sent:
        frame, length = frames.Frame.parse_frame_header(memoryview(sent[:9]))
        frame.parse_body(memoryview(sent[9 : 9 + length]))
        goaways.append(getattr(frame, "error_code", None) if isinstance(frame, frames.GoAwayFrame) else None)
        sent = sent[9 + length :]
    assert goaways[-1] == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OPEN_AND_ENDED + raw(0, 0, 1, b"x"), CLOSED),
        (OPEN_AND_ENDED + raw(1, 5, 1, BLOCK), CLOSED),
        (OPEN + raw(1, 4, 1, BLOCK), PROTOCOL),
        (OPEN + raw(3, 0, 1, bytes(4)) + raw(0, 0, 1, b"x"), CLOSED),
        (OPEN + raw(8, 0, 1, bytes(4)), PROTOCOL),
        (OPEN + raw(8, 0, 1, b"\x7f\xff\xff\xff"), FLOW),
        (OPEN + raw(2, 0, 1, b"x"), SIZE),
        (
            OPEN + b"".join(raw(0, 0, 1, bytes(1_000_000)) for _ in range(7)) + raw(0, 0, 1, bytes(limits.FRAME_SIZE)),
            None,
        ),
        (raw(1, 5, 1, literal(":path", "/")), PROTOCOL),
        (raw(1, 5, 1, BLOCK + literal(":path", "/")), PROTOCOL),
        (raw(1, 5, 1, BLOCK + literal("Upper", "x")), PROTOCOL),
        (raw(1, 5, 1, BLOCK + literal("connection", "close")), PROTOCOL),
        (raw(1, 5, 1, BLOCK + literal("", "x")), PROTOCOL),
    ],
)
def test_a_broken_stream_is_reset_with_its_code_and_the_connection_goes_on(data, code):
    server = EchoServer()
    server.receive(HELLO + data + raw(6, payload=b"alive???"))
    sent = server.take()
    assert not server.is_closed
    assert raw(6, 1, payload=b"alive???") in sent
    assert (raw(3, 0, 1, code.to_bytes(4, "big")) in sent) if code else raw(3) not in sent


def test_a_stream_window_that_is_exceeded_resets_the_stream():
    server = EchoServer()
    server.receive(HELLO + OPEN)
    server.connection.streams[1].receive_window = 10
    server.receive(raw(0, 0, 1, bytes(11)))
    assert server.take().endswith(raw(3, 0, 1, FLOW.to_bytes(4, "big")))


def test_a_connection_window_that_is_exceeded_closes_the_connection():
    server = EchoServer()
    server.receive(HELLO + OPEN)
    server.connection._window = 10
    server.receive(raw(0, 0, 1, bytes(11)))
    assert server.is_closed


def test_a_frame_of_an_unknown_type_is_ignored():
    server = EchoServer()
    server.receive(HELLO + raw(200, 255, 7, b"anything"))
    assert not server.is_closed


def noise(random_, valid):
    """A frame that may be right, nearly right, or nothing at all."""
    if random_.random() < 0.3:
        return random_.choice(valid)
    frame = bytearray(
        random_.choice(valid)
        if random_.random() < 0.6
        else raw(
            random_.randrange(12),
            random_.randrange(256),
            random_.randrange(8),
            random_.randbytes(random_.randrange(40)),
        )
    )
    for _ in range(random_.randrange(3)):
        frame[random_.randrange(len(frame))] = random_.randrange(256)
    return bytes(frame)


@pytest.mark.parametrize("seed", range(150))
def test_noise_never_hangs_grows_or_crashes(seed):
    random_ = random.Random(seed)
    server = EchoServer()
    valid = [
        OPEN,
        OPEN_AND_ENDED,
        raw(0, 1, 1, message(b"x")),
        raw(4, 0, 0, b"\0\4\0\0\0\5"),
        raw(6, payload=bytes(8)),
        raw(8, 0, 0, b"\0\0\1\0"),
        raw(3, 0, 1, bytes(4)),
        raw(9, 4, 1, BLOCK),
        raw(2, 0, 1, bytes(5)),
        raw(1, 0, 3, BLOCK),
        raw(1, 5, 5, BLOCK.replace(b"Later", b"Large")),
        raw(1, 5, 7, BLOCK.replace(b"Later", b"Hold\0")),
    ]
    server.receive(HELLO if seed % 5 else b"")
    for _ in range(60):
        if server.is_closed:
            break
        server.receive(noise(random_, valid))
        server.workers.run()
        assert len(server.connection.streams) <= limits.MOST_STREAMS
        assert len(server.connection._rest) <= limits.FRAME_SIZE + 9
    assert len(server.take()) < 1_000_000
