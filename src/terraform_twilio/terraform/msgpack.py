"""msgpack bytes <-> raw values: str, bytes, int, float, bool, None, list, dict, and UNKNOWN for every extension."""

from __future__ import annotations

from terraform_twilio.terraform.values import UNKNOWN


class NotMsgpack(ValueError):
    """The bytes are not one msgpack value."""


def read(octets: bytes) -> object:
    """The one value that the bytes are; raises NotMsgpack."""
    try:
        value, end = _read(octets, 0)
    except (IndexError, KeyError, TypeError, UnicodeDecodeError):
        raise NotMsgpack("the bytes are not msgpack") from None
    except RecursionError:
        raise NotMsgpack("nested too deeply") from None
    if end > len(octets):
        raise NotMsgpack("the bytes are not msgpack")
    if end < len(octets):
        raise NotMsgpack("bytes are left over after the value")
    return value


# writing: the bytes in front of a value


def integer(value: int) -> bytes:
    if -32 <= value < 128:
        return (value & 0xFF).to_bytes(1, "big")
    if value < 0:
        for head, size in ((b"\xd0", 1), (b"\xd1", 2), (b"\xd2", 4), (b"\xd3", 8)):
            if value >= -(1 << (size * 8 - 1)):
                return head + value.to_bytes(size, "big", signed=True)
    for head, size in ((b"\xcc", 1), (b"\xcd", 2), (b"\xce", 4)):
        if value < 1 << (size * 8):
            return head + value.to_bytes(size, "big")
    return b"\xcf" + value.to_bytes(8, "big")


def string(text: bytes) -> bytes:
    """A string, given its UTF-8."""
    length = len(text)
    if length < 32:
        return _SHORT_STRING_HEADS[length] + text
    return _head(length, (b"\xd9", b"\xda", b"\xdb")) + text


_SHORT_STRING_HEADS = [bytes((0xA0 | length,)) for length in range(32)]


def array_head(length: int) -> bytes:
    return bytes((0x90 | length,)) if length < 16 else _head(length, (b"", b"\xdc", b"\xdd"))


def map_head(length: int) -> bytes:
    return bytes((0x80 | length,)) if length < 16 else _head(length, (b"", b"\xde", b"\xdf"))


def bytes_head(length: int) -> bytes:
    return _head(length, (b"\xc4", b"\xc5", b"\xc6"))


def _head(length: int, codes: tuple[bytes, bytes, bytes]) -> bytes:
    for code, size in zip(codes, (1, 2, 4), strict=True):
        if code and length < 1 << (size * 8):
            return code + length.to_bytes(size, "big")
    raise ValueError("longer than msgpack allows")


# reading; a piece that is cut short leaves the position behind the end, which the next byte or `read` notices


def _read(octets: bytes, at: int) -> tuple[object, int]:
    code = octets[at]
    at += 1
    if code == 0xC0:
        return None, at
    if 0xA0 <= code < 0xC0:
        end = at + (code & 0x1F)
        return octets[at:end].decode(), end
    if code == 0xD9:
        end = at + 1 + octets[at]
        return octets[at + 1:end].decode(), end
    return _read_other(octets, at, code)


def _read_other(octets: bytes, at: int, code: int) -> tuple[object, int]:
    if code < 0x80:
        return code, at
    if code < 0x90:
        return _read_map(octets, at, code & 0x0F)
    if code < 0xA0:
        return _read_array(octets, at, code & 0x0F)
    if code >= 0xE0:
        return code - 0x100, at
    if code in _BOOLS:
        return _BOOLS[code], at
    size, read = _SIZED[code]
    end = at + size
    if end > len(octets):
        raise IndexError
    return read(octets, end, octets[at:end])


def _read_length(read: object) -> object:
    return lambda octets, at, head: read(octets, at, int.from_bytes(head, "big"))


def _read_string(octets: bytes, at: int, length: int) -> tuple[str, int]:
    return octets[at:at + length].decode(), at + length


def _read_bytes(octets: bytes, at: int, length: int) -> tuple[bytes, int]:
    return octets[at:at + length], at + length


def _read_array(octets: bytes, at: int, length: int) -> tuple[list, int]:
    elements = []
    for _ in range(length):
        element, at = _read(octets, at)
        elements.append(element)
    return elements, at


def _read_map(octets: bytes, at: int, length: int) -> tuple[dict, int]:
    members = {}
    for _ in range(length):
        key, at = _read(octets, at)
        members[key], at = _read(octets, at)
    return members, at


def _read_unsigned(octets: bytes, at: int, number: bytes) -> tuple[int, int]:
    return int.from_bytes(number, "big"), at


def _read_signed(octets: bytes, at: int, number: bytes) -> tuple[int, int]:
    return int.from_bytes(number, "big", signed=True), at


def _read_float(octets: bytes, at: int, number: bytes) -> tuple[float, int]:
    from struct import unpack  # 0.2 ms, and core sends hardly a float

    return unpack(">d" if len(number) == 8 else ">f", number)[0], at


def _read_extension(octets: bytes, at: int, length: int) -> tuple[object, int]:
    return UNKNOWN, at + 1 + length


def _read_fixed_extension(octets: bytes, at: int, body: bytes) -> tuple[object, int]:
    return UNKNOWN, at


_BOOLS = {0xC2: False, 0xC3: True}
_SIZED = {
    0xC4: (1, _read_length(_read_bytes)), 0xC5: (2, _read_length(_read_bytes)), 0xC6: (4, _read_length(_read_bytes)),
    0xC7: (1, _read_length(_read_extension)), 0xC8: (2, _read_length(_read_extension)),
    0xC9: (4, _read_length(_read_extension)),
    0xCA: (4, _read_float), 0xCB: (8, _read_float),
    0xCC: (1, _read_unsigned), 0xCD: (2, _read_unsigned), 0xCE: (4, _read_unsigned), 0xCF: (8, _read_unsigned),
    0xD0: (1, _read_signed), 0xD1: (2, _read_signed), 0xD2: (4, _read_signed), 0xD3: (8, _read_signed),
    0xD4: (2, _read_fixed_extension), 0xD5: (3, _read_fixed_extension), 0xD6: (5, _read_fixed_extension),
    0xD7: (9, _read_fixed_extension), 0xD8: (17, _read_fixed_extension),
    0xD9: (1, _read_length(_read_string)), 0xDA: (2, _read_length(_read_string)), 0xDB: (4, _read_length(_read_string)),
    0xDC: (2, _read_length(_read_array)), 0xDD: (4, _read_length(_read_array)),
    0xDE: (2, _read_length(_read_map)), 0xDF: (4, _read_length(_read_map)),
}
