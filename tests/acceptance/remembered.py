"""States in memory, for terraform's `http` backend: a file would be written anew after each of a hundred resources."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType


class Remembered:
    """As a context manager; `texts` by path, `url` is where they are served."""

    def __init__(self) -> None:
        self.texts: dict[str, bytes] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._requests())
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def __enter__(self) -> Remembered:
        self.thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 traceback: TracebackType | None) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def _requests(self) -> type[BaseHTTPRequestHandler]:
        texts = self.texts

        class Requests(BaseHTTPRequestHandler):
            """GET tells a state, POST replaces it."""

            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self._answer(200 if self.path in texts else 404, texts.get(self.path, b""))

            def do_POST(self) -> None:
                texts[self.path.partition("?")[0]] = self.rfile.read(int(self.headers["Content-Length"]))
                self._answer(200, b"")

            def _answer(self, status: int, text: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *facts: object) -> None:
                """Nobody wants to know."""

        return Requests
