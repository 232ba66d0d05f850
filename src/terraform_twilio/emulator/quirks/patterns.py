"""Filters that are patterns, by kind and query parameter; any other filter is equality (`paging.py`).

Source: the documents' words on each of these parameters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from terraform_twilio.emulator.answers import invalid

KEYPAD = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")
"""The letters of a telephone's keys."""

SEARCHED = {"*": "[0-9]", "%": "[0-9]*"}
NUMBERS = "api.twilio.com/2010-04-01/Accounts/{}"


def part_of(wanted: str, value: object) -> bool:
    """A part of a number, `*` for any digit."""
    return bool(re.search(re.escape(wanted).replace(r"\*", "[0-9]"), str(value)))


def named_like(wanted: str, value: object) -> bool:
    """A whole name in capitals or not, `*` for anything."""
    return bool(re.fullmatch(re.escape(wanted).replace(r"\*", ".*"), str(value), re.IGNORECASE | re.DOTALL))


def found_in(wanted: str, value: object) -> bool:
    """A regular expression anywhere in a text, or in JSON's text."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    try:
        return bool(re.search(wanted, text))
    except re.error:
        raise invalid(f"Invalid parameter: {wanted!r} is no regular expression") from None


def on_sale(wanted: str, number: str) -> bool:
    """What `Contains` asks of a number on sale: `*` one digit, `%` any digits, letters as on a telephone, `$` the end."""
    digits = wanted.removesuffix("$").lower().translate(KEYPAD)
    pattern = "".join(SEARCHED.get(sign, re.escape(sign)) for sign in digits)
    return bool(re.search(pattern + ("$" if wanted.endswith("$") else ""), number))


PATTERNS: dict[tuple[str, str], tuple[str, Callable[[str, object], bool]]] = {
    **{(f"{NUMBERS}/IncomingPhoneNumbers{kind}", "PhoneNumber"): ("phone_number", part_of)
       for kind in ("", "/Local", "/Mobile", "/TollFree")},
    (f"{NUMBERS}/SMS/ShortCodes", "ShortCode"): ("short_code", part_of),
    **{(f"content.twilio.com/{kind}", name): (shown, found_in) for kind in ("v1/Content", "v2/ContentAndApprovals")
       for name, shown in (("ContentName", "friendly_name"), ("Content", "types"))},
    ("video.twilio.com/v1/CompositionHooks", "FriendlyName"): ("friendly_name", named_like),
}
"""The property that is looked at, and how."""
