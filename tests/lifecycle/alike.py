"""Whether two spellings of a value are one, by the fact `normaliser`: the tests' own opinion of what only looks different."""

from __future__ import annotations

import json

from lifecycle.facts import Attribute

EMPTY = (None, "", [], {})


def alike(one: Attribute, left: object, right: object) -> bool:
    """Equal, or equal once the attribute's normaliser has been at both; null and empty stay apart."""
    if left == right and isinstance(left, bool) == isinstance(right, bool):
        return True
    if left is None or right is None:
        return False
    if one.normaliser == "sid_or_name":
        return True
    left, right = _normal(one, left), _normal(one, right)
    return _holds(right, left) if one.normaliser == "json_part" else left == right


def _holds(whole: object, part: object) -> bool:
    """Whether the part stands in the whole, which may say more."""
    if isinstance(whole, dict) and isinstance(part, dict):
        return all(_holds(whole.get(name), value) for name, value in part.items())
    if isinstance(whole, list) and isinstance(part, list):
        return len(whole) == len(part) and all(map(_holds, whole, part))
    return whole == part


def is_empty(value: object) -> bool:
    return any(value is one or value == one for one in EMPTY) and value is not False and value != 0


def as_property(one: Attribute, value: object) -> object:
    """A configured value as a JSON answer may hold it: JSON text as what it says."""
    return _normal(one, value)


def _normal(one: Attribute, value: object) -> object:
    if one.type == "json" or one.normaliser in ("json", "json_part") or _holds_json(one.type):
        value = _decoded(value)
    if one.normaliser in NORMALISERS and isinstance(value, str | list):
        value = NORMALISERS[one.normaliser](value)
    return _plain(value)


def _holds_json(type_: object) -> bool:
    return isinstance(type_, list) and type_[1] == "json"


def _decoded(value: object) -> object:
    if isinstance(value, list):
        return [_decoded(element) for element in value]
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _plain(value: object) -> object:
    """Numbers and flags as text, because some answers spell them so."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else value


def _each(change: object) -> object:
    return lambda value: [change(element) for element in value] if isinstance(value, list) else change(value)


NORMALISERS = {
    "url": _each(lambda text: text.rstrip("/").lower()),
    "http_method": _each(str.upper),
    "case": _each(str.lower),
    "phone": _each(lambda text: "".join(letter for letter in text if letter.isdigit())),
    "unordered": lambda value: sorted(value, key=repr) if isinstance(value, list) else value,
    "comma_unordered": lambda value: sorted(value.split(",")) if isinstance(value, str) else sorted(value),
}
