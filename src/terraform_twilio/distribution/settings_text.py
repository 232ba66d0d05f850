"""The text of a CLI configuration file (HCL 1, or the same as JSON) as nested lists of names and values.

Just enough of both languages to see which installation methods are configured: a body is a list of
`(name, value)`, a value a string, a list of values, or a body; labels of a block are names of bodies inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Body = list[tuple[str, "Value"]]
Value = str | list | Body

TOKEN = re.compile(r"""
    (?P<blank>\s+|,|\#[^\n]*|//[^\n]*|/\*.*?\*/)
  | "(?P<string>(?:[^"\\]|\\.)*)"
  | (?P<mark>[{}\[\]=:])
  | (?P<word>[^\s,{}\[\]=:"\#]+)
""", re.VERBOSE | re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t"}


class SettingsSyntaxError(Exception):
    """The text is neither HCL nor JSON."""


class Mark(str):
    """A punctuation token, told apart from a string of the same letters."""


def parse(text: str) -> Body:
    """The file's top body."""
    tokens = list(_tokens(text))
    if tokens[:1] == ["{"] and isinstance(tokens[0], Mark):
        tokens = tokens[1:-1]
    body, position = _body(tokens, 0)
    if position != len(tokens):
        raise SettingsSyntaxError(f"unexpected {tokens[position]!r}")
    return body


def bodies(body: Body, name: str) -> Iterator[Body]:
    """Every block of a name; JSON's lists of objects count as repeated blocks."""
    for found, value in body:
        if found == name and isinstance(value, list):
            yield from [value] if _is_body(value) else [entry for entry in value if isinstance(entry, list)]


def _is_body(value: list) -> bool:
    return all(isinstance(entry, tuple) for entry in value)


def _tokens(text: str) -> Iterator[str]:
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise SettingsSyntaxError(f"unexpected {text[position:position + 20]!r}")
        position = match.end()
        if match["string"] is not None:
            yield re.sub(r"\\(.)", lambda escape: ESCAPES.get(escape[1], escape[1]), match["string"])
        elif match["blank"] is None:
            yield Mark(match["mark"]) if match["mark"] else match["word"]


def _body(tokens: list[str], position: int) -> tuple[Body, int]:
    body: Body = []
    while position < len(tokens) and not _is_mark(tokens, position, "}"):
        name = tokens[position]
        value, position = _definition(tokens, position + 1)
        body.append((name, value))
    return body, position


def _definition(tokens: list[str], position: int) -> tuple[Value, int]:
    """What follows a name: `= value`, a block, or a label and what follows it."""
    if _is_mark(tokens, position, "=") or _is_mark(tokens, position, ":"):
        return _value(tokens, position + 1)
    if _is_mark(tokens, position, "{") or position >= len(tokens):
        return _value(tokens, position)
    inner, end = _definition(tokens, position + 1)
    return [(tokens[position], inner)], end


def _value(tokens: list[str], position: int) -> tuple[Value, int]:
    if _is_mark(tokens, position, "{"):
        body, position = _body(tokens, position + 1)
        return body, _closed(tokens, position, "}")
    if _is_mark(tokens, position, "["):
        return _values(tokens, position + 1)
    if position >= len(tokens) or isinstance(tokens[position], Mark):
        raise SettingsSyntaxError("a value is missing")
    return tokens[position], position + 1


def _values(tokens: list[str], position: int) -> tuple[list, int]:
    values = []
    while position < len(tokens) and not _is_mark(tokens, position, "]"):
        value, position = _value(tokens, position)
        values.append(value)
    return values, _closed(tokens, position, "]")


def _closed(tokens: list[str], position: int, mark: str) -> int:
    if not _is_mark(tokens, position, mark):
        raise SettingsSyntaxError(f"a {mark!r} is missing")
    return position + 1


def _is_mark(tokens: list[str], position: int, mark: str) -> bool:
    return position < len(tokens) and isinstance(tokens[position], Mark) and tokens[position] == mark
