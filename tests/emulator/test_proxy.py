"""HTTPS as a client of a proxy, and without one: CONNECT, SNI, and hosts that may pass or may not."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
from http.client import HTTPConnection, HTTPSConnection, RemoteDisconnected

import pytest

from emulator.caller import ACCOUNT, TOKEN, Caller, basic
from terraform_twilio.emulator import command
from terraform_twilio.emulator.server import Emulator

HEADERS = {"Authorization": basic(ACCOUNT, TOKEN), "Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def emulator(tmp_path_factory):
    with Emulator(seed="proxy", tls_port=0, authority=tmp_path_factory.mktemp("authority"),
                  passthrough=["127.0.0.9", "*.invalid"]) as running:
        yield running


@pytest.fixture(autouse=True)
def forgotten(emulator):
    yield
    Caller(emulator.url).control("POST", "reset")


def trusting(emulator: Emulator) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(emulator.tunnels.authority.bundle))


def tunnelled(emulator: Emulator, host: str) -> HTTPSConnection:
    """A connection to a host of Twilio's through the emulator."""
    connection = HTTPSConnection("127.0.0.1", emulator.port, context=trusting(emulator), timeout=30)
    connection.set_tunnel(host, 443)
    return connection


def asked(connection: HTTPConnection, method: str, path: str, body: str | None = None) -> tuple[int, object]:
    connection.request(method, path, body, HEADERS)
    answer = connection.getresponse()
    text = answer.read()
    return answer.status, json.loads(text) if text else None


def test_a_tunnel_leads_to_the_product_and_is_kept(emulator):
    connection = tunnelled(emulator, "proxy.dublin.ie1.twilio.com")
    assert asked(connection, "POST", "/v1/Services", "UniqueName=u")[0] == 201
    port = connection.sock.getsockname()[1]
    assert asked(connection, "GET", "/v1/Services/u")[1]["unique_name"] == "u"
    assert asked(connection, "DELETE", "/v1/Services/u") == (204, None)
    assert asked(connection, "GET", "/v1/Services/u")[1]["code"] == 20404
    assert connection.sock.getsockname()[1] == port
    connection.close()


def test_a_client_of_http_1_0_keeps_its_tunnel_too(emulator):
    with socket.create_connection(("127.0.0.1", emulator.port), 30) as opened:
        opened.sendall(b"CONNECT proxy.twilio.com:443 HTTP/1.0\r\n\r\n")
        assert opened.recv(4096).startswith(b"HTTP/1.1 200 ")
        with trusting(emulator).wrap_socket(opened, server_hostname="proxy.twilio.com") as secured:
            secured.sendall(b"GET /v1/Services HTTP/1.1\r\nHost: proxy.twilio.com\r\n\r\n")
            assert secured.recv(4096).startswith(b"HTTP/1.1 401 ")


@pytest.mark.parametrize("target", ["example.com:443", "twilio.com.example.com:443", "nottwilio.com:443", "[::1]:443",
                                    "127.0.0.1:22", "nonsense"])
def test_another_host_is_refused_with_a_sentence(emulator, target):
    with socket.create_connection(("127.0.0.1", emulator.port), 30) as opened:
        opened.sendall(f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n".encode())
        answer = b"".join(iter(lambda: opened.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 403 ")
    assert b"--passthrough" in answer


def test_a_plain_request_for_another_host_is_refused_and_one_for_twilio_answered(emulator):
    connection = HTTPConnection("127.0.0.1", emulator.port, timeout=30)
    assert asked(connection, "GET", "http://example.com/v1/Services") == (
        403, {"error": "the emulator stands for *.twilio.com only, not for example.com"})
    assert asked(connection, "GET", "http://proxy.sydney.au1.twilio.com/v1/Services")[1]["services"] == []
    assert asked(connection, "GET", f"{emulator.url}/_emulator/health")[1]["status"] == "ok"
    connection.close()


def test_a_host_that_may_pass_is_reached(emulator):
    with socket.create_server(("127.0.0.9", 0)) as listening:
        def echo() -> None:
            accepted, _ = listening.accept()
            with accepted:
                accepted.sendall(accepted.recv(100).upper())

        thread = threading.Thread(target=echo)
        thread.start()
        with socket.create_connection(("127.0.0.1", emulator.port), 30) as opened:
            opened.sendall(f"CONNECT 127.0.0.9:{listening.getsockname()[1]} HTTP/1.1\r\n\r\n".encode())
            assert opened.recv(4096).startswith(b"HTTP/1.1 200 ")
            opened.sendall(b"hello")
            assert opened.recv(100) == b"HELLO"
        thread.join()


def test_the_command_line_names_the_hosts_that_may_pass(tmp_path):
    chosen = command.parser().parse_args(["--ephemeral", "--port", "0", "--authority", str(tmp_path), "--passthrough",
                                          "127.0.0.9", "--passthrough", "*.Example.com"])
    with command.started(chosen) as running, socket.create_server(("127.0.0.9", 0)) as listening:
        passes = {host: connect_status(running, f"{host}:{listening.getsockname()[1]}")
                  for host in ("127.0.0.9", "127.0.0.8", "example.com")}
        assert passes == {"127.0.0.9": 200, "127.0.0.8": 403, "example.com": 403}
        assert running.tunnels.may_pass("www.example.com")


def connect_status(emulator: Emulator, target: str) -> int:
    """How the proxy answers a CONNECT."""
    with socket.create_connection(("127.0.0.1", emulator.port), 30) as opened:
        opened.sendall(f"CONNECT {target} HTTP/1.1\r\n\r\n".encode())
        return int(opened.recv(4096).split()[1])


def test_a_host_that_may_pass_and_is_not_there_is_502(emulator):
    with socket.create_connection(("127.0.0.1", emulator.port), 30) as opened:
        opened.sendall(b"CONNECT nowhere.invalid:443 HTTP/1.1\r\n\r\n")
        assert opened.recv(4096).startswith(b"HTTP/1.1 502 ")


def test_without_a_proxy_sni_names_the_host(emulator):
    with (socket.create_connection(("127.0.0.1", emulator.tls_port), 30) as opened,
          trusting(emulator).wrap_socket(opened, server_hostname="api.ashburn.us1.twilio.com") as secured):
        assert ("DNS", "api.ashburn.us1.twilio.com") in secured.getpeercert()["subjectAltName"]
        secured.sendall(b"GET /2010-04-01/Accounts.json HTTP/1.1\r\nHost: api.ashburn.us1.twilio.com\r\n\r\n")
        assert secured.recv(4096).startswith(b"HTTP/1.1 401 ")


def test_a_client_that_does_not_trust_it_is_told_of_on_stderr(emulator, capfd):
    stranger = HTTPSConnection("127.0.0.1", emulator.port, timeout=30, context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    stranger.set_tunnel("api.twilio.com", 443)
    with pytest.raises(ssl.SSLError):
        stranger.request("GET", "/")
    assert asked(tunnelled(emulator, "api.twilio.com"), "GET", "/2010-04-01/Accounts.json")[0] == 200
    said = capfd.readouterr().err
    assert "TLS failed for api.twilio.com" in said
    assert str(emulator.tunnels.authority.ca) in said
    assert "Traceback" not in said


def test_noise_instead_of_a_handshake_hurts_nobody(emulator):
    with socket.create_connection(("127.0.0.1", emulator.tls_port), 30) as opened:
        opened.sendall(b"GET / HTTP/1.1\r\n\r\n")
        with contextlib.suppress(ConnectionResetError):
            opened.recv(4096)
    assert asked(tunnelled(emulator, "proxy.twilio.com"), "GET", "/v1/Services")[0] == 200


def test_a_dropped_answer_ends_the_tunnel(emulator):
    Caller(emulator.url).control("POST", "faults", {"method": "POST", "drop": "after", "count": 1})
    with pytest.raises((RemoteDisconnected, ssl.SSLError, ConnectionError)):
        asked(tunnelled(emulator, "proxy.twilio.com"), "POST", "/v1/Services", "UniqueName=u")
    assert len(asked(tunnelled(emulator, "proxy.twilio.com"), "GET", "/v1/Services")[1]["services"]) == 1


def test_credentials_for_the_proxy_are_not_recorded(emulator):
    connection = HTTPConnection("127.0.0.1", emulator.port, timeout=30)
    headers = {**HEADERS, "Proxy-Authorization": "Basic x"}
    connection.request("GET", "http://proxy.twilio.com/v1/Services", headers=headers)
    connection.getresponse().read()
    connection.close()
    assert "authorization" not in Caller(emulator.url).control("GET", "requests").text.lower()


def test_a_name_in_an_address_is_percent_encoded(emulator):
    caller = Caller(emulator.url)
    made = caller.post("sync.twilio.com", "/v1/Services")["sid"]
    caller.post("sync.twilio.com", f"/v1/Services/{made}/Maps", {"UniqueName": "m"})
    item = caller.post("sync.twilio.com", f"/v1/Services/{made}/Maps/m/Items", {"Key": "ä b", "Data": "{}"})
    assert item["url"].endswith("/Items/%C3%A4%20b")
    assert caller.get("sync.twilio.com", item["url"].removeprefix("https://sync.twilio.com"))["key"] == "ä b"
