"""The tables know every function, and nothing that is not there."""

import fnmatch
import json
import os
from pathlib import Path

import pytest

from architecture.sources import ROOT
from expected.cases import EXTRACT, extract, read_cases
from expected.flat import MISSING, found, same
from expected.tables import FOLDER, read_tables
from expected.zeros import with_zeros
from terraform_twilio.terraform.schema import LIST, Attribute, Nested

CASES = read_cases()
TABLES = read_tables(CASES)
STATED = Path(os.environ.get("EXPECTED_ATTRIBUTES", ROOT.parents[2] / "shared/reference/recorded/expected_attributes.json"))


def test_every_service_has_a_table():
    assert TABLES.keys() == {case.service for case in CASES}


@pytest.mark.skipif(not STATED.exists(), reason="the stated values are not here to compare with: EXPECTED_ATTRIBUTES")
def test_the_extract_is_of_what_was_stated():
    assert EXTRACT.read_text(encoding="utf-8") == extract(json.loads(STATED.read_text(encoding="utf-8")))


@pytest.mark.parametrize("service", TABLES)
def test_every_function_has_a_configuration(service):
    used = {step.facts["config_fn"] for case in CASES if case.service == service and not TABLES[service].left_out(case)
            for step in case.steps if not step.is_import}
    table = TABLES[service]
    assert table.functions.keys() == used
    assert table.files.keys() == {one["file"] for one in table.functions.values()}
    assert {*map(table.stem, table.files)} == {path.stem for path in (FOLDER / "configurations" / service).glob("*.tf")}


@pytest.mark.parametrize("service", TABLES)
def test_every_miss_means_something(service):
    asserted = [one for case in CASES if case.service == service for one in case.assertions()]
    assert [miss for miss in TABLES[service].misses if not any(map(miss.means, asserted))] == []
    patterns = [pattern for one in TABLES[service].no_counterpart for pattern in one["tests"]]
    tests = [case.test for case in CASES if case.service == service]
    assert [pattern for pattern in patterns if not fnmatch.filter(tests, pattern)] == []


STATE = {"limits_members": 100, "limits": '{"members": 1, "roles": 2}', "items": [{"sid": "IS1", "tags": ["a", "b"]}],
         "nothing": None, "one": {"sms": False}, "timers": "{}", "voice_url": None, "filter": "a.b,c",
         "voice_method": "POST", "fax_url": None,
         "dependencies": '[{"name": "lodash", "version": "4"}, {"name": "util"}]', "map": {"a": 1, "b": 2}}


@pytest.mark.parametrize(("path", "expected"), [
    ("limits.0.members", 100), ("limits.0.roles", 2), ("limits.#", 1), ("things.0.sid", "IS1"), ("things.#", 1),
    ("things.0.tags.#", 2), ("things.0.tags.1", "b"), ("things.1.sid", MISSING), ("nothing.#", 0), ("nothing", None),
    ("one.0.sms", False), ("timers.#", 1), ("voice.#", 1), ("voice.0.url", None),
    ("filter.#", 2), ("filter.1", "c"), ("fax.#", 0), ("map.%", 2),
    ("dependencies.%", 2), ("dependencies.lodash.version", "4"), ("dependencies.xmldom.version", None),
    ("elsewhere", MISSING), ("elsewhere.#", MISSING), ("limits.0.others", None),
])
def test_paths_lead_into_our_state(path, expected):
    assert found(STATE, path, {"things": "items"}) == expected


@pytest.mark.parametrize(("expected", "value", "alike"), [
    ("true", True, True), ("10", 10, True), ("", None, True), ("", False, False), ("0", None, False), ("0", 0, True),
    ('{"a": 1}', '{"a":1}', True), ("{}", "", False), ("a", "b", False), ("", MISSING, False), ("1", True, False),
    (True, True, True),
])
def test_values_are_compared_as_text(expected, value, alike):
    assert same(expected, value) is alike


def test_null_numbers_and_flags_are_zero_and_false():
    attributes = [Attribute("text", "string"), Attribute("number", "number"), Attribute("flag", "bool"),
                  Attribute("object", ["object", {"flag": "bool"}]), Attribute("list", ["list", "string"]),
                  Attribute("items", nested=Nested([Attribute("number", "number")], LIST))]
    state = {"text": None, "number": None, "flag": None, "object": {"flag": None}, "list": None, "items": [{"number": None}]}
    assert with_zeros(attributes, state) == {"text": None, "number": 0, "flag": False, "object": {"flag": False}, "list": None,
                                             "items": [{"number": 0}]}
