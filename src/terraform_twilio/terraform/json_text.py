"""JSON text <-> values on the accelerator of the standard library alone: `json` itself costs 6 ms to import.

Numbers are those of `numbers.parse`, so nothing is lost; NaN and infinities are refused in both directions.
Text that is no JSON raises ValueError, values that JSON cannot say raise TypeError or ValueError.
"""

from __future__ import annotations

from terraform_twilio.terraform import numbers

_WHITE_SPACE = " \t\n\r"


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")


class _Settings:
    """What the accelerated scanner reads its settings from."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float = parse_int = staticmethod(numbers.parse)
    parse_constant = staticmethod(_refuse_constant)


try:
    from _json import encode_basestring, make_encoder, make_scanner

    _scan = make_scanner(_Settings)
except ImportError:
    from json import JSONDecoder
    from json.encoder import encode_basestring

    make_encoder = None
    _scan = JSONDecoder(parse_float=numbers.parse, parse_int=numbers.parse, parse_constant=_refuse_constant).scan_once


class _NotPlain(Exception):
    """The accelerator met a value that it cannot write."""


def loads(text: str) -> object:
    """The value of a JSON text; raises ValueError."""
    text = text.strip(_WHITE_SPACE)
    try:
        value, end = _scan(text, 0)
    except StopIteration as problem:
        raise ValueError(f"no JSON value at character {problem.value}") from None
    except RecursionError:
        raise ValueError("the JSON is nested too deeply") from None
    except SystemError:
        raise ValueError(_what_is_wrong(text)) from None
    if end != len(text):
        raise ValueError(f"more than one JSON value: see character {end}")
    return value


def _what_is_wrong(text: str) -> str:
    """Why the accelerator refuses a text; it can say so only once `json.decoder` is loaded, and else just fails."""
    import json.decoder  # 6 ms, for a text that is wrong

    try:
        _scan(text, 0)
    except json.decoder.JSONDecodeError as problem:
        return str(problem)
    return "no JSON"


def dumps(value: object, *, sort_keys: bool = False) -> str:
    """Compact JSON, non-ASCII characters kept."""
    if make_encoder is not None:
        try:
            return "".join(_encoder(sort_keys)(value, 0))
        except _NotPlain:
            pass
    return _text(value, sort_keys)


def _encoder(sort_keys: bool) -> object:
    return make_encoder({}, _refuse_value, encode_basestring, None, ":", ",", sort_keys, False, False)


def _refuse_value(value: object) -> object:
    raise _NotPlain


def _text(value: object, sort_keys: bool) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(_members(value, sort_keys)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join([_text(element, sort_keys) for element in value]) + "]"
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if numbers.is_number(value):
        return numbers.text_of(value)
    raise TypeError(f"JSON cannot say a {type(value).__name__}")


def _members(value: dict, sort_keys: bool) -> list[str]:
    for key in value:
        if not isinstance(key, str):
            raise TypeError(f"a key of a JSON object is a string, not a {type(key).__name__}")
    keys = sorted(value) if sort_keys else value
    return [encode_basestring(key) + ":" + _text(value[key], sort_keys) for key in keys]
