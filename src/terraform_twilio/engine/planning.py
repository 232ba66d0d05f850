"""PlanResourceChange: the plan of `engine.plan`, and the warnings that belong to it (P8, P10, P12)."""

from __future__ import annotations

from terraform_twilio.engine import behaviours, diagnose, replacing, resetting
from terraform_twilio.engine.plan import Plan, Proposal, plan
from terraform_twilio.engine.private import from_bytes
from terraform_twilio.terraform.provider import PlanResourceChangeRequest, PlanResourceChangeResponse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic


def plan_resource_change(resource_type: ResourceType, request: PlanResourceChangeRequest, ask: Callable[[], Session],
                         tainted: Callable[[], list[Diagnostic]] = list) -> PlanResourceChangeResponse:
    """`ask` makes the session when a behaviour wants to know what Twilio says of the plan; `tainted` says of a create what
    it may stand for (`replacing`)."""
    change = Proposal(resource_type, request.prior_state, request.config or {}, from_bytes(request.prior_private))
    behaviour = behaviours.of(resource_type.entry)
    if request.proposed_new_state is None:
        return PlanResourceChangeResponse(
            planned_state=None, requires_replace=[], planned_private=request.prior_private,
            diagnostics=_lost(change) + behaviour.warnings(change, None))
    planned = behaviour.plan(change, plan)
    diagnostics = _lost(change) if planned.requires_replace else []
    diagnostics += behaviour.warnings(change, planned)
    diagnostics += _unaccompanied(change, planned.planned_state) + _untakable(change, planned.planned_state)
    diagnostics += behaviour.check(ask, change, planned)
    if request.prior_state is None:
        diagnostics += _omitted(resource_type) + _missing(change)
        diagnostics += replacing.refused(resource_type, request.prior_private) or tainted()
    return PlanResourceChangeResponse(planned_state=planned.planned_state, diagnostics=diagnostics,
                                      requires_replace=[(name,) for name in planned.requires_replace],
                                      planned_private=_planned_private(change, planned))


def _planned_private(change: Proposal, planned: Plan) -> bytes:
    """Create starts anew (K7); otherwise Apply needs to know what was written before (K12)."""
    if change.prior_state is None:
        return b""
    stays = not planned.requires_replace and replacing.is_lost(change.resource_type, change.prior_state)
    private = change.private.to_bytes()
    return replacing.marked(private, change.prior_state) if stays else private


def _lost(change: Proposal) -> list[Diagnostic]:
    """What this plan costs."""
    resource_type, prior_state, diagnostics = change.resource_type, change.prior_state or {}, []
    if replacing.is_lost(resource_type, prior_state):
        diagnostics.append(diagnose.loss(resource_type, prior_state))
    if resetting.is_wanted(resource_type, prior_state):
        reset = resetting.names(resource_type, prior_state, change.private)
        diagnostics.append(diagnose.is_reset(resource_type, reset))
    elif resource_type.entry.is_only_forgotten:
        diagnostics.append(diagnose.is_only_forgotten(resource_type))
    return diagnostics


def _unaccompanied(change: Proposal, planned_state: dict) -> list[Diagnostic]:
    """What every update must carry and nobody has given: without it no update-only argument can arrive."""
    prior_state = change.prior_state or {}
    late = [attribute for attribute in change.resource_type.arguments if attribute.is_update_only and not attribute.required]
    known = planned_state if change.prior_state else change.config
    missing = [attribute.name for attribute in late if attribute.always and known.get(attribute.name) is None]
    return [diagnose.needs_beside(attribute.name, missing) for attribute in late
            if missing and change.config.get(attribute.name) is not None
            and planned_state[attribute.name] != prior_state.get(attribute.name)]


def _untakable(change: Proposal, planned_state: dict) -> list[Diagnostic]:
    """What Twilio only reports, asked for of an object that has no value yet."""
    prior_state = change.prior_state or {}
    return [diagnose.not_in_enum(attribute, planned_state[attribute.name], (attribute.name,))
            for attribute in change.resource_type.arguments if attribute.only_reports(planned_state[attribute.name])
            and prior_state.get(attribute.name) is None]


def _missing(change: Proposal) -> list[Diagnostic]:
    """What the schema cannot ask for, because an imported object does without: what Twilio keeps to itself, and one of
    several, for a message may have lost its text, or never had one."""
    missing = [diagnose.required_is_null(attribute) for attribute in change.resource_type.arguments
               if attribute.is_asked_by_plan and change.config.get(attribute.name) is None]
    return missing + [diagnose.needs_one_of(names) for names in change.resource_type.entry.one_of
                      if all(change.config.get(name) is None for name in names)]


def _omitted(resource_type: ResourceType) -> list[Diagnostic]:
    """The plan of a create says once what this alias does not keep."""
    if not resource_type.omitted:
        return []
    return [diagnose.omitted_at_creation(resource_type, resource_type.omitted, resource_type.entry.resource)]
