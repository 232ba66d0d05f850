"""Which parameters an update carries, and what the private record then remembers."""

import pytest

from terraform_twilio.engine.parameters import update_parameters, written_after_update
from terraform_twilio.engine.private import Private, from_bytes
from terraform_twilio.terraform.values import UNKNOWN
from unit.engine.things import SERVICE, prior, state, thing

THING = thing()


def parameters(before, planned, *, written=(), resource_type=THING):
    operation = resource_type.entry.operations["update"]
    return update_parameters(resource_type, operation, before, planned, Private(frozenset(written)))


@pytest.mark.parametrize(
    ("change", "sent"),
    [
        pytest.param({"label": "second"}, {"Label": "second"}, id="only what differs"),
        pytest.param({"enabled": False}, {"Enabled": False}, id="false is a value"),
        pytest.param({"count_limit": 0}, {"CountLimit": 0}, id="zero is a value"),
        pytest.param({"label": ""}, {"Label": ""}, id="an explicit empty string"),
        pytest.param({"name": None}, {"Name": ""}, id="K3: removed, and empty is what unset means"),
        pytest.param({"members": None}, {"Member": []}, id="K20: an empty list"),
        pytest.param({"password": None}, {}, id="K5: never returned, and nobody knows how to clear it"),
        pytest.param({"kind": "other"}, {}, id="never what an update does not take"),
    ],
)
def test_an_update_sends_what_differs(change, sent):
    before = prior(THING, name="n", members=["a"], password="p")
    assert parameters(before, {**before, **change}) == sent


def test_a_removed_string_is_sent_empty_when_it_was_written_here():
    """K12."""
    before = prior(THING)
    assert parameters(before, {**before, "label": UNKNOWN}, written=["label"]) == {"Label": ""}


def test_a_value_that_is_only_unknown_is_not_sent():
    before = prior(THING)
    assert parameters(before, {**before, "label": UNKNOWN}) == {}


def test_a_clearing_value_of_the_catalogue_is_sent():
    """K5."""
    resource_type = thing(attributes_password={"clear": "-"})
    before = prior(resource_type, password="p")
    assert parameters(before, {**before, "password": None}, resource_type=resource_type) == {"Password": "-"}


def test_what_every_update_must_carry_goes_along():
    """C.7."""
    resource_type = thing(attributes_color={"always": True})
    before = prior(resource_type)
    assert parameters(before, {**before, "label": "x"}, resource_type=resource_type) == {"Label": "x", "Color": "red"}
    assert parameters(before, before, resource_type=resource_type) == {}


def test_a_put_sends_the_whole_object():
    """G2."""
    operations = {**{"create": "POST /v1/Things json"}, "update": "PUT /v1/Things/{Sid} json"}
    resource_type = thing(operations=operations)
    before = prior(resource_type, attributes='{"a":1}')
    sent = parameters(before, {**before, "label": "x"}, resource_type=resource_type)
    assert sent == {"Label": "x", "Color": "red", "CountLimit": 5, "Enabled": True, "Attributes": {"a": 1}, "Late": "yes"}


def test_written_is_what_was_sent_and_what_is_still_configured():
    """K14."""
    before = prior(THING)
    config = state(THING, service_sid=SERVICE, enabled=True, color="blue")
    record = written_after_update(THING, Private(frozenset({"enabled", "label"})), config, before,
                                  {**before, "color": "blue"})
    assert record.written == {"enabled", "color"}


@pytest.mark.parametrize("foreign", [None, b"", b"\xff", b"[]", b'{"v":2,"written":[]}', b'{"schema_version":"0"}'])
def test_missing_and_foreign_private_bytes_are_an_empty_record(foreign):
    """K6."""
    record = from_bytes(foreign)
    assert (record.written, record.imported, record.account_sid) == (frozenset(), False, None)


def test_a_private_record_survives_its_bytes():
    record = from_bytes(Private(frozenset({"b", "a"}), imported=True, account_sid="AC1").to_bytes())
    assert (record.written, record.imported, record.account_sid) == ({"a", "b"}, True, "AC1")
