"""What a plan is told beside its values: an update that could not arrive is refused before it is tried."""

import pytest

from terraform_twilio.engine.planning import plan_resource_change
from terraform_twilio.terraform.provider import PlanResourceChangeRequest
from terraform_twilio.terraform.values import UNKNOWN
from unit.engine.things import SERVICE, prior, state, thing

# `late` travels in updates alone, and every update must carry `mode`.
DEMANDING = thing(attributes_mode={"type": "string", "update": "Mode", "always": True})


def paths(prior_state, **config):
    """The attributes that the plan's diagnostics are about."""
    proposed = state(DEMANDING, service_sid=SERVICE, label="first", **config)
    request = PlanResourceChangeRequest(type_name=DEMANDING.name, prior_state=prior_state, config=proposed, prior_private=b"",
                                        proposed_new_state=proposed)
    return [one.path for one in plan_resource_change(DEMANDING, request, None).diagnostics]


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
