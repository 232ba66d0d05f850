"""Builds: a build never changes, so every change makes another one; the old ones go when nothing runs them.

1. The old build is what the environments run until a deployment follows, so it is only remembered (in the private
   record) and deleted with the next change, or with the resource.
2. A build that failed is of no use: after a create it is kept and tainted by core, in an update it is deleted again and
   the state keeps the one before.
"""

from __future__ import annotations

from terraform_twilio.engine import diagnose
from terraform_twilio.engine.behaviours import diagnoses
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.changes import Outcome
from terraform_twilio.twilio.errors import ResponseError, TwilioError
from terraform_twilio.twilio.operations import Arguments, Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.changes import Change
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic

_ENVIRONMENTS = Operation("GET", "serverless.twilio.com", "/v1/Services/{ServiceSid}/Environments")


class Build(Behaviour):
    """A build takes time, fails without a word, and cannot be deleted while it is deployed."""

    def validate(self, resource_type: ResourceType, config: dict) -> list[Diagnostic]:
        """Twilio takes its default for an empty text, and the next plan would see another value than is configured."""
        return [diagnoses.empty_text(name) for name in ("dependencies", "runtime") if config.get(name) == ""]

    def create(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        return _explained(change, proceed(session, change), diagnose.HALF_CREATED)

    def update(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        resource_type, prior = change.resource_type, change.prior_state
        outcome = _explained(change, proceed(session, change), diagnose.UNCHANGED)
        if outcome.state["sid"] == prior["sid"]:
            return outcome
        if outcome.diagnostics:
            _removed(session, resource_type, outcome.state, outcome.state["sid"])
            return Outcome(prior, change.private, outcome.diagnostics)
        left = _swept(session, resource_type, outcome.state, [*change.private.superseded, prior["sid"]])
        return Outcome(outcome.state, outcome.private.with_superseded(left))

    def delete(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        outcome = proceed(session, change)
        if outcome.state is None and change.private.superseded:
            left = _swept(session, change.resource_type, change.prior_state, list(change.private.superseded))
            outcome.diagnostics += [diagnoses.builds_left(left)] if left else []
        return outcome


def _explained(change: Change, outcome: Outcome, afterwards: str) -> Outcome:
    """The outcome, saying of a failed build what it was made of: Twilio says nothing at all."""
    if outcome.state is not None and outcome.state.get("status") == "failed" and outcome.diagnostics:
        outcome.diagnostics = [diagnoses.build_failed(change.resource_type, outcome.state, afterwards)]
    elif afterwards == diagnose.UNCHANGED:
        outcome.diagnostics = [diagnose.in_an_update(problem) for problem in outcome.diagnostics]
    return outcome


def _swept(session: Session, resource_type: ResourceType, state: dict, sids: list[str]) -> list[str]:
    """Deletes those of these builds that no environment runs; those that are left."""
    try:
        arguments = Arguments({"ServiceSid": state["service_sid"]})
        environments = session.client.pages(_ENVIRONMENTS, arguments, "environments")
        running = {environment.get("build_sid") for environment in environments}
    except TwilioError as problem:
        return [] if isinstance(problem, ResponseError) and problem.is_not_found else sids
    return [sid for sid in sids if sid in running or not _removed(session, resource_type, state, sid)]


def _removed(session: Session, resource_type: ResourceType, state: dict, sid: str) -> bool:
    """Whether this build is gone now. One that stays does no harm, so a refusal is no error."""
    try:
        session.call(resource_type, "delete", {**state, "sid": sid})
    except TwilioError as problem:
        return isinstance(problem, ResponseError) and problem.is_not_found
    return True


BEHAVIOUR = Build()
