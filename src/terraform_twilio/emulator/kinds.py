"""What kinds of resources the operations are about: a kind is a collection's path, or a fixed one.

A path that ends in a parameter is one resource of the collection before it. A path that does not is a collection when it
is listed or has such resources, else a fixed resource (a singleton), else an action. Nothing here is curated.
"""

from __future__ import annotations

from terraform_twilio.catalogue.operations import Operation
from terraform_twilio.emulator.names import snake, wiped

ITEM, COLLECTION, FIXED = "item", "collection", "fixed"


class Kind:
    """A kind of resource: its host, its wiped path, its operations by verb, and what is known of its properties."""

    def __init__(self, host: str, path: str) -> None:
        self.host = host
        self.path = path
        self.on_item: dict[str, Operation] = {}
        self.on_collection: dict[str, Operation] = {}
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
        return any(verb in operations for operations in (self.on_item, self.on_collection) for verb in ("Create",))

    def verbs(self) -> set[str]:
        return set(self.on_item) | set(self.on_collection)

    def settle(self) -> None:
        """Derives shape and key once all operations are known."""
        operations = [*self.on_item.values(), *self.on_collection.values()]
        for verb in ("Fetch", "Create", "Update", "List"):
            for operation in operations:
                if operation.verb == verb and operation.status < 300:
                    self.shape = {**operation.shape, **self.shape}
        self.key = "" if self.is_fixed else self.key_of(operations)

    def key_of(self, operations: list[Operation]) -> str:
        """The property whose value is the last segment of a resource's path."""
        parameter = next((_last_parameter(operation) for operation in self.on_item.values()), "sid")
        if not parameter.endswith(("sid", "id")):
            return parameter
        own = (name for name in self.shape if name.endswith("_sid") and name != "account_sid")
        return next((name for name in (parameter, "sid", "id", *own) if name in self.shape), parameter)

    def key_facts(self) -> dict:
        """What the documents say of the last segment."""
        for operation in self.on_item.values():
            return list(operation.taken["path"].values())[-1] if operation.taken["path"] else {}
        return {}

    def prefix(self) -> str | None:
        """The prefix of this kind's SIDs; None where the key is no SID."""
        for facts in (self.key_facts(), self.shape.get(self.key, {})):
            if facts.get("sid"):
                return facts["sid"][0]
        return None


def _last_parameter(operation: Operation) -> str:
    return snake(operation.path.rpartition("{")[2].partition("}")[0])


def is_item(operation: Operation) -> bool:
    """Whether the path names one resource of a collection."""
    return operation.path.removesuffix(".json").endswith("}")


class Kinds:
    """Every kind, by host and wiped path."""

    def __init__(self, operations: list[Operation]) -> None:
        self.by_path: dict[tuple[str, str], Kind] = {}
        for operation in operations:
            self._add(operation)
        for kind in self.by_path.values():
            kind.is_fixed = not kind.on_item and "List" not in kind.on_collection
            kind.settle()

    def _add(self, operation: Operation) -> None:
        path = wiped(operation.path)
        kind_path = path.removesuffix("/{}") if is_item(operation) else path
        kind = self.by_path.setdefault((operation.host, kind_path), Kind(operation.host, kind_path))
        (kind.on_item if is_item(operation) else kind.on_collection).setdefault(operation.verb, operation)

    def of(self, operation: Operation) -> Kind:
        """The kind that an operation is about."""
        path = wiped(operation.path)
        return self.by_path[operation.host, path.removesuffix("/{}") if is_item(operation) else path]

    def place(self, operation: Operation) -> str:
        """Whether an operation stands on one resource, on a collection, or on a fixed path."""
        if is_item(operation):
            return ITEM
        return FIXED if self.of(operation).is_fixed else COLLECTION

    def at(self, host: str, path: str) -> Kind | None:
        """The kind at a wiped path."""
        return self.by_path.get((host, path))
