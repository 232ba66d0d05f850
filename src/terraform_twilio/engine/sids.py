"""What a SID looks like: two letters that say what it is of, and 32 hexadecimal digits (W2)."""

from __future__ import annotations

_HEX = frozenset("0123456789abcdefABCDEF")
_LENGTH = 34


def is_sid(value: str) -> bool:
    return len(value) == _LENGTH and value[:2].isalpha() and value[:2].isupper() and _HEX.issuperset(value[2:])


def is_placeholder(value: str) -> bool:
    """Two letters and then nothing but X's, as examples write SIDs."""
    return len(value) > 4 and value[:2].isalpha() and set(value[2:]) in ({"X"}, {"x"})


def what_belongs(prefixes: list) -> str:
    return f"a SID: {' or '.join(prefixes) or 'two letters'} and 32 hexadecimal digits"
