"""After an import, what Twilio never tells is taken from the configuration (K18)."""

from terraform_twilio.engine.import_state import import_state
from terraform_twilio.engine.plan import Proposal, plan
from terraform_twilio.engine.private import Private, from_bytes
from terraform_twilio.engine.session import Session
from terraform_twilio.terraform.diagnostics import WARNING
from unit.engine.test_apply import Script
from unit.engine.things import SERVICE, SID, prior, state, thing


def replaced_by(private):
    """What forces replacement when a create-only argument appears that no answer holds."""
    config = state(thing(), service_sid=SERVICE, label="x", pin="1234")
    return plan(Proposal(thing(), {**prior(thing()), "pin": None}, config, private)).requires_replace


def test_what_was_imported_is_not_replaced_by_what_nobody_can_read():
    _, private, diagnostics = import_state(Session(Script(), None), thing(), f"{SERVICE}/{SID}")
    assert diagnostics == []
    assert replaced_by(from_bytes(private.to_bytes())) == []


def test_what_was_created_is():
    assert replaced_by(Private()) == ["pin"]


def test_what_twilio_never_shows_is_imported_on_trust():
    unreadable = thing(operations={"create": "POST /v1/Things", "delete": "DELETE /v1/Things/{Sid}"})
    imported, _, diagnostics = import_state(Session(Script(), None), unreadable, f"{SERVICE}/{SID}")
    assert imported["sid"] == SID
    assert [(one.severity, SID in one.detail) for one in diagnostics] == [(WARNING, True)]
