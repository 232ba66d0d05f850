"""Lists of which only the newest element counts: versions, deployments, releases. Twilio shows these newest first."""

from __future__ import annotations

from terraform_twilio.engine import diagnose
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.changes import Outcome
from terraform_twilio.engine.read import Reading
from terraform_twilio.twilio.errors import ResponseError, TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.changes import Change
    from terraform_twilio.engine.private import Private
    from terraform_twilio.engine.session import Session

# As many as one page of the list holds.
LOOKED_AT = 20


def newest(elements: Iterable[dict]) -> dict | None:
    """The one with the latest date; among equals (dates have whole seconds) the first. None where there is none."""
    first = [element for _, element in zip(range(LOOKED_AT), elements, strict=False)]
    return max(first, key=lambda element: element.get("date_created") or "", default=None)


class Superseding(Behaviour):
    """An event that cannot be deleted, only superseded: what lasts of it is what the newest one of its list put in place.

    A subclass has `shown(prior, state, latest)`, the state with what is in place now (`latest` is {} where the list is
    empty), and `end(session, resource_type, prior, latest)`, which puts nothing in the place of ours; `ending` is its verb.
    """

    ending = "supersede"

    def latest(self, session: Session, resource_type: ResourceType, state: dict) -> dict:
        return newest(session.elements(resource_type, state, {"PageSize": LOOKED_AT})) or {}

    def read(self, session: Session, resource_type: ResourceType, prior: dict, private: Private,
             proceed: Callable) -> Reading:
        reading = proceed(session, resource_type, prior, private)
        if reading.state is None or reading.diagnostics:
            return reading
        try:
            latest = self.latest(session, resource_type, reading.state)
        except TwilioError as problem:
            return Reading(prior, private, [diagnose.failed("read", resource_type, problem)])
        return Reading(self.shown(prior, reading.state, latest), reading.private, [])

    def delete(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        resource_type, prior = change.resource_type, change.prior_state
        try:
            latest = self.latest(session, resource_type, prior)
            if latest.get("sid") == prior["sid"]:
                self.end(session, resource_type, prior, latest)
        except TwilioError as problem:
            if not (isinstance(problem, ResponseError) and problem.is_not_found):
                return Outcome(prior, change.private, [diagnose.failed(self.ending, resource_type, problem)])
        return Outcome(None, change.private)
