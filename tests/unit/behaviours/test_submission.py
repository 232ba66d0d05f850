"""Handing an object in for review: when it is asked for, when not, and how long it is waited for."""

import pytest

from terraform_twilio.catalogue.model import Entry
from terraform_twilio.catalogue.resource_type import ResourceType
from terraform_twilio.engine.stages import reaches
from terraform_twilio.terraform.values import UNKNOWN
from unit.engine.test_apply import Script, applied

BUNDLE = "BU" + "a" * 32


def handed_in(*answers, wait_for=None, timeouts=None):
    script = Script(*({"sid": BUNDLE, "status": answer} for answer in answers))
    outcome = applied(script, SUBMISSION, None, {"bundle_sid": BUNDLE, "status": "pending-review", "wait_for": wait_for,
                                                 "timeouts": timeouts})
    return outcome, [method for method, _ in script.asked]


SUBMISSION = ResourceType("twilio_things_submission", Entry("trusthub_v1/customer_profile_submission", {
    "host": "things.twilio.com", "id": ["bundle_sid"], "timeouts": {"create": "30m", "update": "30m"},
    "stages": {"property": "status", "failed": ["twilio-rejected"],
               "order": ["draft", "pending-review", "in-review", "provisionally-approved", "twilio-approved"]},
    "operations": {"create": "POST /v1/Things/{Sid}", "fetch": "GET /v1/Things/{Sid}", "update": "POST /v1/Things/{Sid}"},
    "attributes": {
        "bundle_sid": {"type": "string", "required": True, "path": "Sid", "response": "sid"},
        "current_status": {"type": "string", "response": "status", "volatile": True},
        "status": {"type": "string", "required": "create", "create": "Status", "update": "Status"},
        "wait_for": {"type": "string", "local": "update"},
    }}))


def test_a_draft_is_handed_in():
    outcome, methods = handed_in("draft", "pending-review")
    assert methods == ["GET", "POST"]
    assert (outcome.state["status"], outcome.state["current_status"]) == ("pending-review", "pending-review")


@pytest.mark.parametrize("status", ["pending-review", "in-review", "twilio-approved"])
def test_what_is_further_on_is_left_alone(status):
    outcome, methods = handed_in(status)
    assert methods == ["GET"]
    assert outcome.state["current_status"] == status


def test_what_was_rejected_is_handed_in_again():
    assert handed_in("twilio-rejected", "pending-review")[1] == ["GET", "POST"]


def test_it_waits_until_the_review_has_come_far_enough():
    outcome, methods = handed_in("draft", "pending-review", "in-review", "twilio-approved", wait_for="twilio-approved")
    assert methods == ["GET", "POST", "GET", "GET"]
    assert (outcome.state["current_status"], outcome.diagnostics) == ("twilio-approved", [])


def test_a_rejection_ends_the_wait():
    outcome, _ = handed_in("draft", "pending-review", "twilio-rejected", wait_for="twilio-approved")
    assert outcome.state["current_status"] == "twilio-rejected"
    assert "twilio-rejected" in outcome.diagnostics[0].summary
    assert "the next apply waits again, and hands in again what the review has refused" in outcome.diagnostics[0].detail
    assert "untaint" not in outcome.diagnostics[0].detail


def test_a_later_rejection_says_how_to_hand_in_again():
    script = Script({"sid": BUNDLE, "status": "twilio-rejected"})
    prior = {"bundle_sid": BUNDLE, "status": "pending-review", "current_status": "twilio-rejected",
             "wait_for": "twilio-approved", "timeouts": None}
    outcome = applied(script, SUBMISSION, prior, prior | {"current_status": UNKNOWN})
    assert [method for method, _ in script.asked] == ["GET"], "nothing is handed in unasked"
    assert "apply with -replace" in outcome.diagnostics[0].detail


@pytest.mark.parametrize(("before", "after"), [(None, None), ("pending-review", None), (None, "in-review")])
def test_an_imported_one_asks_for_nothing_but_what_is_not_reached(before, after):
    script = Script({"sid": BUNDLE, "status": "in-review"})
    prior = {"bundle_sid": BUNDLE, "status": before, "current_status": "in-review", "wait_for": None, "timeouts": None}
    outcome = applied(script, SUBMISSION, prior, prior | {"status": after, "wait_for": "in-review", "current_status": UNKNOWN})
    assert [method for method, _ in script.asked] == ["GET"]
    assert (outcome.state["status"], outcome.state["current_status"], outcome.diagnostics) == (after, "in-review", [])


def test_the_wait_ends_with_its_timeout():
    outcome, _ = handed_in("draft", *["pending-review"] * 4, wait_for="in-review", timeouts={"create": "1s", "update": None})
    assert "still pending-review" in outcome.diagnostics[0].summary


def test_every_state_of_a_review_has_its_place():
    assert reaches(SUBMISSION.entry, "provisionally-approved", "in-review")
    assert not reaches(SUBMISSION.entry, "draft", "pending-review")
    assert not reaches(SUBMISSION.entry, None, "pending-review")


