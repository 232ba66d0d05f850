"""The catalogue's text as the tests read it: its own reading of the facts (docs/seams.md), none of the engine's.

A class of a test must not come from the code it tests, so what removal does (K) or what replaces (G1) is derived here anew.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import terraform_twilio

FOLDER = Path(terraform_twilio.__file__).parent / "catalogue" / "data"
CLEARED, RESET, EMPTIED, LEFT, FORGOTTEN = "cleared", "reset", "emptied", "left", "forgotten"
PARAMETER = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True)
class Attribute:
    """One attribute and its facts."""

    name: str
    facts: dict

    def __getattr__(self, fact: str) -> object:
        return self.facts.get(fact)

    @property
    def is_account(self) -> bool:
        return self.path == "AccountSid" and not self.required

    @property
    def is_argument(self) -> bool:
        sent = self.create or self.update or self.header or self.query or self.local
        return bool(self.required or sent or self.is_account)

    @property
    def is_returned(self) -> bool:
        return bool(self.response or self.path)

    @property
    def is_create_only(self) -> bool:
        """G1."""
        return self.is_argument and not self.changes and bool(self.create or self.path or self.local)

    @property
    def changes(self) -> bool:
        """Another value is taken over in place."""
        return bool(self.update) or self.local in ("update", "kept")

    @property
    def default(self) -> object:
        return (self.unset or {}).get("default")

    @property
    def can_be_volatile(self) -> bool:
        return bool(self.volatile or self.derived_from)


@dataclass(frozen=True)
class Entry:
    """One entry: a resource type, its data sources, or both."""

    name: str
    facts: dict

    def __getattr__(self, fact: str) -> object:
        return self.facts.get(fact)

    @cached_property
    def attributes(self) -> dict:
        return {name: Attribute(name, facts) for name, facts in self.facts.get("attributes", {}).items()}

    @cached_property
    def arguments(self) -> list:
        return [one for one in self.attributes.values() if one.is_argument]

    @property
    def filters(self) -> dict:
        return {name: Attribute(name, facts) for name, facts in self.facts.get("filters", {}).items()}

    @property
    def queries(self) -> dict:
        return {name: Attribute(name, facts) for name, facts in self.facts.get("queries", {}).items()}

    @property
    def verbs(self) -> dict:
        """`{"create": ("POST", "/v1/Services", "form")}`"""
        return {verb: _spelled(text) for verb, text in self.facts.get("operations", {}).items()}

    @property
    def type_name(self) -> str:
        return self.facts["resource"]

    def removal(self, one: Attribute) -> str:
        """What taking a configured argument out does (K21)."""
        if not one.is_returned:
            return FORGOTTEN                                                     # K5
        if one.changes and (one.unset or {}).get("empty") and not one.enum:
            return CLEARED                                                       # K3
        if (one.unset or {}).get("kept"):
            return LEFT
        if one.update and "default" in (one.unset or {}):
            return RESET                                                         # K11
        is_text = one.type == "string" and not one.enum and not one.always
        return EMPTIED if one.update and is_text and self.verbs["update"][2] == "form" else LEFT


def _spelled(text: str) -> tuple:
    method, path, *body = text.split(" ")
    return method, path, body[0] if body else "form"


def read_entries(folder: Path = FOLDER) -> dict:
    """Every entry by name."""
    return {name: Entry(name, json.loads(path.read_text(encoding="utf-8")))
            for path in sorted(folder.glob("*/*.json")) for name in [f"{path.parent.name}/{path.stem}"]}


class Facts:
    """All entries, and who is who among them."""

    def __init__(self, entries: dict) -> None:
        self.entries = entries
        self.by_type = {one.type_name: one for one in entries.values() if one.resource}
        self.by_group = {(one.host, one.group): one for one in entries.values() if one.resource}

    def referred(self, entry: Entry, one: Attribute) -> Entry | None:
        """The resource type whose id belongs into this argument: by its place in the path, else by `refers_to`."""
        found = (self._parent(entry, one.path) if one.path else None) or self.by_type.get(one.refers_to)
        return None if found and found.name == entry.name and one.path else found

    def _parent(self, entry: Entry, parameter: str) -> Entry | None:
        for _, path, _ in entry.verbs.values():
            place = path.find(f"/{{{parameter}}}")
            if place > 0:
                found = self.by_group.get((entry.host, PARAMETER.sub("{}", path[:place])))
                return None if found and found.name == entry.name else found
        return None
