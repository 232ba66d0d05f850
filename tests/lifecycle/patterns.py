"""A text that a regular expression matches: the expression's own parse tree, walked once."""

from __future__ import annotations

import re
from re import _constants as kinds
from re import _parser as parser


def matching(pattern: str, turn: int) -> str:
    """Another text for another turn, where the pattern leaves room; checked before it is returned."""
    text = "".join(_sample(kind, inner, turn) for kind, inner in parser.parse(pattern))
    if not re.search(pattern, text):
        raise ValueError(f"{text!r} was invented for {pattern!r} and does not match")
    return text


def _sample(kind: object, inner: object, turn: int) -> str:
    return SAMPLES[kind](inner, turn)


def _sequence(parts: object, turn: int) -> str:
    return "".join(_sample(kind, inner, turn) for kind, inner in parts)


def _repeat(inner: tuple, turn: int) -> str:
    least, most, part = inner
    return _sequence(part, turn) * max(least, min(most, 3))


def _class(members: list, turn: int) -> str:
    kind, inner = members[0]
    if kind is kinds.NEGATE:
        return "x"
    if kind is kinds.RANGE:
        return chr(min(inner[0] + 1 + turn, inner[1]))
    return CATEGORIES[inner] if kind is kinds.CATEGORY else chr(inner)


CATEGORIES = {kinds.CATEGORY_DIGIT: "7", kinds.CATEGORY_WORD: "w", kinds.CATEGORY_SPACE: " ",
              kinds.CATEGORY_NOT_SPACE: "x", kinds.CATEGORY_NOT_DIGIT: "x", kinds.CATEGORY_NOT_WORD: "-"}
SAMPLES = {
    kinds.LITERAL: lambda inner, turn: chr(inner),
    kinds.NOT_LITERAL: lambda inner, turn: "x" if inner != ord("x") else "y",
    kinds.ANY: lambda inner, turn: "x",
    kinds.AT: lambda inner, turn: "",
    kinds.ASSERT: lambda inner, turn: "",
    kinds.ASSERT_NOT: lambda inner, turn: "",
    kinds.IN: _class,
    kinds.MAX_REPEAT: _repeat,
    kinds.MIN_REPEAT: _repeat,
    kinds.SUBPATTERN: lambda inner, turn: _sequence(inner[-1], turn),
    kinds.BRANCH: lambda inner, turn: _sequence(inner[1][turn % len(inner[1])], turn),
    kinds.CATEGORY: lambda inner, turn: CATEGORIES[inner],
}
