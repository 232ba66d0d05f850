"""Make the compiled tables from the catalogue text: what a launch reads instead of building (`make tables`).

`schema.bin`: the serialised GetProviderSchema.Response. `entries.txt`: see `catalogue.lookup`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from terraform_twilio.catalogue.lookup import COMPILED, PLURAL, RESOURCE, SINGULAR
from terraform_twilio.catalogue.model import Entry
from terraform_twilio.catalogue.resource_type import ResourceType
from terraform_twilio.engine import schemas
from terraform_twilio.engine.data_source import DataSource
from terraform_twilio.terraform.protocol6 import schema_encoder

CATALOGUE = Path(__file__).parent.parent / "catalogue" / "data"
_PROSE = ("descriptions", "group", "lifecycle")


def texts(folder: Path = CATALOGUE) -> Iterator[tuple[str, dict]]:
    """Every entry's name and facts, in the order of their names."""
    for path in sorted(folder.glob("*/*.json")):
        yield f"{path.parent.name}/{path.stem}", json.loads(path.read_text(encoding="utf-8"))


def names_of(facts: dict) -> Iterator[tuple[str, str]]:
    """Every (kind, type name) that an entry stands for, aliases included."""
    if facts.get("resource"):
        for name in (facts["resource"], *facts.get("aliases", ())):
            yield RESOURCE, name
    for kind in (SINGULAR, PLURAL):
        if facts.get(kind):
            yield kind, facts[kind]


def entries_table(entries: list) -> bytes:
    """`entries.txt`."""
    lines = [f"entry {name}\t{_compact(facts)}" for name, facts in entries if list(names_of(facts))]
    lines += [f"{kind} {type_name}\t{name}" for name, facts in entries for kind, type_name in names_of(facts)]
    return "".join(f"{line}\n" for line in sorted(lines)).encode()


def _compact(facts: dict) -> str:
    return json.dumps({key: fact for key, fact in facts.items() if key not in _PROSE}, ensure_ascii=False,
                      separators=(",", ":"))


def described(facts: dict) -> dict:
    """The texts of an entry's resource type: what each thing is, and how it lives."""
    lives = facts.get("lifecycle", {})
    return {name: f"{text} {lives.get(name, '')}".rstrip() for name, text in facts.get("descriptions", {}).items()}


def all_schemas(entries: list) -> tuple[dict, dict]:
    """The schemas of all resource types and data sources, by type name."""
    resources, data_sources = {}, {}
    for name, facts in entries:
        entry, descriptions, lives = Entry(name, facts), facts.get("descriptions", {}), described(facts)
        for kind, type_name in names_of(facts):
            if kind == RESOURCE:
                resources[type_name] = schemas.of_resource(ResourceType(type_name, entry), lives)
            else:
                source = DataSource(type_name, entry, plural=kind == PLURAL)
                data_sources[type_name] = schemas.of_data_source(source, descriptions)
    return resources, data_sources


def schema_table(entries: list) -> bytes:
    """`schema.bin`."""
    resources, data_sources = all_schemas(entries)
    return schema_encoder.get_provider_schema_response(schemas.of_provider(), resources, data_sources)


def write_tables(folder: str = COMPILED) -> None:
    """Write both tables; each appears whole or not at all, for tests may run beside each other."""
    entries = list(texts())
    os.makedirs(folder, exist_ok=True)
    for file_name, content in (("entries.txt", entries_table(entries)), ("schema.bin", schema_table(entries))):
        _write(Path(folder) / file_name, content)


def _write(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(path)


if __name__ == "__main__":
    write_tables()
