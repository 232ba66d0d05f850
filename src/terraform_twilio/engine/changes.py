"""What core asks to do, and what came of it: the values that applying passes on, which cost a launch nothing."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.private import Private
    from terraform_twilio.terraform.diagnostics import Diagnostic


class Change:
    """What core asks to do: the values of ApplyResourceChange, `planned_state` None for a delete."""

    __slots__ = ("config", "planned_state", "prior_state", "private", "resource_type")

    def __init__(self, resource_type: ResourceType, prior_state: dict | None, planned_state: dict | None,
                 config: dict | None, private: Private) -> None:
        self.resource_type = resource_type
        self.prior_state = prior_state
        self.planned_state = planned_state
        self.config = config or {}
        self.private = private


class Outcome:
    """What is there afterwards (None: nothing), the private record, and what to tell."""

    __slots__ = ("diagnostics", "private", "state")

    def __init__(self, state: dict | None, private: Private, diagnostics: list[Diagnostic] | None = None) -> None:
        self.state = state
        self.private = private
        self.diagnostics = diagnostics or []
