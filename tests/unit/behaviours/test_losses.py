"""What it costs to lose one is said wherever one would be lost: at a replacement and at a destroy, of every entry."""

import pytest

from terraform_twilio.catalogue import read
from terraform_twilio.engine import planning
from terraform_twilio.engine.private import Private
from terraform_twilio.terraform.diagnostics import WARNING
from terraform_twilio.terraform.provider import PlanResourceChangeRequest
from unit.behaviours.scripts import entry, nobody, planned, state

ENTRIES = read.entries()
LOSSES = sorted(name for name, facts in ENTRIES.items() if facts.get("loss") and "resource" in facts)
REPLACED = [(name, attribute.name) for name in LOSSES for attribute in entry(name).arguments
            if attribute.requires_replace and attribute.type == "string" and not attribute.names_account]
BILLED = ("messaging_v1/brand_registration", "messaging_v1/us_app_to_person")


def is_told(name, diagnostics):
    return [problem.severity for problem in diagnostics if ENTRIES[name]["loss"] in problem.detail] == [WARNING]


@pytest.mark.parametrize("name", LOSSES)
def test_a_destroy_tells_what_is_lost(name):
    resource_type = entry(name)
    request = PlanResourceChangeRequest(type_name=resource_type.name, prior_state=state(resource_type, id="x"),
                                        proposed_new_state=None, config=None, prior_private=Private().to_bytes())
    assert is_told(name, planning.plan_resource_change(resource_type, request, nobody).diagnostics)


@pytest.mark.parametrize(("name", "argument"), REPLACED)
def test_a_replacement_tells_what_is_lost(name, argument):
    resource_type = entry(name)
    response = planned(resource_type, state(resource_type, id="x", **{argument: "old"}), **{argument: "new"})
    assert ((argument,) in response.requires_replace) is is_told(name, response.diagnostics)
    assert (argument,) in response.requires_replace


@pytest.mark.parametrize("name", BILLED)
def test_what_is_billed_and_reviewed_again_is_said_to_be(name):
    assert "billed and reviewed anew" in ENTRIES[name]["loss"]


def test_nothing_hands_a_brand_in_again():
    """The update of a brand has no parameter, and is paid."""
    assert [attribute.name for attribute in entry(BILLED[0]).arguments if attribute.update] == []


def test_a_campaign_is_addressed_by_its_messaging_service():
    """The SID of a campaign is not its own: only the service tells two apart."""
    assert entry(BILLED[1]).entry.id == ["messaging_service_sid", "sid"]
