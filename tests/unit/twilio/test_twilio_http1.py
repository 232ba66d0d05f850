"""HTTP/1.1 as values: bytes in, answer out."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from terraform_twilio.twilio.http1 import Ended, Malformed, Reader, read_answer, request_bytes


def reader(*pieces):
    """A reader that is given these pieces one after the other, then the end."""
    waiting = [piece for piece in pieces if piece]
    return Reader(lambda count: waiting.pop(0) if waiting else b"")


def read(message, size=None):
    size = size or max(1, len(message))
    return read_answer(reader(*[message[start:start + size] for start in range(0, len(message), size)]))


CHUNKED = (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
           b"4;x=y\r\nWiki\r\nA\r\npedia in a\r\n0\r\nTrailer: 1\r\n\r\n")


@pytest.mark.parametrize(
    ("message", "status", "body", "keep"),
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", 200, b"{}", True, id="a length"),
        pytest.param(CHUNKED, 200, b"Wikipedia in a", True, id="chunks, with extension and trailer"),
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\nto the end", 200, b"to the end", False, id="until the end"),
        pytest.param(b"HTTP/1.1 204 No Content\r\n\r\n", 204, b"", True, id="no content"),
        pytest.param(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n", 201, b"", True,
                     id="interim answers are skipped"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}", 200, b"{}", False,
                     id="close"),
        pytest.param(b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}", 200, b"{}", False, id="HTTP/1.0"),
        pytest.param(b"HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", 200, b"", True, id="no reason"),
        pytest.param(b"HTTP/1.1 200 OK\nContent-Length: 1\n\nx", 200, b"x", True, id="bare line feeds"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\nx", 200, b"x", True, id="the same length twice"),
    ],
)
@pytest.mark.parametrize("size", [None, 1, 7])
def test_an_answer_is_read_whatever_pieces_it_comes_in(message, status, body, keep, size):
    answer, kept = read(message, size)
    assert (answer.status, answer.body) == (status, body)
    assert kept is keep


def test_a_connection_with_something_unread_is_not_used_again():
    assert not read(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxEXTRA")[1]


def test_one_close_among_the_tokens_is_enough():
    assert not read(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: Keep-Alive, Close\r\n\r\n")[1]


def test_headers_have_lower_case_names_and_join():
    answer, _ = read(b"HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a:  2 \r\nTwilio-Request-Id: RQ1\r\nContent-Length: 0\r\n\r\n")
    assert answer.headers == {"x-a": "1, 2", "twilio-request-id": "RQ1", "content-length": "0"}


@pytest.mark.parametrize("message", [CHUNKED, b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + b"x" * 20])
def test_an_answer_cut_short_is_never_taken_for_whole(message):
    for end in range(len(message)):
        with pytest.raises(Ended):
            read(message[:end])


@pytest.mark.parametrize(
    "message",
    [
        pytest.param(b"SSH-2.0-OpenSSH\r\n", id="another protocol"),
        pytest.param(b"HTTP/2 200\r\n\r\n", id="another version"),
        pytest.param(b"HTTP/1.1 abc OK\r\n\r\n", id="no status"),
        pytest.param(b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n", id="no header"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", id="a negative length"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\n", id="two lengths"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n", id="too long"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n", id="more digits than int takes"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", id="an unknown encoding"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", id="no chunk size"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", id="a negative chunk"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", id="a chunk too long"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n", id="a huge chunk"),
        pytest.param(b"x" * 200_000, id="an endless line"),
        pytest.param(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 300 + b"\r\n", id="too many headers"),
    ],
)
def test_nonsense_is_refused(message):
    with pytest.raises(Malformed):
        read(message)


@given(st.binary(max_size=200))
@example(b"HTTP/1.1 200 OK\r\nContent-Length: \xb2\r\n\r\n")
def test_no_bytes_break_the_reader(noise):
    for message in (noise, b"HTTP/1.1 200 OK\r\n" + noise,
                    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + noise):
        try:
            read(message)
        except (Ended, Malformed):
            continue


def test_a_request():
    assert request_bytes("POST", "/v1/A?b=c", {"Host": "h", "X": "é"}, b"a=b") == \
        "POST /v1/A?b=c HTTP/1.1\r\nHost: h\r\nX: é\r\nContent-Length: 3\r\n\r\na=b".encode()
    assert request_bytes("GET", "/", {}, b"") == b"GET / HTTP/1.1\r\n\r\n"
    assert request_bytes("POST", "/", {}, b"") == b"POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n"
