"""Configurations of a resource type, made from the catalogue: the subject, and whatever it needs to exist.

Every needed block is of another resource type, made once per configuration, so that a channel's member and the channel
itself share the service. Values that no fact gives are written by hand: in `examples/resources`, which the documentation
shows, or in `examples.toml` where they are the tests' own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from core import Reference, Text
from lifecycle.facts import Attribute, Entry, Facts
from lifecycle.shown import shown
from lifecycle.values import fitting

HERE = str(Path(__file__).parent)
EXAMPLES = tomllib.loads(Path(__file__).with_name("examples.toml").read_text(encoding="utf-8"))
SUBJECT, NEEDED, OTHER = "subject", "needed", "other"


@dataclass
class Configuration:
    """The blocks by address, the subject's address, and the entries that were needed."""

    subject: str
    blocks: dict = field(default_factory=dict)
    needed: dict = field(default_factory=dict)

    @property
    def arguments(self) -> dict:
        return self.blocks[self.subject][1]

    def with_arguments(self, **changed: object) -> dict:
        """The same blocks with some of the subject's arguments changed."""
        type_name, arguments = self.blocks[self.subject]
        return self.blocks | {self.subject: (type_name, arguments | changed)}

    def without(self, name: str) -> dict:
        type_name, arguments = self.blocks[self.subject]
        return self.blocks | {self.subject: (type_name, {key: one for key, one in arguments.items() if key != name})}


class Cycle(Exception):
    """An argument refers, over others, to the resource type it belongs to."""


class Generator:
    """Makes configurations. `salt` is in every name, because some names are taken once for all accounts."""

    def __init__(self, facts: Facts, entry: Entry, salt: str = "", account: str = "AC" + "0" * 32) -> None:
        self.facts = facts
        self.salt = salt
        self.account = account
        self.entry = entry
        self.configuration = Configuration(f"{entry.type_name}.{SUBJECT}")

    def minimal(self) -> Configuration:
        """What is required, and of each `one_of` the first."""
        return self._with([one for one in self.entry.arguments if is_needed(self.entry, one)])

    def full(self) -> Configuration:
        """Every argument but those that examples.toml leaves out with a reason."""
        return self._with([one for one in self.entry.arguments if left_out(self.entry, one) is None])

    def value(self, one: Attribute, turn: int) -> object:
        """A value of the subject's argument."""
        return self._value(self.entry, one, turn, SUBJECT, (self.entry.type_name,))

    def _with(self, arguments: list) -> Configuration:
        values = self._values(self.entry, arguments, SUBJECT, (self.entry.type_name,))
        self.configuration.blocks[self.configuration.subject] = (self.entry.type_name, values)
        return self.configuration

    def _values(self, entry: Entry, arguments: list, label: str, above: tuple) -> dict:
        values = {}
        for one in arguments:
            try:
                values[one.name] = self._value(entry, one, 0, label, above)
            except Cycle:
                if one.required:
                    raise
        return values

    def _value(self, entry: Entry, one: Attribute, turn: int, label: str, above: tuple) -> object:
        written, refers = example(entry, one.name), _written(entry).get("refers", {})
        if written:
            own = OTHER if turn and len(written) == 1 else NEEDED
            return self._filled(written[turn % len(written)], label, partial(self._referred, own, above))
        if one.name in _written(entry).get("looked_up", {}):
            return self._looked_up(entry, _written(entry)["looked_up"][one.name], turn, label, above)
        named, _, attribute = refers.get(one.name, "").partition(".")
        referred = self.facts.by_type[named] if named else self.facts.referred(entry, one)
        if referred is None:
            return fitting(one, turn, self.salt + label)
        reference = self._reference(referred, NEEDED if turn == 0 or one.path else OTHER, above)
        reference = reference._replace(attribute=attribute) if attribute else reference
        return [reference] if one.type == ["list", "string"] else reference

    def _reference(self, entry: Entry, label: str, above: tuple) -> Reference:
        if entry.type_name in above:
            raise Cycle(f"{' -> '.join(above)} -> {entry.type_name}")
        address = f"{entry.type_name}.{label}"
        if address not in self.configuration.blocks:
            needed = [one for one in entry.arguments if is_needed(entry, one)]
            values = self._values(entry, needed, label, (*above, entry.type_name))
            self.configuration.blocks[address] = (entry.type_name, values)
            self.configuration.needed[address] = entry
        return Reference(address, (entry.id or ["id"])[-1])

    def _looked_up(self, entry: Entry, source: str, turn: int, label: str, above: tuple) -> Reference:
        """The id of what is there without having been made: an element of a list, by a data source."""
        address = f"data.{source}.{label}"
        parents = [entry.attributes[name] for name in entry.id[:-1]]
        values = {one.name: self._value(entry, one, 0, label, above) for one in parents}
        self.configuration.blocks.setdefault(address, (source, values))
        return Reference(address, "items", (turn, entry.id[-1]))

    def _filled(self, value: object, label: str, referred: Callable) -> object:
        """A hand-written value with `{label}` replaced by what tells blocks and accounts apart, and references to ours."""
        if isinstance(value, list):
            return [self._filled(element, label, referred) for element in value]
        if isinstance(value, Text):
            return Text(tuple(self._filled(part, label, referred) for part in value.parts))
        if isinstance(value, Reference):
            return referred(value)
        if not isinstance(value, str):
            return value
        return value.replace("{label}", self.salt + label).replace("{account}", self.account).replace("{here}", HERE)

    def _referred(self, label: str, above: tuple, reference: Reference) -> Reference:
        """What an example refers to, as a block of this configuration."""
        type_name = reference.address.partition(".")[0]
        return self._reference(self.facts.by_type[type_name], label, above)._replace(attribute=reference.attribute)


def is_needed(entry: Entry, one: Attribute) -> bool:
    """Required, the first of a `one_of`, or said to be needed by examples.toml."""
    firsts = [group[0] for group in entry.one_of or [] if not _is_answered(entry, group)]
    return bool(one.required) or one.name in firsts or one.name in _written(entry).get("needs", [])


def left_out(entry: Entry, one: Attribute) -> str | None:
    """Why a full configuration leaves an argument out; None when it does not."""
    if one.is_account:
        return "the provider's own account"
    if one.header in ("If-Match", "Authorization"):
        return "a revision or a session that nobody knows beforehand"
    return _written(entry).get("left_out", {}).get(one.name)


def kept_when_deleted(entry: Entry) -> str | None:
    """The argument whose value a deleted object keeps for itself."""
    return _written(entry).get("keeps")


def unknown_to_outsiders(entry: Entry) -> str | None:
    """Why the catalogue's own update does not tell how an outsider would change one."""
    return _written(entry).get("no_outsider")


def example(entry: Entry, name: str) -> list | None:
    """The hand-written values of an argument: the one of its example first, where examples.toml says so."""
    written = _written(entry)
    if name in written.get("shown", {}):
        return [shown(entry.type_name, name), *written["shown"][name]]
    return written.get("values", {}).get(name)


def _is_answered(entry: Entry, group: list) -> bool:
    return any(entry.attributes[name].required or name in _written(entry).get("needs", []) for name in group)


def _written(entry: Entry) -> dict:
    return EXAMPLES.get(entry.name, {})
