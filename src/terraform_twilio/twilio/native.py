"""Sockets and TLS in two spellings: the private modules (15 ms less at the first call), the public ones behind them.

Both classes offer the same: `addresses`, `socket`, `new_context`, `wrap`, and the errors as attributes. The private
modules may change with any Python release: `best()` takes the public ones where what we need is missing, and the tests
run both.
"""

from __future__ import annotations

_TLS_1_2 = 0x0303
_PARTIAL_CHAIN = 0x80000
_BOTH_WAYS = 2
_ALPN = b"\x08http/1.1"


class PrivateModules:
    """On `_socket` and `_ssl`."""

    def __init__(self) -> None:
        import _socket  # 7 ms less than socket, which loads selectors and enum
        import _ssl  # 12 ms less than ssl

        self._socket = _socket
        self._ssl = _ssl
        # TLS refers to its socket weakly, which the bare type does not allow.
        self._new_socket = type("Socket", (_socket.socket,), {"__slots__": ("__weakref__",)})
        self.CertificateError = _ssl.SSLCertVerificationError
        self.NameError = _socket.gaierror
        self.name_unknown = _socket.EAI_NONAME
        self.default_trust = _ssl.get_default_verify_paths()

    def addresses(self, host: str, port: int) -> list:
        """What the name resolves to. (A str would load the idna codec and with it unicodedata.)"""
        return self._socket.getaddrinfo(host.encode(), port, 0, self._socket.SOCK_STREAM)

    def socket(self, family: int, kind: int, protocol: int) -> object:
        return self._new_socket(family, kind, protocol)

    def new_context(self) -> object:
        context = self._ssl._SSLContext(self._ssl.PROTOCOL_TLS_CLIENT)
        context.verify_mode = self._ssl.CERT_REQUIRED
        context.check_hostname = True
        context.minimum_version = _TLS_1_2
        context.verify_flags |= _PARTIAL_CHAIN
        context._set_alpn_protocols(_ALPN)
        return context

    def wrap(self, context: object, sock: object, host: str) -> TlsChannel:
        wrapped = context._wrap_socket(sock, False, host)
        wrapped.do_handshake()
        return TlsChannel(sock, wrapped.read, wrapped.write)


class PublicModules:
    """On `socket` and `ssl`."""

    def __init__(self) -> None:
        import socket  # only where the private modules do not fit
        import ssl

        self._socket = socket
        self._ssl = ssl
        self.CertificateError = ssl.SSLCertVerificationError
        self.NameError = socket.gaierror
        self.name_unknown = int(socket.EAI_NONAME)
        paths = ssl.get_default_verify_paths()
        self.default_trust = (paths.openssl_cafile_env, paths.openssl_cafile, paths.openssl_capath_env,
                              paths.openssl_capath)

    def addresses(self, host: str, port: int) -> list:
        return self._socket.getaddrinfo(host.encode(), port, 0, self._socket.SOCK_STREAM)

    def socket(self, family: int, kind: int, protocol: int) -> object:
        return self._socket.socket(family, kind, protocol)

    def new_context(self) -> object:
        context = self._ssl.SSLContext(self._ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = self._ssl.TLSVersion.TLSv1_2
        context.verify_flags |= self._ssl.VerifyFlags(_PARTIAL_CHAIN)
        context.set_alpn_protocols(["http/1.1"])
        return context

    def wrap(self, context: object, sock: object, host: str) -> TlsChannel:
        wrapped = context.wrap_socket(sock, server_hostname=host, suppress_ragged_eofs=False)
        return TlsChannel(wrapped, wrapped.recv, wrapped.send)


class Channel:
    """Bytes both ways over a plain connection, until `close`."""

    __slots__ = ("_sock", "read", "write")

    def __init__(self, sock: object) -> None:
        self._sock = sock
        self.read = sock.recv
        self.write = sock.send

    def set_timeout(self, seconds: float) -> None:
        self._sock.settimeout(seconds)

    def close(self) -> None:
        self._sock.close()

    def hang_up(self) -> None:
        """Ends what waits on another thread for an answer; it is that thread which closes."""
        try:
            self._sock.shutdown(_BOTH_WAYS)
        except OSError:
            return

    def is_quiet(self) -> bool:
        """Whether the peer has neither closed nor said anything since the last answer."""
        timeout = self._sock.gettimeout()
        self._sock.settimeout(0)
        try:
            _peek(self._sock)
        except BlockingIOError:
            return True
        except OSError:
            return False
        finally:
            self._sock.settimeout(timeout)
        return False


class TlsChannel(Channel):
    """The same over TLS, where `read` and `write` are those of the TLS layer."""

    __slots__ = ()

    def __init__(self, sock: object, read: object, write: object) -> None:
        self._sock = sock
        self.read = read
        self.write = write


def best() -> PrivateModules | PublicModules:
    """The faster spelling where this Python has it."""
    try:
        modules = PrivateModules()
        modules.new_context()
    except (ImportError, AttributeError, TypeError):
        return PublicModules()
    return modules


def _peek(sock: object) -> None:
    """One byte from the socket itself, left where it is. (An SSLSocket's own recv refuses flags.)"""
    import _socket  # loaded already, by either spelling

    _socket.socket.recv(sock, 1, _socket.MSG_PEEK)
