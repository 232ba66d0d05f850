"""Laying what is wanted over what is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terraform_twilio.engine.behaviours.flex_configuration import laid_over
from terraform_twilio.engine.normalise import is_part_of
from unit.behaviours.scripts import ACCOUNT, Script, applied, entry

FLEX = entry("flex_v1/configuration")
KEYS = st.sampled_from("abc")
OBJECTS = st.recursive(st.integers(), lambda inner: st.dictionaries(KEYS, inner, max_size=3), max_leaves=8)
DICTIONARIES = st.dictionaries(KEYS, OBJECTS, max_size=3)


@pytest.mark.parametrize(("present", "wanted", "written", "result"), [
    ({"theirs": 1}, {"ours": 2}, {}, {"theirs": 1, "ours": 2}),
    ({"theirs": 1, "ours": 2}, {}, {"ours": 2}, {"theirs": 1}),
    ({"a": {"theirs": 1, "ours": 2}}, {"a": {"new": 3}}, {"a": {"ours": 2}}, {"a": {"theirs": 1, "new": 3}}),
    ({"list": [1, 2]}, {"list": [3]}, {}, {"list": [3]}),
    (None, {"ours": 1}, {}, {"ours": 1}),
    ({"a": 1}, {"a": {"b": 2}}, {"a": 1}, {"a": {"b": 2}}),
])
def test_what_others_wrote_survives(present, wanted, written, result):
    assert laid_over(present, wanted, written) == result


@given(DICTIONARIES, DICTIONARIES, DICTIONARIES)
def test_what_is_wanted_is_always_there_afterwards(present, wanted, written):
    assert is_part_of(wanted, laid_over(present, wanted, written))


@given(DICTIONARIES, DICTIONARIES)
def test_doing_it_twice_changes_nothing(present, wanted):
    once = laid_over(present, wanted, {})
    assert laid_over(once, wanted, wanted) == once


def test_it_is_fetched_before_it_is_sent():
    there = {"account_sid": ACCOUNT, "ui_attributes": {"theirs": 1}}
    script = Script(there, there, {**there, "ui_attributes": {"theirs": 1, "ours": 2}})
    applied(script, FLEX, None, ui_attributes='{"ours":2}')
    body = {"account_sid": ACCOUNT, "ui_attributes": {"theirs": 1, "ours": 2}}
    assert ("POST", "/v1/Configuration", body) in script.asked
