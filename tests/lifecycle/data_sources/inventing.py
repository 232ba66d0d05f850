"""Properties and path segments invented from what Twilio's documents say of them (the emulator's facts)."""

from __future__ import annotations

import hashlib

from lifecycle.patterns import matching
from terraform_twilio.catalogue.operations import Operation

JSON = {"text": "a", "number": 1.5, "truth": True, "list": [1, "b", {"deep": None}], "object": {"name": "c"}}


def property_like(name: str, facts: dict, turn: int, salt: str) -> object:
    """A value of a property; another turn gives another value wherever two exist."""
    if name in SPELLED:
        return SPELLED[name]
    if facts.get("enum"):
        return facts["enum"][turn % len(facts["enum"])]
    return TYPES[facts.get("type", "json")](name, facts, turn, salt)


def segment_like(name: str, facts: dict, turn: int, salt: str) -> str:
    """A value of a path's parameter."""
    plain = name.lower().replace("_", "")
    known = [values for word, values in SEGMENTS.items() if plain.endswith(word)]
    if known and not facts.get("enum"):
        return known[0][turn % len(known[0])]
    return str(property_like(name, facts, turn, salt))


def dated(operation: Operation, parameter: str, turn: int) -> str | None:
    """A value of a query parameter that is a date by the documents; the catalogue does not know which are."""
    form = operation.taken["query"].get(parameter, {}).get("format", "")
    return FORMATS[form](turn, "") if form.startswith("date") else None


def sid_like(prefix: str, *salt: object) -> str:
    return prefix + hashlib.md5(repr(salt).encode(), usedforsecurity=False).hexdigest()


def _text(name: str, facts: dict, turn: int, salt: str) -> str:
    if facts.get("sid"):
        return sid_like(facts["sid"][0], name, turn, salt)
    if facts.get("format") in FORMATS:
        return FORMATS[facts["format"]](turn, salt)
    if facts.get("pattern"):
        return _of_pattern(name, facts["pattern"], turn, salt)
    return f"{name}-{salt}{turn}"[-facts.get("maxLength", 60):]


def _of_pattern(name: str, pattern: str, turn: int, salt: str) -> str:
    """Two letters and 32 digits are a SID of some kind, whatever the pattern's spelling."""
    if pattern.endswith("{32}$") or pattern.endswith("{32}"):
        head = pattern.lstrip("^")[:2]
        return sid_like(head if head.isalpha() else "PN", name, turn, salt)
    if pattern.startswith("^") and pattern.endswith(".+$"):
        return f"{pattern[1:-3]}{name}-{salt}{turn}"
    return matching(pattern, turn)


def _array(name: str, facts: dict, turn: int, salt: str) -> list:
    element = facts.get("items") or "json"
    element = {"type": element} if isinstance(element, str) else element
    return [property_like(name, element, turn, salt), property_like(name, element, turn + 1, salt)]


def _object(name: str, facts: dict, turn: int, salt: str) -> object:
    declared = facts.get("properties") or {}
    return {inner: property_like(inner, its, turn, salt) for inner, its in declared.items()} or dict(JSON, turn=turn)


def _json(name: str, facts: dict, turn: int, salt: str) -> object:
    return [dict(JSON, turn=turn)] if "array" in facts.get("seen", ()) else dict(JSON, turn=turn)


TYPES = {
    "string": _text, "array": _array, "object": _object, "json": _json,
    "boolean": lambda name, facts, turn, salt: turn % 2 == 0,
    "integer": lambda name, facts, turn, salt: 3 + turn,
    "number": lambda name, facts, turn, salt: min(0.25 + turn, facts.get("maximum", 9)),
}
FORMATS = {
    "date-time": lambda turn, salt: f"2027-03-0{turn + 1}T10:00:00Z",
    "date-time-rfc-2822": lambda turn, salt: f"Mon, 0{turn + 1} Mar 2027 10:00:00 +0000",
    "date": lambda turn, salt: f"2027-03-0{turn + 1}",
    "uri": lambda turn, salt: f"https://example.com/{salt}{turn}",
    "phone-number": lambda turn, salt: f"+1415555{turn:04d}",
    "iso-country-code": lambda turn, salt: ("US", "DE", "FR", "GB")[turn % 4],
    "currency": lambda turn, salt: ("USD", "EUR", "GBP", "JPY")[turn % 4],
    "email": lambda turn, salt: f"a{turn}@example.com",
}
# Properties that are more than their type says.
SPELLED = {"sandbox": "false", "answer_rate_device_type": {"voip": 0.5}, "calls_by_device_type": {"voip": 2}}
# Parameters whose documents give no form although they have one.
SEGMENTS = {
    "number": ("+14155550100", "+14155550101", "+14155550102", "+14155550103"),
    "isocode": ("US", "DE", "FR", "GB"), "isocountry": ("US", "DE", "FR", "GB"),
    "countrycode": ("US", "GB", "CA", "AU"),
    "day": ("2027-03-01", "2027-03-02", "2027-03-03", "2027-03-04"),
    "revision": ("1", "2", "3", "4"), "schemaversion": ("1", "2", "3", "4"),
}
