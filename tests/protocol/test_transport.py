"""An encrypted connection, however the client's bytes are cut."""

import socket
import ssl
import threading

import pytest

from protocol.certificate_authority import client_certificate
from terraform_twilio.terraform.plugin import native
from terraform_twilio.terraform.plugin.certificates import make_certificate
from terraform_twilio.terraform.plugin.transport import Encrypted


class TlsClient:
    """A client in memory: `take` gives the bytes to send, `give` takes what came."""

    def __init__(self, server_certificate, certificate_file):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.set_alpn_protocols(["h2"])
        context.load_cert_chain(certificate_file)
        context.load_verify_locations(cadata=server_certificate)
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.session = context.wrap_bio(self.incoming, self.outgoing, server_hostname="localhost")

    def shake_hands(self):
        """Whether the handshake is complete on this side."""
        try:
            self.session.do_handshake()
        except ssl.SSLWantReadError:
            return False
        return True

    def take(self):
        return self.outgoing.read()

    def give(self, octets):
        self.incoming.write(octets)


class Receiver(threading.Thread):
    """The server's side: the handshake, then so many bytes."""

    def __init__(self, transport, length):
        super().__init__(daemon=True)
        self.transport, self.length, self.received = transport, length, b""
        self.start()

    def run(self):
        self.transport.start()
        while len(self.received) < self.length:
            part = self.transport.receive()
            if not part:
                return
            self.received += part


@pytest.fixture
def ends(tmp_path):
    """The client in memory, its socket, and the server's transport."""
    certificate, server = client_certificate(), make_certificate()
    (tmp_path / "client.pem").write_bytes(b"".join(certificate))
    (tmp_path / "server.pem").write_bytes(server.pem)
    near, far = socket.socketpair()
    session = native.tls_server(str(tmp_path / "server.pem"), certificate[0].decode())
    with near, far:
        yield TlsClient(server.der, tmp_path / "client.pem"), near, Encrypted(far, session())


def greet(client, near, last):
    """The handshake; what completes it is sent together with `last`."""
    while not client.shake_hands():
        near.sendall(client.take())
        client.give(near.recv(65_536))
    client.session.write(last)
    return client.take()


def test_what_comes_with_the_last_bytes_of_the_handshake_is_received(ends):
    client, near, transport = ends
    receiver = Receiver(transport, 5)
    near.sendall(greet(client, near, b"hello"))
    receiver.join(20)
    assert receiver.received == b"hello"


def test_bytes_may_be_cut_anywhere_and_the_end_is_seen(ends):
    client, near, transport = ends
    receiver = Receiver(transport, 100_001)
    for byte in greet(client, near, b"hello"):
        near.sendall(bytes([byte]))
    client.session.write(bytes(99_995))
    near.sendall(client.take())
    near.shutdown(socket.SHUT_WR)
    receiver.join(20)
    assert receiver.received == b"hello" + bytes(99_995)
    assert not receiver.is_alive()
