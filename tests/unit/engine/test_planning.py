"""What a plan is told beside its values: an update that could not arrive is refused before it is tried."""

import pytest

from terraform_twilio.catalogue.model import OPTIONAL_COMPUTED
from terraform_twilio.engine.planning import plan_resource_change
from terraform_twilio.engine.private import Private
from terraform_twilio.engine.validate import resource_config
from terraform_twilio.terraform.provider import PlanResourceChangeRequest
from terraform_twilio.terraform.values import UNKNOWN
from unit.engine.things import SERVICE, prior, state, thing

# `late` travels in updates alone, and every update must carry `mode`.
DEMANDING = thing(attributes_mode={"type": "string", "update": "Mode", "always": True})


# Required, returned and sensitive: core writes null where it generates a configuration.
WITHHELD = thing(attributes_name={"required": True, "sensitive": True, "unset": None})


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


class TestWhatIsWithheld:
    def test_the_schema_leaves_it_optional_and_the_configuration_may_leave_it_out(self):
        attribute = WITHHELD.attributes["name"]
        assert attribute.configurability == OPTIONAL_COMPUTED
        assert ("name",) not in [problem.path for problem in resource_config(WITHHELD, {"service_sid": SERVICE})]

    @pytest.mark.parametrize(("name", "expected"), [(None, [("name",)]), ("x", []), (UNKNOWN, [])])
    def test_a_create_needs_it(self, name, expected):
        assert [one.path for one in planned(WITHHELD, None, name=name).diagnostics] == expected

    @pytest.mark.parametrize("private", [b"", Private(written={"name"}).to_bytes()], ids=["imported", "written"])
    def test_without_it_an_existing_one_stays_as_it_is(self, private):
        plan = planned(WITHHELD, prior(WITHHELD, name="x"), private)
        assert (plan.planned_state["name"], plan.diagnostics) == ("x", [])
