"""What a property is when nobody set it: recorded facts first, then what its type suggests.

The files beside this module hold facts of real answers, by kind; `derive.py` makes them. `stated.json` is written by
hand and wins: what the expectations of clients' own acceptance tests state of the real API, and what the documents'
texts name as defaults where a value made from the type would be out of range.
"""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path

from terraform_twilio.emulator.kinds import Kind

STATED = "stated"
BY_NAME = {"attributes": "{}", "api_version": "2010-04-01"}
BY_TYPE = {"boolean": False, "integer": 0, "number": 0, "string": "", "object": {}, "json": {}}


@cache
def recorded() -> dict[str, dict]:
    """The recorded defaults of every kind."""
    found: dict[str, dict] = {}
    paths = sorted(Path(__file__).parent.glob("*.json"), key=lambda path: (path.stem == STATED, path.stem))
    for path in paths:
        for line, facts in json.loads(path.read_text(encoding="utf-8")).items():
            found[line] = {**found.get(line, {}), **facts}
    return found


def known(kind: Kind, name: str) -> object:
    """The recorded default of a property; None where there is no record."""
    return copy.deepcopy(recorded().get(kind.line, {}).get(name))


def of(kind: Kind, name: str, facts: dict) -> object:
    """The default of one property."""
    if name in recorded().get(kind.line, {}):
        return known(kind, name)
    if name in BY_NAME and facts.get("type") == "string":
        return BY_NAME[name]
    return by_type(name, facts)


def by_type(name: str, facts: dict) -> object:
    """The first state of a status, an empty list, false, null where null is allowed."""
    if "enum" in facts and (name.endswith("status") or not facts.get("nullable")):
        return facts["enum"][0]
    if facts["type"] == "array":
        return []
    if facts["type"] == "boolean":
        return False
    if facts.get("properties") and not facts.get("nullable"):
        return {inner: by_type(inner, inner_facts) for inner, inner_facts in facts["properties"].items()}
    if facts.get("nullable") or "sid" in facts or (facts.get("format") and facts["type"] == "string"):
        return None
    return copy.deepcopy(BY_TYPE[facts["type"]])
