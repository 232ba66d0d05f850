"""The default activities of a TaskRouter workspace. An activity that a workspace names cannot be deleted, and the
configuration that named it is destroyed first: so destroying puts the workspace's own activity back.
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

    from terraform_twilio.engine import plan
    from terraform_twilio.engine.changes import Change
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic

# The activity that every workspace is made with, and that is its default in both places.
ITS_OWN = "Offline"
PLACES = ("DefaultActivitySid", "TimeoutActivitySid")


class WorkspaceConfiguration(Behaviour):
    """There is no delete, and forgetting would leave the activities in use."""

    def warnings(self, change: plan.Proposal, planned: plan.Plan | None) -> list[Diagnostic]:
        if planned is not None or not _resets(change.prior_state):
            return []
        return [diagnoses.own_activity_comes_back(change.resource_type, ITS_OWN)]

    def delete(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        try:
            own = own_activity(session, change) if _resets(change.prior_state) else None
            if own:
                session.call(change.resource_type, "update", change.prior_state, dict.fromkeys(PLACES, own))
        except TwilioError as problem:
            if not (isinstance(problem, ResponseError) and problem.is_not_found):
                return Outcome(change.prior_state, change.private,
                                     [diagnose.failed("reset", change.resource_type, problem)])
        return proceed(session, change)


def _resets(prior_state: dict) -> bool:
    return prior_state.get("reset_on_destroy") is not False


def own_activity(session: Session, change: Change) -> str | None:
    """The SID of the activity that the workspace was made with, unless somebody renamed or deleted it."""
    operation = Operation("GET", change.resource_type.entry.host, "/v1/Workspaces/{WorkspaceSid}/Activities")
    arguments = Arguments(path={"WorkspaceSid": change.prior_state["workspace_sid"]}, query={"FriendlyName": ITS_OWN})
    found = session.client.pages(operation, arguments, "activities")
    return next((activity["sid"] for activity in found if activity.get("friendly_name") == ITS_OWN), None)


BEHAVIOUR = WorkspaceConfiguration()
