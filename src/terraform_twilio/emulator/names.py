"""Twilio's spellings: parameters, properties, hosts and paths, as functions of text."""

from __future__ import annotations

import re

WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
PLACEHOLDER = re.compile(r"\{[^}]*\}")
LABELS = re.compile(r"^(?P<product>[a-z0-9-]+)((\.[a-z0-9-]+){1,2})?\.twilio\.com$")


def snake(parameter: str) -> str:
    """`VoiceCallerIdLookup` as a property name: `voice_caller_id_lookup`."""
    return WORD_START.sub("_", parameter).replace("-", "_").lower()


def squashed(name: str) -> str:
    """What the spellings of one name have in common."""
    return name.replace("_", "").replace("-", "").replace(".", "").lower()


def wiped(path: str) -> str:
    """A path with the names of its parameters taken out, and v2010's suffix too."""
    return PLACEHOLDER.sub("{}", path).removesuffix(".json")


def product_host(host: str) -> str | None:
    """The product's host: port, edge and region taken out (A2); None for a foreign host."""
    match = LABELS.match(host.lower().partition(":")[0])
    return f"{match['product']}.twilio.com" if match else None


def singular(segment: str) -> str:
    """`SubscribedEvents` -> `SubscribedEvent`, for the names of parents."""
    if segment.endswith("ies"):
        return segment[:-3] + "y"
    return segment[:-2] if segment.endswith("sses") else segment.removesuffix("s")
