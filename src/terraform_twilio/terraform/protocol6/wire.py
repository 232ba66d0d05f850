"""Protocol buffers <-> dicts by field name, directed by the tables of `messages`.

1. A field that is absent has its default: "" b"" False 0 [] {}, None for a message and a field that knows presence.
2. Defaults are not written, except where presence is known: there everything but None is.
3. Fields that no table knows are skipped; what is no message raises InvalidMessage.
"""

from __future__ import annotations

STRING = "string"
BYTES = "bytes"
BOOL = "bool"
INT64 = "int64"
ONE = "one"
PRESENT = "present"
MANY = "many"
MAP = "map"

_DEFAULTS = {STRING: "", BYTES: b"", BOOL: False, INT64: 0}
_VARINT = 0
_FIXED64 = 1
_LENGTH = 2
_FIXED32 = 5


class InvalidMessage(ValueError):
    """The bytes are not a message."""


class Field:
    """One field of a message; `kind` is a scalar's name or a Table."""

    __slots__ = ("cardinality", "is_varint", "kind", "name", "number", "tag")

    def __init__(self, number: int, name: str, kind: object, cardinality: str = ONE) -> None:
        self.number = number
        self.name = name
        self.kind = kind
        self.cardinality = cardinality
        self.is_varint = kind in (BOOL, INT64)
        self.tag = _varint(number << 3 | (_VARINT if self.is_varint else _LENGTH))


class Table:
    """A message: its name and its fields by number."""

    __slots__ = ("_many", "_scalars", "fields", "name")

    def __init__(self, name: str, *fields: tuple) -> None:
        self.name = name
        self.fields = {field[0]: Field(*field) for field in fields}
        self._scalars = {field.name: None if field.cardinality == PRESENT or field.kind not in _DEFAULTS
                         else _DEFAULTS[field.kind] for field in self.fields.values()}
        self._many = [(field.name, list if field.cardinality == MANY else dict) for field in self.fields.values()
                      if field.cardinality in (MANY, MAP)]

    def blank(self) -> dict:
        """The message of which nothing was sent."""
        message = self._scalars.copy()
        for name, container in self._many:
            message[name] = container()
        return message


def _entry(value_kind: object) -> Table:
    return Table("Entry", (1, "key", STRING), (2, "value", value_kind))


def decode(table: Table, octets: bytes) -> dict:
    """The message of the bytes; raises InvalidMessage."""
    try:
        return _decode(table, octets)
    except (IndexError, UnicodeDecodeError):
        raise InvalidMessage(f"the bytes are no {table.name}") from None
    except RecursionError:
        raise InvalidMessage(f"{table.name} is nested too deeply") from None


def _decode(table: Table, octets: bytes) -> dict:
    message = table.blank()
    at = 0
    while at < len(octets):
        tag, at = _read_varint(octets, at)
        content, at = _read_content(octets, at, tag & 7)
        field = table.fields.get(tag >> 3)
        if field is not None and tag & 7 == (_VARINT if field.is_varint else _LENGTH):
            _put(message, field, content)
    return message


def _read_varint(octets: bytes, at: int) -> tuple[int, int]:
    byte = octets[at]
    if byte < 0x80:
        return byte, at + 1
    value, shift = byte & 0x7F, 7
    while shift < 70:
        at += 1
        byte = octets[at]
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value & 0xFFFFFFFFFFFFFFFF, at + 1
        shift += 7
    raise InvalidMessage("a number is longer than 64 bits")


def _read_content(octets: bytes, at: int, wire_type: int) -> tuple[object, int]:
    if wire_type == _VARINT:
        return _read_varint(octets, at)
    if wire_type == _LENGTH:
        length, at = _read_varint(octets, at)
        return _read_bytes(octets, at, length)
    if wire_type in (_FIXED64, _FIXED32):
        return _read_bytes(octets, at, 8 if wire_type == _FIXED64 else 4)
    raise InvalidMessage(f"wire type {wire_type} is not used")


def _read_bytes(octets: bytes, at: int, length: int) -> tuple[bytes, int]:
    end = at + length
    if end > len(octets):
        raise InvalidMessage("a field is longer than its message")
    return octets[at:end], end


def _put(message: dict, field: Field, content: object) -> None:
    if field.cardinality == MAP:
        entry = _decode(_entry(field.kind), content)
        message[field.name][entry["key"]] = entry["value"]
    elif field.cardinality == MANY:
        message[field.name].append(_value(field.kind, content))
    else:
        message[field.name] = _value(field.kind, content)


def _value(kind: object, content: object) -> object:
    if kind is BYTES:
        return content
    if kind is STRING:
        return content.decode()
    if kind is BOOL:
        return content != 0
    if kind is INT64:
        return content - (1 << 64) if content >> 63 else content
    return _decode(kind, content)


def encode(table: Table, message: dict) -> bytes:
    """The bytes of a message; a name that is no field's raises KeyError, because a typing error must not be silent."""
    parts: list[bytes] = []
    _encode(table, message, parts)
    return b"".join(parts)


def _encode(table: Table, message: dict, parts: list[bytes]) -> None:
    known = 0
    for field in table.fields.values():
        if field.name in message:
            known += 1
            _WRITE[field.cardinality](field, message[field.name], parts)
    if known != len(message):
        raise KeyError(f"{table.name} has no {sorted(message.keys() - table.blank().keys())}")


def _write_one(field: Field, value: object, parts: list[bytes]) -> None:
    if value is not None and (field.kind not in _DEFAULTS or value):
        _write(field, value, parts)


def _write_present(field: Field, value: object, parts: list[bytes]) -> None:
    if value is not None:
        _write(field, value, parts)


def _write_many(field: Field, values: list, parts: list[bytes]) -> None:
    for value in values:
        _write(field, value, parts)


def _write_map(field: Field, values: dict, parts: list[bytes]) -> None:
    table = _entry(field.kind)
    for key, value in values.items():
        _write_bytes(field, encode(table, {"key": key, "value": value}), parts)


def _write(field: Field, value: object, parts: list[bytes]) -> None:
    if field.is_varint:
        parts.append(field.tag + _varint(int(value) & 0xFFFFFFFFFFFFFFFF))
    elif field.kind is BYTES:
        _write_bytes(field, value, parts)
    elif field.kind is STRING:
        _write_bytes(field, value.encode(errors="replace"), parts)
    else:
        _write_bytes(field, encode(field.kind, value), parts)


def _write_bytes(field: Field, content: bytes, parts: list[bytes]) -> None:
    parts.append(field.tag + _varint(len(content)))
    parts.append(content)


_WRITE = {ONE: _write_one, PRESENT: _write_present, MANY: _write_many, MAP: _write_map}


def _varint(value: int) -> bytes:
    if value < 0x80:
        return bytes((value,))
    digits = bytearray()
    while value >= 0x80:
        digits.append(value & 0x7F | 0x80)
        value >>= 7
    digits.append(value)
    return bytes(digits)
