"""What kinds of resources the operations are about: a kind is a collection's path, or a fixed one.

A path that ends in a parameter is one resource of the collection before it. A path that does not is a collection when
it is listed or has such resources, else a fixed resource (a singleton), else an action. Nothing here is curated.
"""

from __future__ import annotations

import re

from terraform_twilio.catalogue.operations import Operation
from terraform_twilio.emulator.names import snake, wiped
from terraform_twilio.emulator.quirks.standing import stored_at

NAMED_KEY = re.compile(r"\^([a-z_]+_)\.\+\$")
"""Keys that begin with a word: `^aia_asst_.+$`."""

SID_KEY = re.compile(r"\^?([A-Z]{2})\[0-9a-f(?:A-F)?\]\{32\}\$?")
"""Keys that are SIDs, where the documents say so by a pattern alone: `US[0-9a-f]{32}`."""

ITEM, COLLECTION, FIXED = "item", "collection", "fixed"


class Kind:
    """A kind of resource: its host, its wiped path, its operations by verb, and what is known of its properties."""

    def __init__(self, host: str, path: str) -> None:
        self.host = host
        self.path = path
        self.on_item: list[Operation] = []
        self.on_collection: list[Operation] = []
        self.shape: dict = {}
        self.key = ""
        self.is_fixed = False

    @property
    def line(self) -> str:
        """`host/path`, the name that tables use."""
        return self.host + self.path

    @property
    def creates(self) -> bool:
        """Whether clients make resources of this kind."""
        return "Create" in self.verbs()

    @property
    def operations(self) -> list[Operation]:
        return [*self.on_item, *self.on_collection]

    def verbs(self) -> set[str]:
        return {operation.verb for operation in self.operations}

    def settle(self) -> None:
        """Derives shape and key once all operations are known."""
        for verb in ("Fetch", "Create", "Update", "List"):
            for operation in self.operations:
                if operation.verb == verb and operation.status < 300:
                    self.shape = {**operation.shape, **self.shape}
        self.key = "" if self.is_fixed else self.key_of()

    def key_of(self) -> str:
        """The property whose value is the last segment of a resource's path."""
        parameter = next((_last_parameter(operation) for operation in self.on_item), "sid")
        if not parameter.endswith(("sid", "id")):
            return parameter
        own = (name for name in self.shape if name.endswith("_sid") and name != "account_sid")
        return next((name for name in (parameter, "sid", "id", *own) if name in self.shape), parameter)

    def key_facts(self) -> dict:
        """What the documents say of the last segment."""
        for operation in self.on_item:
            return list(operation.taken["path"].values())[-1] if operation.taken["path"] else {}
        return {}

    def prefix(self) -> str | None:
        """The prefix of this kind's SIDs; None where the key is no SID."""
        for facts in (self.key_facts(), self.shape.get(self.key, {})):
            pattern = facts.get("pattern", "")
            named = NAMED_KEY.match(pattern) or SID_KEY.fullmatch(pattern)
            if facts.get("sid") or named:
                return facts["sid"][0] if facts.get("sid") else named[1]
        return None


def _last_parameter(operation: Operation) -> str:
    return snake(operation.path.rpartition("{")[2].partition("}")[0])


def is_item(operation: Operation) -> bool:
    """Whether the path names one resource of a collection."""
    return operation.path.removesuffix(".json").endswith("}")


def place_of(operation: Operation) -> tuple[str, str]:
    """The host and the wiped path of an operation's kind, where it is stored."""
    path = wiped(operation.path)
    return stored_at(operation.host, path.removesuffix("/{}") if is_item(operation) else path)


class Kinds:
    """Every kind, by host and wiped path."""

    def __init__(self, operations: list[Operation]) -> None:
        self.by_path: dict[tuple[str, str], Kind] = {}
        for operation in operations:
            self._add(operation)
        for kind in self.by_path.values():
            kind.is_fixed = not kind.on_item and not self._holds(kind)
            kind.settle()

    def _add(self, operation: Operation) -> None:
        place = place_of(operation)
        kind = self.by_path.setdefault(place, Kind(*place))
        (kind.on_item if is_item(operation) else kind.on_collection).append(operation)

    def _holds(self, kind: Kind) -> bool:
        """Whether a kind without operations on one resource is a collection all the same: listed, or with children."""
        is_listed = any(operation.verb == "List" for operation in kind.on_collection)
        below = kind.path + "/{}/"
        return is_listed or any(host == kind.host and path.startswith(below) for host, path in self.by_path)

    def of(self, operation: Operation) -> Kind:
        """The kind that an operation is about."""
        return self.by_path[place_of(operation)]

    def place(self, operation: Operation) -> str:
        """Whether an operation stands on one resource, on a collection, or on a fixed path."""
        if is_item(operation):
            return ITEM
        return FIXED if self.of(operation).is_fixed else COLLECTION

    def at(self, host: str, path: str) -> Kind | None:
        """The kind at a wiped path."""
        return self.by_path.get(stored_at(host, path))
