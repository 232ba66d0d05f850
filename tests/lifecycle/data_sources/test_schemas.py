"""What every data source publishes: arguments, results, secrets, and the one type that its answers have."""

import pytest

from core import Core
from core.schema_rules import assert_schema_valid
from lifecycle.data_sources.sources import Source, read_sources
from lifecycle.schemas import Schemas
from terraform_twilio.terraform.schema import LIST, implied_type

SCHEMAS = Schemas()
CORE = Core(SCHEMAS.new_provider(), SCHEMAS)


def attributes_of(source: Source) -> dict:
    return {one.name: one for one in SCHEMAS.schema_of_data_source(source.name).attributes}


@pytest.mark.parametrize("source", read_sources(), ids=str)
def test_a_data_source_publishes_its_arguments_and_results(source):
    published = attributes_of(source)
    addressing = [source.attribute_of(parameter) for parameter in source.parameters]
    headers = {one.name for one in source.entry.attributes.values()
               if one.header and source.verb in (one.sent_on or ())}
    arguments = {one.name for one in addressing} | source.asked.keys() | source.searched.keys() | headers
    results = {"items"} if source.is_plural else {one.name for one in source.results} | {"id"}
    assert published.keys() == arguments | results
    assert {name for name, one in published.items() if one.required or one.optional} == arguments
    required = {one.name for one in addressing if not one.is_account and one is not source.own}
    assert {name for name, one in published.items() if one.required} == required | source.addressing_queries.keys()


@pytest.mark.parametrize("source", read_sources(), ids=str)
def test_a_data_source_keeps_to_the_rules_of_schemas(source):
    """The rule about an optional id is one of resource types, whose configuration can be generated."""
    published = attributes_of(source)
    assert_schema_valid([one for name, one in published.items() if name != "id"])
    assert all(one.description for one in published.values())
    assert implied_type(list(published.values())) == CORE.calls.provider.type_of_data_source(source.name)


@pytest.mark.parametrize("source", read_sources(), ids=str)
def test_secrets_are_sensitive(source):
    published = attributes_of(source)
    if source.is_plural:
        assert published["items"].nested.nesting == LIST
        published = {one.name: one for one in published["items"].nested.attributes}
        assert all(one.computed and not one.optional for one in published.values())
    secret = {one.name for one in source.results if one.sensitive}
    assert {name for name, one in published.items() if one.sensitive} >= secret
