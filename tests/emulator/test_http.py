"""HTTP/1.1 as clients speak it, and as they should not."""

from __future__ import annotations

import socket
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from emulator.caller import ACCOUNT, TOKEN, basic

HEADERS = {"Host": "proxy.twilio.com", "Authorization": basic(ACCOUNT, TOKEN),
           "Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def connection(emulator):
    opened = HTTPConnection(urlsplit(emulator.url).netloc)
    yield opened
    opened.close()


def test_a_connection_is_kept_over_creates_deletes_and_errors(connection):
    ports = set()
    for method, path, body in (("POST", "/v1/Services", "UniqueName=u"), ("GET", "/v1/Services/u", None),
                               ("DELETE", "/v1/Services/u", None), ("GET", "/v1/Services/u", None)):
        connection.request(method, path, body, HEADERS)
        connection.getresponse().read()
        ports.add(connection.sock.getsockname()[1])
    assert len(ports) == 1


def test_a_chunked_body_is_read(connection):
    connection.request("POST", "/v1/Services", iter([b"Unique", b"Name=u"]), HEADERS, encode_chunked=True)
    assert connection.getresponse().status == 201


@pytest.mark.parametrize("head", [
    "Content-Length: x", "Content-Length: -5", "Content-Length: 99999999999", "Transfer-Encoding: chunked\r\n\r\nzz"])
def test_an_unreadable_body_is_400_and_ends_the_connection(emulator, head):
    with socket.create_connection(("127.0.0.1", emulator.port)) as opened:
        opened.sendall(f"POST /v1/Services HTTP/1.1\r\nHost: proxy.twilio.com\r\n{head}\r\n\r\n".encode())
        answer = b"".join(iter(lambda: opened.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b"Unreadable body" in answer
