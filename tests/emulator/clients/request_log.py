"""What the emulator's log says of a client: the hosts that it meant, and the pages that it asked for."""

from __future__ import annotations

from emulator.caller import Caller

ON_AN_EDGE = {"proxy.twilio.com", "proxy.dublin.ie1.twilio.com", "api.dublin.ie1.twilio.com"}
"""The hosts of a client that is moved to an edge of a region for a list and a queue."""


def requests_of(emulator) -> list[dict]:
    return Caller(emulator.url).control("GET", "requests")["requests"]


def asked_as(requests: list[dict]) -> set[str]:
    """The hosts as the client wrote them, edge and region included."""
    return {line["headers"]["host"].removesuffix(":443") for line in requests}


def pages(requests: list[dict], size: int = 2) -> int:
    """How many pages of that size were asked for."""
    return sum(f"PageSize={size}" in line["query"] for line in requests)
