"""Handing an object in for review. Twilio has no resource for that: it is an update of the object's status.

1. A wanted status is satisfied by every later one (fact `stages`): an object that is further on is not handed in again.
2. The review goes on by itself: `current_status` is where it stands, `status` what was asked for.
3. What a review has refused is not handed in again unasked: nobody knows whether it was corrected.
4. One that was imported asks for nothing until a `status` is configured, and then as 1 says.
"""

from __future__ import annotations

from terraform_twilio.engine import diagnose
from terraform_twilio.engine.behaviours import diagnoses
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.changes import Change, Outcome
from terraform_twilio.engine.parameters import written_after_create
from terraform_twilio.engine.stages import reaches
from terraform_twilio.twilio.errors import TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.engine.session import Session


class Submission(Behaviour):
    """A submission is a transition of another object, and Twilio moves on from it without us."""

    def create(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        resource_type = change.resource_type
        try:
            payload = session.fetch(resource_type, change.planned_state) or {}
        except TwilioError as problem:
            return Outcome(None, change.private, [diagnose.failed("create", resource_type, problem)])
        if not reaches(resource_type.entry, payload.get("status"), change.planned_state["status"]):
            return _with_what_now(proceed(session, change))
        from terraform_twilio.engine import apply  # loaded anyway where something is applied; a plan does without

        private = written_after_create(resource_type, change.private, change.config)
        return _with_what_now(apply.completed(session, change, private, payload))

    def update(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        wanted = change.planned_state["status"]
        if wanted is None or reaches(change.resource_type.entry, change.prior_state.get("current_status"), wanted):
            further_on = {**change.prior_state, "status": wanted}
            change = Change(change.resource_type, further_on, change.planned_state, change.config, change.private)
        return _with_what_now(proceed(session, change))


def _with_what_now(outcome: Outcome) -> Outcome:
    """Deleting and creating are nothing at Twilio here but forgetting and handing in, so what to do now is another thing."""
    outcome.diagnostics = [diagnoses.of_a_review(problem) for problem in outcome.diagnostics]
    return outcome


BEHAVIOUR = Submission()
