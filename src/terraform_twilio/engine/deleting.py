"""Deleting an object, or whatever stands for it: a closing update, a reset, forgetting (A8)."""

from __future__ import annotations

from terraform_twilio.engine import diagnose, resetting, waiting
from terraform_twilio.engine.changes import Change, Outcome
from terraform_twilio.engine.timeouts import limit
from terraform_twilio.twilio.errors import ResponseError, TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.engine.session import Session

# How long a delete is tried again that Twilio refuses because something still uses the object.
SECONDS_AT_MOST = 120.0


def delete(session: Session, change: Change) -> Outcome:
    """A8: a 404 is success. What Twilio cannot delete is forgotten; the plan has said so."""
    entry = change.resource_type.entry
    try:
        if "delete" in entry.operations:
            return _deleted(session, change)
        if entry.delete_by_update:
            session.call(change.resource_type, "update", change.prior_state, dict(entry.delete_by_update))
        if resetting.is_wanted(change.resource_type, change.prior_state):
            _reset(session, change)
    except ResponseError as problem:
        if not problem.is_not_found and not _is_gone(session, change, problem):
            return Outcome(change.prior_state, change.private, [diagnose.failed("delete", change.resource_type, problem)])
    except TwilioError as problem:
        return Outcome(change.prior_state, change.private, [diagnose.failed("delete", change.resource_type, problem)])
    return Outcome(None, change.private)


def _is_gone(session: Session, change: Change, refusal: ResponseError) -> bool:
    """What stands for a delete may be refused because it was done before (archived already), or to the whole account."""
    if session.is_closed_with_its_account(change.resource_type, change.prior_state, refusal):
        return True
    try:
        return bool(change.resource_type.entry.gone) and session.fetch(change.resource_type, change.prior_state) is None
    except TwilioError:
        return False


def _reset(session: Session, change: Change) -> None:
    parameters = resetting.parameters(change.resource_type, change.prior_state, change.private)
    if parameters:
        session.call(change.resource_type, "update", change.prior_state, parameters)


def _deleted(session: Session, change: Change) -> Outcome:
    """Terraform may delete a thing before what uses it has let go: a refusal "in use" is tried again for a while."""
    entry = change.resource_type.entry
    seconds = limit(entry, "delete", change.prior_state, SECONDS_AT_MOST)
    refusal = _refused(session, change)
    for _ in waiting.pauses(session, waiting.SETTLING, seconds) if refusal else ():
        refusal = _refused(session, change)
        if refusal is None:
            break
    if refusal is None:
        return Outcome(None, change.private)
    return Outcome(change.prior_state, change.private, [diagnose.still_in_use(change.resource_type, refusal, seconds)])


def _refused(session: Session, change: Change) -> ResponseError | None:
    """The refusal that says that something still uses the object; None once it is deleted."""
    try:
        session.call(change.resource_type, "delete", change.prior_state)
    except ResponseError as problem:
        if problem.code not in (change.resource_type.entry.in_use or ()):
            raise
        return problem
    return None
