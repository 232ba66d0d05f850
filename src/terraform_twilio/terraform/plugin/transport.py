"""Bytes of one connection, in the clear or encrypted. One thread at a time calls `send`, one other `receive`."""

from __future__ import annotations

from terraform_twilio.terraform.plugin.native import allocate_lock

_CHUNK = 65_536
_HANDSHAKE_SECONDS = 30


class Plain:
    """A socket as it is."""

    def __init__(self, connection: object) -> None:
        self._connection = connection

    def start(self) -> None:
        """Ready at once."""

    def receive(self) -> bytes:
        """What came; b"" at the end."""
        return self._connection.recv(_CHUNK)

    def send(self, octets: bytes) -> None:
        self._connection.sendall(octets)

    def close(self) -> None:
        self._connection.close()


class Encrypted:
    """A TLS session over a socket. It is not thread-safe: a lock guards it, and nothing waits while that is held."""

    def __init__(self, connection: object, session: tuple) -> None:
        self._connection = connection
        self._incoming, self._outgoing, self._session = session
        self._lock = allocate_lock()

    def start(self) -> None:
        """The TLS handshake; raises OSError where the peer is not Terraform, does not speak h2, or takes too long."""
        self._connection.settimeout(_HANDSHAKE_SECONDS)
        while not self._advance():
            octets = self._connection.recv(_CHUNK)
            if not octets:
                raise OSError("the peer left during the handshake")
            self._incoming.write(octets)
        self._connection.settimeout(None)
        if self._session.selected_alpn_protocol() != "h2":
            raise OSError("the peer does not speak HTTP/2")

    def _advance(self) -> bool:
        done = True
        try:
            self._session.do_handshake()
        except OSError as problem:
            if type(problem).__name__ != "SSLWantReadError":
                self._flush()
                raise
            done = False
        self._flush()
        return done

    def _flush(self) -> None:
        if self._outgoing.pending:
            self._connection.sendall(self._outgoing.read())

    def receive(self) -> bytes:
        """What came, decrypted; b"" at the end."""
        while self._incoming.pending or self._wait():  # the last bytes of the handshake may have brought more with them
            with self._lock:
                plain, is_over = self._decrypt()
            if plain or is_over:
                return plain
        return b""

    def _wait(self) -> bool:
        octets = self._connection.recv(_CHUNK)
        with self._lock:
            self._incoming.write(octets)
        return bool(octets)

    def _decrypt(self) -> tuple[bytes, bool]:
        parts: list[bytes] = []
        while True:
            try:
                part = self._session.read(_CHUNK)
            except OSError as problem:
                if type(problem).__name__ not in ("SSLWantReadError", "SSLZeroReturnError"):
                    raise
                return b"".join(parts), type(problem).__name__ == "SSLZeroReturnError"
            if not part:
                return b"".join(parts), True
            parts.append(part)

    def send(self, octets: bytes) -> None:
        rest = memoryview(octets)
        while rest:
            with self._lock:
                rest = rest[self._session.write(rest):]
                encrypted = self._outgoing.read()
            self._connection.sendall(encrypted)

    def close(self) -> None:
        self._connection.close()
