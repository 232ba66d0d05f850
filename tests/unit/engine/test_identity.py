"""Ids: how they are made, taken apart, and refused."""

import pytest

from terraform_twilio.engine.identity import InvalidId, id_of, parse, percent_decode, percent_encode
from terraform_twilio.engine.upgrade import upgraded
from unit.engine.things import ACCOUNT, SERVICE, SID, gadget, prior, state, thing

THING = thing()


@pytest.mark.parametrize("value", ["plain", "a/b", "50 %", "%2F", "ü ✓", "", "a%b"])
def test_a_value_survives_percent_encoding(value):
    assert percent_decode(percent_encode(value)) == value
    assert "/" not in percent_encode(value)


def test_an_id_joins_the_path_values():
    """Q1."""
    assert id_of(THING, prior(THING, sid="a/b"), ACCOUNT) == f"{SERVICE}/a%2Fb"


def test_an_id_without_path_values_is_the_account():
    assert id_of(thing(id=[]), prior(THING), ACCOUNT) == ACCOUNT


def test_an_import_id_is_taken_apart():
    assert parse(THING, f"{SERVICE}/{SID}") == ({"service_sid": SERVICE, "sid": SID}, None)


def test_on_v2010_it_may_begin_with_the_account():
    """I2."""
    assert parse(gadget(), f"{ACCOUNT}/GA1") == ({"sid": "GA1"}, ACCOUNT)
    assert parse(gadget(), "GA1") == ({"sid": "GA1"}, None)


@pytest.mark.parametrize("import_id", ["", SID, f"{SERVICE}/", "a/b/c", "a/%FF"])
def test_any_other_form_is_refused(import_id):
    with pytest.raises(InvalidId):
        parse(THING, import_id)


def test_a_stored_state_gets_todays_attributes():
    """U1, U2."""
    stored = {"label": "x", "count_limit": "7", "enabled": "true", "gone": 1}
    after = upgraded(THING, 1, stored)
    assert after == state(THING, label="x", count_limit=7, enabled=True)


def test_the_official_providers_empty_strings_are_null():
    """U3."""
    assert upgraded(THING, 0, {"label": "", "id": "a/b"}) == state(THING, id="a/b")
    assert upgraded(THING, 1, {"label": ""})["label"] == ""
