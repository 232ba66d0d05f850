"""Twilio judges a flow's definition before anything is stored, where it is asked to."""

import json

import pytest

from core import Failed, Later, Reference
from lifecycle.behaving import life_of, requests

ADDRESS, TYPE = "twilio_studio_flow.menu", "twilio_studio_flow"
STATES = [{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall"}], "properties": {}}]
GOOD = {"description": "a", "initial_state": "Trigger", "states": STATES, "flags": {"allow_concurrent_calls": True}}
OTHER = {**GOOD, "description": "b"}
BAD = {**GOOD, "initial_state": "Nowhere"}
VALIDATE = "POST /v2/Flows/Validate"


@pytest.fixture
def life(stage):
    return life_of(stage, "studio_v2/flow")


def flow(definition, **arguments):
    text = definition if isinstance(definition, Later) else json.dumps(definition)
    return {ADDRESS: (TYPE, {"friendly_name": "Menu", "status": "published", "definition": text, **arguments})}


class TestValidate:
    def test_a_wrong_definition_fails_the_plan_at_its_argument(self, life):
        with pytest.raises(Failed, match="#/initial_state: must name a state") as failed:
            life.core.plan(flow(BAD, validate=True))
        assert [one.path for one in failed.value.errors] == [("definition",)]

    def test_without_it_nobody_is_asked_and_the_refusal_says_as_much(self, life):
        assert VALIDATE not in requests(life, lambda: life.core.plan(flow(GOOD)))
        with pytest.raises(Failed, match="#/initial_state: must name a state"):
            life.core.apply(flow(BAD))

    def test_a_definition_that_is_known_only_during_apply_is_asked_about_then(self, life):
        with pytest.raises(Failed, match="definition invalid"):
            life.core.apply(flow(Later(json.dumps(BAD)), validate=True))
        assert "POST /v2/Flows" not in requests(life, lambda: life.core.refresh())
        assert ADDRESS not in life.core.state

    def test_an_unchanged_flow_is_not_asked_about_again(self, life):
        life.apply(flow(GOOD, validate=True))
        assert VALIDATE not in requests(life, lambda: life.core.plan(flow(GOOD, validate=True)))
        assert VALIDATE in requests(life, lambda: life.core.plan(flow(OTHER, validate=True)))

    def test_a_bad_change_leaves_the_flow_as_it_is(self, life):
        life.apply(flow(GOOD, validate=True))
        with pytest.raises(Failed):
            life.core.apply(flow(BAD, validate=True))
        assert life.remote.fetch(life.entry, life.core.attributes(ADDRESS))["revision"] == 1

    def test_twilio_being_down_is_said_as_such(self, life):
        life.fault(method="POST", path="/v2/Flows/Validate", status=403, code=20403)
        with pytest.raises(Failed, match="Unable to validate"):
            life.core.plan(flow(GOOD, validate=True))


def test_another_definition_keeps_the_webhook_url_known(life):
    """G3: what depends on the flow's address does not wait for its definition."""
    application = {"twilio_api_application.a": (
        "twilio_api_application", {"voice_url": Reference(ADDRESS, "webhook_url")})}
    life.apply(flow(GOOD) | application)
    plan = life.core.plan(flow(OTHER) | application)
    assert plan.actions == {ADDRESS: "update", "twilio_api_application.a": "no-op"}
    assert "webhook_url" not in plan.changes[ADDRESS].unknown
    assert "revision" in plan.changes[ADDRESS].unknown


def test_a_definition_with_other_spaces_is_the_same(life):
    life.apply(flow(GOOD))
    other = flow(GOOD)[ADDRESS][1] | {"definition": json.dumps(GOOD, indent=4, sort_keys=True)}
    assert life.core.plan({ADDRESS: (TYPE, other)}).is_empty
