"""A value that fits an argument, invented from its facts; `turn` 0 and 1 give different ones where two exist."""

from __future__ import annotations

import hashlib
import json

from lifecycle.facts import Attribute
from lifecycle.patterns import matching

TEXT_LENGTH = 60


class Unfit(Exception):
    """No value can be invented: the text says why, and a hand-written one is needed."""


def fitting(one: Attribute, turn: int, label: str) -> object:
    """Invented for the block called `label`, so that two blocks of a type never share a unique name."""
    if one.enum:
        return _enumerated(one, turn)
    return _of_type(one, one.type, turn, label)


def sid(prefix: str, *salt: object) -> str:
    return prefix + hashlib.md5(repr(salt).encode(), usedforsecurity=False).hexdigest()


def _enumerated(one: Attribute, turn: int) -> object:
    value = one.enum[turn % len(one.enum)]
    return [value] if isinstance(one.type, list) and one.type[0] == "list" else value


def _of_type(one: Attribute, type_: object, turn: int, label: str) -> object:
    if isinstance(type_, list):
        return COLLECTIONS[type_[0]](one, type_[1], turn, label)
    return TYPES[type_](one, turn, label)


def _text(one: Attribute, turn: int, label: str) -> str:
    if one.sid is not None:
        return sid(one.sid[0] if one.sid else "PN", one.name, turn, label)
    if one.normaliser in TEXTS:
        return TEXTS[one.normaliser](one, turn, label)
    if one.pattern:
        return matching(one.pattern, turn)
    return _fitted(one, f"{one.name.replace('_', '-')}-{label}-{turn}")


def _fitted(one: Attribute, text: str) -> str:
    """As long as it may and must be; the end, which tells one value from another, stays."""
    longest = min(one.max_length or TEXT_LENGTH, TEXT_LENGTH)
    return text[-longest:].rjust(one.min_length or 0, "x")


def _whole(one: Attribute, turn: int, label: str) -> int:
    """Between the limits; 10 and 11 where there are none."""
    least = one.minimum if one.minimum is not None else 10
    most = one.maximum if one.maximum is not None else least + 1
    return int(min(max(least, min(10, most - 1)) + turn, most))


def _hash(one: Attribute, turn: int, label: str) -> int:
    return int(hashlib.md5(f"{one.name}{label}{turn}".encode(), usedforsecurity=False).hexdigest(), 16)


def _phone(one: Attribute, turn: int, label: str) -> str:
    return f"+1415{2000000 + _hash(one, turn, label) % 7999999:07d}"


def _comma_list(one: Attribute, turn: int, label: str) -> str:
    return ",".join(f"https://{name}{turn}.example.com" for name in ("a", "b"))


TEXTS = {
    "url": lambda one, turn, label: f"https://example.com/{one.name}/{label}/{turn}",
    "http_method": lambda one, turn, label: ("GET", "POST")[turn % 2],
    "phone": _phone,
    "rfc2822": lambda one, turn, label: f"Mon, 0{turn + 1} Mar 2027 10:00:00 +0000",
    "iso8601": lambda one, turn, label: f"2027-03-0{turn + 1}T10:00:00Z",
    "json": lambda one, turn, label: json.dumps({"name": one.name, "turn": turn, "list": [1, "a", None]}),
    "comma_unordered": _comma_list,
}
TYPES = {
    "string": _text,
    "bool": lambda one, turn, label: turn % 2 == 0,
    "int": _whole,
    "number": lambda one, turn, label: _whole(one, turn, label) + 0.5,
    "json": TEXTS["json"],
}


def _list(one: Attribute, inner: object, turn: int, label: str) -> list:
    return [_of_type(one, inner, turn, label), _of_type(one, inner, turn, f"{label}-b")]


def _map(one: Attribute, inner: object, turn: int, label: str) -> dict:
    return {"first": _of_type(one, inner, turn, label), "2": _of_type(one, inner, turn + 1, label)}


def _object(one: Attribute, inner: dict, turn: int, label: str) -> dict:
    return {name: _of_type(Attribute(name, {"type": type_}), type_, turn, label) for name, type_ in inner.items()}


COLLECTIONS = {"list": _list, "map": _map, "object": _object}
