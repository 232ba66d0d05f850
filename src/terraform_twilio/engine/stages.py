"""How far a review has come: the order of its stages (fact `stages`), and what a configuration waits for. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.model import Entry
    from terraform_twilio.catalogue.resource_type import ResourceType

WAIT_FOR = "wait_for"


def reaches(entry: Entry, stage: object, wanted: str) -> bool:
    """Whether a stage is the wanted one or a later one. A failure is in no order and satisfies nothing."""
    order = entry.stages["order"]
    return stage in order and order.index(stage) >= order.index(wanted)


def awaited(entry: Entry, state: dict) -> str | None:
    """The stage that the configuration waits for."""
    wanted = state.get(WAIT_FOR) if entry.stages else None
    return wanted if wanted in (entry.stages or {}).get("order", ()) else None


def unreached(resource_type: ResourceType, prior_state: dict, planned_state: dict) -> str | None:
    """The attribute that shows the stage, where it is short of what the plan waits for."""
    wanted = awaited(resource_type.entry, planned_state)
    if wanted is None:
        return None
    name = next(name for name, attribute in resource_type.attributes.items()
                if attribute.response == resource_type.entry.stages["property"])
    return None if reaches(resource_type.entry, prior_state.get(name), wanted) else name
