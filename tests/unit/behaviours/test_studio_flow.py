"""When Twilio is asked about a definition, and what is made of its answer."""

import pytest

from terraform_twilio.engine import planning
from terraform_twilio.engine.private import Private
from terraform_twilio.engine.session import Session
from terraform_twilio.terraform.provider import PlanResourceChangeRequest
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import CredentialsError, ResponseError, TransportError
from unit.behaviours.scripts import Script, entry, nobody, state

FLOW = entry("studio_v2/flow")
CONFIG = {"friendly_name": "Menu", "status": "draft", "definition": "{}", "validate": True}
WRONG = ResponseError(status=400, code=20001, message="Flow definition is invalid", details={"errors": [
    {"message": "is required", "property_path": "#/states"},
    {"message": "is unknown", "property_path": "#/initial_state"}]})


def told(answer, prior=None, **changes):
    """The diagnostics of a plan, and what Twilio was asked; None where nobody may be."""
    script = Script(answer)
    request = PlanResourceChangeRequest(
        type_name=FLOW.name, prior_state=prior, proposed_new_state={}, prior_private=Private().to_bytes(),
        config=state(FLOW, **{**CONFIG, **changes}))
    ask = nobody if answer is None else lambda: Session(script, [].append)
    return planning.plan_resource_change(FLOW, request, ask).diagnostics, script.asked


def test_every_error_is_one_at_the_definition():
    diagnostics, asked = told(WRONG)
    assert [(one.path, one.detail) for one in diagnostics] == [
        (("definition",), "#/states: is required"), (("definition",), "#/initial_state: is unknown")]
    assert asked == [("POST", "/v2/Flows/Validate", {"FriendlyName": "Menu", "Status": "draft", "Definition": "{}"})]


@pytest.mark.parametrize("answer", [{"valid": True}, {}])
def test_a_valid_one_is_no_word(answer):
    assert told(answer)[0] == []


def test_invalid_without_a_reason_is_an_error_all_the_same():
    assert [one.path for one in told({"valid": False})[0]] == [("definition",)]


@pytest.mark.parametrize("changes", [
    {"validate": None}, {"validate": False}, {"definition": UNKNOWN}, {"validate": UNKNOWN}])
def test_nobody_is_asked_who_cannot_or_need_not_be(changes):
    assert told(None, **changes)[0] == []


def test_what_does_not_change_is_not_asked_about():
    prior = state(FLOW, **CONFIG, sid="FW" + "a" * 32, id="FW" + "a" * 32, revision=1)
    assert told(None, prior)[0] == []
    assert told(WRONG, prior, definition='{"a":1}')[0]


def test_credentials_that_are_not_known_yet_are_waited_for():
    assert told(CredentialsError("later", unknown=True))[0] == []


@pytest.mark.parametrize("problem", [CredentialsError("none"), TransportError("down", sent=False),
                                     ResponseError(status=500, code=20500, message="oops")])
def test_not_being_able_to_ask_is_an_error(problem):
    diagnostics, _ = told(problem)
    assert [one.summary for one in diagnostics] == ["Unable to validate twilio_studio_flow"]
