"""Changing an object in place as planned (A7, G1, K14, K15, K19). After a failure the state says what Twilio really has."""

from __future__ import annotations

from terraform_twilio.engine import creating, diagnose, waiting
from terraform_twilio.engine.changes import Change, Outcome
from terraform_twilio.engine.creating import may_have_acted
from terraform_twilio.engine.identity import with_id
from terraform_twilio.engine.normalise import is_empty, same
from terraform_twilio.engine.parameters import is_renewed, update_parameters, written_after_update
from terraform_twilio.engine.translate import MISSING, account_of, answered, filled, refreshed, settled
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import Interrupted, TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.model import Attribute
    from terraform_twilio.engine.session import Session


def update(session: Session, change: Change) -> Outcome:
    resource_type, prior, planned = change.resource_type, change.prior_state, change.planned_state
    if is_renewed(resource_type, prior, planned):
        return _renewed(session, change)
    try:
        told = _updated(session, change)
    except TwilioError as problem:
        return _not_updated(session, change, problem)
    refused = [attribute for attribute in resource_type.arguments if _was_not_cleared(attribute, prior, planned, told)]
    unfinished = waiting.until_done(session, resource_type, "update", _after_transfer(change), told)
    state = {**filled(resource_type, planned, told), **{attribute.name: prior[attribute.name] for attribute in refused}}
    state = with_id(resource_type, _with_prior(state, prior), account_of(state) or prior.get("id"))
    diagnostics = [diagnose.not_cleared(resource_type, attribute) for attribute in refused]
    diagnostics += [diagnose.in_an_update(unfinished)] if unfinished else []
    return Outcome(state, written_after_update(resource_type, change.private, change.config, prior, planned), diagnostics)


def _renewed(session: Session, change: Change) -> Outcome:
    """A new object in the place of the old one, which stays as it is; a refused creation leaves the prior state (A7)."""
    outcome = creating.create(session, change)
    return outcome if outcome.state is not None else Outcome(change.prior_state, change.private, outcome.diagnostics)


def _updated(session: Session, change: Change) -> dict:
    """The answer of the update; {} when there was nothing to send. A fetch fills in what it did not say."""
    resource_type, prior = change.resource_type, change.prior_state
    operation = resource_type.entry.operations.get("update")
    if operation is None:
        return {}
    parameters = update_parameters(resource_type, operation, prior, change.planned_state, change.private)
    if not parameters:
        return {}
    payload = session.call(resource_type, "update", {**change.planned_state, **_address(change)}, parameters).payload
    if _says_all(change, payload):
        return payload
    return {**payload, **(session.fetch(resource_type, _after_transfer(change)) or {})}


def _says_all(change: Change, payload: dict) -> bool:
    """Whether an answer has every property that the plan left unknown."""
    return all(answered(attribute, payload) is not MISSING for name, attribute in change.resource_type.attributes.items()
               if change.planned_state.get(name) is UNKNOWN and attribute.response)


def _address(change: Change) -> dict:
    """The path is the prior state's: a transfer is sent to the old owner (G1), an id never changes in an update."""
    entry = change.resource_type.entry
    names = [*entry.id, *([entry.account_attribute.name] if entry.account_attribute else [])]
    return {name: change.prior_state.get(name) for name in names}


def _after_transfer(change: Change) -> dict:
    """What addresses the object from now on."""
    return {**change.prior_state, **settled(change.planned_state), **{name: change.prior_state.get(name)
                                                                     for name in change.resource_type.entry.id}}


def _was_not_cleared(attribute: Attribute, prior: dict, planned: dict, payload: dict) -> bool:
    """K19: planned null, sent empty, and answered with the old value."""
    if planned.get(attribute.name) is not None or is_empty(prior.get(attribute.name)) or not attribute.update:
        return False
    told = answered(attribute, payload)
    return told is not MISSING and same(attribute, told, prior[attribute.name])


def _with_prior(state: dict, prior: dict) -> dict:
    """What no answer said is as it was."""
    return {name: prior.get(name) if value is UNKNOWN else value for name, value in state.items()}


def _not_updated(session: Session, change: Change, problem: TwilioError) -> Outcome:
    """A7, K15: what is really there. After a clear refusal that is the prior state; after silence Twilio is asked."""
    resource_type, prior = change.resource_type, change.prior_state
    state = prior
    if may_have_acted(problem) or isinstance(problem, Interrupted):
        try:
            payload = session.fetch(resource_type, prior)
            state = refreshed(resource_type, prior, payload) if payload else prior
        except TwilioError:
            state = prior
    return Outcome(state, change.private,
                   [diagnose.failed("update", resource_type, problem, afterwards=diagnose.UNCHANGED)])
