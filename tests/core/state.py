"""What is kept between commands: per resource its attributes as JSON text, its private bytes, its taint."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from decimal import Decimal


@dataclass(frozen=True)
class Instance:
    """One resource in the state. `attributes_json` is what stands in the state file."""

    type_name: str
    attributes_json: str
    private: bytes = b""
    is_tainted: bool = False
    schema_version: int = 0
    dependencies: list = field(default_factory=list)

    @property
    def attributes(self) -> dict:
        return parsed(self.attributes_json)

    def with_attributes(self, attributes: dict, private: bytes) -> Instance:
        return replace(self, attributes_json=written(attributes), private=private)


def written(value: object) -> str:
    """The JSON text of a known value; numbers keep every digit."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(name)}:{written(element)}" for name, element in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def parsed(text: str) -> object:
    """Numbers are int, float where its digits are exact, Decimal where not."""
    return json.loads(text, parse_float=_number)


def _number(text: str) -> float | Decimal:
    return float(text) if Decimal(repr(float(text))) == Decimal(text) else Decimal(text)
