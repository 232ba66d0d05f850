"""Deployments: what an environment runs is what was deployed last, and nothing can be deleted.

1. Another build is deployed in place of the old one (the catalogue's `renews`); to destroy first would be an outage.
2. Destroying the current deployment deploys nothing in its place. One that is not current any more is only forgotten.
3. Somebody else's deployment shows as another `build_sid`, and the next apply deploys ours again.
4. Twilio refuses to deploy what an environment runs already. When that is just what was planned, it was our own earlier
   call whose answer was lost, and the deployment is taken over.
"""

from __future__ import annotations

from terraform_twilio.engine.behaviours.newest import Superseding
from terraform_twilio.engine.parameters import written_after_create
from terraform_twilio.twilio.errors import TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.changes import Change, Outcome
    from terraform_twilio.engine.session import Session


class Deployment(Superseding):
    """A deployment is an event; what lasts of it is the build that the environment runs."""

    ending = "undeploy"

    def create(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        return self._found_running(session, change, proceed(session, change))

    def update(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        return self._found_running(session, change, proceed(session, change))

    def shown(self, prior: dict, state: dict, latest: dict) -> dict:
        return {**state, "build_sid": latest.get("build_sid")} if latest else state

    def end(self, session: Session, resource_type: ResourceType, prior: dict, latest: dict) -> None:
        if latest.get("build_sid"):
            session.call(resource_type, "create", prior, {})

    def _found_running(self, session: Session, change: Change, outcome: Outcome) -> Outcome:
        """The outcome; where nothing was deployed although the environment runs the planned build, that deployment."""
        is_kept = outcome.state is None or outcome.state is change.prior_state
        if not outcome.diagnostics or not is_kept:
            return outcome
        try:
            current = self.latest(session, change.resource_type, change.planned_state)
        except TwilioError:
            return outcome
        if current.get("build_sid") != change.planned_state["build_sid"]:
            return outcome
        from terraform_twilio.engine import creating  # loaded anyway where something is applied; a plan does without

        private = written_after_create(change.resource_type, change.private, change.config)
        return creating.completed(session, change, private, current)


BEHAVIOUR = Deployment()
