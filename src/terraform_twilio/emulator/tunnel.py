"""What a client gets that asks for HTTPS: TLS of our own for Twilio's hosts, a tunnel to hosts that may pass, else 403.

A client reaches it by CONNECT (HTTPS_PROXY) on the emulator's port, or directly on a port of its own, where SNI names
the host. The authority is made when the first client needs it.
"""

from __future__ import annotations

import select
import socket
import ssl
import sys
import tempfile
import threading
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import BinaryIO, Protocol

from terraform_twilio.emulator.names import product_host
from terraform_twilio.emulator.tls.authority import Authority, authority_in

PATIENCE = 30.0
"""Seconds for a handshake, and for a host that may pass to answer."""
PIECE = 65536


class Connection(Protocol):
    """What a tunnel needs of a client's connection."""

    connection: socket.socket
    path: str
    close_connection: bool
    wfile: BinaryIO

    def secured(self, connection: ssl.SSLSocket) -> None: ...

    def send_response_only(self, code: int, message: str) -> None: ...

    def end_headers(self) -> None: ...


class Tunnels:
    """Opens tunnels for connections. `folder` holds the authority; without one it lives as long as this object does.

    `passthrough` are names of foreign hosts (`*` stands for anything) that are reached as if there was no emulator.
    """

    def __init__(self, folder: Path | None = None, passthrough: Iterable[str] = ()) -> None:
        self.folder = folder
        self.passthrough = [name.lower() for name in passthrough]
        self.lock = threading.Lock()
        self.own_folder: tempfile.TemporaryDirectory | None = None
        self.made: Authority | None = None

    @property
    def authority(self) -> Authority:
        """The authority, made the first time."""
        with self.lock:
            if self.made is None:
                if self.folder is None:
                    self.own_folder = tempfile.TemporaryDirectory(prefix="twilio-emulator-")
                self.made = authority_in(self.folder or Path(self.own_folder.name))
            return self.made

    def close(self) -> None:
        """Removes an authority that was meant to live no longer."""
        if self.own_folder:
            self.own_folder.cleanup()

    def may_pass(self, host: str) -> bool:
        return any(fnmatchcase(host, name) for name in self.passthrough)

    def connect(self, connection: Connection) -> tuple[int, str] | None:
        """Answers CONNECT; a status and a sentence where it is refused."""
        host, port = host_and_port(connection.path)
        if product_host(host):
            confirm(connection)
            self.secure(connection, host)
            return None
        if not self.may_pass(host):
            return 403, f"the emulator stands for *.twilio.com only; --passthrough {host} would let this one pass"
        try:
            upstream = socket.create_connection((host, port), PATIENCE)
        except OSError as error:
            return 502, f"{host}:{port} cannot be reached: {error.strerror or error}"
        with upstream:
            confirm(connection)
            exchange_bytes(connection.connection, upstream)
        connection.close_connection = True
        return None

    def secure(self, connection: Connection, host: str = "") -> None:
        """Speaks TLS from here on, as a host, or as the one that SNI names; ConnectionAbortedError where that fails."""
        context = self.authority.context(host)
        context.sni_callback = self.as_named
        plain = connection.connection
        plain.settimeout(PATIENCE)
        try:
            secured = context.wrap_socket(plain, server_side=True)
        except OSError as failure:
            print(f"TLS failed for {host or 'a client without a proxy'}: {failure}. Does the client trust "
                  f"{self.authority.ca}? `emulator env` prints how.", file=sys.stderr, flush=True)
            raise ConnectionAbortedError from None
        secured.settimeout(None)
        connection.secured(secured)

    def as_named(self, secured: ssl.SSLSocket, name: str | None, context: ssl.SSLContext) -> None:
        """Takes the certificate of the host that the client means."""
        if name and product_host(name):
            secured.context = self.authority.context(name)


def host_and_port(target: str) -> tuple[str, int]:
    """`api.twilio.com:443` of a CONNECT, in small letters."""
    host, _, port = target.rpartition(":")
    return host.strip("[]").lower(), int(port) if port.isdigit() else 443


def confirm(connection: Connection) -> None:
    """Tells the client that its tunnel stands."""
    connection.send_response_only(200, "Connection established")
    connection.end_headers()
    connection.wfile.flush()


def exchange_bytes(one: socket.socket, other: socket.socket) -> None:
    """Carries bytes both ways until one side ends."""
    other.settimeout(None)
    partner = {one: other, other: one}
    while True:
        for ready in select.select(list(partner), [], [])[0]:
            piece = ready.recv(PIECE)
            if not piece:
                return
            partner[ready].sendall(piece)
