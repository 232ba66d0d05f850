"""What one schema says: its type in the catalogue, what it admits, and what only looks different."""

from __future__ import annotations

import re

IDENTIFIER = re.compile(r"[a-z_][a-z0-9_]*")
SCALARS = {"string": "string", "boolean": "bool", "integer": "int", "number": "number"}
SID = re.compile(r"\^?\(?(?P<prefixes>[A-Z]{2}(?:\|[A-Z]{2})*)\)?\[0-9a-fA-F\]\{32\}\$?|"
                 r"(?P<plain>[A-Z]{2})\[0-9a-f\]\{32\}")
LIMITS = {"minLength": "min_length", "maxLength": "max_length", "minimum": "minimum", "maximum": "maximum"}
NORMALISERS = {"uri": "url", "http-method": "http_method", "phone-number": "phone", "date-time-rfc-2822": "rfc2822",
               "date-time": "iso8601", "date": "date"}
MOMENTS = {"iso8601", "date"}
SECRET = re.compile(r"(^|_)(password|secret|auth_token|private_key|access_key|api_key|call_token|notification_token"
                    r"|registration_code|tls_cert|credentials|segment_credential|authorization|auth_payload"
                    r"|binding_secret|certificate)$")


def answer_type(schema: dict) -> object:
    """The type of a property of an answer; what is undeclared is JSON text."""
    kind = schema.get("type")
    if kind in SCALARS:
        return SCALARS[kind]
    if kind == "array":
        return ["list", answer_type(schema.get("items", {}))]
    if schema.get("properties"):
        return _object_type(schema["properties"])
    return _map_type(schema)


def _object_type(properties: dict[str, dict]) -> object:
    """An object, or JSON text where a property's name could not stand in a configuration."""
    if not all(IDENTIFIER.fullmatch(name) for name in properties):
        return "json"
    return ["object", {name: answer_type(inner) for name, inner in sorted(properties.items())}]


def _map_type(schema: dict) -> object:
    if schema.get("format") == "uri-map":
        return ["map", "string"]
    elements = schema.get("additionalProperties")
    if isinstance(elements, dict) and elements.get("type") in SCALARS:
        return ["map", SCALARS[elements["type"]]]
    return "json"


def argument_type(schema: dict) -> object:
    """The type of a parameter: an object is written as JSON text."""
    written = answer_type(schema)
    if written[0] == "object":
        return "json"
    return ["list", "json"] if written[0] == "list" and not isinstance(written[1], str) else written


def joined_type(argument: object, answer: object) -> object:
    """The type of an attribute that is written and read: text that comes back structured is JSON."""
    return "json" if argument == "string" and (isinstance(answer, list) or answer == "json") else argument


def admitted(schema: dict) -> dict:
    """Validation facts: enum, sid, pattern, limits. Of a list they are about its elements."""
    schema = schema.get("items", schema)
    found: dict = {}
    if "enum" in schema:
        found["enum"] = [value for value in schema["enum"] if value is not None]
    if "pattern" in schema:
        found |= _pattern(schema["pattern"])
    limits = {fact: schema[key] for key, fact in LIMITS.items() if key in schema}
    if "sid" in found:
        limits = {fact: limit for fact, limit in limits.items() if not fact.endswith("length")}
    return found | limits


def _pattern(pattern: str) -> dict:
    sid = SID.fullmatch(pattern)
    if sid is None:
        return {"pattern": pattern}
    return {"sid": sorted((sid["prefixes"] or sid["plain"]).split("|"))}


def normaliser(schema: dict, written: object) -> str | None:
    """What differences do not matter in a value that is written and read."""
    if written == "json" or written == ["list", "json"]:
        return "json"
    if isinstance(written, list):
        return "unordered" if written[0] == "list" else None
    return NORMALISERS.get(schema.get("format", ""))


def moment(schema: dict) -> dict:
    """Of what is asked for, only that it is a date or a time matters."""
    found = NORMALISERS.get(schema.get("format", ""))
    return {"normaliser": found} if found in MOMENTS else {}


def is_secret(name: str, written: object) -> bool:
    """Whether a name sounds like a secret."""
    return written not in ("bool", "int", "number") and SECRET.search(name) is not None
