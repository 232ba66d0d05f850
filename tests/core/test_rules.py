"""The rules over values, by table, where a whole provider would only be in the way."""

import pytest

from core.apply_rules import assert_compatible
from core.conformity import conforming, same
from core.plan_rules import assert_plan_valid, paths_that_replace
from core.schema_rules import assert_resource_schema_valid, assert_schema_valid
from core.violation import Violation, spell
from terraform_twilio.terraform.schema import LIST, MAP, SET, SINGLE, Attribute, Nested
from terraform_twilio.terraform.values import UNKNOWN

INNER = [Attribute("given", "string", optional=True), Attribute("made", "string", computed=True)]


def nested(nesting):
    return [Attribute("it", nested=Nested(INNER, nesting), optional=True)]


def pair(given, made=None):
    return {"given": given, "made": made}


@pytest.mark.parametrize(("rule", "nesting", "config", "planned"), [
    ("P1", SINGLE, pair("a"), pair("b")),
    ("P2", SINGLE, pair(None), pair("b")),
    ("P1", SINGLE, pair("a"), None),
    ("P11", LIST, [pair("a")], []),
    ("P1", LIST, [pair("a")], [pair("b")]),
    ("P11", MAP, {"k": pair("a")}, {"l": pair("a")}),
    ("P1", SET, [pair("a")], [pair("b")]),
    ("P4", LIST, UNKNOWN, []),
])
def test_a_nested_plan_that_core_refuses(rule, nesting, config, planned):
    with pytest.raises(Violation) as caught:
        assert_plan_valid(nested(nesting), None, {"it": config}, {"it": planned})
    assert caught.value.rule == rule


@pytest.mark.parametrize(("nesting", "config", "planned"), [
    (SINGLE, pair("a"), pair("a", UNKNOWN)),
    (LIST, [pair("a"), pair("b")], [pair("a", "m"), pair("b", UNKNOWN)]),
    (MAP, {"k": pair("a")}, {"k": pair("a", "m")}),
    (SET, [pair("a")], [pair("a", "m")]),
])
def test_a_nested_plan_may_fill_in_what_is_computed(nesting, config, planned):
    assert_plan_valid(nested(nesting), None, {"it": config}, {"it": planned})


@pytest.mark.parametrize(("type_", "planned", "actual"), [
    (["list", "string"], [UNKNOWN, "b"], ["a", "b"]),
    (["map", "string"], {"k": UNKNOWN}, {"k": None}),
    (["set", "string"], [UNKNOWN, UNKNOWN], ["a"]),
    (["object", {"a": "string"}], UNKNOWN, None),
    (["tuple", ["string", "bool"]], ["a", UNKNOWN], ["a", True]),
    ("dynamic", {"a": 1}, {"a": 1}),
])
def test_a_result_may_fill_in_what_was_unknown(type_, planned, actual):
    assert_compatible(type_, planned, actual, "A1")


@pytest.mark.parametrize(("type_", "planned", "actual"), [
    (["list", "string"], ["a", "b"], ["b", "a"]),
    (["list", "string"], [UNKNOWN], []),
    (["map", "string"], {"k": "v"}, {"k": "v", "l": "w"}),
    (["set", "string"], ["a"], []),
    (["set", "string"], ["a", UNKNOWN], ["b", "c"]),
    (["object", {"a": "string"}], {"a": None}, {"a": "x"}),
    ("bool", True, 1),
    ("string", "a", UNKNOWN),
])
def test_a_result_that_breaks_a_promise(type_, planned, actual):
    with pytest.raises(Violation):
        assert_compatible(type_, planned, actual, "A1")


def test_only_paths_that_differ_replace():
    prior, planned = {"a": 1, "b": [1], "c": None}, {"a": 1, "b": [1, 2], "c": UNKNOWN}
    asked = [("a",), ("b",), ("b", 0), ("b", 1), ("c",)]
    assert paths_that_replace(prior, planned, asked) == [("b",), ("b", 1), ("c",)]


@pytest.mark.parametrize(("one", "other", "equal"), [
    (1, True, False), (0, False, False), (1, 1.0, True), ([1], [True], False), ({"a": None}, {"a": ""}, False),
    (None, UNKNOWN, False), (UNKNOWN, UNKNOWN, True), ("", None, False), ([], None, False), ([], {}, False)])
def test_values_that_only_look_alike(one, other, equal):
    assert same(one, other) is equal


def test_sets_have_one_order_and_no_element_twice():
    assert conforming(["b", "a", "b"], ["set", "string"], "R3") == ["a", "b"]


def attribute(name="it", type_="string", **facts):
    return Attribute(name, type_, **({"optional": True} | facts))


@pytest.mark.parametrize(("rule", "attributes"), [
    ("S1", [attribute(required=True)]),
    ("S1", [Attribute("it", "string", required=True, computed=True)]),
    ("S1", [Attribute("it", "string")]),
    ("S2", [Attribute("it", None, optional=True)]),
    ("S2", [Attribute("it", "string", nested=Nested(INNER), optional=True)]),
    ("S2", [Attribute("it", nested=Nested(INNER, 9), optional=True)]),
    ("S2", [attribute(type_="text")]),
    ("S2", [attribute(type_=["list", "text"])]),
    ("S2", [attribute(type_=["object", "string"])]),
    ("S3", [attribute("It")]),
    ("S3", [attribute("it-is")]),
    ("S3", [attribute(), attribute()]),
    ("S5", [Attribute("it", nested=Nested([attribute(type_="dynamic")], SET), optional=True)]),
    ("S5", [Attribute("it", nested=Nested([attribute(write_only=True)], SET), optional=True)]),
    ("S6", [attribute(write_only=True, computed=True)]),
    ("S7", [attribute("count")]),
    ("S7", [attribute("id")]),
])
def test_a_schema_that_disables_the_provider(rule, attributes):
    with pytest.raises(Violation) as caught:
        assert_resource_schema_valid(attributes, 0)
    assert caught.value.rule == rule


def test_a_schema_that_loads():
    assert_schema_valid(nested(SET))
    assert_schema_valid([attribute("a", ["object", {"b": ["list", "string"]}]), attribute("c", ["tuple", ["bool"]])])
    with pytest.raises(Violation, match="S8"):
        assert_schema_valid([], version=-1)


def test_paths_read_like_configuration():
    assert spell(("tags", 0, "name")) == "tags[0].name"
