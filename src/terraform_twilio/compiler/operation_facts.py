"""Writes what Twilio's OpenAPI documents say about each operation, uncorrected, for the emulator to read.

    python -m terraform_twilio.compiler.operation_facts DOCUMENTS TARGET

One file per document, one fact per line. Facts of an operation: `name` (operationId), `status` (of success), `body`
(`form` or `json`), `open` (a JSON body whose schema names nothing), `answer` (a shape), `items` (the array of a list),
`security` where it is not basic, and a line per parameter: `path Sid`, `query PageSize`, `header If-Match`,
`parameter FriendlyName`. A shape has a line per property; `links` names the paths that the examples' links point to.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

METHODS = ("get", "post", "put", "patch", "delete")
FORM, JSON, SCIM = "application/x-www-form-urlencoded", "application/json", "application/scim+json"
KEPT = ("type", "format", "pattern", "nullable", "minimum", "maximum", "minLength", "maxLength", "enum")
SID = re.compile(r"([A-Z]{2})[0-9a-fA-FX]{32}")
SID_PATTERN = re.compile(r"\^([A-Z]{2}(?:\|[A-Z]{2})*)\[0-9a-fA-F\]\{32\}\$|\^\(([A-Z|]+)\)\[0-9a-fA-F\]\{32\}\$")
LINKS = ("links", "subresource_uris")
EXAMPLE_SID = re.compile(r"[A-Z]{2}a{32}")


class Document:
    """One OpenAPI document with its references resolved on demand."""

    def __init__(self, content: dict, name: str) -> None:
        self.content = content
        self.name = name
        self.patterns = [(re.compile(re.sub(r"\\\{.*?\\\}", "[^/]+", re.escape(path)) + "$"), path)
                         for path in sorted(content["paths"], key=lambda path: (path.count("{"), path))]

    def resolve(self, node: dict) -> dict:
        """The node itself, or what its `$ref` points to."""
        while "$ref" in node:
            target = self.content
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node

    def host_of(self, operations: dict) -> str:
        """The host that serves the operations of a path."""
        servers = operations.get("servers") or self.content["servers"]
        return servers[0]["url"].removeprefix("https://")

    def path_of(self, link: str) -> str | None:
        """The document's path that an example's link points to."""
        path = re.sub(r"^https://[^/]+", "", link).partition("?")[0]
        return next((known for pattern, known in self.patterns if pattern.match(path)), None)

    def place_of(self, link: str) -> str | None:
        """A place on the document's own host that no path of the document describes, with its SIDs as parameters."""
        host, _, path = link.removeprefix("https://").partition("/")
        if f"https://{host}" not in {server["url"] for server in self.content["servers"]}:
            return None
        *above, last = path.split("/")
        named = [f"{{{before.removesuffix('s')}Sid}}" if EXAMPLE_SID.fullmatch(segment) else segment
                 for before, segment in zip(["", *above], above, strict=False)]
        return "/".join(["", *named, last]) if last.isalpha() else None


def facts_of_schema(document: Document, schema: dict) -> dict:
    """The facts of one value: its type (`json` where none is given) and limits."""
    schema = document.resolve(schema)
    facts = {key: schema[key] for key in KEPT if schema.get(key) not in (None, False)}
    facts.setdefault("type", "string" if "enum" in facts else "json")
    if facts["type"] == "array":
        items = facts_of_schema(document, schema.get("items", {}))
        facts["items"] = items["type"] if set(items) <= {"type", "nullable"} else items
    return shortened(facts)


def shortened(facts: dict) -> dict:
    """A SID's pattern and lengths said in one fact, `sid`: its prefixes."""
    match = SID_PATTERN.fullmatch(facts.get("pattern", ""))
    if match:
        facts["sid"] = (match[1] or match[2]).split("|")
        for key in ("pattern", "minLength", "maxLength"):
            facts.pop(key, None)
    return facts


def parameter_facts(document: Document, operation: dict) -> dict:
    """A line per path, query and header parameter."""
    lines = {}
    for parameter in map(document.resolve, operation.get("parameters", ())):
        facts = facts_of_schema(document, parameter["schema"])
        if parameter.get("required") and parameter["in"] != "path":
            facts["required"] = True
        lines[f"{parameter['in']} {parameter['name']}"] = facts
    return lines


def body_facts(document: Document, operation: dict) -> dict:
    """How the body travels, and a line per parameter in it."""
    content = operation.get("requestBody", {}).get("content", {})
    kind = next((kind for kind in (FORM, JSON, SCIM) if kind in content), None)
    if kind is None:
        return {}
    schema = document.resolve(content[kind]["schema"])
    lines = {"body": "form" if kind == FORM else "json"}
    if kind != FORM and not schema.get("properties"):
        lines["open"] = True
    for name, property_schema in schema.get("properties", {}).items():
        facts = facts_of_schema(document, property_schema)
        if name in schema.get("required", ()):
            facts["required"] = True
        lines[f"parameter {name}"] = facts
    return lines


def successful(operation: dict) -> tuple[int, dict]:
    """The status of success and what the document says of its answer (the lowest: some only redirect)."""
    status = min(operation["responses"])
    content = operation["responses"][status].get("content", {})
    return int(status), next(iter(content.values()), {})


def items_key(document: Document, properties: dict) -> str | None:
    """The key of the array that a list answer is about."""
    arrays = [name for name, schema in properties.items() if document.resolve(schema).get("type") == "array"
              and name != "schemas"]
    return arrays[0] if len(arrays) == 1 else None


def property_facts(document: Document, schema: dict, examples: list, depth: int = 0) -> dict:
    """The facts of a property, with what the examples show where the schema is silent."""
    facts = facts_of_schema(document, schema)
    seen = sorted({kind_of(example) for example in examples} - {"null"})
    if facts["type"] in ("json", "object") and seen:
        facts["seen"] = seen
    prefixes = sorted({match[1] for match in (SID.fullmatch(str(example)) for example in examples) if match})
    if prefixes and "sid" not in facts:
        facts["sid"] = prefixes
    nested = document.resolve(schema).get("properties")
    if nested and depth < 3:
        facts["properties"] = {name: property_facts(document, inner, inside(examples, name), depth + 1)
                               for name, inner in nested.items()}
    return facts


def kind_of(value: object) -> str:
    """JSON's name for the kind of a value."""
    kinds = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer", float: "number"}
    return kinds.get(type(value), "null")


def inside(examples: list, name: str) -> list:
    """The values of one property in all examples."""
    return [example[name] for example in examples if isinstance(example, dict) and name in example]


def flat(lists: list) -> list:
    """The elements of those examples that are lists."""
    return [element for found in lists if isinstance(found, list) for element in found]


def links_of(document: Document, examples: list) -> dict:
    """Where the links of an example point, as paths of the document."""
    found = {}
    for links in examples:
        for name, link in (links if isinstance(links, dict) else {}).items():
            path = document.path_of(link) or document.place_of(link) if isinstance(link, str) else None
            if path or link is None:
                found.setdefault(name, path)
    return found


def shape_of(document: Document, schema: dict, examples: list) -> dict:
    """A line per property of an answer."""
    schema = document.resolve(schema)
    variants = [document.resolve(variant) for variant in schema.get("oneOf", schema.get("anyOf", ()))]
    properties = dict(schema.get("properties", {}))
    for variant in variants:
        properties = {**variant.get("properties", {}), **properties}
    lines = {}
    for name, inner in properties.items():
        lines[name] = property_facts(document, inner, inside(examples, name))
        links = links_of(document, inside(examples, name)) if name in LINKS else {}
        if links:
            lines[name]["links"] = links
    return lines


def shape_name(schema: dict, fallback: str) -> str:
    """The document's name of an answer's schema, else the operation's."""
    return schema.get("$ref", fallback).split("/")[-1]


class Shapes:
    """The shapes of one document by name; examples of every operation add to what is known of one."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.schemas: dict[str, dict] = {}
        self.examples: dict[str, list] = {}

    def add(self, name: str, schema: dict, examples: list) -> str:
        self.schemas.setdefault(name, schema)
        self.examples.setdefault(name, []).extend(example for example in examples if isinstance(example, dict))
        return name

    def lines(self) -> dict:
        return {name: shape_of(self.document, self.schemas[name], self.examples[name]) for name in sorted(self.schemas)}


def answer_facts(document: Document, operation: dict, shapes: Shapes) -> dict:
    """Which shape an operation answers with, and whether it is a list of it."""
    status, answer = successful(operation)
    lines: dict = {"status": status}
    if not answer:
        return lines
    name = operation["operationId"]
    examples = [example.get("value") for example in answer.get("examples", {}).values()]
    schema = document.resolve(answer["schema"])
    properties = schema.get("properties", {})
    if schema.get("type") == "array":
        lines["items"], items, examples = "", schema["items"], flat(examples)
    elif name.startswith("List") and items_key(document, properties) is not None:
        lines["items"] = key = items_key(document, properties)
        items = document.resolve(properties[key])["items"]
        examples = flat(inside(examples, key))
        lines["envelope"] = sorted(set(properties) - {key})
    else:
        items = answer["schema"]
    lines["answer"] = shapes.add(shape_name(items, name), items, examples)
    return lines


def operation_facts(document: Document, operation: dict, shapes: Shapes) -> dict:
    """Everything the document says of one operation."""
    lines = {"name": operation["operationId"], **answer_facts(document, operation, shapes)}
    security = [name for choice in operation.get("security", [{"accountSid_authToken": []}]) for name in choice]
    if "accountSid_authToken" not in security:
        lines["security"] = security[0] if security else "none"
    lines.update(body_facts(document, operation))
    lines.update(parameter_facts(document, operation))
    return lines


def document_facts(content: dict, name: str) -> dict:
    """The facts of a whole document."""
    document = Document(content, name)
    shapes = Shapes(document)
    hosts: dict = {}
    for path, on_path in content["paths"].items():
        for method in METHODS:
            if method in on_path:
                operations = hosts.setdefault(document.host_of(on_path), {})
                operations[f"{method.upper()} {path}"] = operation_facts(document, on_path[method], shapes)
    return {"document": name, "version": content["info"]["version"], "hosts": hosts, "shapes": shapes.lines()}


def line(key: str, value: object, comma: str) -> str:
    return f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}{comma}\n"


def block(key: str, facts: dict, indent: str, comma: str) -> str:
    """An object with a line per fact."""
    rows = [indent + " " + line(name, value, "," if number < len(facts) else "")
            for number, (name, value) in enumerate(facts.items(), 1)]
    return f"{indent}{json.dumps(key)}: {{\n{''.join(rows)}{indent}}}{comma}\n"


def blocks(key: str, facts: dict, indent: str, comma: str) -> str:
    """An object of objects, a line per fact of these."""
    rows = [block(name, value, indent + " ", "," if number < len(facts) else "")
            for number, (name, value) in enumerate(facts.items(), 1)]
    return f"{indent}{json.dumps(key)}: {{\n{''.join(rows)}{indent}}}{comma}\n"


def text_of(facts: dict) -> str:
    """The text of one file: one fact per line."""
    hosts = [blocks(host, operations, " ", "," if number < len(facts["hosts"]) else "")
             for number, (host, operations) in enumerate(facts["hosts"].items(), 1)]
    return ("{\n" + line("document", facts["document"], ",") + line("version", facts["version"], ",")
            + '"hosts": {\n' + "".join(hosts) + "},\n" + blocks("shapes", facts["shapes"], "", "") + "}\n")


def main(documents: str, target: str) -> None:
    """Writes a file of facts for every document of a folder."""
    for source in sorted(Path(documents).glob("twilio_*.json")):
        name = source.stem.removeprefix("twilio_")
        facts = document_facts(json.loads(source.read_text(encoding="utf-8")), name)
        Path(target, name + ".json").write_text(text_of(facts), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
