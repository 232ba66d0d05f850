"""The configuration that `plan -generate-config-out` writes for an imported resource (3.9)."""

from __future__ import annotations

import json

from core.calls import Kind


def generated_configuration(kind: Kind, state: dict) -> dict:
    """Everything that may be configured, nulls included; `""` of an optional one is null, a secret is null."""
    return {one.name: _argument(one, state[one.name]) for one in kind.attributes if _is_written(one)}


def _is_written(attribute: object) -> bool:
    return (attribute.required or attribute.optional) and not attribute.deprecated and attribute.name != "id"


def _argument(attribute: object, value: object) -> object:
    if attribute.sensitive or attribute.write_only or (value == "" and attribute.optional):
        return None
    return _as_jsonencode(value) if isinstance(value, str) else value


def _as_jsonencode(text: str) -> str:
    """Core writes a JSON object or array as `jsonencode(…)`, whose text is compact, sorted and escapes `<>&`."""
    if not text.startswith(("{", "[")):
        return text
    try:
        value = json.loads(text)
    except ValueError:
        return text
    compact = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return compact.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
