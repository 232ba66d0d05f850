"""The points at which an entry may differ from the general rule. Every default is the rule itself.

A hook gets `proceed`, the general rule with the same arguments, and may act before it, after it, or instead of it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine import apply, plan
    from terraform_twilio.engine.private import Private
    from terraform_twilio.engine.read import Reading
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic


class Behaviour:
    """One exception. A subclass says in a sentence why Twilio makes it necessary."""

    def validate(self, resource_type: ResourceType, config: dict) -> list[Diagnostic]:
        """What else is wrong with a configuration; offline, and tolerant of unknowns."""
        return []

    def plan(self, change: plan.Proposal, proceed: Callable[[plan.Proposal], plan.Plan]) -> plan.Plan:
        """A pure function of the change (P13)."""
        return proceed(change)

    def warnings(self, change: plan.Proposal, planned: plan.Plan | None) -> list[Diagnostic]:
        """What a practitioner should know before this plan is applied; `planned` is None for a destroy."""
        return []

    def loses(self, prior_state: dict) -> bool:
        """Whether destroying or replacing this one costs what the entry's `loss` says."""
        return True

    def check(self, ask: Callable[[], Session], change: plan.Proposal, planned: plan.Plan) -> list[Diagnostic]:
        """What Twilio says of the plan, where a practitioner wants it asked; `ask()` makes the session."""
        return []

    def create(self, session: Session, change: apply.Change, proceed: Callable) -> apply.Outcome:
        """`proceed(session, change)`; the object must be in the outcome's state as soon as it exists (A6)."""
        return proceed(session, change)

    def update(self, session: Session, change: apply.Change, proceed: Callable) -> apply.Outcome:
        return proceed(session, change)

    def delete(self, session: Session, change: apply.Change, proceed: Callable) -> apply.Outcome:
        return proceed(session, change)

    def fetched(self, session: Session, resource_type: ResourceType, state: dict, payload: dict) -> dict:
        """The answer of a fetch, with what Twilio tells elsewhere; `state` addresses the object. Raises TwilioError."""
        return payload

    def import_id(self, session: Session, resource_type: ResourceType, written: str) -> str:
        """The id of the object that a written import id means; raises InvalidId or TwilioError."""
        return written

    def read(self, session: Session, resource_type: ResourceType, prior: dict, private: Private,
             proceed: Callable) -> Reading:
        """`proceed(session, resource_type, prior, private)`."""
        return proceed(session, resource_type, prior, private)
