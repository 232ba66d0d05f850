"""The servicer: every RPC answered, nothing a provider does becomes a gRPC error, what core must keep is kept."""

import io
import json

import pytest

from protocol import oracle
from protocol.thing_provider import NOTE, ThingProvider
from terraform_twilio.terraform import dynamic_value
from terraform_twilio.terraform.diagnostics import error
from terraform_twilio.terraform.paths import Key
from terraform_twilio.terraform.plugin.log import Log
from terraform_twilio.terraform.protocol6.servicer import METHODS, WORKERS, Servicer
from terraform_twilio.terraform.protocol6.wire import InvalidMessage
from terraform_twilio.terraform.provider import (
    DiagnosticsResponse,
    ImportResourceStateResponse,
    PlanResourceChangeResponse,
)
from terraform_twilio.terraform.schema import implied_type
from terraform_twilio.terraform.values import UNKNOWN

TYPE = implied_type(NOTE.attributes)


def note(**facts):
    return {name: facts.get(name) for name in TYPE[1]}


def dynamic(value, type_=TYPE):
    return {"msgpack": dynamic_value.encode(value, type_)}


def read(message, type_=TYPE):
    return dynamic_value.decode(message.msgpack, type_)


class Driver:
    """Calls a servicer with protobuf's messages."""

    def __init__(self, provider):
        self.log = io.StringIO()
        self.servicer = Servicer(provider, Log({}, self.log, "thing"))

    def call(self, name, /, **fields):
        answer = self.servicer.call(name, oracle.message(f"{name}.Request", **fields).SerializeToString())
        return oracle.CLASSES[f"{name}.Response"].FromString(answer)


@pytest.fixture
def driver():
    return Driver(ThingProvider())


def test_every_call_of_6_0_to_6_8_is_served_and_what_waits_has_a_worker():
    stated = {name.removesuffix(".Response") for name in oracle.STATED if name.endswith(".Response")}
    assert set(METHODS) == stated
    assert set(METHODS) > WORKERS
    assert "StopProvider" not in WORKERS


def test_the_schema_says_what_the_provider_has_and_can(driver):
    answer = driver.call("GetProviderSchema")
    assert (
        answer.server_capabilities.plan_destroy,
        answer.server_capabilities.get_provider_schema_optional,
        answer.server_capabilities.move_resource_state,
    ) == (True, True, True)
    schema = answer.resource_schemas["thing_note"]
    attributes = {attribute.name: attribute for attribute in schema.block.attributes}
    assert (schema.version, schema.block.description, schema.block.description_kind) == (1, "A note.", 1)
    assert list(attributes) == sorted(TYPE[1])
    assert (attributes["id"].computed, attributes["text"].required, attributes["tags"].optional) == (True, True, True)
    assert (attributes["secret"].sensitive, attributes["tags"].type) == (True, b'["map","string"]')
    assert (attributes["parts"].nested_type.nesting, attributes["parts"].type) == (2, b"")
    assert [part.name for part in attributes["parts"].nested_type.attributes] == ["name", "size"]
    assert not answer.diagnostics


def test_metadata_names_everything(driver):
    answer = driver.call("GetMetadata")
    assert [resource.type_name for resource in answer.resources] == ["thing_note"]
    assert [source.type_name for source in answer.data_sources] == ["thing_shout"]
    assert answer.server_capabilities.plan_destroy


def test_a_life_of_a_note(driver):
    driver.call("ConfigureProvider", config=dynamic({"prefix": "p-"}, ["object", {"prefix": "string"}]))
    proposed = dynamic(note(text="hi", tags={"a": UNKNOWN}))
    plan = driver.call(
        "PlanResourceChange",
        type_name="thing_note",
        prior_state=dynamic(None),
        config=proposed,
        proposed_new_state=proposed,
    )
    assert read(plan.planned_state) == note(text="hi", tags={"a": UNKNOWN}, id=UNKNOWN)
    assert plan.planned_private == b"planned"
    assert [step.attribute_name for step in plan.requires_replace[0].steps] == ["text"]
    applied = driver.call(
        "ApplyResourceChange",
        type_name="thing_note",
        prior_state=dynamic(None),
        config=proposed,
        planned_state=dynamic(note(text="hi", id=UNKNOWN)),
    )
    assert read(applied.new_state) == note(text="hi", id="p-hi")
    again = driver.call("ReadResource", type_name="thing_note", current_state=applied.new_state, private=b"applied")
    assert (again.new_state, again.private) == (applied.new_state, b"applied")


def test_stored_states_come_in_as_json_and_old_ones_are_refused(driver):
    upgraded = driver.call(
        "UpgradeResourceState",
        type_name="thing_note",
        version=0,
        raw_state={"json": b'{"text":"hi","amount":12345678901234567890123,"old":1}'},
    )
    assert read(upgraded.upgraded_state) == note(text="hi", amount=12345678901234567890123)
    refused = driver.call("UpgradeResourceState", type_name="thing_note", raw_state={"flatmap": {"text": "hi"}})
    assert "Terraform 0.11" in refused.diagnostics[0].detail
    broken = driver.call("UpgradeResourceState", type_name="thing_note", raw_state={"json": b"{"})
    assert broken.diagnostics[0].detail == "The stored state is not JSON."


def test_import_move_and_data_sources(driver):
    imported = driver.call("ImportResourceState", type_name="thing_note", id="abc").imported_resources[0]
    assert (imported.type_name, read(imported.state)) == ("thing_note", note(id="abc", text="abc"))
    moved = driver.call(
        "MoveResourceState",
        target_type_name="thing_note",
        source_type_name="other_note",
        source_state={"json": b'{"id":"1"}'},
    )
    assert read(moved.target_state) == note(id="1", text="moved")
    type_ = ["object", {"text": "string", "loud": "string"}]
    answer = driver.call("ReadDataSource", type_name="thing_shout", config=dynamic({"text": "a", "loud": None}, type_))
    assert read(answer.state, type_) == {"text": "a", "loud": "A"}


def test_json_values_are_read_too_and_nothing_is_null(driver):
    state = json.dumps(
        note(text="hi", amount=0.5, tags={"a": "b"}, words=["c"], parts=[{"name": "x", "size": 1}])
    ).encode()
    answer = driver.call("ReadResource", type_name="thing_note", current_state={"json": state})
    assert read(answer.new_state) == json.loads(state)
    assert read(driver.call("ReadResource", type_name="thing_note", current_state={}).new_state) is None


def test_functions_and_ephemeral_resources_are_answered_as_absent(driver):
    assert driver.call("GetFunctions") == oracle.message("GetFunctions.Response")
    assert "no function 'f'" in driver.call("CallFunction", name="f").error.text
    for name in (
        "ValidateEphemeralResourceConfig",
        "OpenEphemeralResource",
        "RenewEphemeralResource",
        "CloseEphemeralResource",
    ):
        assert "thing_key" in driver.call(name, type_name="thing_key").diagnostics[0].detail


@pytest.mark.parametrize(
    ("name", "failure", "sent", "kept"),
    [
        ("ReadResource", "read", {"current_state": "state", "private": b"p"}, {"new_state": "state", "private": b"p"}),
        (
            "PlanResourceChange",
            "plan",
            {"prior_state": "state", "proposed_new_state": "state", "prior_private": b"p"},
            {"planned_state": "state", "planned_private": b"p"},
        ),
        (
            "ApplyResourceChange",
            "apply",
            {"prior_state": "state", "planned_state": "state", "planned_private": b"p"},
            {"new_state": "state", "private": b"p"},
        ),
    ],
)
def test_a_method_that_raises_becomes_a_diagnostic_and_the_state_is_kept(driver, name, failure, sent, kept):
    state = oracle.message("DynamicValue", **dynamic(note(text="hi", failure=failure, secret="hush-hush")))
    answer = driver.call(
        name, type_name="thing_note", **{field: state if value == "state" else value for field, value in sent.items()}
    )
    assert {field: getattr(answer, field) for field in kept} == {
        field: state if value == "state" else value for field, value in kept.items()
    }
    told = answer.diagnostics[0]
    assert (told.severity, told.summary) == (1, f"The provider failed in {name}")
    assert "RuntimeError" in told.detail
    assert "hush-hush" not in told.summary + told.detail
    assert "Traceback" in json.loads(driver.log.getvalue())["traceback"]


def test_a_failed_create_leaves_null_and_an_error(driver):
    answer = driver.call(
        "ApplyResourceChange",
        type_name="thing_note",
        prior_state=dynamic(None),
        planned_state=dynamic(note(text="hi", failure="apply")),
    )
    assert read(answer.new_state) is None
    assert answer.diagnostics[0].severity == 1


def test_a_new_state_that_does_not_fit_is_kept_as_far_as_it_does(driver):
    answer = driver.call(
        "ApplyResourceChange",
        type_name="thing_note",
        prior_state=dynamic(None),
        planned_state=dynamic(note(text="hi", id=UNKNOWN, failure="state")),
    )
    assert read(answer.new_state) == note(text="hi", id="hi", failure="state")
    assert "['amount']: a number is required" in answer.diagnostics[0].detail


@pytest.mark.parametrize("name", sorted(METHODS))
def test_unknown_types_and_undecodable_values_are_diagnostics(driver, name):
    fields = {
        field: value
        for field, value in {
            "type_name": "thing_else",
            "target_type_name": "thing_else",
            "config": {"msgpack": b"\xc1"},
        }.items()
        if any(stated[1] == field for stated in oracle.STATED[f"{name}.Request"])
    }
    answer = driver.call(name, **fields)
    if fields:
        assert any(told.severity == 1 for told in answer.diagnostics)
        assert "thing_else" in str(answer) or "InvalidValue" in str(answer)


def test_bytes_that_are_no_message_are_refused(driver):
    with pytest.raises(InvalidMessage):
        driver.servicer.call("ReadResource", b"\x0a\x05a")


class Odd(ThingProvider):
    """Answers what a provider should not."""

    def validate_resource_config(self, request):
        return DiagnosticsResponse(
            diagnostics=[error("\ud800", "d", ("parts", 0, "name")), error("s", "", ("tags", Key("k")))]
        )

    def plan_resource_change(self, request):
        return PlanResourceChangeResponse(planned_state={"text": 1})

    def import_resource_state(self, request):
        return ImportResourceStateResponse(diagnostics=[error("No such note")])

    def stop(self):
        raise OSError


def test_diagnostics_point_at_attributes_elements_and_keys():
    first, second = (
        Driver(Odd()).call("ValidateResourceConfig", type_name="thing_note", config=dynamic(note())).diagnostics
    )
    assert [str(step).strip() for step in first.attribute.steps] == [
        'attribute_name: "parts"',
        "element_key_int: 0",
        'attribute_name: "name"',
    ]
    assert [str(step).strip() for step in second.attribute.steps] == [
        'attribute_name: "tags"',
        'element_key_string: "k"',
    ]
    assert first.summary == "?"


def test_odd_answers_become_diagnostics():
    driver = Driver(Odd())
    plan = driver.call("PlanResourceChange", type_name="thing_note")
    assert "an object of 9 attributes is required" in plan.diagnostics[0].detail
    imported = driver.call("ImportResourceState", type_name="thing_note", id="x")
    assert (len(imported.imported_resources), imported.diagnostics[0].summary) == (0, "No such note")
    assert driver.call("StopProvider").Error == "stopping failed with OSError"
