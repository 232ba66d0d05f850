"""A reader of Twilio's documents that shares nothing with the compiler; what it finds must be in the catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

WRITTEN = {"post", "put", "patch", "delete", "get"}


@dataclass(frozen=True)
class Said:
    """What a document says of one operation. Keys are wire names; a schema's `$ref`s at the top are followed."""

    document: str
    method: str
    path: str
    body: dict[str, dict] = field(default_factory=dict)
    body_required: tuple[str, ...] = ()
    is_json: bool = False
    headers: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    answer: dict[str, dict] = field(default_factory=dict)
    elements: dict[str, dict[str, dict]] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str]:
        return self.document, self.method, re.sub(r"\{\w+\}", "{}", self.path)

    def element(self, key: str) -> dict[str, dict]:
        """The properties of an element of the array under a key of the answer."""
        return self.elements.get(key, {})

    def __str__(self) -> str:
        return f"{self.document} `{self.method} {self.path}`"


def operations(folder: Path) -> Iterator[Said]:
    """Every operation of every document."""
    for path in sorted(folder.glob("twilio_*.json")):
        whole = json.loads(path.read_text(encoding="utf-8"))
        for route, methods in whole["paths"].items():
            for method in sorted(WRITTEN & methods.keys()):
                yield _said(whole, path.stem.removeprefix("twilio_"), method.upper(), route, methods[method])


def _said(whole: dict, document: str, method: str, route: str, spelled: dict) -> Said:
    parameters = [_pointed(whole, parameter) for parameter in spelled.get("parameters", [])]
    media = _pointed(whole, spelled.get("requestBody", {})).get("content", {})
    answer = _answer(whole, spelled["responses"])
    body = _pointed(whole, next(iter(media.values()), {}).get("schema", {}))
    return Said(
        document, method, route,
        body={name: _pointed(whole, schema) for name, schema in body.get("properties", {}).items()},
        body_required=tuple(body.get("required", ())), is_json=any("json" in kind for kind in media),
        headers=tuple(p["name"] for p in parameters if p["in"] == "header"),
        query=tuple(p["name"] for p in parameters if p["in"] == "query"),
        answer=answer, elements={name: _properties(whole, schema["items"])
                                 for name, schema in answer.items() if schema.get("type") == "array"})


def _answer(whole: dict, responses: dict) -> dict[str, dict]:
    for status, response in sorted(responses.items()):
        content = _pointed(whole, response).get("content", {})
        if content and int(status) < 400:
            return _properties(whole, next(iter(content.values())).get("schema", {}))
    return {}


def _properties(whole: dict, schema: dict) -> dict[str, dict]:
    schema = _pointed(whole, schema)
    parts = [schema, *(_pointed(whole, part) for part in schema.get("oneOf", ()))]
    return {name: _pointed(whole, inner) for part in parts for name, inner in part.get("properties", {}).items()}


def _pointed(whole: dict, node: dict) -> dict:
    while "$ref" in node:
        found: dict = whole
        for step in node["$ref"][2:].split("/"):
            found = found[step]
        node = found
    return node


@dataclass(frozen=True)
class Covered:
    """What the catalogue has of one operation: the entry and the role under which it keeps it."""

    name: str
    entry: dict
    role: str

    def is_named(self) -> bool:
        return bool(self.entry.keys() & {"resource", "singular", "plural"})

    def sent_in_body(self) -> dict[str, tuple[str, dict]]:
        """wire name -> (attribute name, facts)"""
        return {facts[self.role]: (name, facts)
                for name, facts in self.entry["attributes"].items() if self.role in facts}

    def sent_beside(self, place: str) -> set[str]:
        """Wire names that travel as headers or in the query of this operation."""
        sent = {facts[place] for facts in self.entry["attributes"].values()
                if place in facts and self.role in facts["sent_on"]}
        if place != "query":
            return sent
        reading = {"list": "filters", "fetch": "queries"}.get(self.role, "")
        return sent | {facts["query"] for facts in self.entry.get(reading, {}).values()}

    def read(self) -> set[str]:
        """Properties of the answer, at its first level, that some attribute is read from."""
        return {facts[place].partition(".")[0].removesuffix("[]") for facts in self.entry["attributes"].values()
                for place in ("response", "create_response") if place in facts}


def coverage(entries: dict[str, dict]) -> dict[tuple[str, str, str], Covered]:
    """The catalogue's operations by document, method and path without parameter names."""
    found = {}
    for name, entry in entries.items():
        for role, spelled in entry["operations"].items():
            method, path = spelled.split(" ")[:2]
            found[name.partition("/")[0], method, re.sub(r"\{\w+\}", "{}", path)] = Covered(name, entry, role)
    return found


class LeftOut:
    """`LEFT_OUT.md`, read: operations, and parameters of entries by attribute, that are left out with a reason."""

    def __init__(self, text: str) -> None:
        self.operations = set(re.findall(r"(?m)^- (\w+ `[A-Z]+ [^`]+`): \S", text))
        self.parameters = set(re.findall(r"(?m)^- `([\w/]+)` \w+ \((\w+ [^)]+)\): \S", text))
        everywhere = next(line for line in text.splitlines() if line.startswith("- Everywhere"))
        self.paging = set(re.findall(r"`(\w+)`", everywhere))
