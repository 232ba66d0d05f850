"""Header compression: a decoder with the dynamic table and Huffman codes, and an encoder that needs neither.

1. A header block that changes no table decodes to the same list again, so the next one like it is one look-up.
2. The dynamic table holds what we announced at most, a list of headers `MOST_BYTES` at most; more ends the connection,
   because a decoder that stops midway no longer has its peer's table.
"""

from __future__ import annotations

from terraform_twilio.terraform.plugin.http2.frames import COMPRESSION_ERROR, ENHANCE_YOUR_CALM, ConnectionFailure
from terraform_twilio.terraform.plugin.http2.hpack_tables import HUFFMAN_LENGTHS, STATIC

TABLE_SIZE = 4096
MOST_BYTES = 32_768
_ENTRY_OVERHEAD = 32
_MOST_REMEMBERED = 64
_LONGEST_REMEMBERED = 512
_END_OF_STRING = 256

Headers = list[tuple[str, str]]


def literal(name: str, value: str) -> bytes:
    """A header as bytes that no table remembers."""
    return b"\0" + _text(name.encode()) + _text(value.encode())


def _text(text: bytes) -> bytes:
    return _integer(len(text), 7) + text


def _integer(value: int, bits: int) -> bytes:
    most = (1 << bits) - 1
    if value < most:
        return bytes((value,))
    value -= most
    digits = bytearray((most,))
    while value >= 0x80:
        digits.append(value & 0x7F | 0x80)
        value >>= 7
    digits.append(value)
    return bytes(digits)


class Decoder:
    """Reads the header blocks of one connection, in their order."""

    def __init__(self) -> None:
        self._entries: Headers = []
        self._bytes = 0
        self._limit = TABLE_SIZE
        self._remembered: dict[bytes, Headers] = {}

    def decode(self, block: bytes) -> Headers:
        """The headers of a whole block; raises ConnectionFailure."""
        headers = self._remembered.get(block)
        if headers is None:
            try:
                headers = self._decode(block)
            except (IndexError, UnicodeDecodeError):
                raise ConnectionFailure(COMPRESSION_ERROR, "a header block is cut short or names no entry") from None
        return headers

    def _decode(self, block: bytes) -> Headers:
        headers: Headers = []
        at, most, is_pure = 0, MOST_BYTES, True
        while at < len(block):
            at, header, changes = self._field(block, at, is_first=not headers)
            is_pure = is_pure and not changes
            if header is not None:
                headers.append(header)
                most -= _size(header)
            if most < 0:
                raise ConnectionFailure(ENHANCE_YOUR_CALM, "a list of headers is too long")
        self._remember(block, headers, is_pure)
        return headers

    def _remember(self, block: bytes, headers: Headers, is_pure: bool) -> None:
        if not is_pure or len(self._remembered) >= _MOST_REMEMBERED:
            self._remembered.clear()
        if is_pure and len(block) <= _LONGEST_REMEMBERED:
            self._remembered[block] = headers

    def _field(self, block: bytes, at: int, *, is_first: bool) -> tuple[int, tuple[str, str] | None, bool]:
        """One representation: where the next begins, its header, and whether a table changed."""
        byte = block[at]
        if byte & 0x80:
            index, at = _read_integer(block, at, 7)
            return at, self._entry(index), False
        if byte & 0xE0 == 0x20:
            if not is_first:
                raise ConnectionFailure(COMPRESSION_ERROR, "a table size stands behind a header")
            size, at = _read_integer(block, at, 5)
            self._resize(size)
            return at, None, True
        index, at = _read_integer(block, at, 6 if byte & 0x40 else 4)
        name, at = (self._entry(index)[0], at) if index else _read_text(block, at)
        value, at = _read_text(block, at)
        if byte & 0x40:
            self._insert((name, value))
        return at, (name, value), bool(byte & 0x40)

    def _entry(self, index: int) -> tuple[str, str]:
        if index <= 0:
            raise IndexError
        return STATIC[index - 1] if index <= len(STATIC) else self._entries[index - 1 - len(STATIC)]

    def _insert(self, header: tuple[str, str]) -> None:
        self._entries.insert(0, header)
        self._bytes += _size(header)
        self._evict()

    def _resize(self, size: int) -> None:
        if size > TABLE_SIZE:
            raise ConnectionFailure(COMPRESSION_ERROR, "the table may not be that large")
        self._limit = size
        self._evict()

    def _evict(self) -> None:
        while self._bytes > self._limit:
            self._bytes -= _size(self._entries.pop())


def _size(header: tuple[str, str]) -> int:
    return len(header[0]) + len(header[1]) + _ENTRY_OVERHEAD


def _read_integer(block: bytes, at: int, bits: int) -> tuple[int, int]:
    most = (1 << bits) - 1
    value = block[at] & most
    at += 1
    if value < most:
        return value, at
    for shift in (0, 7, 14, 21):
        byte = block[at]
        at += 1
        value += (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ConnectionFailure(COMPRESSION_ERROR, "a number is too long")


def _read_text(block: bytes, at: int) -> tuple[str, int]:
    is_huffman = block[at] & 0x80
    length, at = _read_integer(block, at, 7)
    end = at + length
    if end > len(block):
        raise IndexError
    return (_huffman(block[at:end]) if is_huffman else block[at:end].decode("latin-1")), end


_symbols: dict[int, int] = {}


def _huffman(octets: bytes) -> str:
    symbols = _symbols or _fill_symbols()
    text = bytearray()
    code = 1  # a leading one in front of the bits, so that 01 and 001 differ
    for byte in octets:
        for shift in (7, 6, 5, 4, 3, 2, 1, 0):
            code = code << 1 | byte >> shift & 1
            symbol = symbols.get(code)
            if symbol is not None:
                text.append(_octet(symbol))
                code = 1
    if code.bit_length() > 8 or code & (code + 1):
        raise ConnectionFailure(COMPRESSION_ERROR, "the padding of a Huffman text is wrong")
    return text.decode("latin-1")


def _octet(symbol: int) -> int:
    if symbol == _END_OF_STRING:
        raise ConnectionFailure(COMPRESSION_ERROR, "a Huffman text holds the end-of-string symbol")
    return symbol


def _fill_symbols() -> dict[int, int]:
    """The code is canonical: codes of one length count upwards in the order of their symbols.

    Filled in one step: another connection's thread must not find half of it."""
    symbols, code, length = {}, 0, 0
    for symbol in sorted(range(len(HUFFMAN_LENGTHS)), key=lambda symbol: (HUFFMAN_LENGTHS[symbol], symbol)):
        code <<= HUFFMAN_LENGTHS[symbol] - length
        length = HUFFMAN_LENGTHS[symbol]
        symbols[1 << length | code] = symbol
        code += 1
    _symbols.update(symbols)
    return symbols
