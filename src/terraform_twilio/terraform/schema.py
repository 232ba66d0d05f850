"""Schemas, as `GetProviderSchema` states them. Used at build time; the launch path reads the finished bytes."""

from __future__ import annotations

SINGLE = 1
LIST = 2
SET = 3
MAP = 4


class Attribute:
    """One attribute. Exactly one of `type` (see `types`) and `nested` is given (rule S2). Descriptions are Markdown."""

    __slots__ = ("computed", "deprecated", "description", "name", "nested", "optional", "required", "sensitive",
                 "type", "write_only")

    def __init__(self, name: str, type: object = None, *, nested: Nested | None = None, description: str = "",
                 required: bool = False, optional: bool = False, computed: bool = False, sensitive: bool = False,
                 deprecated: bool = False, write_only: bool = False) -> None:
        self.name = name
        self.type = type
        self.nested = nested
        self.description = description
        self.required = required
        self.optional = optional
        self.computed = computed
        self.sensitive = sensitive
        self.deprecated = deprecated
        self.write_only = write_only


class Nested:
    """The attributes of a nested attribute, and how many of them there are: SINGLE, LIST, SET or MAP."""

    __slots__ = ("attributes", "nesting")

    def __init__(self, attributes: list[Attribute], nesting: int = SINGLE) -> None:
        self.attributes = attributes
        self.nesting = nesting


class Schema:
    """A resource type's, data source's or provider's schema: one block without nested blocks."""

    __slots__ = ("attributes", "deprecated", "description", "version")

    def __init__(self, attributes: list[Attribute], *, version: int = 0, description: str = "",
                 deprecated: bool = False) -> None:
        self.attributes = attributes
        self.version = version
        self.description = description
        self.deprecated = deprecated


def implied_type(attributes: list[Attribute]) -> list:
    """The object type that values of these attributes have."""
    return ["object", {attribute.name: _type_of(attribute) for attribute in attributes}]


def _type_of(attribute: Attribute) -> object:
    if attribute.nested is None:
        return attribute.type
    element = implied_type(attribute.nested.attributes)
    return {SINGLE: element, LIST: ["list", element], SET: ["set", element], MAP: ["map", element]}[
        attribute.nested.nesting]
