"""`reset_on_destroy`: what cannot be deleted may be put back, as if every argument were no longer configured.

So it follows the same rules (K1, K3, K9–K13): what this provider wrote goes back to its documented default or to
empty, and what it did not write, or what nobody knows how to clear, stays.
"""

from __future__ import annotations

from terraform_twilio.engine.parameters import differing, update_parameters
from terraform_twilio.engine.plan import Proposal, plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.private import Private

RESET = "reset_on_destroy"


def is_wanted(resource_type: ResourceType, prior_state: dict) -> bool:
    """Whether destroying puts it back; never where a delete does more."""
    return resource_type.entry.is_only_forgotten and prior_state.get(RESET) is True


def names(resource_type: ResourceType, prior_state: dict, private: Private) -> list:
    """The arguments that a reset changes, sorted."""
    planned = _emptied(resource_type, prior_state, private)
    return sorted(attribute.name for attribute in differing(resource_type, prior_state, planned, private))


def parameters(resource_type: ResourceType, prior_state: dict, private: Private) -> dict:
    """The body of the update that resets; {} when there is nothing to put back."""
    planned = _emptied(resource_type, prior_state, private)
    if not differing(resource_type, prior_state, planned, private):
        return {}
    return update_parameters(resource_type, resource_type.entry.operations["update"], prior_state, planned, private)


def _emptied(resource_type: ResourceType, prior_state: dict, private: Private) -> dict:
    """The plan of an empty configuration; a required argument stays where it has no empty value."""
    kept = {attribute.name: prior_state.get(attribute.name) for attribute in resource_type.arguments
            if attribute.required and not attribute.empties}
    return plan(Proposal(resource_type, prior_state, kept, private)).planned_state
