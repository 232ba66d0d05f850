"""Small real servers: each is a function from a request to what is done about it."""

import json
import queue
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Received:
    """One request, `turn` being its number on the connection, both counted from 0."""

    connection: int
    turn: int
    method: str
    target: str
    headers: dict
    body: bytes


@dataclass(frozen=True)
class Closing:
    """Send these bytes, then close the connection."""

    message: bytes = b""


@dataclass(frozen=True)
class Trickle:
    """Send the first bytes, then these again and again, so many times, with a pause before each; then close."""

    first: bytes
    again: bytes
    times: int
    pause: float


@dataclass(frozen=True)
class Tunnel:
    """Say yes to a CONNECT and pass everything on to a local port."""

    port: int


SILENCE = b""
Respond = Callable[[Received], "bytes | Closing | Trickle | Tunnel"]


@dataclass
class Server:
    """Answers on a port of its own, a thread per connection, until the `with` block ends."""

    respond: Respond
    tls: object = None
    received: list[Received] = field(default_factory=list)
    left: queue.SimpleQueue = field(default_factory=queue.SimpleQueue)
    _open: list[socket.socket] = field(default_factory=list)

    def __enter__(self) -> "Server":
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            connection.close()

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://localhost:{self.port}"

    def _accept(self) -> None:
        number = 0
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection, number), daemon=True).start()
            number += 1

    def _serve(self, connection: socket.socket, number: int) -> None:
        try:
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True)
            self._open.append(connection)
            self._converse(connection, number)
        except OSError:
            connection.close()

    def _converse(self, connection: socket.socket, number: int) -> None:
        stream = connection.makefile("rb")
        turn = 0
        while (received := read_request(stream, number, turn)) is not None:
            self.received.append(received)
            reaction = self.respond(received)
            if isinstance(reaction, Tunnel):
                relay(connection, reaction.port)
                return
            if isinstance(reaction, Trickle):
                trickle(connection, reaction)
                return
            connection.sendall(reaction.message if isinstance(reaction, Closing) else reaction)
            if isinstance(reaction, Closing):
                stream.close()
                connection.close()
                return
            turn += 1
        self.left.put(number)


def trickle(connection: socket.socket, reaction: Trickle) -> None:
    connection.sendall(reaction.first)
    for _ in range(reaction.times):
        time.sleep(reaction.pause)
        connection.sendall(reaction.again)
    connection.shutdown(socket.SHUT_RDWR)


def read_request(stream, connection: int, turn: int) -> Received | None:
    line = stream.readline().decode("latin-1")
    if not line.endswith("HTTP/1.1\r\n"):
        return None
    method, target, _ = line.split()
    headers = {}
    while (header := stream.readline().decode().strip()):
        name, _, value = header.partition(":")
        headers[name.lower()] = value.strip()
    body = stream.read(int(headers.get("content-length", 0)))
    return Received(connection, turn, method, target, headers, body)


def relay(client: socket.socket, port: int) -> None:
    """Says yes, then copies both ways until either side ends."""
    with socket.create_connection(("127.0.0.1", port)) as server:
        client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        back = threading.Thread(target=copy, args=(server, client), daemon=True)
        back.start()
        copy(client, server)
        back.join()


def copy(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return


def answer(payload: object = None, status: int = 200, **headers: str) -> bytes:
    """An answer with a JSON body, or none at all."""
    body = b"" if payload is None else json.dumps(payload).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status} Reason", *[f"{name}: {value}" for name, value in named.items()],
             f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body
