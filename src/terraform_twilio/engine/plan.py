"""What a change would do, decided from values alone (P13: the same inputs give the same plan, always).

The rules, by their numbers in the design:
K3–K5, K7–K13, K18  what an argument becomes when it is, or is no longer, configured
G1                  what forces replacement
G3, G4              what is known of the computed attributes
P1–P10              what core enforces of the result
"""

from __future__ import annotations

from terraform_twilio.catalogue.model import KEPT
from terraform_twilio.catalogue.resource_type import ACCOUNT, ID, PATH_ACCOUNT, TIMEOUTS
from terraform_twilio.engine.normalise import PARTS, identical, is_empty, same, same_as_answered
from terraform_twilio.engine.stages import unreached
from terraform_twilio.terraform.values import UNKNOWN, is_wholly_known
from terraform_twilio.twilio.operations import FORM

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.model import Attribute
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.private import Private


class Proposal:
    """What core asks to plan: one resource's prior state (None: create), its configuration and its private record."""

    __slots__ = ("config", "prior_state", "private", "resource_type")

    def __init__(self, resource_type: ResourceType, prior_state: dict | None, config: dict, private: Private) -> None:
        self.resource_type = resource_type
        self.prior_state = prior_state
        self.config = config
        self.private = private


class Plan:
    """The planned state, and the names of the attributes that force replacement."""

    __slots__ = ("planned_state", "requires_replace")

    def __init__(self, planned_state: dict, requires_replace: list) -> None:
        self.planned_state = planned_state
        self.requires_replace = requires_replace


def plan(change: Proposal) -> Plan:
    if change.prior_state is None:
        return Plan(_created(change), [])
    planned = _arguments_updated(change)
    requires_replace = [attribute.name for attribute in change.resource_type.arguments
                        if _replaces(change, attribute, planned[attribute.name])]
    return Plan(_computed_updated(change, planned, requires_replace), requires_replace)


# --- create ----------------------------------------------------------------------------------------------------------

def _created(change: Proposal) -> dict:
    """K7: what is configured, and unknown for whatever else Twilio will say."""
    planned = {name: _created_value(change, attribute) for name, attribute in change.resource_type.attributes.items()}
    return _engine_attributes(change, planned, UNKNOWN)


def _created_value(change: Proposal, attribute: Attribute) -> object:
    configured = change.config.get(attribute.name)
    if attribute.names_account and configured is None:
        configured = change.config.get(PATH_ACCOUNT)
    if configured is not None:
        return configured
    return UNKNOWN if attribute.is_computed else None


def _engine_attributes(change: Proposal, planned: dict, new_id: object) -> dict:
    """The attributes that no entry lists: the id, the official provider's name of the account, timeouts (Q1, Q3)."""
    if not change.resource_type.has_own_id:
        planned[ID] = new_id
    if change.resource_type.takes_path_account:
        planned[PATH_ACCOUNT] = change.config.get(PATH_ACCOUNT)
    if change.resource_type.entry.timeouts:
        planned[TIMEOUTS] = change.config.get(TIMEOUTS)
    return planned


# --- update: arguments -----------------------------------------------------------------------------------------------

def _arguments_updated(change: Proposal) -> dict:
    planned = {name: _updated_value(change, attribute) if attribute.is_argument else change.prior_state.get(name)
               for name, attribute in change.resource_type.attributes.items()}
    return _dropped_by_others(change, planned)


def _updated_value(change: Proposal, attribute: Attribute) -> object:
    configured = change.config.get(attribute.name)
    prior = change.prior_state.get(attribute.name)
    if attribute.names_account and configured is None:
        configured = change.config.get(PATH_ACCOUNT)
    if configured is not None:  # K8
        return prior if _keeps_prior(change, attribute, prior, configured) else configured
    if not attribute.is_computed:  # K3, K5, and P2
        return None
    return _unconfigured(change, attribute, prior)


def _keeps_prior(change: Proposal, attribute: Attribute, prior: object, configured: object) -> bool:
    """What Twilio only reports asks for nothing: generated configuration holds what was reported when it was written."""
    return is_wholly_known(configured) and (_keeps_spelling(change, attribute, prior, configured)
                                            or (prior is not None and attribute.only_reports(configured)))


def _keeps_spelling(change: Proposal, attribute: Attribute, prior: object, configured: object) -> bool:
    """An explicit "" beside a null prior is the practitioner's word and is kept (K17); else sameness is enough, or that
    a name is the imported SID's.

    JSON that this provider did not write is Twilio's, and may hold more than is configured."""
    if is_empty(prior) or is_empty(configured):
        return identical(prior, configured)
    if change.private.names.get(attribute.name) == [prior, configured]:
        return True
    if attribute.normaliser in PARTS and attribute.name not in change.private.written:
        return same_as_answered(attribute, configured, prior)
    return same(attribute, prior, configured)


def _unconfigured(change: Proposal, attribute: Attribute, prior: object) -> object:
    """K9–K13: an Optional+Computed argument that is not (or no longer) configured."""
    if attribute.name not in change.private.written or not attribute.update:  # K9, K4
        return prior
    if is_empty(prior) or (attribute.has_default and identical(prior, attribute.unset["default"])):  # K10
        return prior
    if attribute.has_default:  # K11
        return attribute.unset["default"]
    return UNKNOWN if is_cleared_by_empty_text(change.resource_type, attribute) else prior  # K12, K13


def is_cleared_by_empty_text(resource_type: ResourceType, attribute: Attribute) -> bool:
    """K12: a string that is no enum and travels in a form; sending "" lets Twilio say what it then is."""
    update = resource_type.entry.operations.get("update")
    is_fixed = attribute.required or attribute.enum or attribute.always or attribute.stays
    return (attribute.type == "string" and not is_fixed
            and bool(attribute.update) and update is not None and update.body == FORM)


def _dropped_by_others(change: Proposal, planned: dict) -> dict:
    """G2: Twilio drops an argument when its counterpart is set, so the dropped one is unknown until it answers."""
    for attribute in change.resource_type.arguments:
        if attribute.excludes and _is_newly_set(change, attribute, planned):
            for name in attribute.excludes:
                if change.config.get(name) is None and not is_empty(planned.get(name)):
                    planned[name] = UNKNOWN
    return planned


def _is_newly_set(change: Proposal, attribute: Attribute, planned: dict) -> bool:
    value = planned[attribute.name]
    return (value is UNKNOWN or not is_empty(value)) and not _is_unchanged(change, attribute.name, value)


def _is_unchanged(change: Proposal, name: str, value: object) -> bool:
    return value is not UNKNOWN and identical(value, change.prior_state.get(name))


# --- update: replacement ---------------------------------------------------------------------------------------------

def _replaces(change: Proposal, attribute: Attribute, planned: object) -> bool:
    """G1: changed by the practitioner, and Twilio takes it at creation only; K4 and K18 are the exceptions."""
    if not attribute.requires_replace or planned is None or _is_unchanged(change, attribute.name, planned):
        return False
    return not _is_recorded_after_import(change, attribute)


def _is_recorded_after_import(change: Proposal, attribute: Attribute) -> bool:
    """K18: Twilio never tells it, so after an import the configuration's word is taken without a call."""
    return (change.private.imported and not attribute.is_returned
            and change.prior_state.get(attribute.name) is None)


# --- update: computed attributes -------------------------------------------------------------------------------------

def _computed_updated(change: Proposal, planned: dict, requires_replace: list) -> dict:
    """G3, G4: known unless this update can change it; without a call to Twilio nothing becomes unknown."""
    changed = {name for name, value in planned.items() if not _is_unchanged(change, name, value)}
    sends = requires_replace or any(is_sent(change.resource_type.attributes[name], planned[name]) for name in changed)
    if sends or unreached(change.resource_type, change.prior_state, planned):
        for name, attribute in change.resource_type.attributes.items():
            if name not in changed and _may_change(change, attribute, changed):
                planned[name] = UNKNOWN
    is_another = requires_replace or (sends and change.resource_type.entry.renews)
    return _engine_attributes(change, planned, UNKNOWN if is_another else change.prior_state.get(ID))


def is_sent(attribute: Attribute, planned: object) -> bool:
    """Whether an update can carry it; K5: what Twilio never returns is cleared only where a fact says how."""
    if not attribute.is_updatable or attribute.local == KEPT:
        return False
    return planned is not None or attribute.is_returned or attribute.clear is not None or bool(attribute.local)


def _may_change(change: Proposal, attribute: Attribute, changed: set) -> bool:
    """Volatile, derived from a change, or null so far (G4); never what is configured or never returned."""
    if not attribute.is_computed or change.config.get(attribute.name) is not None or attribute.create_response:
        return False
    if change.resource_type.entry.renews:  # the new object's, except for the account and what it is asked for (K4)
        return not attribute.is_argument and attribute.name != ACCOUNT
    if attribute.names_account or attribute.name in change.resource_type.entry.id:
        return False
    return bool(attribute.volatile or change.prior_state.get(attribute.name) is None
                or changed.intersection(attribute.derived_from or ()))
