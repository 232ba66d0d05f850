"""The `Schema` section of a page: every attribute of a schema, by what a practitioner does with it."""

from __future__ import annotations

from collections.abc import Iterator

from terraform_twilio.terraform.schema import LIST, MAP, SET, Attribute

_PLAIN = {"string": "String", "number": "Number", "bool": "Boolean", "dynamic": "Dynamic"}
_NESTING = {LIST: "Attributes List", SET: "Attributes Set", MAP: "Attributes Map"}


def section(attributes: list[Attribute]) -> str:
    """Markdown, from `## Schema` on."""
    return "\n".join(["## Schema", "", *_groups(attributes, ()), *_nested_sections(attributes, ())])


def type_name(attribute: Attribute) -> str:
    """`String`, `List of String`, `Attributes List` …"""
    if attribute.nested is not None:
        return _NESTING.get(attribute.nested.nesting, "Attributes")
    return _spelled(attribute.type)


def _spelled(type_: object) -> str:
    if isinstance(type_, str):
        return _PLAIN[type_]
    kind, inner = type_
    return "Object" if kind == "object" else f"{kind.capitalize()} of {_spelled(inner)}"


def _groups(attributes: list[Attribute], above: tuple) -> Iterator[str]:
    for title, belongs in _GROUPS:
        found = [attribute for attribute in attributes if belongs(attribute)]
        if found:
            yield from (f"{title}:" if above else f"### {title}", "")
            yield from (_line(attribute, above) for attribute in sorted(found, key=lambda one: one.name))
            yield ""


_GROUPS = (
    ("Required", lambda attribute: attribute.required),
    ("Optional", lambda attribute: attribute.optional),
    ("Read-Only", lambda attribute: not attribute.required and not attribute.optional),
)


def _line(attribute: Attribute, above: tuple) -> str:
    marks = [type_name(attribute)]
    marks += ["Sensitive"] if attribute.sensitive else []
    marks += ["Deprecated"] if attribute.deprecated else []
    text = f"- `{attribute.name}` ({', '.join(marks)}) {attribute.description}".rstrip()
    if attribute.nested is None:
        return text
    return f"{text} (see [below for nested schema](#{_anchor((*above, attribute.name))}))"


def _anchor(path: tuple) -> str:
    return "nestedatt--" + "--".join(path)


def _nested_sections(attributes: list[Attribute], above: tuple) -> Iterator[str]:
    for attribute in attributes:
        if attribute.nested is not None:
            path = (*above, attribute.name)
            yield from (f'<a id="{_anchor(path)}"></a>', f"### Nested Schema for `{'.'.join(path)}`", "")
            yield from _groups(attribute.nested.attributes, path)
            yield from _nested_sections(attribute.nested.attributes, path)
