"""Our message tables and wire codec against protobuf."""

import pytest
from google.protobuf.json_format import ParseDict
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol import oracle
from terraform_twilio.terraform.protocol6 import schema_messages, wire
from terraform_twilio.terraform.protocol6.messages import REQUESTS, RESPONSES
from terraform_twilio.terraform.protocol6.wire import InvalidMessage

TABLES = {f"{name}.Request": table for name, table in REQUESTS.items()}
TABLES |= {f"{name}.Response": table for name, table in RESPONSES.items() if name != "GetProviderSchema"}
TABLES["GetProviderSchema.Response"] = schema_messages.GET_PROVIDER_SCHEMA_RESPONSE
NEVER_SENT = {
    "deferred",
    "legacy_type_system",
    "functions",
    "ephemeral_resources",
    "ephemeral_resource_schemas",
    "renew_at",
    "result",
    "private",
    "provider_meta",
    "block_types",
    "min_items",
    "max_items",
    "diagnostics",
}


def values_of(table):
    """Messages of a table, as protobuf would have them: every field set, or left at its default."""
    return st.fixed_dictionaries({}, optional={field.name: value_of(field) for field in table.fields.values()})


def value_of(field):
    scalars = {
        wire.STRING: st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
        wire.BYTES: st.binary(max_size=200),
        wire.BOOL: st.booleans(),
        wire.INT64: st.integers(-(2**63), 2**63 - 1),
    }
    one = scalars[field.kind] if field.kind in scalars else st.deferred(lambda: values_of(field.kind))
    if field.cardinality == wire.MANY:
        return st.lists(one, max_size=3)
    return st.dictionaries(st.text("abc"), one, max_size=3) if field.cardinality == wire.MAP else one


def fill(message, values):
    """Writes plain values into a protobuf message."""
    for name, value in values.items():
        target = getattr(message, name)
        if isinstance(value, dict) and "Map" in type(target).__name__:
            for key, element in value.items():
                if isinstance(element, dict):
                    fill(target[key], element)
                else:
                    target[key] = element
        elif isinstance(value, dict):
            target.SetInParent()
            fill(target, value)
        elif isinstance(value, list):
            for element in value:
                fill(target.add(), element)
        else:
            setattr(message, name, value)
    return message


def full(table, values):
    """The message with its defaults written out, as our decoder gives it."""
    message = table.blank()
    for field in table.fields.values():
        if field.name in values:
            value = values[field.name]
            if isinstance(field.kind, wire.Table):
                value = (
                    [full(field.kind, element) for element in value]
                    if isinstance(value, list)
                    else {key: full(field.kind, element) for key, element in value.items()}
                    if field.cardinality == wire.MAP
                    else full(field.kind, value)
                )
            message[field.name] = value
    return message


@pytest.mark.parametrize("name", TABLES)
def test_every_field_has_the_number_and_the_type_that_the_protocol_states(name):
    stated = {number: (field, type_, label) for number, field, type_, label in oracle.STATED[name]}
    for number, field in TABLES[name].fields.items():
        assert stated[number][0] == field.name
        assert {"rep": "many", "map": "map"}.get(stated[number][2]) == (
            field.cardinality if field.cardinality in ("many", "map") else None
        )
    missing = {field for field, _, _ in stated.values()} - {field.name for field in TABLES[name].fields.values()}
    assert missing <= NEVER_SENT if name.endswith("Response") else not missing


@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_what_we_write_protobuf_reads_and_what_it_writes_we_read(name, data):
    values = data.draw(values_of(TABLES[name]))
    theirs = fill(oracle.message(name), values)
    assert oracle.CLASSES[name].FromString(wire.encode(TABLES[name], values)) == theirs
    assert wire.decode(TABLES[name], theirs.SerializeToString()) == full(TABLES[name], values)


@given(st.binary(max_size=80), st.sampled_from(sorted(TABLES)))
def test_any_bytes_are_a_message_or_an_invalid_message(data, name):
    try:
        assert isinstance(wire.decode(TABLES[name], data), dict)
    except InvalidMessage as problem:
        assert str(problem)  # noqa: PT017  a value is as good


def test_fields_of_later_minors_are_skipped():
    later = b"\xf2\x3f\x03abc" + b"\xf8\x3f\x96\x01" + b"\xf9\x3f" + bytes(8) + b"\xfd\x3f" + bytes(4)
    data = oracle.message("ReadResource.Request", type_name="a").SerializeToString() + later
    assert wire.decode(REQUESTS["ReadResource"], data)["type_name"] == "a"


@pytest.mark.parametrize(
    "data", [b"\x0a\x05ab", b"\x0a", b"\x80" * 11, b"\x0b", b"\x0a\x01\xff", b"\xff" * 10 + b"\x01"]
)
def test_bytes_that_are_cut_short_or_no_message_are_refused(data):
    with pytest.raises(InvalidMessage):
        wire.decode(REQUESTS["ReadResource"], data)


def test_a_field_that_does_not_exist_is_an_error_and_not_silence():
    with pytest.raises(KeyError, match="new_stat"):
        wire.encode(RESPONSES["ReadResource"], {"new_stat": None})


def test_an_index_of_zero_is_written():
    path = {"steps": [{"attribute_name": "a"}, {"element_key_int": 0}, {"element_key_string": ""}]}
    data = wire.encode(RESPONSES["PlanResourceChange"], {"requires_replace": [path]})
    expected = ParseDict(
        {"requiresReplace": [{"steps": [{"attributeName": "a"}, {"elementKeyInt": 0}, {"elementKeyString": ""}]}]},
        oracle.message("PlanResourceChange.Response"),
    )
    assert oracle.CLASSES["PlanResourceChange.Response"].FromString(data) == expected
