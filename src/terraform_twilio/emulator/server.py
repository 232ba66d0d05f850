"""The emulator on a port: HTTP/1.1 with keep-alive, routed by `Host` or by the first segment of a path, or a proxy."""

from __future__ import annotations

import contextlib
import socket
import ssl
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

from terraform_twilio.emulator import control, environment, page
from terraform_twilio.emulator.accounts import add_account
from terraform_twilio.emulator.answers import Answer, Refusal, json_bytes
from terraform_twilio.emulator.clock import Clock
from terraform_twilio.emulator.exchange import Dropped, Exchange, Request
from terraform_twilio.emulator.names import product_host
from terraform_twilio.emulator.sids import Sids
from terraform_twilio.emulator.store import Store
from terraform_twilio.emulator.tunnel import Tunnels
from terraform_twilio.emulator.world import World
from terraform_twilio.emulator.xml import xml_bytes

MAXIMUM_BODY = 64 * 1024 * 1024
MAXIMUM_LINE = 65536


def addressed(host: str, target: str) -> tuple[str, str, str]:
    """The product's host, the path and the query of a request: the first segment, else `Host`, names the product."""
    parts = urlsplit(target if target.startswith(("http://", "https://")) else "//emulator" + target)
    path = parts.path or "/"
    first, _, rest = path.lstrip("/").partition("/")
    if product_host(first):
        return product_host(first), "/" + rest, parts.query
    product = product_host(host) or product_host(parts.netloc)
    if product is None and path.startswith("/2010-04-01/"):
        product = "api.twilio.com"
    return product or "", path, parts.query


def foreign_host(host: str, target: str) -> str:
    """The host of a request to a proxy that is meant neither for Twilio nor for this machine."""
    name = (urlsplit(target).hostname or "") if target.startswith(("http://", "https://")) else ""
    return "" if host or name == "localhost" or name.startswith("127.") or name == "::1" else name


class Connection(BaseHTTPRequestHandler):
    """One client's connection."""

    protocol_version = "HTTP/1.1"
    server_version = "terraform-provider-twilio-emulator"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = -1
    exchange: Exchange
    tunnels: Tunnels
    begins_with_tls = False
    sleep: Callable[[float], None] = staticmethod(time.sleep)

    def setup(self) -> None:
        super().setup()
        self.server.open.add(self.connection)
        if self.begins_with_tls:
            self.tunnels.secure(self)

    def secured(self, connection: ssl.SSLSocket) -> None:
        """Goes on inside TLS."""
        self.server.open.discard(self.connection)
        self.server.open.add(connection)
        self.connection = connection
        self.rfile = connection.makefile("rb", self.rbufsize)
        self.wfile = connection.makefile("wb", self.wbufsize)
        self.close_connection = False

    def finish(self) -> None:
        self.server.open.discard(self.connection)
        with contextlib.suppress(OSError):
            super().finish()
        if self.connection is not self.request:
            self.connection.close()

    def do_CONNECT(self) -> None:
        """A client takes the emulator for its proxy; what follows in the tunnel is answered as if it came directly."""
        if refused := self.tunnels.connect(self):
            self.close_connection = True
            self.send(Answer(refused[0], {"error": refused[1]}), ".json", {})

    def respond(self) -> None:
        """Reads one request and sends its answer."""
        host, path, query = addressed(self.headers.get("Host", ""), self.path)
        body = self.read_body()
        if body is None:
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, host, path, query, headers, body)
        if name := foreign_host(host, self.path):
            self.send(Answer(403, {"error": f"the emulator stands for *.twilio.com only, not for {name}"}), ".json", {})
            return
        if not host and self.command == "GET" and path in page.FILES:
            self.send_file(*page.FILES[path])
            return
        if path.startswith(control.PREFIX):
            self.send(control.answer(self.exchange, request), ".json", {})
            return
        try:
            answer, suffix, fault = self.exchange.answer(request)
        except Dropped:
            self.close_connection = True
            return
        except Exception:
            traceback.print_exc()
            failure = Refusal(500, 20500, "The emulator failed; its stderr says where")
            answer, suffix, fault = failure.answer(), ".json", {}
        if fault.get("delay"):
            self.sleep(fault["delay"])
        self.send(answer, suffix, fault)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = respond

    def read_body(self) -> bytes | None:
        """The body by its length or in chunks; None when the request was refused."""
        try:
            if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
                return self.read_chunks()
            return self.read_exactly(int(self.headers.get("Content-Length") or "0"))
        except ValueError as mistake:
            self.close_connection = True
            self.send(Refusal(400, 20001, f"Unreadable body: {mistake}").answer(), ".json", {})
            return None

    def read_exactly(self, length: int) -> bytes:
        """So many bytes; ValueError for a length that is none or too large."""
        if not 0 <= length <= MAXIMUM_BODY:
            raise ValueError(f"{length} is not a length between 0 and {MAXIMUM_BODY}")
        return self.rfile.read(length)

    def read_chunks(self) -> bytes:
        pieces: list[bytes] = []
        while size := int(self.rfile.readline(80).split(b";")[0].strip() or b"0", 16):
            pieces.append(self.read_exactly(size))
            self.read_exactly(min(MAXIMUM_BODY - sum(map(len, pieces)), 2))
        while self.rfile.readline(MAXIMUM_LINE).strip():
            pass
        return b"".join(pieces)

    def send(self, answer: Answer, suffix: str, fault: dict) -> None:
        """Writes the answer as JSON or XML, with its length on all but 204."""
        is_xml = suffix in ("", ".xml") and answer.body is not None
        content = b"" if answer.body is None else xml_bytes(answer) if is_xml else json_bytes(answer.body)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Twilio-Request-Id", f"RQ{self.exchange.count:032x}")
        self.send_header("Twilio-Concurrent-Requests", "1")
        if answer.status != 204:
            self.send_header("Content-Type", "application/xml" if is_xml else "application/json")
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if "truncate" in fault:
            content, self.close_connection = content[:fault["truncate"]], True
        if answer.status != 204 and self.command != "HEAD":
            self.wfile.write(content)
        self.wfile.flush()

    def send_file(self, content_type: str, content: bytes) -> None:
        """A file of the page to look at."""
        self.send_response(200)
        for name, value in {**page.HEADERS, "Content-Type": content_type, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent: the request log is under /_emulator/requests."""


class Server(ThreadingHTTPServer):
    """Threads that die with the process, and a queue long enough for a test's burst."""

    daemon_threads = True
    request_queue_size = 128
    block_on_close = False

    def server_activate(self) -> None:
        self.open: set[socket.socket] = set()
        super().server_activate()

    def end_connections(self) -> None:
        """Nobody is answered any more."""
        for connection in list(self.open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no error of ours; anything else is shown on stderr."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Emulator:
    """A local Twilio. As a context manager, or `start()` and `stop()`; `url` is where it listens.

    `database` is a file or ":memory:"; `port` 0 takes a free one; `accounts` maps account SIDs to tokens; with a `seed`
    every run makes the same SIDs. With `tls_port` it takes TLS without a proxy there. Its authority is kept in the
    folder `authority`, or for as long as it runs; clients of the proxy reach foreign hosts named in `passthrough`.
    """

    def __init__(self, database: str = ":memory:", port: int = 0, accounts: dict[str, str] | None = None, *,
                 seed: str | None = None, host: str = "127.0.0.1", clock: Clock | None = None,
                 sleep: Callable[[float], None] = time.sleep, tls_port: int | None = None,
                 authority: Path | None = None, passthrough: Iterable[str] = ()) -> None:
        store = Store(database)
        sids = Sids(seed, int(store.fact("sids", "0")))
        self.world = World(store, clock or Clock(), sids, accounts)
        self.exchange = Exchange(self.world)
        self.seat_accounts()
        self.tunnels = Tunnels(authority, passthrough)
        bound = type("BoundConnection", (Connection,), {
            "exchange": self.exchange, "tunnels": self.tunnels, "sleep": staticmethod(sleep)})
        self.server = Server((host, port), bound)
        self.servers = [self.server]
        if tls_port is not None:
            self.servers.append(Server((host, tls_port), type("TlsConnection", (bound,), {"begins_with_tls": True})))
        self.threads: list[threading.Thread] = []

    def seat_accounts(self) -> None:
        """The accounts of the command line exist from the start, with the token given now."""
        with self.world.store.transaction():
            for sid, token in self.world.accounts.items():
                add_account(self.world, sid, token)

    @property
    def url(self) -> str:
        host, port = self.server.server_address[:2]
        return f"http://{host}:{port}"

    @property
    def port(self) -> int:
        return self.server.server_address[1]

    @property
    def tls_port(self) -> int | None:
        """Where TLS is taken without a proxy."""
        return self.servers[1].server_address[1] if len(self.servers) > 1 else None

    @property
    def environment(self) -> dict[str, str]:
        """The variables that lead any client of Twilio's here."""
        return environment.variables(self.url, self.tunnels.authority)

    def start(self) -> Emulator:
        """Serves in the background until `stop`."""
        self.threads = [threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
                        for server in self.servers]
        for thread in self.threads:
            thread.start()
        return self

    def stop(self) -> None:
        """Closes the ports and the database."""
        for server, thread in zip(self.servers, self.threads, strict=False):
            server.shutdown()
            thread.join()
        for server in self.servers:
            server.end_connections()
            server.server_close()
        self.tunnels.close()
        with self.exchange.lock:
            self.world.store.close()

    def __enter__(self) -> Emulator:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.stop()
