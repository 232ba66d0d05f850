"""Which parameters an update carries, and what the private record remembers of it (G2, K12, K14)."""

from __future__ import annotations

from terraform_twilio.engine.normalise import identical, is_empty
from terraform_twilio.engine.plan import is_cleared_by_empty_text, is_sent
from terraform_twilio.engine.translate import empty_parameter, to_parameter
from terraform_twilio.terraform.values import UNKNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.model import Attribute
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.private import Private
    from terraform_twilio.twilio.operations import Operation


def differing(resource_type: ResourceType, prior_state: dict, planned_state: dict, private: Private) -> list:
    """The updatable attributes that this update is for: planned otherwise than the prior state, or to be cleared."""
    return [attribute for attribute in resource_type.arguments if attribute.update
            and _differs(resource_type, attribute, prior_state, planned_state, private)]


def _differs(resource_type: ResourceType, attribute: Attribute, prior_state: dict, planned_state: dict,
             private: Private) -> bool:
    planned = planned_state.get(attribute.name)
    if planned is UNKNOWN:
        return is_cleared(resource_type, attribute, prior_state, private)
    return not identical(planned, prior_state.get(attribute.name))


def is_cleared(resource_type: ResourceType, attribute: Attribute, prior_state: dict, private: Private) -> bool:
    """K12: planned unknown because this provider wrote it once and it is configured no longer."""
    return (attribute.name in private.written and not attribute.has_default
            and not is_empty(prior_state.get(attribute.name)) and is_cleared_by_empty_text(resource_type, attribute))


def update_parameters(resource_type: ResourceType, operation: Operation, prior_state: dict, planned_state: dict,
                      private: Private) -> dict:
    """The body of an update: what differs, what every update must carry, and everything for a PUT (G2)."""
    changed = differing(resource_type, prior_state, planned_state, private)
    parameters = {attribute.update: _sent(attribute, operation, planned_state) for attribute in changed
                  if is_sent(attribute, planned_state.get(attribute.name))}
    if parameters or operation.method == "PUT":
        parameters.update(_unchanged(resource_type, operation, planned_state, parameters))
    return parameters


def _unchanged(resource_type: ResourceType, operation: Operation, planned_state: dict, parameters: dict) -> dict:
    everything = operation.method == "PUT"
    return {attribute.update: to_parameter(attribute, planned_state[attribute.name], operation)
            for attribute in resource_type.arguments
            if attribute.update and attribute.update not in parameters and (everything or attribute.always)
            and planned_state.get(attribute.name) is not None and planned_state[attribute.name] is not UNKNOWN}


def _sent(attribute: Attribute, operation: Operation, planned_state: dict) -> object:
    planned = planned_state.get(attribute.name)
    if planned is not None and planned is not UNKNOWN:
        return to_parameter(attribute, planned, operation)
    return empty_parameter(attribute, operation) if attribute.clear is None else attribute.clear


def is_renewed(resource_type: ResourceType, prior_state: dict, planned_state: dict) -> bool:
    """Whether something that a create sends is planned otherwise, where a change means another object."""
    return resource_type.entry.renews and any(
        attribute.create and attribute.is_updatable
        and not identical(planned_state.get(attribute.name), prior_state.get(attribute.name))
        for attribute in resource_type.arguments)


def written_after_update(resource_type: ResourceType, private: Private, config: dict, prior_state: dict,
                         planned_state: dict) -> Private:
    """K14: what was written before or is sent now, as far as it is configured.

    What was sent to clear it is not ours any longer: whatever Twilio puts in its place would else be cleared for ever."""
    configured = {name for name in resource_type.attributes if config.get(name) is not None}
    sent = {attribute.name for attribute in differing(resource_type, prior_state, planned_state, private)}
    return private.with_written((private.written | sent) & configured)


def written_after_create(resource_type: ResourceType, private: Private, config: dict) -> Private:
    """K14 on create: all that is configured and can be changed or cleared later."""
    return private.with_written({attribute.name for attribute in resource_type.arguments
                                 if config.get(attribute.name) is not None})
