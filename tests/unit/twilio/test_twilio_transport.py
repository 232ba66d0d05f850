"""Connections: kept, shared, found dead, encrypted, led through proxies. Everything on real sockets."""

import gzip
import os
import socket
import ssl
import struct
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import trustme

from terraform_twilio.twilio.addressing import Origin
from terraform_twilio.twilio.errors import TransportError, UnusableValue
from terraform_twilio.twilio.messages import Request
from terraform_twilio.twilio.native import PrivateModules, PublicModules, best
from terraform_twilio.twilio.transport import Transport
from unit.twilio.servers import SILENCE, Closing, Server, Trickle, Tunnel, answer

AUTHORITY = trustme.CA()


@pytest.fixture(params=[PrivateModules, PublicModules])
def modules(request):
    """Rule of native: the tests run both spellings."""
    return request.param()


@pytest.fixture(scope="session")
def authority_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("authority") / "ca.pem"
    AUTHORITY.cert_pem.write_to_path(str(path))
    return str(path)


@pytest.fixture
def trusting(authority_file, tmp_path):
    """An environment in which only the tests' authority is believed."""
    return {"SSL_CERT_FILE": authority_file, "SSL_CERT_DIR": str(tmp_path)}


def server_tls(*names):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert(*(names or ("localhost",))).configure_cert(context)
    return context


def transport(environ=None, **options):
    return Transport(environ or {}, **{"connect_timeout": 5.0, "read_timeout": 5.0, **options})


def origin(server):
    return Origin("https" if server.tls else "http", "localhost", server.port)


def get(network, server, target="/", *, repeatable=True, method="GET", body=b""):
    request = Request(method, "api.twilio.com", target, {"X-Test": "1"}, body)
    return network.exchange(origin(server), request, repeatable=repeatable)


def ask(network, host, port=443, scheme="https", **more):
    """One request to a place without a server of ours behind its name."""
    request = Request("GET", "api.twilio.com", "/v1", {"Authorization": "Basic x"})
    return network.exchange(Origin(scheme, host, port, more.get("prefix", "")), request, repeatable=False)


def echo(received):
    return answer({"method": received.method, "target": received.target, "body": received.body.decode(),
                   "connection": received.connection})


def test_a_request_and_its_answer(modules):
    with Server(echo) as server:
        raw = get(transport(modules=modules), server, "/a?b=c", method="POST", body=b"x=y")
        assert raw.status == 200
        assert raw.body == b'{"method": "POST", "target": "/a?b=c", "body": "x=y", "connection": 0}'
        assert server.received[0].headers["host"] == f"localhost:{server.port}"
        assert server.received[0].headers["x-test"] == "1"


def test_the_prefix_of_the_origin_stands_before_the_path():
    with Server(echo) as server:
        ask(transport(), "127.0.0.1", server.port, "http", prefix="/base/api.twilio.com")
        assert server.received[0].target == "/base/api.twilio.com/v1"


def test_a_connection_is_kept(modules):
    with Server(echo) as server:
        network = transport(modules=modules)
        for _ in range(3):
            get(network, server)
        assert [(received.connection, received.turn) for received in server.received] == [(0, 0), (0, 1), (0, 2)]


def test_calls_at_the_same_time_each_have_a_connection_of_their_own():
    barrier = threading.Barrier(12)

    def respond(received):
        if received.turn == 0:
            barrier.wait(5)
        return answer({"target": received.target})

    with Server(respond) as server:
        network, seen = transport(), []
        threads = [threading.Thread(target=lambda n=number: seen.append(get(network, server, f"/{n}").body))
                   for number in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(seen) == 12
        assert {received.connection for received in server.received} == set(range(12))
        get(network, server)
        assert server.received[-1].turn == 1


def test_a_kept_connection_that_the_peer_closed_is_not_used(modules):
    closed = threading.Event()

    def respond(received):
        return Closing(answer({})) if received.connection == 0 else answer({})

    with Server(respond) as server:
        network = transport(modules=modules)
        get(network, server)
        closed.wait(0.05)
        get(network, server, method="POST", repeatable=False)
        assert [received.connection for received in server.received] == [0, 1]


def test_a_kept_connection_that_was_left_too_long_is_not_used():
    now = [0.0]
    with Server(echo) as server:
        network = transport(clock=lambda: now[0])
        for now[0] in (0.0, 31.0, 32.0):
            get(network, server)
        assert [received.connection for received in server.received] == [0, 1, 1]


def test_what_was_kept_too_long_is_closed_though_nobody_asks_for_it():
    """A long apply would else hold a descriptor for every connection that was ever open at the same time."""
    barrier, now = threading.Barrier(8), [0.0]

    def respond(received):
        if received.target == "/together":
            barrier.wait(5)
        return answer({})

    with Server(respond) as server, Server(respond) as other:
        network = transport(clock=lambda: now[0])
        threads = [threading.Thread(target=get, args=(network, server, "/together")) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        now[0] = 31.0
        get(network, other)
        assert {server.left.get(timeout=5) for _ in range(8)} == set(range(8))


def closing_at_the_second_request(received):
    """A peer that closes a kept connection at the very moment it is used again."""
    return Closing() if received.turn == 1 else answer({})


def test_a_kept_connection_that_dies_under_a_repeatable_call_is_replaced(modules):
    with Server(closing_at_the_second_request) as server:
        network = transport(modules=modules)
        assert [get(network, server).status for _ in range(2)] == [200, 200]
        assert [(received.connection, received.turn) for received in server.received] == [(0, 0), (0, 1), (1, 0)]


def test_a_create_is_not_sent_again_on_another_connection(modules):
    with Server(closing_at_the_second_request) as server:
        network = transport(modules=modules)
        get(network, server)
        with pytest.raises(TransportError) as lost:
            get(network, server, method="POST", repeatable=False)
        assert lost.value.sent
        assert len(server.received) == 2


def test_half_an_answer_on_a_kept_connection_is_not_repeated_here():
    def respond(received):
        return Closing(answer({"a": 1})[:-3]) if received.turn == 1 else answer({})

    with Server(respond) as server:
        network = transport()
        get(network, server)
        with pytest.raises(TransportError, match="before the answer was complete"):
            get(network, server)
        assert len(server.received) == 2


@pytest.mark.parametrize(
    ("reaction", "said"),
    [
        pytest.param(Closing(), "closed before the answer was complete", id="closed"),
        pytest.param(Closing(b"HTTP/1.1 200 OK\r\nContent-Le"), "closed before the answer was complete",
                     id="half a header"),
        pytest.param(Closing(answer({"a": 1})[:-1]), "closed before the answer was complete", id="half a body"),
        pytest.param(Closing(b"nonsense\r\n\r\n"), "cannot be read", id="nonsense"),
        pytest.param(SILENCE, "took too long", id="silence"),
    ],
)
@pytest.mark.parametrize("encrypted", [False, True])
def test_a_lost_answer_may_have_been_acted_on(reaction, said, encrypted, trusting):
    with Server(lambda received: reaction, server_tls() if encrypted else None) as server, \
            pytest.raises(TransportError, match=said) as lost:
        get(transport(trusting, read_timeout=0.3), server)
    assert lost.value.sent
    assert not lost.value.lasting


@pytest.mark.parametrize(
    "reaction",
    [
        pytest.param(Trickle(b"HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n", b"x", 40, 0.05), id="a body"),
        pytest.param(Trickle(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", 40, 0.05),
                     id="chunks"),
        pytest.param(Trickle(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 40, 0.05), id="interim answers"),
    ],
)
def test_an_answer_that_only_trickles_has_an_end(modules, reaction):
    """Each byte comes in time, all of them together do not."""
    with Server(lambda received: reaction) as server, pytest.raises(TransportError, match="took too long") as lost:
        get(transport(modules=modules, longest_answer=0.5), server)
    assert lost.value.sent


def test_what_is_sent_slowly_leaves_the_answer_its_time():
    """The clock of an answer starts when it is waited for, on a kept connection, too."""
    moments = iter(range(0, 1000, 7))
    with Server(echo) as server:
        network = transport(longest_answer=10, clock=lambda: next(moments))
        assert [get(network, server).status for _ in range(5)] == [200] * 5
        assert {received.connection for received in server.received} == {0}


def test_what_a_server_says_before_it_stops_listening_is_the_answer(modules):
    """Too large a body is refused by its length, and the connection closed with most of it unread."""
    refusal = answer({"code": 413, "message": "too large"}, 413)

    def refuse():
        connection, _ = listener.accept()
        with connection:
            connection.recv(1000)
            connection.sendall(refusal)

    with socket.create_server(("localhost", 0)) as listener:
        threading.Thread(target=refuse, daemon=True).start()
        request = Request("POST", "api.twilio.com", "/", {}, b"x" * 20_000_000)
        port = listener.getsockname()[1]
        raw = transport(modules=modules).exchange(Origin("http", "localhost", port), request, repeatable=False)
    assert raw.status == 413


def test_a_refused_connection_has_sent_nothing(modules):
    with Server(echo) as server:
        pass
    with pytest.raises(TransportError, match=r"cannot be reached: .*[Rr]efused") as refused:
        get(transport(modules=modules), server)
    assert not refused.value.sent
    assert not refused.value.lasting


def resetting(listener):
    """Accepts one connection, reads a little and cuts it off."""
    connection, _ = listener.accept()
    connection.recv(10)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def test_a_request_that_was_taken_in_part_may_have_been_acted_on(modules):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=resetting, args=(listener,), daemon=True).start()
        place = Origin("http", "127.0.0.1", listener.getsockname()[1])
        request = Request("POST", "api.twilio.com", "/", {}, b"x" * 50_000_000)
        with pytest.raises(TransportError, match="could not be sent") as broken:
            transport(modules=modules).exchange(place, request, repeatable=False)
    assert broken.value.sent


def test_an_unknown_host_has_sent_nothing(modules):
    with pytest.raises(TransportError, match=r"no-such-host\.invalid cannot be resolved") as unknown:
        ask(transport(modules=modules), "no-such-host.invalid", 80, "http")
    assert not unknown.value.sent


def test_large_bodies_travel_both_ways(modules, trusting):
    body = os.urandom(500_000).hex().encode()
    for tls in (None, server_tls()):
        with Server(lambda received: answer(received.body.decode()), tls) as server:
            raw = get(transport(trusting, modules=modules), server, method="POST", body=body)
            assert raw.body == b'"' + body + b'"'


def packed(content, length=None):
    body = gzip.compress(content)[:length]
    return f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def test_a_packed_answer_is_unpacked():
    with Server(lambda received: packed(b'{"a": 1}')) as server:
        assert get(transport(), server).body == b'{"a": 1}'
        assert server.received[0].headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize("message", [packed(b"x" * 1000, 20), packed(b"x").replace(b"\x1f\x8b", b"\x00\x00")])
def test_a_damaged_packed_answer_is_a_lost_one(message):
    with Server(lambda received: message) as server, pytest.raises(TransportError, match="packed answer") as lost:
        get(transport(), server)
    assert lost.value.sent


def test_tls_with_an_authority_of_ones_own(modules, trusting):
    with Server(echo, server_tls()) as server:
        network = transport(trusting, modules=modules)
        assert [get(network, server).status for _ in range(2)] == [200, 200]
        assert [received.connection for received in server.received] == [0, 0]


@pytest.mark.parametrize(
    ("environ", "name", "said"),
    [
        pytest.param({"SSL_CERT_FILE": "", "SSL_CERT_DIR": "/nonexistent"}, "localhost", "not trusted",
                     id="unknown authority"),
        pytest.param(None, "other.example.com", "not trusted: .*localhost", id="another host's certificate"),
    ],
)
def test_a_certificate_that_does_not_fit_is_refused(modules, trusting, environ, name, said):
    with Server(echo, server_tls(name)) as server, pytest.raises(TransportError, match=said) as refused:
        get(transport(environ or trusting, modules=modules), server)
    assert not refused.value.sent
    assert refused.value.lasting
    assert server.received == []


def hashed_directory(tmp_path):
    """A directory as OpenSSL wants it, with the tests' authority under its hash."""
    path = tmp_path / "ca.pem"
    AUTHORITY.cert_pem.write_to_path(str(path))
    command = ["openssl", "x509", "-hash", "-noout", "-in", str(path)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    directory = tmp_path / "hashed"
    directory.mkdir()
    path.rename(directory / f"{shown.stdout.strip()}.0")
    return str(directory)


def test_tls_with_a_hashed_directory(modules, tmp_path):
    environ = {"SSL_CERT_FILE": "/nonexistent", "SSL_CERT_DIR": hashed_directory(tmp_path)}
    with Server(echo, server_tls()) as server:
        assert get(transport(environ, modules=modules), server).status == 200


def test_tls_with_a_directory_of_plain_files(modules, tmp_path):
    AUTHORITY.cert_pem.write_to_path(str(tmp_path / "mine.pem"))
    (tmp_path / "notes.txt").write_text("no certificate")
    (tmp_path / "broken.crt").write_text("no certificate either")
    with Server(echo, server_tls()) as server:
        environ = {"SSL_CERT_FILE": "/nonexistent", "SSL_CERT_DIR": str(tmp_path)}
        assert get(transport(environ, modules=modules), server).status == 200


@pytest.mark.skipif(sys.platform != "linux", reason="no directory that is sure to refuse to be listed, whoever asks")
def test_a_directory_of_authorities_that_cannot_be_listed_is_passed_over(modules, authority_file):
    with subprocess.Popen(["true"]) as ended, Server(echo, server_tls()) as server:
        os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)
        unlistable = f"/proc/{ended.pid}/net"
        with pytest.raises(OSError, match="Invalid argument"):
            os.listdir(unlistable)
        environ = {"SSL_CERT_FILE": authority_file, "SSL_CERT_DIR": unlistable}
        assert get(transport(environ, modules=modules), server).status == 200


def test_a_large_bundle_is_believed_when_it_is_needed(modules, tmp_path):
    bundle = tmp_path / "bundle.pem"
    bundle.write_bytes(b"# filler\n" * 5000 + AUTHORITY.cert_pem.bytes())
    environ = {"SSL_CERT_FILE": str(bundle), "SSL_CERT_DIR": "/nonexistent"}
    with Server(echo, server_tls()) as server:
        network = transport(environ, modules=modules)
        threads = [threading.Thread(target=get, args=(network, server)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(server.received) == 6


def test_a_server_that_speaks_no_tls_has_been_sent_nothing(modules, trusting):
    with Server(lambda received: Closing()) as server, pytest.raises(TransportError,
                                                                     match="no TLS connection") as refused:
        ask(transport(trusting, modules=modules, connect_timeout=0.2), "localhost", server.port)
    assert not refused.value.sent


def through(proxy, **more):
    return {"HTTPS_PROXY": f"http://user:p%40ss@localhost:{proxy.port}", **more}


def test_https_goes_through_a_tunnel(modules, trusting):
    with Server(echo, server_tls("api.twilio.com")) as server, Server(lambda received: Tunnel(server.port)) as proxy:
        network = transport(through(proxy, **trusting), modules=modules)
        assert [ask(network, "api.twilio.com").status for _ in range(2)] == [200, 200]
        asked, = proxy.received
        assert (asked.method, asked.target) == ("CONNECT", "api.twilio.com:443")
        assert asked.headers["proxy-authorization"] == "Basic dXNlcjpwQHNz"
        assert "authorization" not in asked.headers
        assert "proxy-authorization" not in server.received[0].headers


def test_plain_http_is_addressed_to_the_proxy_with_the_whole_url():
    with Server(echo) as proxy:
        environ = {"HTTP_PROXY": f"http://user:pw@localhost:{proxy.port}"}
        ask(transport(environ), "twilio.example.com", 8080, "http", prefix="/api.twilio.com")
        asked, = proxy.received
        assert asked.target == "http://twilio.example.com:8080/api.twilio.com/v1"
        assert asked.headers["host"] == "twilio.example.com:8080"
        assert asked.headers["proxy-authorization"] == "Basic dXNlcjpwdw=="


@pytest.mark.parametrize(
    ("reaction", "said", "lasting"),
    [
        (Closing(answer(None, 407)), r"refuses a way to api\.twilio\.com:443: 407", True),
        (Closing(answer(None, 503)), "503", False),
        (Closing(), "gave no answer", False),
        (Closing(b"nonsense\r\n"), "gave no answer", False),
        (Trickle(b"HTTP/1.1 200 OK\r\nX: ", b"x", 40, 0.05), "gave no answer: it took too long", False),
        (SILENCE, "gave no answer: it took too long", False),
    ],
)
def test_a_proxy_that_refuses_has_been_sent_nothing(modules, trusting, reaction, said, lasting):
    with Server(lambda received: reaction) as proxy, pytest.raises(TransportError, match=said) as refused:
        ask(transport(through(proxy, **trusting), modules=modules, connect_timeout=0.5), "api.twilio.com")
    assert not refused.value.sent
    assert refused.value.lasting is lasting
    assert "p@ss" not in str(refused.value)


def test_a_proxy_that_cannot_be_used_is_refused():
    with pytest.raises(UnusableValue):
        ask(transport({"HTTPS_PROXY": "socks5://x"}), "api.twilio.com")


@pytest.mark.parametrize("encrypted", [False, True])
def test_hanging_up_ends_what_reads_and_nothing_else(modules, encrypted, trusting):
    arrived, late = threading.Semaphore(0), threading.Event()

    def respond(received):
        arrived.release()
        if received.method == "POST":
            late.wait(5)
        return SILENCE if received.method == "GET" else answer({})

    with Server(respond, server_tls() if encrypted else None) as server:
        network = transport(trusting, modules=modules, read_timeout=60.0)
        with ThreadPoolExecutor(3) as threads:
            reads = [threads.submit(get, network, server) for _ in range(2)]
            create = threads.submit(get, network, server, method="POST", repeatable=False)
            for _ in range(3):
                assert arrived.acquire(timeout=5)
            network.hang_up()
            for read in reads:
                with pytest.raises(TransportError):
                    read.result(5)
            late.set()
            assert create.result(5).status == 200
        with pytest.raises(TransportError, match="called off"):
            get(network, server)
        assert len(server.received) == 3


def test_closing_lets_go_of_kept_connections():
    with Server(echo) as server:
        network = transport()
        get(network, server)
        network.close()
        get(network, server)
        assert [received.connection for received in server.received] == [0, 1]


def test_the_private_modules_fit_this_python():
    assert isinstance(best(), PrivateModules)
