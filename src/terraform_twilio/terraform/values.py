"""The values Terraform and a provider exchange, as plain Python.

null is `None`; an unknown value is `UNKNOWN`; a string is an NFC `str`; a bool is `bool`; a number is
`int`, `float` or, where neither holds it without loss, `decimal.Decimal`; list, set and tuple are `list`;
map and object are `dict`. Source: object wire format of protocol 6.
"""

from __future__ import annotations


class Unknown:
    """The type of `UNKNOWN`; there is one instance."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __bool__(self) -> bool:
        raise TypeError("an unknown value is neither true nor false")


UNKNOWN = Unknown()


def is_wholly_known(value: object) -> bool:
    """Whether no unknown stands anywhere inside the value."""
    if value is UNKNOWN:
        return False
    if isinstance(value, dict):
        return all(is_wholly_known(element) for element in value.values())
    if isinstance(value, list):
        return all(is_wholly_known(element) for element in value)
    return True
