"""DER, as much as certificates and keys need, and PEM around it."""

from __future__ import annotations

import base64
import re
from datetime import datetime

BOOLEAN, INTEGER, BITS, OCTETS, NAME, TEXT = 0x01, 0x02, 0x03, 0x04, 0x06, 0x0C
SEQUENCE, SET, UTC_TIME, GENERALIZED_TIME = 0x30, 0x31, 0x17, 0x18


def element(tag: int, *contents: bytes) -> bytes:
    """A tag, a length and what it holds."""
    body = b"".join(contents)
    if len(body) < 128:
        return bytes([tag, len(body)]) + body
    length = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + body


def sequence(*contents: bytes) -> bytes:
    return element(SEQUENCE, *contents)


def integer(number: int) -> bytes:
    """A number that is not negative."""
    return element(INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def bits(content: bytes, unused: int = 0) -> bytes:
    return element(BITS, bytes([unused]), content)


def octets(*contents: bytes) -> bytes:
    return element(OCTETS, *contents)


def tagged(number: int, *contents: bytes, simple: bool = False) -> bytes:
    """A context tag: around elements, or (simple) in place of one's own tag."""
    return element((0x80 if simple else 0xA0) | number, *contents)


def object_name(dotted: str) -> bytes:
    """An object identifier such as 2.5.29.17."""
    first, second, *rest = map(int, dotted.split("."))
    return element(NAME, bytes([40 * first + second]), *map(_base128, rest))


def _base128(number: int) -> bytes:
    digits = [number & 0x7F]
    while number := number >> 7:
        digits.insert(0, number & 0x7F | 0x80)
    return bytes(digits)


def moment(at: datetime) -> bytes:
    """A time, in the form that X.509 prescribes for its year."""
    if at.year < 2050:
        return element(UTC_TIME, at.strftime("%y%m%d%H%M%SZ").encode())
    return element(GENERALIZED_TIME, at.strftime("%Y%m%d%H%M%SZ").encode())


def contents_of(encoded: bytes) -> tuple[bytes, bytes]:
    """What the first element holds, and what follows it; ValueError where it is cut short."""
    size, start = encoded[1], 2
    if size & 0x80:
        start = 2 + (size & 0x7F)
        size = int.from_bytes(encoded[2:start], "big")
    if len(encoded) < start + size:
        raise ValueError("an element is cut short")
    return encoded[start:start + size], encoded[start + size:]


def to_pem(label: str, encoded: bytes) -> str:
    text = base64.encodebytes(encoded).decode().replace("\n", "")
    lines = "\n".join(text[start:start + 64] for start in range(0, len(text), 64))
    return f"-----BEGIN {label}-----\n{lines}\n-----END {label}-----\n"


def from_pem(label: str, text: str) -> bytes:
    """The first block of a label; ValueError where there is none."""
    found = re.search(f"-----BEGIN {label}-----(.*?)-----END {label}-----", text, re.DOTALL)
    if not found:
        raise ValueError(f"there is no {label} in it")
    return base64.b64decode("".join(found[1].split()), validate=True)
