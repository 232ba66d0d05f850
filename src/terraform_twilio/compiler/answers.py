"""What Twilio answers: which property an attribute is read from, and which attributes are read only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from terraform_twilio.compiler import facts
from terraform_twilio.compiler.documents import Operation, fields
from terraform_twilio.compiler.naming import snake

# What changes by itself, or on any update (rule G3).
VOLATILE = re.compile(
    r"date_updated|updated_at|date_modified|revision|etag|version|latest_\w+|(\w+_)?status|date_status_changed"
    r"|errors?|warnings|valid|validated|verified|failure_reason|rejection_reasons?|error_(code|message)|date_expires"
    r"|(members|messages|joined_channels)_count|was_edited|last_updated_by|current_(size|value)|average_wait_time"
    r"|is_online|is_notifiable|edit_allowed|edit_expiration|brand_score|brand_feedback")
BORROWED = ("_friendly_name", "_unique_name", "_name", "_status", "_domain_name", "_url")


@dataclass
class Answers:
    """The answers of one group: `read` is what a fetch (or, without one, a list element) holds, by property name.

    `create`: what the create answers; `element`: what an element of the list holds, {} where that is not declared."""

    read: dict[str, dict]
    create: dict[str, dict] = field(default_factory=dict)
    element: dict[str, dict] = field(default_factory=dict)

    def add_to(self, found: dict[str, dict]) -> None:
        """Say of every attribute where it is read, and add the attributes that are only read."""
        for name, attribute in list(found.items()):
            self._read_nested(name, attribute)
        for wire_name, schema in self.read.items():
            self._read(found, wire_name, schema, "response")
        for wire_name, schema in self.create.items():
            if wire_name not in self.read:
                self._read(found, wire_name, schema, "create_response")
        self._mark_derived(found)
        self._mark_missing_in_list(found)
        self._add_what_only_lists_show(found)

    def _read_nested(self, name: str, attribute: dict) -> None:
        """A dotted parameter comes back inside an object, of which the documents often say nothing."""
        wire_name = attribute.get("create") or attribute.get("update") or ""
        steps = [snake(step) for step in wire_name.split(".")]
        if len(steps) > 1 and name not in self.read and self._admits(self.read, steps):
            attribute["response"] = ".".join(steps)

    def _admits(self, properties: dict[str, dict], steps: list[str]) -> bool:
        if steps[0] not in properties:
            return False
        inner = properties[steps[0]].get("properties")
        return len(steps) == 1 or not inner or self._admits(inner, steps[1:])

    def _read(self, found: dict[str, dict], wire_name: str, schema: dict, place: str) -> None:
        name = snake(wire_name)
        written = facts.answer_type(schema)
        if name in found:
            found[name]["type"] = facts.joined_type(found[name]["type"], written)
            self._widen(found[name], schema)
        else:
            found[name] = {"type": written, **self._known(schema)}
            self._mark_volatile(name, found[name])
        found[name][place] = wire_name

    def _widen(self, attribute: dict, schema: dict) -> None:
        """Formats are often stated on the answer alone."""
        if "sid" not in attribute and "pattern" not in attribute:
            attribute |= {fact: value for fact, value in facts.admitted(schema).items() if fact == "sid"}
        said = facts.admitted(schema).get("enum", ())
        if reported := [value for value in said if value not in attribute.get("enum", said)]:
            attribute["reported"] = reported
        is_argument = attribute.keys() & {"create", "update"}
        normaliser = facts.normaliser(schema, attribute["type"]) if is_argument else None
        if normaliser:
            attribute.setdefault("normaliser", normaliser)

    def _known(self, schema: dict) -> dict:
        return {fact: value for fact, value in facts.admitted(schema).items() if fact in ("enum", "sid")}

    def _mark_volatile(self, name: str, attribute: dict) -> None:
        if VOLATILE.fullmatch(name):
            attribute["volatile"] = True

    def _mark_derived(self, found: dict[str, dict]) -> None:
        for name, attribute in found.items():
            sources = _sources(name, attribute, found)
            if sources and not attribute.get("volatile"):
                attribute["derived_from"] = sources

    def _mark_missing_in_list(self, found: dict[str, dict]) -> None:
        if not self.element:
            return
        for attribute in found.values():
            if "response" in attribute and attribute["response"].split(".")[0] not in self.element:
                attribute["not_in_list"] = True

    def _add_what_only_lists_show(self, found: dict[str, dict]) -> None:
        for wire_name, schema in self.element.items():
            attribute = found.setdefault(snake(wire_name), {"type": facts.answer_type(schema), **self._known(schema)})
            if wire_name not in self.read and "response" not in attribute and not is_argument(attribute):
                attribute |= {"response": wire_name, "only_in_list": True}


def _sources(name: str, attribute: dict, found: dict[str, dict]) -> list[str]:
    """The arguments that a read-only attribute echoes or is resolved from."""
    if "response" not in attribute or is_argument(attribute):
        return []
    echoed = [other for other, facts_ in found.items()
              if is_argument(facts_) and facts_.get("response", "").startswith(attribute["response"] + ".")]
    return sorted(echoed) or _resolved_from(name, found)


def _resolved_from(name: str, found: dict[str, dict]) -> list[str]:
    stems = {name.removesuffix(ending) for ending in BORROWED if name.endswith(ending)}
    candidates = {f"{stem}_sid" for stem in stems}
    return sorted(candidate for candidate in candidates if candidate in found and is_argument(found[candidate]))


def is_argument(attribute: dict) -> bool:
    """Whether the attribute travels in a body."""
    return "create" in attribute or "update" in attribute


def element_of(operation: Operation | None) -> tuple[str, dict[str, dict]] | None:
    """The key of the array in a list answer, and the properties of its elements, {} where they are undeclared."""
    if operation is None or not operation.answer:
        return None
    for key, schema in operation.answer.items():
        if schema.get("type") == "array" and key != "schemas":
            return key, fields(schema.get("items", {}))
    return None
