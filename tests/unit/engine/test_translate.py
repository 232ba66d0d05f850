"""Payloads to states, states to arguments, and what only looks different."""

import pytest

from terraform_twilio.engine.normalise import same, same_as_answered
from terraform_twilio.engine.translate import MISSING, arguments_for, filled, property_at, refreshed, to_value
from terraform_twilio.terraform.values import UNKNOWN
from unit.engine.things import SERVICE, SID, prior, state, thing

THING = thing()


@pytest.mark.parametrize(
    ("type_", "found", "value"),
    [
        ("string", "x", "x"),
        ("string", 7, "7"),
        ("string", True, "true"),
        ("string", ["a", "b"], "a,b"),
        ("string", {"a": 1}, '{"a":1}'),
        ("string", "e\u0301", "\u00e9"),
        ("bool", "True", True),
        ("bool", "false", False),
        ("bool", "perhaps", None),
        ("int", "42", 42),
        ("int", "many", None),
        ("int", [1], None),
        ("json", {"a": [1]}, '{"a":[1]}'),
        ("json", '{"a": 1}', '{"a": 1}'),
        (["list", "string"], "a, b", ["a", "b"]),
        (["list", "string"], "", []),
        (["list", "json"], [{"a": 1}], ['{"a":1}']),
        (["map", "string"], {"a": 1}, {"a": "1"}),
        (["object", {"voice": "bool", "sms": "bool"}], {"voice": True, "fax": True}, {"voice": True, "sms": None}),
        (["object", {"voice": "bool", "sms": "bool"}], {"voice": True, "SMS": False}, {"voice": True, "sms": False}),
        (["object", {"sms": "bool"}], {"SMS": False, "sms": True}, {"sms": True}),
        ("string", None, None),
    ],
)
def test_an_answer_becomes_a_value_of_the_declared_type(type_, found, value):
    assert to_value(type_, found) == value


@pytest.mark.parametrize(
    ("location", "found"),
    [("a", {"b": 1, "c": [{"d": 2}, {"d": 3}]}), ("a.b", 1), ("a.c[].d", [2, 3]), ("x", MISSING), ("a.x", MISSING),
     ("n.b", None), ("a.c[].e", [None, None])],
)
def test_properties_are_found_by_their_location(location, found):
    assert property_at({"a": {"b": 1, "c": [{"d": 2}, {"d": 3}]}, "n": None}, location) == found


def test_only_unknowns_are_filled_from_an_answer():
    """A1, A3."""
    planned = state(THING, label="mine", kind=UNKNOWN, count_limit=UNKNOWN, sid=UNKNOWN)
    after = filled(THING, planned, {"label": "theirs", "kind": "", "sid": SID})
    assert (after["label"], after["kind"], after["sid"], after["count_limit"]) == ("mine", None, SID, UNKNOWN)


def test_a_secret_is_taken_from_the_create_answer_alone():
    planned = state(THING, secret=UNKNOWN)
    assert filled(THING, planned, {"secret": "s"}, created=True)["secret"] == "s"
    assert filled(THING, planned, {"secret": "s"})["secret"] is UNKNOWN


@pytest.mark.parametrize(
    ("name", "before", "answer", "after"),
    [
        pytest.param("label", "a", "b", "b", id="drift"),
        pytest.param("label", None, "", None, id="R4: empty stands for null"),
        pytest.param("label", "", None, "", id="R2: null stands for an explicit empty string"),
        pytest.param("label", "a", "", None, id="emptied outside"),
        pytest.param("attributes", '{"a":1, "b":2}', {"b": 2, "a": 1}, '{"a":1, "b":2}', id="R2: JSON spelling"),
        pytest.param("members", ["a", "b"], ["b", "a"], ["a", "b"], id="W3: order"),
        pytest.param("members", ["a"], [], [], id="emptied list"),
        pytest.param("members", None, [], None, id="no list and an empty one"),
        pytest.param("enabled", None, False, False, id="false is a value"),
        pytest.param("tags", None, [], [], id="a computed list without a prior one"),
        pytest.param("service_sid", "IS1", None, "IS1", id="what addresses the object"),
    ],
)
def test_a_read_keeps_the_prior_text_where_it_means_the_same(name, before, answer, after):
    resource_type = thing(attributes_tags={"type": ["list", "string"], "response": "tags"})
    prior_state = prior(resource_type, **{name: before})
    assert refreshed(resource_type, prior_state, {name: answer})[name] == after


def test_what_twilio_never_returns_is_kept():
    """R3."""
    assert refreshed(THING, prior(THING, password="p", secret="s"), {"label": "x"})["password"] == "p"


@pytest.mark.parametrize(
    ("normaliser", "left", "right", "alike"),
    [
        ("url", "https://Example.com", "https://example.com/", True),
        ("url", "https://example.com/a", "https://example.com/b", False),
        ("http_method", "post", "POST", True),
        ("phone", "+1 (555) 000", "+1555000", True),
        ("comma_unordered", "a, b", "b,a", True),
        ("iso8601", "2020-01-01T00:00:00Z", "2020-01-01T00:00:00.000+00:00", True),
        ("iso8601", "2020-01-01T00:00:00Z", "2020-01-01T00:00:01Z", False),
        (None, "a", "A", False),
    ],
)
def test_what_only_looks_different(normaliser, left, right, alike):
    attribute = thing(attributes_label={"normaliser": normaliser}).attributes["label"]
    assert same(attribute, left, right) is alike


def test_a_call_is_addressed_from_the_state():
    operation = THING.entry.operations["fetch"]
    arguments = arguments_for(THING, "fetch", operation, prior(THING), {})
    assert arguments.path == {"ServiceSid": SERVICE, "Sid": SID}


def test_headers_and_queries_go_with_the_calls_that_take_them():
    resource_type = thing(attributes_hook={"type": "bool", "header": "X-Hook", "sent_on": ["create"]})
    operation = resource_type.entry.operations["create"]
    wanted = prior(resource_type, hook=True)
    assert arguments_for(resource_type, "create", operation, wanted, {}).headers == {"X-Hook": "true"}
    assert arguments_for(resource_type, "update", operation, wanted, {}).headers == {}


PART = thing(attributes_attributes={"normaliser": "json_part"}).attributes["attributes"]


@pytest.mark.parametrize(
    ("written", "other", "as_answered", "as_configured"),
    [
        pytest.param('{"a":1}', '{"a":1,"b":""}', True, True, id="a key that holds nothing"),
        pytest.param('{"a":1}', '{"a":1,"b":"default"}', True, False, id="a key that Twilio fills in"),
        pytest.param('{"a":1,"b":2}', '{"a":1}', False, False, id="a key that is gone"),
        pytest.param('{"a":{"b":[1]}}', '{"a":{"b":[1],"c":null}}', True, True, id="deep inside"),
        pytest.param('{"a":1}', '{"a":2,"b":3}', False, False, id="another value"),
    ],
)
def test_twilio_may_complete_json(written, other, as_answered, as_configured):
    assert same_as_answered(PART, written, other) is as_answered
    assert same(PART, written, other) is as_configured


LIST = thing(attributes_attributes={"normaliser": "named_part"}).attributes["attributes"]
ONE, OTHER = '{"name":"lodash","version":"4"}', '{"name":"twilio","version":"5"}'


@pytest.mark.parametrize(
    ("other", "as_answered", "as_configured"),
    [
        pytest.param(f"[{ONE}]", True, True, id="the same"),
        pytest.param(f"[{OTHER},{ONE}]", True, False, id="an element that Twilio adds"),
        pytest.param(f"[{OTHER}]", False, False, id="another element"),
        pytest.param('[{"name":"lodash","version":"3"}]', False, False, id="another version"),
        pytest.param('["lodash"]', False, False, id="no list of objects"),
    ],
)
def test_twilio_may_complete_a_list_of_named_objects(other, as_answered, as_configured):
    assert same_as_answered(LIST, f"[{ONE}]", other) is as_answered
    assert same(LIST, f"[{ONE}]", other) is as_configured


def test_the_order_of_named_objects_says_nothing():
    assert same(LIST, f"[{ONE},{OTHER}]", f"[{OTHER}, {ONE}]")


NAMED = thing(attributes_label={"normaliser": "sid_or_name"}).attributes["label"]


def test_a_name_and_a_sid_cannot_be_compared_in_an_answer():
    """Twilio takes either and answers one; but a practitioner who writes another one means another one."""
    assert same_as_answered(NAMED, "mine", SID)
    assert not same_as_answered(NAMED, SID, "TH" + "d" * 32)
    assert not same(NAMED, "mine", SID)
