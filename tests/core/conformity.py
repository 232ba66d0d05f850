"""Whether a value is of its type, and its one canonical form, so that equal values compare equal with `same`.

Strings are NFC, whole numbers int, other numbers float where its digits are exact and Decimal where not; a set is
sorted and has no element twice. Wrong shapes are Violations (R3, P3 "type exact").
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from core.violation import Violation
from terraform_twilio.terraform.values import UNKNOWN

PRIMITIVE = {"string": (str,), "bool": (bool,), "number": (int, float, Decimal)}


def conforming(value: object, type_: object, rule: str, path: tuple = ()) -> object:
    """The canonical form of a value of the type; null and unknown are of every type."""
    if value is None or value is UNKNOWN or type_ == "dynamic":
        return value
    if isinstance(type_, str):
        return _primitive(value, type_, rule, path)
    kind, inner = type_
    return COLLECTIONS[kind](value, inner, rule, path)


def same(one: object, other: object) -> bool:
    """Equality that keeps bool apart from number and null apart from everything."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other if one is not UNKNOWN and other is not UNKNOWN else one is other


def unknown_paths(value: object, path: tuple = ()) -> list:
    """Every path at which an unknown stands."""
    if value is UNKNOWN:
        return [path]
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for step, element in inner for found in unknown_paths(element, (*path, step))]


def assert_wholly_known(value: object, rule: str) -> None:
    for path in unknown_paths(value):
        raise Violation(rule, "an unknown value is left", path)


def _primitive(value: object, type_: str, rule: str, path: tuple) -> object:
    if not isinstance(value, PRIMITIVE[type_]) or (type_ == "number" and isinstance(value, bool)):
        raise Violation(rule, f"{type_} is required, not {value!r}", path)
    if type_ == "number":
        return _number(value, rule, path)
    return unicodedata.normalize("NFC", value) if type_ == "string" else value


def _number(value: int | float | Decimal, rule: str, path: tuple) -> int | float | Decimal:
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        raise Violation(rule, "NaN and infinity crash Terraform", path)
    if exact == exact.to_integral_value():
        return int(exact)
    return float(exact) if Decimal(repr(float(exact))) == exact else exact


def _list(value: object, inner: object, rule: str, path: tuple) -> list:
    if not isinstance(value, list):
        raise Violation(rule, f"a list is required, not {value!r}", path)
    return [conforming(element, inner, rule, (*path, index)) for index, element in enumerate(value)]


def _set(value: object, inner: object, rule: str, path: tuple) -> list:
    elements = sorted(_list(value, inner, rule, path), key=repr)
    return [element for index, element in enumerate(elements) if index == 0 or not same(element, elements[index - 1])]


def _map(value: object, inner: object, rule: str, path: tuple) -> dict:
    if not isinstance(value, dict):
        raise Violation(rule, f"a map is required, not {value!r}", path)
    return {key: conforming(element, inner, rule, (*path, key)) for key, element in value.items()}


def _object(value: object, inner: dict, rule: str, path: tuple) -> dict:
    if not isinstance(value, dict):
        raise Violation(rule, f"an object is required, not {value!r}", path)
    if value.keys() != inner.keys():
        odd = ", ".join(sorted(value.keys() ^ inner.keys()))
        text = f"an object with {len(inner)} attributes is required ({len(value)} given); odd: {odd}"
        raise Violation(rule, text, path)
    return {name: conforming(value[name], inner[name], rule, (*path, name)) for name in inner}


def _tuple(value: object, inner: list, rule: str, path: tuple) -> list:
    if not isinstance(value, list) or len(value) != len(inner):
        raise Violation(rule, f"a tuple of {len(inner)} is required, not {value!r}", path)
    return [conforming(*pair, rule, (*path, index)) for index, pair in enumerate(zip(value, inner, strict=True))]


COLLECTIONS = {"list": _list, "set": _set, "map": _map, "object": _object, "tuple": _tuple}
