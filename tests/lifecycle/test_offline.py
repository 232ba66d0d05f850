"""What needs no Twilio: the schemas load, every configuration validates and plans its creation by core's rules."""

import pytest

from core import Core
from core.conformity import unknown_paths
from core.schema_rules import assert_resource_schema_valid, assert_schema_valid
from lifecycle.configurations import Generator
from lifecycle.facts import Facts, read_entries
from lifecycle.schemas import Schemas

FACTS = Facts(read_entries())
SCHEMAS = Schemas()
ACCOUNT = {"account_sid": "AC" + "0" * 32, "auth_token": "1" * 32}
TYPES = sorted(FACTS.by_type)


@pytest.fixture
def core():
    core = Core(SCHEMAS.new_provider(), SCHEMAS)
    core.configure(dict.fromkeys(core.calls.provider.type_of_provider()[1]) | ACCOUNT)
    return core


def test_every_schema_loads():
    for schema in SCHEMAS.resources.values():
        assert_resource_schema_valid(schema.attributes, schema.version)
    for schema in SCHEMAS.data_sources.values():
        assert_schema_valid(schema.attributes, version=schema.version)
    assert all(name.startswith("twilio_") for name in (*SCHEMAS.resources, *SCHEMAS.data_sources))


@pytest.mark.parametrize("size", ["minimal", "full"])
@pytest.mark.parametrize("type_name", TYPES)
def test_a_creation_is_planned(core, type_name, size):
    configuration = getattr(Generator(FACTS, FACTS.by_type[type_name]), size)()
    change = core.plan(configuration.blocks).changes[configuration.subject]
    assert change.action == "create"
    configured = {name for name, value in configuration.arguments.items() if not unknown_paths(value)}
    assert set(change.unknown).isdisjoint(name for name in configured if _is_plain(configuration.arguments[name]))
    assert "id" in change.unknown or "id" in configuration.arguments


def _is_plain(value):
    return isinstance(value, str | int | float)


@pytest.mark.parametrize("type_name", TYPES)
def test_the_schema_and_the_implied_type_are_one(core, type_name):
    assert core.calls.provider.type_of_resource(type_name) == core.kind(type_name, type_name).type


@pytest.mark.parametrize("type_name", TYPES)
def test_a_state_without_an_attribute_that_was_added_since_is_upgraded(core, type_name):
    """U1, U2: missing is null, unknown is dropped, a wrong primitive is converted."""
    kind = core.kind(type_name, type_name)
    response = core.calls.upgrade(kind, {"id": "x", "from_another_age": 1}, kind.version)
    assert response.upgraded_state == dict.fromkeys(kind.type[1]) | {"id": "x"}
