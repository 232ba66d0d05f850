"""What a configuration is told at plan time, without a call."""

import pytest

from terraform_twilio.engine.configuration import unusable, validate_provider
from terraform_twilio.engine.timeouts import seconds_of
from terraform_twilio.engine.validate import resource_config
from terraform_twilio.terraform.diagnostics import ERROR, WARNING
from terraform_twilio.terraform.values import UNKNOWN
from unit.engine.things import ACCOUNT, OTHER_ACCOUNT, SERVICE, gadget, state, thing

THING = thing(attributes_since={"type": "string", "create": "Since", "normaliser": "iso8601"},
              attributes_webhooks={"type": "string", "header": "X-Webhooks", "sent_on": ["create"], "enum": ["true", "false"]})


def told(resource_type=THING, **config):
    wanted = {"service_sid": SERVICE, "label": "x", **config} if resource_type.name == THING.name else config
    return [(problem.severity, problem.path) for problem in resource_config(resource_type, state(resource_type, **wanted))]


@pytest.mark.parametrize(
    ("config", "problems"),
    [
        pytest.param({}, [], id="nothing wrong"),
        pytest.param({"service_sid": None}, [(ERROR, ("service_sid",))], id="W1: null for a required argument"),
        pytest.param({"service_sid": UNKNOWN}, [], id="V1: unknown"),
        pytest.param({"color": "green"}, [(ERROR, ("color",))], id="enum"),
        pytest.param({"color": ""}, [], id="an explicit empty string clears"),
        pytest.param({"webhooks": ""}, [(ERROR, ("webhooks",))], id="a header stores nothing that could be cleared"),
        pytest.param({"webhooks": "true"}, [], id="a header"),
        pytest.param({"name": "123456789"}, [(ERROR, ("name",))], id="too long"),
        pytest.param({"count_limit": 11}, [(ERROR, ("count_limit",))], id="too large"),
        pytest.param({"count_limit": 1.5}, [(ERROR, ("count_limit",))], id="not whole"),
        pytest.param({"attributes": "{"}, [(ERROR, ("attributes",))], id="JSON syntax"),
        pytest.param({"service_sid": "IS" + "X" * 32}, [(ERROR, ("service_sid",))], id="W2: placeholder"),
        pytest.param({"service_sid": "ISxxxxxx"}, [(ERROR, ("service_sid",))], id="W2: lower-case placeholder"),
        pytest.param({"service_sid": ACCOUNT}, [(ERROR, ("service_sid",))], id="W2: another kind's SID"),
        pytest.param({"service_sid": "abcdefgh"}, [(WARNING, ("service_sid",))], id="W2: a mocked value"),
        pytest.param({"since": "2020-01-31"}, [], id="a date"),
        pytest.param({"since": "2020-01-31T15:30:00Z"}, [], id="a time"),
        pytest.param({"since": "-30days"}, [], id="days from now"),
        pytest.param({"since": "yesterday"}, [(WARNING, ("since",))], id="no date"),
        pytest.param({"since": "2020-13-31"}, [(WARNING, ("since",))], id="no such month"),
        pytest.param({"label": None}, [], id="none of a group, which the plan of a create asks for"),
    ],
)
def test_a_configuration_is_checked(config, problems):
    assert told(**config) == problems


def test_a_pattern_is_checked():
    resource_type = thing(attributes_label={"pattern": "^[a-z]+$"})
    assert told(resource_type, label="UP") == [(ERROR, ("label",))]
    assert told(resource_type, label="low") == []


def test_list_elements_are_blamed_by_their_index():
    """V4, V6."""
    resource_type = thing(attributes_members={"enum": ["a", "b"]})
    assert told(resource_type, members=["a", None, "c", UNKNOWN]) == [(ERROR, ("members", 2))]


def test_two_names_of_the_account_may_not_contradict():
    """Q3."""
    official = gadget("twilio_api_accounts_gadgets")
    assert told(official, account_sid=ACCOUNT, path_account_sid=OTHER_ACCOUNT) == [(ERROR, ("path_account_sid",))]
    assert told(official, account_sid=ACCOUNT, path_account_sid=ACCOUNT) == []


def test_a_placeholder_in_the_provider_block_is_told():
    problems = validate_provider({"account_sid": "AC" + "x" * 32, "auth_token": "t"})
    assert [(problem.severity, problem.path) for problem in problems] == [(ERROR, ("account_sid",))]
    assert "placeholder" in problems[0].summary


@pytest.mark.parametrize(("name", "wrong", "right"), [
    ("endpoint", "localhost:8040", "http://localhost:8040/twilio"), ("region", "i e", "ie1"), ("edge", "a.b", "dublin")])
def test_a_place_that_is_no_part_of_a_url_is_told_in_the_provider_block(name, wrong, right):
    told_of = [(one.severity, one.path) for one in validate_provider({name: wrong})]
    assert told_of == [(ERROR, (name,))]
    assert validate_provider({name: right}) == validate_provider({name: UNKNOWN}) == validate_provider({name: ""}) == []
    environ = {f"TWILIO_{name.upper()}": wrong, "ACCOUNT_SID": ACCOUNT, "AUTH_TOKEN": "t"}
    assert [(one.severity, one.path) for one in unusable({}, environ)] == told_of
    assert unusable({name: right}, environ) == unusable({}, {**environ, f"TWILIO_{name.upper()}": right}) == []


@pytest.mark.parametrize(("text", "seconds"), [("30s", 30), ("10m", 600), ("1h30m", 5400), ("1.5m", 90)])
def test_a_duration_is_read_as_go_writes_it(text, seconds):
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["", "10", "m", "10 minutes", "-1s"])
def test_any_other_timeout_is_refused(text):
    resource_type = thing(timeouts={"create": "10m"})
    assert told(resource_type, timeouts={"create": text}) == [(ERROR, ("timeouts", "create"))]


def test_an_empty_text_is_no_json_in_a_json_body():
    posts_json = thing(operations={"create": "POST /v1/Things json", "fetch": "GET /v1/Things/{Sid}"})
    assert told(posts_json, attributes="") == [(ERROR, ("attributes",))]
    assert told(attributes="") == []
