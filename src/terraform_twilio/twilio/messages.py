"""What travels, spelled out but not yet bytes on a wire: one request, one raw answer."""

from __future__ import annotations


class Request:
    """`host` is the product's; `target` is path and query, encoded; `headers` by the name that is sent."""

    __slots__ = ("body", "headers", "host", "method", "target")

    def __init__(self, method: str, host: str, target: str, headers: dict, body: bytes = b"") -> None:
        self.method = method
        self.host = host
        self.target = target
        self.headers = headers
        self.body = body


class RawAnswer:
    """`headers` have lower-case names; a repeated one is joined by a comma."""

    __slots__ = ("body", "headers", "reason", "status")

    def __init__(self, status: int, reason: str, headers: dict, body: bytes) -> None:
        self.status = status
        self.reason = reason
        self.headers = headers
        self.body = body
