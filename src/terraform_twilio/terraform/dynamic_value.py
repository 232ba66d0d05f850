"""Values <-> the bytes of a DynamicValue: msgpack as protocol 6 profiles it, directed by the type.

1. Every extension is an unknown, whatever its code and payload: refinements only say more about it.
2. Numbers go as integers where 64 bits hold them, else as the text of their digits; nothing is rounded (`numbers`).
3. An object holds exactly the attributes of its type. null, "", [] and {} are four things.
4. Strings are NFC, as core makes its own.
5. A value that does not fit its type raises InvalidValue, which names the place and never the value.
"""

from __future__ import annotations

from terraform_twilio.terraform import json_text, msgpack, numbers
from terraform_twilio.terraform.types import BOOL, DYNAMIC, NUMBER, STRING
from terraform_twilio.terraform.values import UNKNOWN

_NIL = b"\xc0"
_UNKNOWN = b"\xd4\x00\x00"
_BOOLS = {False: b"\xc2", True: b"\xc3"}
_TOO_DEEP = "nested too deeply"


class InvalidValue(ValueError):
    """A value does not fit its type, or bytes are no msgpack. `place` grows outwards, step by step."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.place: list[object] = []

    def __str__(self) -> str:
        return "".join(f"[{step!r}]" for step in reversed(self.place)) + (": " if self.place else "") + self.problem


def encode(value: object, type: object) -> bytes:
    """The msgpack of a value of this type; raises InvalidValue."""
    parts: list[bytes] = []
    try:
        _write(value, type, parts)
    except RecursionError:
        raise InvalidValue(_TOO_DEEP) from None
    return b"".join(parts)


def decode(octets: bytes, type: object) -> object:
    """The value that msgpack of this type means; raises InvalidValue."""
    try:
        return _typed(msgpack.read(octets), type)
    except msgpack.NotMsgpack as problem:
        raise InvalidValue(str(problem)) from None


def decode_json(octets: bytes, type: object) -> object:
    """The same for a DynamicValue's JSON form, which core may send and which knows no unknowns."""
    try:
        return _typed(_raw(json_text.loads(octets.decode()), type), type)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as problem:
        raise problem if isinstance(problem, InvalidValue) else InvalidValue("the JSON is no such value") from None


def _raw(value: object, type: object) -> object:
    if value is None:
        return None
    if type == DYNAMIC:
        return [json_text.dumps(value["type"]).encode(), _raw(value["value"], value["type"])]
    if type.__class__ is str:
        return numbers.text_of(value) if numbers.is_number(value) and type == NUMBER else value
    return _RAW_COMPOUND[type[0]](value, type[1])


_RAW_COMPOUND = {
    "list": lambda value, inner: [_raw(element, inner) for element in _list(value)],
    "set": lambda value, inner: [_raw(element, inner) for element in _list(value)],
    "map": lambda value, inner: {key: _raw(element, inner) for key, element in _dict(value).items()},
    "object": lambda value, inner: {name: _raw(element, inner[name]) for name, element in _dict(value).items()},
    "tuple": lambda value, inner: [_raw(element, inner[index]) for index, element in enumerate(_list(value))],
}


# values -> msgpack


def _write(value: object, type: object, parts: list[bytes]) -> None:
    if value is None:
        parts.append(_NIL)
    elif value is UNKNOWN:
        parts.append(_UNKNOWN)
    elif type.__class__ is str:
        _WRITE_PRIMITIVE[type](value, parts)
    else:
        _WRITE_COMPOUND[type[0]](value, type[1], parts)


def _write_string(value: object, parts: list[bytes]) -> None:
    if not isinstance(value, str):
        raise InvalidValue(f"a string is required, not {_kind(value)}")
    parts.append(_string(value))


def _string(text: str) -> bytes:
    try:
        return msgpack.string((text if text.isascii() else _nfc(text)).encode())
    except UnicodeEncodeError:
        raise InvalidValue("the string is not valid Unicode") from None


def _nfc(text: str) -> str:
    from unicodedata import normalize  # 1 ms, and most strings are ASCII

    return normalize("NFC", text)


def _write_number(value: object, parts: list[bytes]) -> None:
    if not numbers.is_number(value):
        raise InvalidValue(f"a number is required, not {_kind(value)}")
    if value.__class__ is int and -0x8000000000000000 <= value <= 0xFFFFFFFFFFFFFFFF:
        parts.append(msgpack.integer(value))
    else:
        _write_string(_finite_text(value), parts)


def _finite_text(value: object) -> str:
    try:
        return numbers.text_of(value)
    except ValueError as problem:
        raise InvalidValue(str(problem)) from None


def _write_bool(value: object, parts: list[bytes]) -> None:
    if value.__class__ is not bool:
        raise InvalidValue(f"a bool is required, not {_kind(value)}")
    parts.append(_BOOLS[value])


def _write_dynamic(value: object, parts: list[bytes]) -> None:
    type = type_of(value)
    name = json_text.dumps(type).encode()
    parts.append(b"\x92" + msgpack.bytes_head(len(name)) + name)
    _write(value, type, parts)


def type_of(value: object) -> object:
    """The type a value has where the schema says only "dynamic"."""
    if value is None or value is UNKNOWN:
        return DYNAMIC
    if isinstance(value, dict):
        return ["object", {name: type_of(element) for name, element in value.items()}]
    if isinstance(value, list):
        return ["tuple", [type_of(element) for element in value]]
    return STRING if isinstance(value, str) else BOOL if isinstance(value, bool) else NUMBER


def _write_elements(value: object, element_type: object, parts: list[bytes]) -> None:
    elements = _list(value)
    parts.append(msgpack.array_head(len(elements)))
    for index, element in enumerate(elements):
        _write_at(index, element, element_type, parts)


def _write_tuple(value: object, types: list, parts: list[bytes]) -> None:
    elements = _list(value)
    if len(elements) != len(types):
        raise InvalidValue(f"a tuple of {len(types)} is required, not of {len(elements)}")
    parts.append(msgpack.array_head(len(elements)))
    for index, element in enumerate(elements):
        _write_at(index, element, types[index], parts)


def _write_map(value: object, element_type: object, parts: list[bytes]) -> None:
    parts.append(msgpack.map_head(len(_dict(value))))
    for key, element in value.items():
        _write_string(key, parts)
        _write_at(key, element, element_type, parts)


def _write_object(value: object, types: dict, parts: list[bytes]) -> None:
    if _dict(value).keys() != types.keys():
        raise _wrong_attributes(value, types)
    parts.append(msgpack.map_head(len(types)))
    for name, type in types.items():
        parts.append(_names.get(name) or _remember_name(name))
        element = value[name]
        if element is None:
            parts.append(_NIL)
        elif type == STRING and element.__class__ is str and element.isascii():
            parts.append(msgpack.string(element.encode()))  # what most attributes are, without four calls each
        else:
            _write_at(name, element, type, parts)


_names: dict[str, bytes] = {}  # the attributes of a few types, again and again
_MOST_NAMES = 4096


def _remember_name(name: str) -> bytes:
    if len(_names) >= _MOST_NAMES:
        _names.clear()
    _names[name] = _string(name)
    return _names[name]


def _write_at(step: object, value: object, type: object, parts: list[bytes]) -> None:
    try:
        _write(value, type, parts)
    except InvalidValue as problem:
        problem.place.append(step)
        raise


_WRITE_PRIMITIVE = {STRING: _write_string, NUMBER: _write_number, BOOL: _write_bool, DYNAMIC: _write_dynamic}
_WRITE_COMPOUND = {"list": _write_elements, "set": _write_elements, "map": _write_map, "object": _write_object,
                   "tuple": _write_tuple}


# raw values -> values


def _typed(raw: object, type: object) -> object:
    if raw is None or raw is UNKNOWN:
        return raw
    if type.__class__ is str:
        return raw if type == STRING and raw.__class__ is str else _TYPED_PRIMITIVE[type](raw)
    return _TYPED_COMPOUND[type[0]](raw, type[1])


def _typed_string(raw: object) -> str:
    raise InvalidValue(f"a string is required, not {_kind(raw)}")


def _typed_number(raw: object) -> object:
    try:
        return raw if raw.__class__ is int else _READ_NUMBER[raw.__class__](raw)
    except KeyError:
        raise InvalidValue(f"a number is required, not {_kind(raw)}") from None
    except ValueError:
        raise InvalidValue("a number is required, not other text") from None


def _typed_bool(raw: object) -> bool:
    if raw.__class__ is not bool:
        raise InvalidValue(f"a bool is required, not {_kind(raw)}")
    return raw


def _typed_dynamic(raw: object) -> object:
    if not isinstance(raw, list) or len(raw) != 2 or not isinstance(raw[0], bytes):
        raise InvalidValue("a type and a value are required")
    try:
        return _typed(raw[1], json_text.loads(raw[0].decode()))
    except (ValueError, LookupError, TypeError, AttributeError) as problem:
        raise problem if isinstance(problem, InvalidValue) else InvalidValue("the type is not one") from None


def _typed_elements(raw: object, element_type: object) -> list:
    return [_typed_at(index, element, element_type) for index, element in enumerate(_list(raw))]


def _typed_tuple(raw: object, types: list) -> list:
    if len(_list(raw)) != len(types):
        raise InvalidValue(f"a tuple of {len(types)} is required, not of {len(raw)}")
    return [_typed_at(index, element, types[index]) for index, element in enumerate(raw)]


def _typed_map(raw: object, element_type: object) -> dict:
    for key, element in _dict(raw).items():
        _check_key(key)
        if not (element_type == STRING and element.__class__ is str):
            raw[key] = _typed_at(key, element, element_type)
    return raw


def _typed_object(raw: object, types: dict) -> dict:
    """The raw value itself, with what is not yet of its type replaced: most of an object are nulls and strings."""
    if _dict(raw).keys() != types.keys():
        raise _wrong_attributes(raw, types)
    for name, element in raw.items():
        if not (element is None or (element.__class__ is str and types[name] == STRING)):
            raw[name] = _typed_at(name, element, types[name])
    return raw


def _typed_at(step: object, raw: object, type: object) -> object:
    try:
        return _typed(raw, type)
    except InvalidValue as problem:
        problem.place.append(step)
        raise


_READ_NUMBER = {str: numbers.parse, float: numbers.from_binary}
_TYPED_PRIMITIVE = {STRING: _typed_string, NUMBER: _typed_number, BOOL: _typed_bool, DYNAMIC: _typed_dynamic}
_TYPED_COMPOUND = {"list": _typed_elements, "set": _typed_elements, "map": _typed_map, "object": _typed_object,
                   "tuple": _typed_tuple}


# both


def _list(value: object) -> list:
    if not isinstance(value, list):
        raise InvalidValue(f"a list is required, not {_kind(value)}")
    return value


def _dict(value: object) -> dict:
    if not isinstance(value, dict):
        raise InvalidValue(f"an object or a map is required, not {_kind(value)}")
    return value


def _check_key(key: object) -> None:
    if not isinstance(key, str):
        raise InvalidValue("a key is a string")


def _wrong_attributes(value: dict, types: dict) -> InvalidValue:
    missing = sorted(types.keys() - value.keys())
    extra = sorted(str(name) for name in value.keys() - types.keys())
    return InvalidValue(f"an object of {len(types)} attributes is required; missing {missing}, not among them {extra}")


def _kind(value: object) -> str:
    return type(value).__name__
