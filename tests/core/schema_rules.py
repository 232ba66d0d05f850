"""What core and convention demand of a schema (S1-S8): one breach and the whole provider does not load."""

from __future__ import annotations

import re

from core.violation import Violation
from terraform_twilio.terraform.schema import LIST, MAP, SET, SINGLE

NAME = re.compile(r"[a-z][a-z0-9_]*")
RESERVED = {"connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"}
PRIMITIVES = {"string", "number", "bool", "dynamic"}
CONTAINERS = {"list", "set", "map"}


def assert_resource_schema_valid(attributes: list, version: int) -> None:
    """A resource type's: also what its generated configuration depends on."""
    assert_schema_valid(attributes, version=version)
    for one in attributes:
        if one.name == "id" and one.optional:
            raise Violation("S7", "an optional id is dropped from generated configuration", ("id",))


def assert_schema_valid(attributes: list, *, version: int = 0) -> None:
    """Every attribute of a resource type or data source, at every depth."""
    if version < 0:
        raise Violation("S8", "the schema's version is negative")
    _assert_unique([one.name for one in attributes])
    for one in attributes:
        _assert_not_reserved(one)
        _assert_attribute(one, (one.name,))


def _assert_unique(names: list) -> None:
    for name in sorted(names):
        if names.count(name) > 1:
            raise Violation("S3", "two attributes have one name", (name,))


def _assert_not_reserved(attribute: object) -> None:
    if attribute.name in RESERVED:
        raise Violation("S7", "the name is reserved", (attribute.name,))


def _assert_attribute(attribute: object, path: tuple) -> None:
    if not NAME.fullmatch(attribute.name):
        raise Violation("S3", "attribute names are lower case letters, digits and underscores", path)
    _assert_manner(attribute, path)
    _assert_shape(attribute, path)
    for inner in attribute.nested.attributes if attribute.nested else ():
        _assert_attribute(inner, (*path, inner.name))


def _assert_manner(attribute: object, path: tuple) -> None:
    if attribute.required and (attribute.optional or attribute.computed):
        raise Violation("S1", "required excludes optional and computed", path)
    if not (attribute.required or attribute.optional or attribute.computed):
        raise Violation("S1", "neither required nor optional nor computed", path)
    if attribute.write_only and attribute.computed:
        raise Violation("S6", "write-only excludes computed", path)


def _assert_shape(attribute: object, path: tuple) -> None:
    if (attribute.type is None) == (attribute.nested is None):
        raise Violation("S2", "exactly one of type and nested is needed", path)
    if attribute.nested is None:
        return _assert_type(attribute.type, path)
    if attribute.nested.nesting not in (SINGLE, LIST, SET, MAP):
        raise Violation("S2", "no such nesting", path)
    if attribute.nested.nesting == SET:
        _assert_set(attribute.nested.attributes, path)
    return None


def _assert_set(attributes: list, path: tuple) -> None:
    for one in attributes:
        if one.write_only or _has_dynamic(one.type):
            raise Violation("S5", "a set holds neither dynamic nor write-only values", (*path, one.name))
        if one.nested:
            _assert_set(one.nested.attributes, (*path, one.name))


def _has_dynamic(type_: object) -> bool:
    if isinstance(type_, dict):
        return any(map(_has_dynamic, type_.values()))
    return type_ == "dynamic" or (isinstance(type_, list) and any(map(_has_dynamic, type_[1:])))


def _assert_type(type_: object, path: tuple) -> None:
    for inner in _inner_types(type_, path):
        _assert_type(inner, path)


def _inner_types(type_: object, path: tuple) -> list:
    """The types a type is made of; nothing for a primitive."""
    match type_:
        case str() if type_ in PRIMITIVES:
            return []
        case [str(kind), inner] if kind in CONTAINERS:
            return [inner]
        case ["object", dict(inner)]:
            return list(inner.values())
        case ["tuple", list(inner)]:
            return inner
    raise Violation("S2", f"{type_!r} is no type", path)
