"""Files on the practitioner's disk, as what is uploaded of them."""

from __future__ import annotations

from terraform_twilio.twilio.operations import File

# By the ending of a name. What is not here travels as plain bytes, and `content_type` says it better.
MEDIA_TYPES = {
    "avif": "image/avif", "css": "text/css", "csv": "text/csv", "gif": "image/gif", "htm": "text/html",
    "html": "text/html", "ico": "image/vnd.microsoft.icon", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "js": "application/javascript", "json": "application/json", "map": "application/json", "md": "text/markdown",
    "mjs": "application/javascript", "mp3": "audio/mpeg", "mp4": "video/mp4", "ogg": "audio/ogg",
    "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml", "ttf": "font/ttf", "txt": "text/plain",
    "wasm": "application/wasm", "wav": "audio/wav", "webm": "video/webm", "webp": "image/webp", "woff": "font/woff",
    "woff2": "font/woff2", "xml": "application/xml",
}
BYTES = "application/octet-stream"


def media_type(name: str) -> str:
    """The media type that the ending of a name stands for."""
    return MEDIA_TYPES.get(name.rpartition(".")[2].lower(), BYTES)


def base_name(path: str) -> str:
    """The last part of a path, whichever way it is written."""
    return path.replace("\\", "/").rpartition("/")[2]


def read(path: str, content_type: str | None = None) -> File:
    """The file at a path; raises OSError, and ValueError for what can be no path."""
    with open(path.encode(), "rb") as file:  # whatever the locale says: a configuration is UTF-8
        return File(base_name(path), content_type or media_type(path), file.read())


def reason(problem: Exception) -> str:
    """Why a file cannot be read, in the system's words."""
    return getattr(problem, "strerror", None) or str(problem)
