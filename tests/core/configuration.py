"""A configuration as the tests write it: `{address: (type, {argument: value})}`, data sources under `data.…`.

A value may be a `Reference` to an attribute of another block, a `Text` with such references in it, or a `Later` value that
is known only during apply.
"""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import NamedTuple

from core.conformity import conforming
from core.violation import Mistake, Violation
from terraform_twilio.terraform.schema import MAP, implied_type
from terraform_twilio.terraform.values import UNKNOWN


class Block(NamedTuple):
    """One block in full; `ignore_changes` lists attribute names, `depends_on` addresses."""

    type_name: str
    arguments: dict
    ignore_changes: tuple = ()
    depends_on: tuple = ()

    @property
    def dependencies(self) -> list:
        return sorted({*self.depends_on, *(one.address for one in references(self.arguments))})


class Reference(NamedTuple):
    """`address.attribute`, or deeper: `Reference("twilio_x.one", "links", "self")`."""

    address: str
    attribute: str
    rest: tuple = ()

    def within(self, state: object) -> object:
        """The value it stands for in the state of the block it names."""
        for step in (self.attribute, *self.rest):
            state = UNKNOWN if state is UNKNOWN else state[step]
        return state


class Text(NamedTuple):
    """A template: constant texts and references, one after the other."""

    parts: tuple

    def joined(self, parts: list) -> object:
        """The text with these parts, unknown while one of them is."""
        return UNKNOWN if UNKNOWN in parts else "".join(map(str, parts))


class Later:
    """A value that nobody knows while planning, until the apply that follows has ended (T18)."""

    def __init__(self, value: object) -> None:
        self.value = value
        self.is_settled = False


def blocks(configuration: dict) -> dict:
    """The configuration by address, every dependency before what depends on it."""
    full = {address: Block(*block) for address, block in configuration.items()}
    order = TopologicalSorter({address: _known(block, full) for address, block in full.items()})
    return {address: full[address] for address in order.static_order()}


def resources_needed(block: Block, configured: dict) -> list:
    """The addresses of the resources a block depends on, those behind its data sources included."""
    found = set()
    for address in block.dependencies:
        found.update(resources_needed(configured[address], configured) if is_data(address) else [address])
    return sorted(found)


def is_data(address: str) -> bool:
    return address.startswith("data.")


def references(value: object) -> list:
    """Every reference inside a value."""
    if isinstance(value, Reference):
        return [value]
    return [found for element in _inner(value) for found in references(element)]


def laters(value: object) -> list:
    """Every later value inside a value."""
    if isinstance(value, Later):
        return [value]
    return [found for element in _inner(value) for found in laters(element)]


def _inner(value: object) -> object:
    """What a value is made of."""
    if isinstance(value, Text):
        return value.parts
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def resolved(value: object, look_up: object, is_applying: bool) -> object:
    """The value with every reference looked up (a function of a Reference) and every Later one settled or UNKNOWN."""
    if isinstance(value, Reference):
        return look_up(value)
    if isinstance(value, Later):
        return value.value if is_applying or value.is_settled else UNKNOWN
    if isinstance(value, Text):
        return value.joined([resolved(part, look_up, is_applying) for part in value.parts])
    if isinstance(value, dict):
        return {key: resolved(element, look_up, is_applying) for key, element in value.items()}
    if isinstance(value, list):
        return [resolved(element, look_up, is_applying) for element in value]
    return value


def config_of(attributes: list, arguments: dict) -> dict:
    """The configuration value of the schema's type; what core itself refuses is the test's Mistake."""
    known = {one.name: one for one in attributes}
    for name in arguments.keys() - known.keys():
        raise Mistake(f"unsupported argument {name}")
    for one in attributes:
        _assert_allowed(one, arguments)
    full = {name: _filled(one, arguments.get(name)) for name, one in known.items()}
    try:
        return conforming(full, implied_type(attributes), "configuration")
    except Violation as violation:
        raise Mistake(str(violation)) from violation


def _assert_allowed(attribute: object, arguments: dict) -> None:
    if attribute.required and attribute.name not in arguments:
        raise Mistake(f"missing required argument {attribute.name}")
    if not (attribute.required or attribute.optional) and arguments.get(attribute.name) is not None:
        raise Mistake(f"{attribute.name} is decided by the provider")


def _filled(attribute: object, value: object) -> object:
    """Nested attributes that are not written are null."""
    if attribute.nested is None or not isinstance(value, dict | list):
        return value
    if isinstance(value, list):
        return [config_of(attribute.nested.attributes, element) for element in value]
    return _filled_objects(attribute.nested, value)


def _filled_objects(nested: object, value: dict) -> dict:
    if nested.nesting == MAP:
        return {key: config_of(nested.attributes, element) for key, element in value.items()}
    return config_of(nested.attributes, value)


def _known(block: Block, full: dict) -> list:
    for address in block.dependencies:
        if address not in full:
            raise Mistake(f"a reference to {address}, which is not configured")
    return block.dependencies
