"""Creating what was planned, or adopting what exists (A1–A6, A12, A13, K14).

Once Twilio has the object, every way out keeps its id: core then taints what is half done and forgets nothing.
"""

from __future__ import annotations

from terraform_twilio.engine import defects, diagnose, ownership, waiting
from terraform_twilio.engine.changes import Change, Outcome
from terraform_twilio.engine.identity import with_id
from terraform_twilio.engine.normalise import same_as_answered
from terraform_twilio.engine.parameters import written_after_create
from terraform_twilio.engine.session import has_ended
from terraform_twilio.engine.translate import MISSING, account_of, answered, filled, settled, to_parameter
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import Interrupted, ResponseError, TransportError, TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.private import Private
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic


def create(session: Session, change: Change, log: object = None) -> Outcome:
    resource_type = change.resource_type
    private = written_after_create(resource_type, change.private, change.config)
    try:
        payload = _creation(session, change)
    except TwilioError as problem:
        payload = _found_after_all(session, change, problem)
        if payload is None:
            afterwards = diagnose.MAY_EXIST if may_have_acted(problem) else ""
            return Outcome(None, change.private,
                           [diagnose.failed("create", resource_type, problem, afterwards=afterwards)])
    try:
        return completed(session, change, private, payload)
    except Exception as problem:
        return defects.outcome(change, settled(_created_state(session, change, payload)), problem, log)


def _creation(session: Session, change: Change) -> dict:
    """The first call: a create, or the update (or mere look) by which an existing object is adopted.

    What is not found, and can be made by an update, is made by an empty one."""
    resource_type, planned = change.resource_type, change.planned_state
    operations = resource_type.entry.operations
    if "create" in operations:
        return session.call(resource_type, "create", planned, _parameters(change, "create")).payload
    parameters = _parameters(change, "update") if "update" in operations else {}
    found = None if parameters else session.fetch(resource_type, planned)
    return found if found is not None else session.call(resource_type, "update", planned, parameters).payload


def _parameters(change: Change, verb: str) -> dict:
    """The body: every configured argument that this operation takes; nothing that nobody wrote."""
    operation = change.resource_type.entry.operations[verb]
    return {wire_name: to_parameter(attribute, value, operation)
            for attribute in change.resource_type.arguments
            if (wire_name := getattr(attribute, verb))
            and (value := change.planned_state.get(attribute.name)) is not None and value is not UNKNOWN}


def may_have_acted(problem: TwilioError) -> bool:
    """Whether Twilio may have done what it did not confirm: no answer, a defect of its own, a yes that cannot be read."""
    return (isinstance(problem, TransportError) and problem.sent) or (
        isinstance(problem, ResponseError) and (problem.status >= 500 or problem.status < 300))


def _found_after_all(session: Session, change: Change, problem: TwilioError) -> dict | None:
    """A13: the answer was lost. An object with our unique name and all that we asked for is the one we made."""
    resource_type, planned = change.resource_type, change.planned_state
    is_named = isinstance(planned.get("unique_name"), str) and planned["unique_name"] != ""
    if not may_have_acted(problem) or not is_named or "list" not in resource_type.entry.operations:
        return None
    try:
        return next((element for element in session.elements(resource_type, planned)
                     if _is_as_planned(change, element)), None)
    except TwilioError:
        return None


def _is_as_planned(change: Change, element: dict) -> bool:
    told = {attribute.name: answered(attribute, element) for attribute in change.resource_type.arguments}
    if has_ended(change.resource_type, element):
        return False
    return told.get("unique_name") == change.planned_state["unique_name"] and all(
        same_as_answered(attribute, change.planned_state[attribute.name], told[attribute.name])
        for attribute in change.resource_type.arguments
        if change.config.get(attribute.name) is not None and told[attribute.name] is not MISSING)


def completed(session: Session, change: Change, private: Private, payload: dict) -> Outcome:
    """The rest of a create. From here on the object exists, so every way out keeps its id."""
    resource_type, told, problem = change.resource_type, dict(payload), None
    state = _created_state(session, change, told)
    if state.get("id") in (None, UNKNOWN):
        return Outcome(settled(state), private, [diagnose.without_id(resource_type)])
    try:
        problem = _finish(session, change, state, told)
    except TwilioError as caught:
        problem = diagnose.failed("finish creating", resource_type, caught, afterwards=diagnose.HALF_CREATED)
    state = _created_state(session, change, told)
    private = ownership.remembered(session, resource_type, state, private)
    return Outcome(settled(state), private, [problem] if problem else [])


def _created_state(session: Session, change: Change, told: dict) -> dict:
    """The planned state, filled from all that the answers so far have told, and its id.

    The parts of an id that are no arguments come from the answer, whatever was planned."""
    resource_type = change.resource_type
    state = filled(resource_type, change.planned_state, told, created=True)
    for name in resource_type.entry.id:
        if state.get(name) in (None, UNKNOWN):
            value = answered(resource_type.attributes[name], told, created=True)
            state[name] = None if value is MISSING else value
    account = resource_type.entry.account_attribute
    if account is not None and state.get(account.name) in (None, UNKNOWN):
        state[account.name] = session.client.account_sid
    account_sid = account_of(state)
    if not resource_type.entry.id and account_sid is None:
        account_sid = session.client.account_sid
    return with_id(resource_type, state, account_sid)


def _finish(session: Session, change: Change, state: dict, told: dict) -> Diagnostic | None:
    """Update-only arguments, waiting until Twilio has settled, and a fetch for what no answer said.

    Each answer is added to `told` as it comes, so that a failure later on loses none."""
    resource_type = change.resource_type
    parameters = _update_only(change) if "create" in resource_type.entry.operations else {}
    if parameters:
        told.update(session.call(resource_type, "update", state, parameters).payload)
    problem = waiting.until_done(session, resource_type, "create", state, told)
    if problem and resource_type.entry.loss:
        problem = diagnose.kept_waiting(problem)
    if problem is None and _lacks(resource_type, filled(resource_type, change.planned_state, told, created=True)):
        problem = _look(session, resource_type, state, told)
    return problem


def _look(session: Session, resource_type: ResourceType, state: dict, told: dict) -> Diagnostic | None:
    """A fetch of what is done; where Terraform stops, nothing depends on what it would have said."""
    try:
        told.update(session.fetch_new(resource_type, state) or {})
    except Interrupted:
        return diagnose.not_looked_at(resource_type)
    return None


def _update_only(change: Change) -> dict:
    """Arguments that only an update takes, with what every update must carry (trap 11)."""
    operations = change.resource_type.entry.operations
    if "update" not in operations:
        return {}
    parameters = _parameters(change, "update")
    late = {attribute.update for attribute in change.resource_type.arguments if attribute.is_update_only}
    if not late.intersection(parameters):
        return {}
    always = {attribute.update for attribute in change.resource_type.arguments if attribute.always}
    everything = operations["update"].method == "PUT"
    return {name: value for name, value in parameters.items() if everything or name in late or name in always}


def _lacks(resource_type: ResourceType, state: dict) -> bool:
    """Whether a fetch may say what is still unknown."""
    return any(state.get(name) is UNKNOWN and attribute.response for name, attribute in resource_type.attributes.items())
