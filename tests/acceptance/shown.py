"""What terraform tells in JSON, as the model of core would have it: plans, changes, complaints, kept instances."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from acceptance.module_text import Place, unmarked
from core.configuration import is_data
from core.planning import CREATE, DELETE, NOTHING, REPLACE, UPDATE, Change
from core.state import parsed
from terraform_twilio.terraform.values import UNKNOWN

ACTIONS = {("create",): CREATE, ("update",): UPDATE, ("delete",): DELETE, ("no-op",): NOTHING,
           ("delete", "create"): REPLACE, ("create", "delete"): REPLACE}
OURS = "twilio_"


@dataclass(frozen=True)
class Complaint:
    """An error or a warning: its texts, the argument it points at, and the mark of the life it is about, 0 unknown."""

    severity: str
    summary: str
    detail: str
    path: tuple
    mark: int

    @classmethod
    def of(cls, line: dict, places: dict[int, Place], marks: set[int]) -> Complaint:
        """Whose it is: by its address, by its line, else by an address that its text names."""
        told = line["diagnostic"]
        where = told.get("range", {})
        place = places.get(where.get("start", {}).get("line"), Place(0)) if where.get("filename") == "main.tf.json" \
            else Place(0)
        text = f"{told.get('address', '')} {told.get('summary', '')} {told.get('detail', '')}"
        named = [unmarked(word.strip('".,:()'))[1] for word in text.split() if "." in word]
        mark = next((one for one in [*named[:1], place.mark, *named] if one in marks), 0)
        argument = place.argument if place.argument != "provider" else ""
        return cls(told["severity"], told["summary"], told.get("detail", ""), (argument,) if argument else (), mark)


@dataclass(frozen=True)
class Kept:
    """One resource in the state, as the file has it."""

    entry: dict

    def of_version(self, version: int, attributes: dict) -> Kept:
        """As a provider with that version of the schema would have left it."""
        return Kept(self.entry | {"instances": [{"schema_version": version, "attributes": attributes}]})

    @property
    def attributes(self) -> dict:
        return self.entry["instances"][0]["attributes"]

    @property
    def is_tainted(self) -> bool:
        return self.entry["instances"][0].get("status") == "tainted"

    @property
    def private(self) -> bytes:
        return base64.b64decode(self.entry["instances"][0].get("private", ""))


class Planned:
    """A plan of a whole group; `show` tells it in JSON, which is asked for once and only if somebody wants to know."""

    def __init__(self, lines: list, show: Callable[[], str]) -> None:
        self.show = show
        self.acting = {line["change"]["resource"]["addr"] for line in lines if line.get("type") == "planned_change"
                       and line["change"]["action"] not in ("noop", "import")}

    @cached_property
    def shown(self) -> dict:
        return parsed(self.show())

    @cached_property
    def changes(self) -> list:
        return self.shown.get("resource_changes", [])

    @cached_property
    def read(self) -> list:
        """What stands in the state already, data sources included."""
        values = self.shown.get("prior_state", {}).get("values", {})
        return values.get("root_module", {}).get("resources", [])


class Plan:
    """One life's part of a plan, with what the model's `Plan` has."""

    def __init__(self, planned: Planned, mark: int, kind_of: Callable, warnings: list) -> None:
        self.planned = planned
        self.mark = mark
        self.kind_of = kind_of
        self.warnings = warnings

    @property
    def is_empty(self) -> bool:
        return not any(unmarked(address)[1] == self.mark and not is_data(address) for address in self.planned.acting)

    @cached_property
    def changes(self) -> dict:
        mine = (one for one in self.planned.changes if unmarked(one["address"])[1] == self.mark)
        return {address: change_of(address, one, self.kind_of) for one in mine
                if (address := unmarked(one["address"])[0]).startswith(OURS)}

    @property
    def actions(self) -> dict:
        return {address: change.action for address, change in self.changes.items()}

    @cached_property
    def data(self) -> dict:
        """The data sources that could be read while planning."""
        return {unmarked(one["address"])[0]: one["values"] for one in self.planned.read
                if one["mode"] == "data" and unmarked(one["address"])[1] == self.mark}

    @property
    def imports(self) -> dict:
        """The id under which something is taken over, by address."""
        return {unmarked(one["address"])[0]: one["change"]["importing"]["id"] for one in self.planned.changes
                if unmarked(one["address"])[1] == self.mark and one["change"].get("importing")}

    @cached_property
    def drift(self) -> dict:
        """By address the names of what has changed outside of Terraform."""
        mine = (one for one in self.planned.shown.get("resource_drift", [])
                if unmarked(one["address"])[1] == self.mark)
        return {unmarked(one["address"])[0]: _different(one["change"]["before"], one["change"]["after"]) for one in mine}


def change_of(address: str, told: dict, kind_of: Callable) -> Change:
    """The model's record of a change."""
    change = told["change"]
    planned = None if change["after"] is None else merged(change["after"], change["after_unknown"])
    return Change(address, kind_of(address, told["type"]), ACTIONS[tuple(change["actions"])], change["before"], planned,
                  requires_replace=[tuple(path) for path in change.get("replace_paths", [])
                                    if told.get("action_reason") == "replace_because_cannot_update"])


def merged(value: object, mark: object) -> object:
    """The value with UNKNOWN wherever `after_unknown` has a mark."""
    if mark is True:
        return UNKNOWN
    if isinstance(mark, dict) and (mark or value):
        return {name: merged((value or {}).get(name), mark.get(name)) for name in {**(value or {}), **mark}}
    if isinstance(mark, list) and isinstance(value, list):
        return [merged(*pair) for pair in zip(value, [*mark, *[False] * (len(value) - len(mark))], strict=True)]
    return value


def _different(before: dict | None, after: dict | None) -> set:
    before, after = before or {}, after or {}
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}
