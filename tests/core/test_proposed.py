"""P5: what core proposes, by table; nested attributes merge by index, key or content."""

import pytest

from core.proposed import proposed_new_state
from terraform_twilio.terraform.schema import LIST, MAP, SET, SINGLE, Attribute, Nested
from terraform_twilio.terraform.values import UNKNOWN

INNER = [Attribute("given", "string", optional=True), Attribute("made", "string", computed=True)]


def schema(nesting=None, **manner):
    if nesting is None:
        return [Attribute("it", "string", **manner)]
    return [Attribute("it", nested=Nested(INNER, nesting), **manner)]


def pair(given, made=None):
    return {"given": given, "made": made}


OPTIONAL, BOTH, COMPUTED = {"optional": True}, {"optional": True, "computed": True}, {"computed": True}

CASES = [
    # schema, prior, configured, proposed
    (schema(**OPTIONAL), "old", None, None),
    (schema(**OPTIONAL), "old", "new", "new"),
    (schema(**BOTH), "old", None, "old"),
    (schema(**BOTH), "old", "", ""),
    (schema(**BOTH), "old", UNKNOWN, UNKNOWN),
    (schema(**BOTH), None, None, None),
    (schema(**COMPUTED), "old", None, "old"),
    (schema(SINGLE, **OPTIONAL), pair("a", "m"), pair("b"), pair("b", "m")),
    (schema(SINGLE, **OPTIONAL), pair("a", "m"), None, None),
    (schema(SINGLE, **OPTIONAL), pair("a", "m"), UNKNOWN, UNKNOWN),
    (schema(SINGLE, **BOTH), pair("a", "m"), None, None),
    (schema(SINGLE, **BOTH), pair(None, "m"), None, pair(None, "m")),
    (schema(LIST, **OPTIONAL), [pair("a", "m"), pair("b", "n")], [pair("b")], [pair("b", "m")]),
    (schema(LIST, **OPTIONAL), [pair("a", "m")], [pair("a"), pair("b")], [pair("a", "m"), pair("b")]),
    (schema(LIST, **OPTIONAL), None, [pair("a"), UNKNOWN], [pair("a"), UNKNOWN]),
    (schema(LIST, **BOTH), [pair(None, "m")], None, [pair(None, "m")]),
    (schema(LIST, **BOTH), [pair("a", "m")], None, None),
    (schema(MAP, **OPTIONAL), {"k": pair("a", "m")}, {"k": pair("b"), "l": pair("c")},
     {"k": pair("b", "m"), "l": pair("c")}),
    (schema(MAP, **BOTH), {"k": pair("a", "m")}, None, None),
    (schema(SET, **OPTIONAL), [pair("a", "m"), pair("b", "n")], [pair("b"), pair("c")], [pair("b", "n"), pair("c")]),
]


@pytest.mark.parametrize(("attributes", "prior", "config", "proposed"), CASES)
def test_proposed_new_state(attributes, prior, config, proposed):
    assert proposed_new_state(attributes, {"it": prior}, {"it": config}) == {"it": proposed}


def test_on_create_computed_attributes_are_proposed_null():
    assert proposed_new_state(schema(**COMPUTED), None, {"it": None}) == {"it": None}


def test_on_destroy_nothing_is_proposed():
    assert proposed_new_state(schema(**COMPUTED), {"it": "old"}, None) is None
