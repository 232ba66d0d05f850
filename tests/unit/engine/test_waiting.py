"""Waiting for a review: how far, how long, and what is said when it ends otherwise."""

import pytest

from terraform_twilio.catalogue.model import Entry
from terraform_twilio.catalogue.resource_type import ResourceType
from terraform_twilio.engine.apply import Change, apply
from terraform_twilio.engine.plan import Proposal, plan
from terraform_twilio.engine.private import Private
from terraform_twilio.engine.session import Session
from terraform_twilio.engine.stages import reaches
from terraform_twilio.engine.waiting import pauses
from terraform_twilio.terraform.diagnostics import ERROR, WARNING
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import Interrupted
from unit.engine.test_apply import BAD, Script
from unit.engine.things import ACCOUNT

SID = "BN" + "b" * 32
FACTS = {
    "host": "things.twilio.com", "id": ["sid"], "timeouts": {"create": "30m", "update": "30m"},
    "operations": {"create": "POST /v1/Brands", "fetch": "GET /v1/Brands/{Sid}", "update": "POST /v1/Brands/{Sid}"},
    "stages": {"property": "status", "order": ["PENDING", "IN_REVIEW", "APPROVED"], "failed": ["FAILED"]},
    "attributes": {
        "name": {"type": "string", "create": "Name", "response": "name"},
        "sid": {"type": "string", "path": "Sid", "response": "sid"},
        "status": {"type": "string", "response": "status", "volatile": True},
        "wait_for": {"type": "string", "local": "update", "enum": ["IN_REVIEW", "APPROVED"]},
    }}
BRAND = ResourceType("twilio_things_brand", Entry("things_v1/brand", FACTS))
COSTLY = ResourceType("twilio_things_brand", Entry("things_v1/brand", {**FACTS, "loss": "Another one is billed."}))


def answers(*stages):
    return [{"sid": SID, "name": "x", "status": stage} if isinstance(stage, str) else stage for stage in stages]


def planned(prior, resource_type=BRAND, **config):
    config = {**dict.fromkeys(resource_type.wire_types), "name": "x", **config}
    return config, plan(Proposal(resource_type, prior, config, Private())).planned_state


def applied(prior, *stages, resource_type=BRAND, **config):
    """The outcome, the methods of the calls, and the pauses."""
    config, planned_state = planned(prior, resource_type, **config)
    script, paused = Script(*answers(*stages), account_sid=ACCOUNT), []
    outcome = apply(Session(script, paused.append), Change(resource_type, prior, planned_state, config, Private()))
    return outcome, [method for method, _ in script.asked], paused


def prior(status, **values):
    return {**dict.fromkeys(BRAND.wire_types), "id": SID, "sid": SID, "name": "x", "status": status, **values}


class TestCreate:
    def test_without_wait_for_nothing_waits(self):
        outcome, methods, paused = applied(None, "PENDING")
        assert (outcome.state["status"], methods, paused) == ("PENDING", ["POST"], [])

    def test_it_waits_as_far_as_is_asked(self):
        outcome, methods, paused = applied(None, "PENDING", "PENDING", "IN_REVIEW", wait_for="IN_REVIEW")
        assert (outcome.state["status"], outcome.diagnostics) == ("IN_REVIEW", [])
        assert (methods, paused) == (["POST", "GET", "GET"], [1.0, 2.0])

    def test_a_later_stage_will_do(self):
        assert applied(None, "APPROVED", wait_for="IN_REVIEW")[1] == ["POST"]

    def test_a_failure_ends_the_wait_with_what_twilio_says(self):
        outcome, _, _ = applied(None, "PENDING", {"sid": SID, "status": "FAILED", "failure_reason": "no such company"},
                                wait_for="APPROVED")
        problem = outcome.diagnostics[0]
        assert outcome.state["status"] == "FAILED"
        assert (problem.severity, "no such company" in problem.detail) == (ERROR, True)

    def test_its_time_ends(self):
        outcome, _, paused = applied(None, *["PENDING"] * 4, wait_for="APPROVED", timeouts={"create": "8s"})
        assert "still PENDING" in outcome.diagnostics[0].summary
        assert paused == [1.0, 2.0, 5.0]

    @pytest.mark.parametrize("end", ["FAILED", BAD, Interrupted("stop")])
    def test_what_costs_is_never_tainted(self, end):
        """An error at a create taints, and the next apply would pay for another one."""
        outcome, _, _ = applied(None, "PENDING", end, resource_type=COSTLY, wait_for="APPROVED")
        assert outcome.state["sid"] == SID
        assert [problem.severity for problem in outcome.diagnostics] == [WARNING]
        assert "tainted" not in outcome.diagnostics[0].detail


class TestUpdate:
    def test_what_is_short_of_the_goal_is_planned_until_it_is_reached(self):
        assert planned(prior("PENDING", wait_for="APPROVED"), wait_for="APPROVED")[1]["status"] is UNKNOWN
        assert planned(prior("APPROVED", wait_for="APPROVED"), wait_for="APPROVED")[1]["status"] == "APPROVED"

    def test_waiting_on_sends_nothing(self):
        """A parameterless update of a brand hands it in again, which is billed."""
        outcome, methods, _ = applied(prior("PENDING", wait_for="APPROVED"), "APPROVED", wait_for="APPROVED")
        assert (outcome.state["status"], methods) == ("APPROVED", ["GET"])

    def test_a_wait_that_fails_is_an_error_that_taints_nothing(self):
        outcome, _, _ = applied(prior("PENDING"), "FAILED", resource_type=COSTLY, wait_for="APPROVED")
        assert (outcome.state["status"], outcome.state["wait_for"]) == ("FAILED", "APPROVED")
        assert [problem.severity for problem in outcome.diagnostics] == [ERROR]
        assert "tainted" not in outcome.diagnostics[0].detail

    def test_taking_the_wait_away_waits_for_nothing(self):
        outcome, methods, _ = applied(prior("PENDING", wait_for="APPROVED"))
        assert (outcome.state["wait_for"], methods, outcome.diagnostics) == (None, [], [])


def test_a_failure_satisfies_nothing():
    assert not reaches(BRAND.entry, "FAILED", "PENDING")
    assert not reaches(BRAND.entry, None, "PENDING")
    assert reaches(BRAND.entry, "APPROVED", "IN_REVIEW")


def test_the_last_pause_repeats_until_the_time_is_over():
    paused = []
    looks = list(pauses(Session(None, paused.append), (1.0, 2.0), 6.0))
    assert (paused, len(looks)) == ([1.0, 2.0, 2.0, 2.0], 4)
