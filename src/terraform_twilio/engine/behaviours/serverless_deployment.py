"""Deployments: what an environment runs is what was deployed last, and nothing can be deleted.

1. Another build is deployed in place of the old one (the catalogue's `renews`); to destroy first would be an outage.
2. Destroying the current deployment deploys nothing in its place. One that is not current any more is only forgotten.
3. Somebody else's deployment shows as another `build_sid`, and the next apply deploys ours again.
4. Twilio refuses to deploy what an environment runs already. When that is just what was planned, it was our own earlier
   call whose answer was lost, and the deployment is taken over.
"""

from __future__ import annotations

from terraform_twilio.engine import diagnose
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.behaviours.newest import LOOKED_AT, newest
from terraform_twilio.engine.changes import Outcome
from terraform_twilio.engine.read import Reading
from terraform_twilio.engine.update import written_after_create
from terraform_twilio.twilio.errors import ResponseError, TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.changes import Change
    from terraform_twilio.engine.private import Private
    from terraform_twilio.engine.session import Session


class Deployment(Behaviour):
    """A deployment is an event; what lasts of it is the build that the environment runs."""

    def create(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        return _found_running(session, change, proceed(session, change))

    def update(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        return _found_running(session, change, proceed(session, change))

    def read(self, session: Session, resource_type: ResourceType, prior: dict, private: Private,
             proceed: Callable) -> Reading:
        reading = proceed(session, resource_type, prior, private)
        if reading.state is None or reading.diagnostics:
            return reading
        try:
            current = _current(session, resource_type, reading.state)
        except TwilioError as problem:
            return Reading(prior, private, [diagnose.failed("read", resource_type, problem)])
        if current is None:
            return reading
        return Reading({**reading.state, "build_sid": current.get("build_sid")}, reading.private, [])

    def delete(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        resource_type, prior = change.resource_type, change.prior_state
        try:
            current = _current(session, resource_type, prior)
            if current is not None and current.get("sid") == prior["sid"] and current.get("build_sid"):
                session.call(resource_type, "create", prior, {})
        except TwilioError as problem:
            if not (isinstance(problem, ResponseError) and problem.is_not_found):
                return Outcome(prior, change.private, [diagnose.failed("undeploy", resource_type, problem)])
        return Outcome(None, change.private)


def _current(session: Session, resource_type: ResourceType, state: dict) -> dict | None:
    """The deployment that counts in the environment."""
    return newest(session.elements(resource_type, state, {"PageSize": LOOKED_AT}))


def _found_running(session: Session, change: Change, outcome: Outcome) -> Outcome:
    """The outcome; where nothing was deployed although the environment runs the planned build, that deployment."""
    is_kept = outcome.state is None or outcome.state is change.prior_state
    if not outcome.diagnostics or not is_kept:
        return outcome
    try:
        current = _current(session, change.resource_type, change.planned_state) or {}
    except TwilioError:
        return outcome
    if current.get("build_sid") != change.planned_state["build_sid"]:
        return outcome
    from terraform_twilio.engine import apply  # loaded anyway where something is applied; a plan does without

    private = written_after_create(change.resource_type, change.private, change.config)
    return apply.completed(session, change, private, current)


BEHAVIOUR = Deployment()
