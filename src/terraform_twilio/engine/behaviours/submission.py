"""Handing an object in for review. Twilio has no resource for that: it is an update of the object's status.

1. A wanted status is satisfied by every later one, so an object that is further on is not handed in again.
2. `wait_for` waits, as long as `timeouts` say, until the review has come that far; a rejection ends the wait.
3. The review goes on by itself: `current_status` is where it stands, `status` what was asked for.
"""

from __future__ import annotations

from terraform_twilio.engine import apply, diagnose
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.session import SETTLING, SETTLING_SECONDS
from terraform_twilio.engine.timeouts import limit
from terraform_twilio.engine.translate import refreshed
from terraform_twilio.engine.update import written_after_create
from terraform_twilio.twilio.errors import TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.engine.session import Session

# How far a review has come. A rejection is as far as an approval, and satisfies nothing.
ORDER = {"draft": 0, "pending-review": 1, "in-review": 2, "provisionally-approved": 3, "twilio-approved": 4}
REJECTED = "twilio-rejected"


def satisfies(current: object, wanted: str) -> bool:
    return ORDER.get(current, -1) >= ORDER[wanted]


class Submission(Behaviour):
    """A submission is a transition of another object, and Twilio moves on from it without us."""

    def create(self, session: Session, change: apply.Change, proceed: Callable) -> apply.Outcome:
        try:
            payload = session.fetch(change.resource_type, change.planned_state) or {}
        except TwilioError as problem:
            return apply.Outcome(None, change.private, [diagnose.failed("create", change.resource_type, problem)])
        if satisfies(payload.get("status"), change.planned_state["status"]):
            private = written_after_create(change.resource_type, change.private, change.config)
            return _waited(session, change, apply.completed(session, change, private, payload), "create")
        return _waited(session, change, proceed(session, change), "create")

    def update(self, session: Session, change: apply.Change, proceed: Callable) -> apply.Outcome:
        if satisfies(change.prior_state.get("current_status"), change.planned_state["status"]):
            settled = {**change.prior_state, "status": change.planned_state["status"]}
            change = apply.Change(change.resource_type, settled, change.planned_state, change.config, change.private)
        return _waited(session, change, proceed(session, change), "update")


def _waited(session: Session, change: apply.Change, outcome: apply.Outcome, operation: str) -> apply.Outcome:
    """The outcome once the review has come as far as `wait_for`."""
    wanted = (outcome.state or {}).get("wait_for")
    if not wanted or outcome.diagnostics:
        return outcome
    waited, looks = 0.0, 0
    seconds_at_most = limit(change.resource_type.entry, operation, outcome.state, SETTLING_SECONDS)
    try:
        while not satisfies(current := outcome.state["current_status"], wanted):
            if current == REJECTED or waited >= seconds_at_most:
                outcome.diagnostics.append(_ended(change, outcome.state, current, int(waited // 60)))
                return outcome
            seconds = SETTLING[min(looks, len(SETTLING) - 1)]
            session.pause(seconds)
            waited, looks = waited + seconds, looks + 1
            payload = session.fetch(change.resource_type, outcome.state) or {}
            outcome.state = refreshed(change.resource_type, outcome.state, payload)
    except TwilioError as problem:
        outcome.diagnostics.append(diagnose.failed("wait for", change.resource_type, problem))
    return outcome


def _ended(change: apply.Change, state: dict, current: object, minutes: int) -> diagnose.Diagnostic:
    if current == REJECTED:
        return diagnose.settled_badly(change.resource_type, current, {"errors": state.get("errors")})
    return diagnose.settles_slowly(change.resource_type, current, minutes)


BEHAVIOUR = Submission()
