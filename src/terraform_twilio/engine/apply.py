"""Doing what was planned: create, update or delete, each in a module of its own, with the behaviour around it (A6).

Whatever happens, what exists at Twilio stays in the state: a half-done create keeps its id and is tainted by core, a
failed update keeps what is really there.
"""

from __future__ import annotations

from terraform_twilio.engine import behaviours, defects, ownership
from terraform_twilio.engine.changes import Change, Outcome
from terraform_twilio.engine.creating import completed, create
from terraform_twilio.engine.deleting import delete
from terraform_twilio.engine.updating import update

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.engine.session import Session


def apply(session: Session, change: Change, log: object = None) -> Outcome:
    """What ApplyResourceChange answers; no exception leaves it, for core would then forget what exists."""
    try:
        return _applied(session, change, log)
    except Exception as problem:
        return defects.outcome(change, change.prior_state, problem, log)


def _applied(session: Session, change: Change, log: object) -> Outcome:
    behaviour = behaviours.of(change.resource_type.entry)
    if change.prior_state is None:
        return behaviour.create(session, change, lambda session, change: create(session, change, log))
    problem = ownership.unchangeable(session, change.resource_type, change.prior_state, change.private)
    if problem is not None:
        return Outcome(change.prior_state, change.private, [problem])
    if change.planned_state is None:
        return behaviour.delete(session, change, delete)
    return behaviour.update(session, change, update)


__all__ = ["Change", "Outcome", "apply", "completed"]
