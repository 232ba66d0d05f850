"""All pages of the registry, by their place below docs/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from terraform_twilio.catalogue.lookup import PLURAL, RESOURCE, SINGULAR
from terraform_twilio.catalogue.model import Entry
from terraform_twilio.catalogue.resource_type import ResourceType
from terraform_twilio.documentation.pages import (
    Example,
    example_in,
    minimal_example,
    of_data_source,
    of_provider,
    of_resource,
    page_name,
)
from terraform_twilio.documentation.products import subcategory_of
from terraform_twilio.engine import schemas
from terraform_twilio.engine.build import described, texts
from terraform_twilio.engine.data_source import DataSource

FOLDERS = ("resources", "data-sources")
_INTRODUCTION = Path(__file__).with_name("introduction.md")


def pages(examples: Path) -> dict[str, str]:
    """`{"resources/api_key.md": text}`; a type stands on one page, under its canonical name."""
    written = {"index.md": of_provider(schemas.of_provider(), _INTRODUCTION.read_text(encoding="utf-8"),
                                       Example((examples / "provider" / "provider.tf").read_text(encoding="utf-8")))}
    for name, facts in texts():
        written |= dict(_pages_of(Entry(name, facts), facts, examples))
    return written


def _pages_of(entry: Entry, facts: dict, examples: Path) -> Iterator[tuple[str, str]]:
    descriptions, subcategory = facts.get("descriptions", {}), subcategory_of(entry.name)
    if facts.get(RESOURCE):
        resource_type = ResourceType(facts[RESOURCE], entry)
        schema = schemas.of_resource(resource_type, described(facts))
        example = example_in(examples / "resources" / resource_type.name) \
            or minimal_example("resource", resource_type.name, schema)
        yield f"resources/{page_name(resource_type.name)}", of_resource(resource_type, schema, subcategory, example)
    for kind in (SINGULAR, PLURAL):
        if facts.get(kind):
            schema = schemas.of_data_source(DataSource(facts[kind], entry, plural=kind == PLURAL), descriptions)
            example = example_in(examples / "data-sources" / facts[kind]) or minimal_example("data", facts[kind], schema)
            yield f"data-sources/{page_name(facts[kind])}", of_data_source(facts[kind], schema, subcategory, example)
