"""Groups: the operations of one kind of object, found by path arithmetic and by the verb of each operation.

A group is a collection path and the instance path below it, with parameter names wiped. What arithmetic cannot know
(which creates are actions, which operations lie in another group) stands in `overrides/`, in `[[group]]` tables.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from terraform_twilio.compiler.documents import Document, Operation
from terraform_twilio.compiler.naming import base_noun
from terraform_twilio.compiler.overrides import GroupCorrection, OverrideError

ROLES = ("create", "fetch", "update", "delete", "list")

# The class by the writing roles present (create, fetch, update, delete: C F U D; L only where there is no F), and by
# whether the fetch stands at a fixed path. A shape that is not here, and writes, is an action.
SHAPES = {
    "CFUD": ("crud", "crud"), "CFD": ("immutable", "immutable"), "CFU": ("create_read_update", "create_read_update"),
    "CF": ("create_read", "singleton"), "CDL": ("list_read", "list_read"), "CUDL": ("list_read", "list_read"),
    "FUD": ("upsert_delete", "upsert_delete"), "FU": ("keyed_config", "singleton"), "CD": ("write_only", "write_only"),
    "CUD": ("write_only", "write_only"), "FD": ("read_delete", "read_delete"), "F": ("fetch", "fetch"),
    "L": ("list", "list"),
}


@dataclass
class Group:
    """One group: operations by role, its class, and why it or an operation is left out; `reason`: a correction's."""

    document: Document
    path: str
    operations: dict[str, Operation] = field(default_factory=dict)
    noun: str = ""
    names: dict[str, str] = field(default_factory=dict)
    kind: str = ""
    left_out: str | None = None
    reason: str | None = None
    left_out_operations: list[tuple[Operation, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.document.name}/{self.noun}"


def discover(documents: list[Document], corrections: list[GroupCorrection]) -> list[Group]:
    """All groups of all documents, corrected, classified and with a noun."""
    by_place = {(group.document.name, group.path): group for document in documents for group in _groups(document)}
    for correction in corrections:
        if (correction.document, correction.path) not in by_place:
            raise OverrideError(f"{correction.source}: {correction.document} has no group {correction.path}")
    for step in (_move, _leave_out):
        for correction in corrections:
            step(correction, by_place)
    found = [group for group in by_place.values() if group.operations or group.left_out_operations]
    for group in found:
        group.kind, group.noun = _by_shape(group.operations), _noun(group)
    for correction in corrections:
        _correct(correction, by_place[correction.document, correction.path])
    return sorted(found, key=lambda group: group.name)


def _groups(document: Document) -> list[Group]:
    """The groups of a document by collection path."""
    found: dict[str, Group] = {}
    for operation in document.operations:
        path = operation.wiped.removesuffix("/{}")
        _place(found.setdefault(path, Group(document, path)), operation.verb, operation)
    return list(found.values())


def _place(group: Group, role: str, operation: Operation) -> None:
    if role in group.operations:
        raise ValueError(f"{group.document.name} {group.path}: two operations for {role}")
    group.operations[role] = operation


def _move(correction: GroupCorrection, by_place: dict[tuple[str, str], Group]) -> None:
    """Give operations to the group (and the role) where they belong."""
    group = by_place[correction.document, correction.path]
    for role, target in correction.facts.get("move", {}).items():
        path, _, new_role = target.partition("#")
        _place(by_place[correction.document, path or group.path], new_role, group.operations.pop(role))


def _leave_out(correction: GroupCorrection, by_place: dict[tuple[str, str], Group]) -> None:
    group = by_place[correction.document, correction.path]
    for role, reason in correction.facts.get("leave", {}).items():
        group.left_out_operations.append((group.operations.pop(role), reason))


def _noun(group: Group) -> str:
    nouns = {operation.verb: operation.noun for operation in group.operations.values()}
    return base_noun(group.document.product, nouns)


def _correct(correction: GroupCorrection, group: Group) -> None:
    facts = correction.facts
    known = {"class": group.kind, "noun": group.noun, "left_out": group.left_out, **group.names}
    idle = [fact for fact, value in facts.items() if known.get(fact) == value]
    if idle:
        raise OverrideError(f"{correction.source}: {correction.document} {correction.path}: {idle[0]} changes nothing")
    group.kind, group.noun = facts.get("class", group.kind), facts.get("noun", group.noun)
    group.left_out, group.reason = facts.get("left_out", group.left_out), correction.reason
    group.names |= {kind: facts[kind] for kind in ("resource", "singular", "plural") if kind in facts}


def _by_shape(operations: dict[str, Operation]) -> str:
    letters = "".join(role[0].upper() for role in ROLES[:4] if role in operations)
    if "fetch" in operations:
        is_fixed = not operations["fetch"].is_instance
        kind = SHAPES.get(letters, ("action", "action"))[is_fixed]
        return "fetch_list" if kind == "fetch" and "list" in operations else kind
    letters += "L" if "list" in operations else ""
    return SHAPES.get(letters, ("action", "action"))[0]
