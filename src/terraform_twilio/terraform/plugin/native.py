"""The operating system through the private modules below `os socket ssl threading queue signal hashlib`.

Together the public ones cost 30 ms to import, more than everything else a launch does. Where a private one is missing,
in a Python yet to come, the public ones serve: same names here, same behaviour, slower start. Nothing else imports
either.
"""

from __future__ import annotations

try:
    import _socket as sockets
    import posix as system
    from _queue import SimpleQueue
    from _signal import SIG_IGN, SIGHUP, SIGINT, SIGQUIT, SIGTERM, signal
    from _thread import allocate_lock, start_new_thread

    IS_PRIVATE = True
except ImportError:
    import os as system
    import socket as sockets
    from _thread import allocate_lock, start_new_thread
    from queue import SimpleQueue
    from signal import SIG_IGN, SIGHUP, SIGINT, SIGQUIT, SIGTERM, signal

    IS_PRIVATE = False

__all__ = ("HAS_UNIX_SOCKETS", "SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIG_IGN", "SimpleQueue", "accept",
           "allocate_lock", "loopback_socket", "set_socket_options", "sha256", "signal", "start_new_thread", "system",
           "tls_server", "unix_socket")

HAS_UNIX_SOCKETS = hasattr(sockets, "AF_UNIX")
_TLS_1_2 = 0x0303
_CERT_REQUIRED = 2


def unix_socket() -> object:
    return sockets.socket(sockets.AF_UNIX, sockets.SOCK_STREAM)


def loopback_socket() -> object:
    return sockets.socket(sockets.AF_INET, sockets.SOCK_STREAM)


def set_socket_options(connection: object) -> None:
    """Blocking, and without Nagle's delay where there is one."""
    connection.setblocking(True)
    if connection.family == sockets.AF_INET:
        connection.setsockopt(sockets.IPPROTO_TCP, sockets.TCP_NODELAY, 1)


def accept(listener: object) -> object:
    """The next connection; raises TimeoutError after the listener's timeout."""
    descriptor, _ = listener._accept()
    connection = sockets.socket(listener.family, sockets.SOCK_STREAM, 0, descriptor)
    set_socket_options(connection)
    return connection


def sha256(octets: bytes) -> bytes:
    """The digest, without loading a second copy of OpenSSL's front end."""
    try:
        from _sha2 import sha256 as digest  # 0.3 ms
    except ImportError:
        digest = _older_sha256()
    return digest(octets).digest()


def _older_sha256() -> object:
    try:
        from _sha256 import sha256  # its name until 3.11; 0.3 ms
    except ImportError:
        from hashlib import sha256  # 2 ms, and the last way
    return sha256


def tls_server(certificate_file: str, client_certificate: str) -> object:
    """A function () -> (incoming, outgoing, session) of a TLS server that verifies the client's certificate."""
    context_class, server_protocol, new_memory = _tls()
    context = context_class(server_protocol)
    context.minimum_version = _TLS_1_2
    context.verify_mode = _CERT_REQUIRED
    context.num_tickets = 0  # nobody comes back to a process that serves one command
    context._set_alpn_protocols(b"\x02h2")
    context.load_cert_chain(certificate_file)
    context.load_verify_locations(cadata=client_certificate)
    wrap = context._wrap_bio if IS_PRIVATE else context.wrap_bio

    def session() -> tuple:
        incoming, outgoing = new_memory(), new_memory()
        return incoming, outgoing, wrap(incoming, outgoing, server_side=True)

    return session


def _tls() -> tuple:
    if IS_PRIVATE:
        # 2.5 ms that plaintext does not need
        from _ssl import PROTOCOL_TLS_SERVER, MemoryBIO, _SSLContext

        return _SSLContext, PROTOCOL_TLS_SERVER, MemoryBIO
    # 14 ms that plaintext does not need
    from ssl import PROTOCOL_TLS_SERVER, MemoryBIO, SSLContext

    return SSLContext, PROTOCOL_TLS_SERVER, MemoryBIO
