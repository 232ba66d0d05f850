"""What TaskRouter's expressions say of a worker's attributes: `skills HAS 'english' AND level > 3`.

Source: Twilio's page "Expression syntax" (the operators and their ranks); an attribute that a worker does not have equals
nothing.
"""

from __future__ import annotations

import json
import operator
import re
from collections import deque
from collections.abc import Callable

TOKEN = re.compile(r"\s*(?:('[^']*'|\"[^\"]*\")|(-?\d+(?:\.\d+)?)|(==|!=|>=|<=|[=<>()\[\],])|([A-Za-z_][\w.-]*))")
WORDS = {"AND", "OR", "NOT", "HAS", "IN", "CONTAINS"}
CONSTANTS = {"true": True, "false": False, "null": None}


class Unreadable(ValueError):
    """No expression."""


class Attribute(str):
    """A name in an expression, which stands for what a worker has under it."""

    __slots__ = ()


def _ordered(compared: Callable) -> Callable:
    def holds(left: object, right: object) -> bool:
        kinds = {type(left), type(right)}
        return (kinds <= {int, float} or kinds == {str}) and compared(left, right)
    return holds


def _has(left: object, right: object) -> bool:
    return isinstance(left, list) and right in left


OPERATORS: dict[str, Callable] = {
    "==": operator.eq, "=": operator.eq, "!=": operator.ne, "HAS": _has, "IN": lambda left, right: _has(right, left),
    "CONTAINS": lambda left, right: _has(left, right) or (isinstance(left, str) and str(right) in left),
    ">": _ordered(operator.gt), "<": _ordered(operator.lt), ">=": _ordered(operator.ge), "<=": _ordered(operator.le),
}


def matches(expression: str, attributes: dict) -> bool:
    """Whether a worker with these attributes is meant."""
    reading = Reading(tokens(expression), attributes)
    said = reading.any_of()
    if reading.left:
        raise Unreadable(expression)
    return said


def tokens(expression: str) -> deque:
    """Constants, attributes' names and the signs between them; a sign is a one-element tuple."""
    found, place = deque(), 0
    while expression[place:].strip():
        token = TOKEN.match(expression, place)
        if token is None:
            raise Unreadable(expression)
        found.append(_token(*token.groups()))
        place = token.end()
    return found


def _token(text: str | None, number: str | None, sign: str | None, word: str | None) -> object:
    if text is not None:
        return text[1:-1]
    if number is not None:
        return json.loads(number)
    if sign is not None or word.upper() in WORDS:
        return ((sign or word).upper(),)
    return CONSTANTS[word.lower()] if word.lower() in CONSTANTS else Attribute(word)


class Reading:
    """From the loosest to the tightest: OR, AND, NOT, a comparison, a value."""

    def __init__(self, left: deque, attributes: dict) -> None:
        self.left = left
        self.attributes = attributes

    def takes(self, *signs: str) -> str:
        """The next token if it is one of these signs."""
        if self.left and isinstance(self.left[0], tuple) and self.left[0][0] in signs:
            return self.left.popleft()[0]
        return ""

    def any_of(self) -> bool:
        said = self.all_of()
        while self.takes("OR"):
            said = self.all_of() or said
        return said

    def all_of(self) -> bool:
        said = self.one()
        while self.takes("AND"):
            said = self.one() and said
        return said

    def one(self) -> bool:
        if self.takes("NOT"):
            return not self.one()
        if self.takes("("):
            said = self.any_of()
            self.expects(")")
            return said
        return self.comparison()

    def comparison(self) -> bool:
        left = self.value()
        is_negated = bool(self.takes("NOT"))
        sign = self.takes(*OPERATORS)
        if not sign:
            raise Unreadable("a value that is compared with nothing")
        return OPERATORS[sign](left, self.value()) is not is_negated

    def value(self) -> object:
        if self.takes("["):
            return self.elements()
        if not self.left or isinstance(self.left[0], tuple):
            raise Unreadable("a value is missing")
        token = self.left.popleft()
        return self.attribute(token) if isinstance(token, Attribute) else token

    def elements(self) -> list:
        found = []
        while not self.takes("]"):
            found.append(self.value())
            self.takes(",")
        return found

    def attribute(self, name: str) -> object:
        """`contact.phone` is a name, or the way into an object."""
        value: object = self.attributes
        for step in name.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        return self.attributes.get(name, value)

    def expects(self, sign: str) -> None:
        if not self.takes(sign):
            raise Unreadable(f"{sign} is missing")
