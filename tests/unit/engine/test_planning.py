"""What a plan is told beside its values: an update that could not arrive is refused before it is tried."""

import pytest

from terraform_twilio.catalogue.model import OPTIONAL, OPTIONAL_COMPUTED
from terraform_twilio.engine.planning import plan_resource_change
from terraform_twilio.engine.private import Private
from terraform_twilio.engine.validate import resource_config
from terraform_twilio.terraform.provider import PlanResourceChangeRequest
from terraform_twilio.terraform.values import UNKNOWN
from unit.engine.things import SERVICE, prior, state, thing

# `late` travels in updates alone, and every update must carry `mode`.
DEMANDING = thing(attributes_mode={"type": "string", "update": "Mode", "always": True})


# Core writes null where it generates a configuration: of what is sensitive, and of what a create alone takes.
ASKED = {"sensitive": thing(attributes_name={"required": True, "sensitive": True, "unset": None}),
         "told once": thing(attributes_name={"required": "create", "response": None, "unset": None, "update": None})}


def planned(resource_type, prior_state, private=b"", **config):
    """The plan that core would get."""
    proposed = state(resource_type, service_sid=SERVICE, label="first", **config)
    request = PlanResourceChangeRequest(type_name=resource_type.name, prior_state=prior_state, config=proposed,
                                        prior_private=private, proposed_new_state=proposed)
    return plan_resource_change(resource_type, request, None)


def paths(prior_state, **config):
    """The attributes that the plan's diagnostics are about."""
    return [one.path for one in planned(DEMANDING, prior_state, **config).diagnostics]


@pytest.mark.parametrize(("config", "expected"), [
    ({"late": "x"}, [("late",)]), ({"late": "x", "mode": "on"}, []), ({"late": "x", "mode": UNKNOWN}, []), ({}, []),
])
def test_a_create(config, expected):
    assert paths(None, **config) == expected


@pytest.mark.parametrize(("config", "expected"), [
    ({"late": "yes"}, []), ({"late": "no"}, [("late",)]), ({"late": "no", "mode": "on"}, []), ({}, []),
])
def test_an_update_of_what_was_imported(config, expected):
    """`late` is "yes" at Twilio, which never returns `mode`."""
    assert paths(prior(DEMANDING), **config) == expected


@pytest.mark.parametrize("resource_type", ASKED.values(), ids=ASKED.keys())
class TestWhatOnlyThePlanOfACreateAsksFor:
    def test_the_schema_leaves_it_optional_and_the_configuration_may_leave_it_out(self, resource_type):
        assert resource_type.attributes["name"].configurability in (OPTIONAL, OPTIONAL_COMPUTED)
        assert ("name",) not in [problem.path for problem in resource_config(resource_type, {"service_sid": SERVICE})]

    @pytest.mark.parametrize(("name", "expected"), [(None, [("name",)]), ("x", []), (UNKNOWN, [])])
    def test_a_create_needs_it(self, resource_type, name, expected):
        assert [one.path for one in planned(resource_type, None, name=name).diagnostics] == expected

    @pytest.mark.parametrize("private", [b"", Private(written={"name"}).to_bytes()], ids=["imported", "written"])
    def test_without_it_an_existing_one_stays_as_it_is(self, resource_type, private):
        before = prior(resource_type, name="x" if resource_type.attributes["name"].is_returned else None)
        plan = planned(resource_type, before, private)
        assert (plan.planned_state["name"], plan.diagnostics, plan.requires_replace) == (before["name"], [], [])


class TestAChoice:
    """An existing object may have none: of a message, the text may be gone."""

    CHOOSING = thing(one_of=[["pin", "password"]])

    @pytest.mark.parametrize("config", [{}, {"pin": "1"}, {"password": UNKNOWN}])
    def test_a_configuration_may_do_without(self, config):
        assert resource_config(self.CHOOSING, {"service_sid": SERVICE, **config}) == []

    @pytest.mark.parametrize(("config", "expected"), [
        ({}, ["At least one of pin, password must have a value."]), ({"pin": "1"}, []), ({"password": UNKNOWN}, [])])
    def test_a_create_may_not(self, config, expected):
        assert [one.detail for one in planned(self.CHOOSING, None, **config).diagnostics] == expected

    def test_an_existing_one_may(self):
        assert planned(self.CHOOSING, prior(self.CHOOSING)).diagnostics == []


class TestWhatTwilioOnlyReports:
    REPORTING = thing(attributes_color={"reported": ["grey"]})

    def test_it_is_valid_as_generated_configuration_holds_it(self):
        assert resource_config(self.REPORTING, {"service_sid": SERVICE, "label": "x", "color": "grey"}) == []

    @pytest.mark.parametrize("now", ["red", "grey"])
    def test_it_asks_nothing_of_an_existing_one(self, now):
        plan = planned(self.REPORTING, prior(self.REPORTING, color=now), color="grey")
        assert (plan.planned_state["color"], plan.diagnostics) == (now, [])

    def test_nothing_can_be_made_with_it(self):
        assert [one.path for one in planned(self.REPORTING, None, color="grey").diagnostics] == [("color",)]
