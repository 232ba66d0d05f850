"""Whether a data source's value says what the API's JSON says: the tests' own reading of the catalogue's types."""

from __future__ import annotations

import json
import unicodedata
from decimal import Decimal, InvalidOperation

from lifecycle.remote import property_of

TRUTH = {"true": True, "1": True, "false": False, "0": False}


def disagreements(attributes: list, state: dict, payload: dict) -> list:
    """`name: value, where the answer has …` of every attribute that is not what the answer says."""
    return [f"{one.name}: {state[one.name]!r} where the answer has {property_of(payload, one)!r}"
            for one in attributes if not agrees(one.type, state[one.name], property_of(payload, one))]


def agrees(type_: object, value: object, found: object) -> bool:
    """Null for null; a value for a value, in the type that was declared."""
    if found is None or value is None:
        return found is None and value is None
    if isinstance(type_, list):
        return COLLECTIONS[type_[0]](type_[1], value, found)
    return PLAIN[type_](value, found)


def _text(value: object, found: object) -> bool:
    if isinstance(found, dict | list) and not isinstance(value, str):
        return False
    if isinstance(found, list) and all(isinstance(element, str) for element in found):
        return value == ",".join(found)
    if isinstance(found, dict | list):
        return json.loads(value) == found
    spelled = json.dumps(found) if isinstance(found, bool | int | float) else found
    return value == unicodedata.normalize("NFC", spelled)


def _json(value: object, found: object) -> bool:
    return value == found if isinstance(found, str) else isinstance(value, str) and json.loads(value) == found


def _truth(value: object, found: object) -> bool:
    return value is (found if isinstance(found, bool) else TRUTH.get(str(found).lower()))


def _number(value: object, found: object) -> bool:
    try:
        return not isinstance(value, bool | str) and Decimal(str(value)) == Decimal(str(found))
    except InvalidOperation:
        return False


def _list(inner: object, value: list, found: object) -> bool:
    found = [found] if isinstance(found, dict) else found
    return len(value) == len(found) and all(map(lambda one, other: agrees(inner, one, other), value, found))


def _map(inner: object, value: dict, found: dict) -> bool:
    return value.keys() == found.keys() and all(agrees(inner, value[key], found[key]) for key in found)


def _object(inner: dict, value: dict, found: dict) -> bool:
    return value.keys() == inner.keys() and all(agrees(inner[name], value[name], found.get(name)) for name in inner)


PLAIN = {"string": _text, "json": _json, "bool": _truth, "int": _number, "number": _number}
COLLECTIONS = {"list": _list, "map": _map, "object": _object}
