"""Twilio's OpenAPI documents, read into operations. Nothing here interprets; references are resolved, that is all."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

VERBS = ("Fetch", "List", "Create", "Update", "Delete", "Patch")
METHODS = ("get", "post", "put", "patch", "delete")
BODIES = {"application/x-www-form-urlencoded": "form", "application/json": "json", "application/scim+json": "json"}


@dataclass(frozen=True)
class Parameter:
    """One parameter outside the body: `place` is path, query or header."""

    name: str
    place: str
    required: bool
    schema: dict


@dataclass(frozen=True)
class Operation:
    """One operation as the document states it; `body_fields` and `answer` hold resolved schemas by wire name."""

    verb: str
    noun: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: str | None = None
    body_fields: dict[str, dict] = field(default_factory=dict)
    body_required: frozenset[str] = frozenset()
    answer: dict[str, dict] | None = None
    at_least_one: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def wiped(self) -> str:
        """The path without suffix and without parameter names."""
        return wipe(self.path)

    @property
    def is_instance(self) -> bool:
        return self.wiped.endswith("/{}")

    @property
    def path_names(self) -> list[str]:
        return re.findall(r"\{(\w+)\}", self.path)


@dataclass(frozen=True)
class Document:
    """One document, `name` being `<product>_<version>`; `empty_paths` are those without any operation."""

    name: str
    host: str
    api_version: str
    digest: str
    operations: tuple[Operation, ...]
    empty_paths: tuple[str, ...]

    @property
    def product(self) -> str:
        return re.sub(r"_(v\d+|organizations|scim)$", "", self.name)

    @property
    def version(self) -> int:
        """The number that orders the versions of one product; a document without one is the first."""
        found = re.search(r"_v(\d+)$", self.name)
        return int(found.group(1)) if found else 1


def wipe(path: str) -> str:
    """A path whose parameter names are gone: `/v1/Services/{Sid}` -> `/v1/Services/{}`."""
    return re.sub(r"\{\w+\}", "{}", path.removesuffix(".json"))


def read_all(folder: Path) -> list[Document]:
    """Every document of a folder, by name."""
    return [_read(path) for path in sorted(folder.glob("twilio_*.json"))]


def _read(path: Path) -> Document:
    content = path.read_bytes()
    raw = json.loads(content)
    operations = tuple(
        _operation(raw, methods[method], method, route, methods)
        for route, methods in raw["paths"].items() for method in METHODS if method in methods)
    return Document(
        name=path.stem.removeprefix("twilio_"), host=raw["servers"][0]["url"].removeprefix("https://"),
        api_version=raw["info"]["version"], digest=hashlib.sha256(content).hexdigest(), operations=operations,
        empty_paths=tuple(route for route, methods in raw["paths"].items()
                          if not any(method in methods for method in METHODS)))


def _operation(raw: dict, spelled: dict, method: str, route: str, methods: dict) -> Operation:
    verb, noun = _verb_and_noun(spelled["operationId"])
    body, schema = _body(raw, spelled)
    return Operation(
        verb=verb, noun=noun, method=method.upper(), path=route,
        parameters=tuple(_parameter(raw, p) for p in [*methods.get("parameters", []), *spelled.get("parameters", [])]),
        body=body, body_fields=fields(schema), body_required=frozenset(schema.get("required", ())),
        answer=_answer(raw, spelled),
        at_least_one=tuple(map(tuple, spelled.get("x-twilio", {}).get("conditional", ()))))


def _verb_and_noun(operation_id: str) -> tuple[str, str]:
    verb = next(verb for verb in VERBS if operation_id.startswith(verb))
    return verb.lower(), operation_id.removeprefix(verb)


def _parameter(raw: dict, spelled: dict) -> Parameter:
    resolved = _follow(raw, spelled)
    return Parameter(resolved["name"], resolved["in"], bool(resolved.get("required")),
                     resolve(raw, resolved.get("schema", {})))


def _body(raw: dict, spelled: dict) -> tuple[str | None, dict]:
    for media_type, content in _follow(raw, spelled.get("requestBody", {})).get("content", {}).items():
        return BODIES[media_type], resolve(raw, content.get("schema", {}))
    return None, {}


def _answer(raw: dict, spelled: dict) -> dict[str, dict] | None:
    """The properties of the first JSON answer that is no error (a redirect counts); None where there is none."""
    for status in sorted(spelled["responses"]):
        content = _follow(raw, spelled["responses"][status]).get("content", {})
        if status[0] in "23" and content:
            return fields(resolve(raw, next(iter(content.values())).get("schema", {})))
    return None


def fields(schema: dict) -> dict[str, dict]:
    """Properties of an object schema; the union over its alternatives; `""` for an answer that is an array itself."""
    if schema.get("type") == "array":
        return {"": schema}
    found: dict[str, dict] = {}
    for alternative in schema.get("oneOf", ()):
        found |= fields(alternative)
    return found | schema.get("properties", {})


def _follow(raw: dict, spelled: dict) -> dict:
    """What a `$ref` points at, or the thing itself."""
    while "$ref" in spelled:
        target: Any = raw
        for step in spelled["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        spelled = target
    return spelled


def resolve(raw: dict, schema: dict, parents: tuple[int, ...] = ()) -> dict:
    """The schema with every reference replaced by what it names; a schema inside itself becomes untyped."""
    schema = _follow(raw, schema)
    if id(schema) in parents:
        return {}
    parents = (*parents, id(schema))
    resolved = dict(schema)
    if "properties" in schema:
        resolved["properties"] = {name: resolve(raw, inner, parents) for name, inner in schema["properties"].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            resolved[key] = resolve(raw, schema[key], parents)
    for key in ("oneOf", "anyOf", "allOf"):
        if key in schema:
            resolved[key] = [resolve(raw, inner, parents) for inner in schema[key]]
    return resolved
