"""Terraform's plugin SDK 2 stores what an API left null as the zero value of its type: "" for text, 0 for a number, false
for a flag; nothing tells them apart afterwards. The values of our state are judged the same way."""

from __future__ import annotations

ZEROS = {"number": 0, "bool": False}


def with_zeros(attributes: list, values: dict) -> dict:
    """The values with 0 and false where a number or a flag is null; a null text is compared as one (`flat`)."""
    by_name = {one.name: one for one in attributes}
    return {name: _attribute(by_name[name], value) for name, value in values.items()}


def _attribute(one: object, value: object) -> object:
    if one.nested is None:
        return _of_type(one.type, value)
    if isinstance(value, list):
        return [with_zeros(one.nested.attributes, element) for element in value]
    return with_zeros(one.nested.attributes, value) if isinstance(value, dict) else value


def _of_type(type_: object, value: object) -> object:
    if value is None:
        return ZEROS.get(type_) if isinstance(type_, str) else None
    if isinstance(value, list):
        return [_of_type(type_[1], element) for element in value]
    if isinstance(value, dict) and type_[0] == "object":
        return {name: _of_type(type_[1][name], element) for name, element in value.items()}
    return value
