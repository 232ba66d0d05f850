"""What core demands of a result (A1-A5), and of a second plan against the first (P13): every promise is kept."""

from __future__ import annotations

from core.conformity import assert_wholly_known, same
from core.violation import Violation
from terraform_twilio.terraform.values import UNKNOWN


def assert_result(type_: object, planned: dict | None, new_state: dict | None) -> None:
    """A5, then A3, then A1, A2 and A4 at every path; write-only attributes are null on both sides anyway."""
    _assert_presence(planned, new_state)
    if planned is not None:
        assert_wholly_known(new_state, "A3")
        assert_compatible(type_, planned, new_state, "A1")


def assert_compatible(type_: object, planned: object, actual: object, rule: str, path: tuple = ()) -> None:
    """The actual value fulfils what was planned: known values are identical, unknown ones may be anything."""
    if planned is UNKNOWN:
        return
    if planned is None or actual is None or actual is UNKNOWN or isinstance(type_, str):
        return _assert_same(planned, actual, rule, path)
    kind, inner = type_
    PARTS[kind](inner, planned, actual, rule, path)


def _assert_presence(planned: dict | None, new_state: dict | None) -> None:
    if planned is None and new_state is not None:
        raise Violation("A5", "a non-null object was returned for a destroy")
    if planned is not None and new_state is None:
        raise Violation("A5", "a null object was returned where one was planned")


def _assert_same(planned: object, actual: object, rule: str, path: tuple) -> None:
    if same(planned, actual):
        return
    numbered = "A2" if rule == "A1" and _both_empty(planned, actual) else rule
    raise Violation(numbered, f"was {planned!r}, but now {actual!r}", path)


def _both_empty(planned: object, actual: object) -> bool:
    return all(value is None or value in ("", [], {}) for value in (planned, actual))


def _object(inner: dict, planned: dict, actual: dict, rule: str, path: tuple) -> None:
    for name, type_ in inner.items():
        assert_compatible(type_, planned[name], actual[name], rule, (*path, name))


def _map(inner: object, planned: dict, actual: dict, rule: str, path: tuple) -> None:
    if planned.keys() != actual.keys():
        raise Violation(rule, f"had the keys {sorted(planned)}, but now {sorted(actual)}", path)
    for key in planned:
        assert_compatible(inner, planned[key], actual[key], rule, (*path, key))


def _list(inner: object, planned: list, actual: list, rule: str, path: tuple) -> None:
    if len(planned) != len(actual):
        raise Violation("A4" if rule == "A1" else rule, f"had {len(planned)} elements, but now {len(actual)}", path)
    for index, (one, other) in enumerate(zip(planned, actual, strict=True)):
        assert_compatible(inner, one, other, rule, (*path, index))


def _tuple(inner: list, planned: list, actual: list, rule: str, path: tuple) -> None:
    for index, (type_, one, other) in enumerate(zip(inner, planned, actual, strict=True)):
        assert_compatible(type_, one, other, rule, (*path, index))


def _set(inner: object, planned: list, actual: list, rule: str, path: tuple) -> None:
    """A4: each actual element fulfils a planned one, each planned one has an actual one; it may shrink, never grow."""
    numbered = "A4" if rule == "A1" else rule
    if len(actual) > len(planned):
        raise Violation(numbered, f"had {len(planned)} elements, but now {len(actual)}", path)
    for one in planned:
        if not any(_fulfils(inner, one, other) for other in actual):
            raise Violation(numbered, f"planned set element {one!r} has no counterpart", path)
    for other in actual:
        if not any(_fulfils(inner, one, other) for one in planned):
            raise Violation(numbered, f"set element {other!r} was not planned", path)


def _fulfils(inner: object, planned: object, actual: object) -> bool:
    try:
        assert_compatible(inner, planned, actual, "A4")
    except Violation:
        return False
    return True


PARTS = {"object": _object, "map": _map, "list": _list, "tuple": _tuple, "set": _set}
