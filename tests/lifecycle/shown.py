"""What the examples of the resource types configure, as the tests' own values: the files that the documentation shows.

Constants, lists, objects, `jsonencode` and references; anything else, a heredoc too, only Terraform could evaluate.
"""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path

import hcl2

from core import Reference, Text

FOLDER = Path(__file__).parents[2] / "examples" / "resources"
CALL = re.compile(r"\$\{jsonencode\((.*)\)\}", re.DOTALL)
REFERENCE = re.compile(r"\$\{(\w+\.\w+)\.(\w+)\}")
PLACEHOLDER = re.compile('"\N{REPLACEMENT CHARACTER}(\\d+)"')


class NotPlain(Exception):
    """An expression of another kind; the text is the expression."""


@functools.cache
def written(type_name: str) -> dict:
    """The expressions of the example's first block of its own type, by argument."""
    text = (FOLDER / type_name / "resource.tf").read_text(encoding="utf-8")
    for block in _parsed(text)["resource"]:
        if json.dumps(type_name) in block:
            return next(iter(block[json.dumps(type_name)].values()))
    raise LookupError(f"the example of {type_name} has no block of that type")


def shown(type_name: str, argument: str) -> object:
    """The value of an argument in its example."""
    return plain(written(type_name)[argument])


def plain(expression: object) -> object:
    """The value of a parsed expression; raises NotPlain."""
    if isinstance(expression, dict):
        return {_key(name): plain(inner) for name, inner in expression.items() if not name.startswith("__")}
    if isinstance(expression, list):
        return [plain(inner) for inner in expression]
    return _text(expression) if isinstance(expression, str) else expression


def _text(expression: str) -> object:
    if expression.startswith('"') and not expression.startswith('"<<') and "${" not in expression.replace("$${", ""):
        return json.loads(expression).replace("$${", "${")
    if found := REFERENCE.fullmatch(expression):
        return Reference(*found.groups())
    if found := CALL.fullmatch(expression):
        return encoded(plain(_parsed(f"value = {found[1]}\n")["value"]))
    raise NotPlain(expression)


def encoded(value: object) -> object:
    """The value as JSON text, in which a reference stands where a text will be."""
    references: list[Reference] = []
    pieces = PLACEHOLDER.split(json.dumps(_marked(value, references), separators=(",", ":"), ensure_ascii=False))
    if not references:
        return pieces[0]
    return Text(tuple(part for number, piece in enumerate(pieces) for part in _part(number, piece, references)))


def _part(number: int, piece: str, references: list) -> tuple:
    """A constant, or a reference between the quotation marks of JSON."""
    return ('"', references[int(piece)], '"') if number % 2 else (piece,)


def _marked(value: object, references: list) -> object:
    """The value with a placeholder for each reference, which joins the list."""
    if isinstance(value, Reference):
        references.append(value)
        return f"\N{REPLACEMENT CHARACTER}{len(references) - 1}"
    if isinstance(value, dict):
        return {key: _marked(inner, references) for key, inner in value.items()}
    return [_marked(inner, references) for inner in value] if isinstance(value, list) else value


def _key(name: str) -> str:
    return json.loads(name) if name.startswith('"') else name


def _parsed(text: str) -> dict:
    return hcl2.loads(text)
