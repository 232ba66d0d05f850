"""Numbers without loss: `int`; `float`, which stands for the digits of its `repr`; `Decimal` for every other number.

1. A float whose exact value differs from the digits of its repr is a Decimal, because the digits are what is sent on.
2. `decimal` costs 2 ms to import and hardly a number needs it, so it is imported where one does.
"""

from __future__ import annotations

import sys

_LONGEST_INT_TEXT = 4000


def parse(text: str) -> object:
    """The number that a decimal text means; raises ValueError where it means none (NaN and infinities included)."""
    digits = text[1:] if text[:1] == "-" else text
    if digits.isdigit() and digits.isascii() and len(digits) < _LONGEST_INT_TEXT:
        return int(text)
    number = float(text)
    if text == repr(number) and number - number == 0:
        return number
    return _parse_inexact(text, number)


def _parse_inexact(text: str, number: float) -> object:
    from decimal import Decimal, InvalidOperation  # 2 ms, rule 2

    try:
        exact = Decimal(text)
    except InvalidOperation as problem:
        raise ValueError(f"not a number: {text[:40]!r}") from problem
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {text[:40]!r}")
    return number if number - number == 0 and exact == Decimal(repr(number)) else exact


def from_binary(number: float) -> object:
    """The number that the exact value of a binary float is; raises ValueError for NaN and infinities."""
    if _finite(number).is_integer():
        return int(number)
    if _is_what_its_digits_say(number):
        return number
    from decimal import Decimal  # 2 ms, rule 2

    return Decimal(number)


def _is_what_its_digits_say(number: float) -> bool:
    whole, _, fraction = repr(number).partition(".")
    if "e" in whole or "e" in fraction:
        return False
    numerator, denominator = number.as_integer_ratio()
    return int(whole + fraction) * denominator == numerator * 10 ** len(fraction)


def text_of(number: object) -> str:
    """The digits of a number; `parse` gives the number back. Raises ValueError for NaN and infinities."""
    if isinstance(number, int):
        return str(int(number))
    if isinstance(number, float):
        return repr(_finite(number))
    if not number.is_finite():
        raise ValueError("not a finite number")
    return format(number, "f")


def _finite(number: float) -> float:
    if number - number != 0:
        raise ValueError("not a finite number")
    return number


def is_number(value: object) -> bool:
    """Whether the value is an int, a float or a Decimal. A bool is not a number."""
    kind = type(value)
    return kind is int or kind is float or kind is _decimal()


def _decimal() -> object:
    """Decimal where it is loaded. (Another thread may be loading it at this moment; then no value is one yet.)"""
    return getattr(sys.modules.get("decimal"), "Decimal", None)
