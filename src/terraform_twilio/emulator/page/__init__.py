"""The page to look at: files as they are, served where no product's host is asked for."""

from __future__ import annotations

from pathlib import Path

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
FOLDER = Path(__file__).parent
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
         ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


def read_files() -> dict[str, tuple[str, bytes]]:
    """Content type and content of each file, by the path it is served at."""
    found = {f"/page/{file.name}": (TYPES[file.suffix], file.read_bytes())
             for file in sorted(FOLDER.iterdir()) if file.suffix in TYPES}
    return {"/": found["/page/index.html"], **found}


FILES = read_files()
