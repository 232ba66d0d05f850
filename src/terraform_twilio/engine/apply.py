"""Doing what was planned: create, update, delete (A1–A13, K14, K15, K19).

Whatever happens, what exists at Twilio stays in the state: a half-done create keeps its id and is tainted by core, a
failed update keeps what is really there.
"""

from __future__ import annotations

from terraform_twilio.engine import behaviours, diagnose, resetting
from terraform_twilio.engine.changes import Change, Outcome
from terraform_twilio.engine.identity import id_of, with_id
from terraform_twilio.engine.normalise import is_empty, same, same_as_answered
from terraform_twilio.engine.session import DELETING_SECONDS, SETTLING, SETTLING_SECONDS
from terraform_twilio.engine.timeouts import limit
from terraform_twilio.engine.translate import (
    MISSING,
    account_of,
    answered,
    filled,
    refreshed,
    settled,
    to_parameter,
)
from terraform_twilio.engine.update import is_renewed, update_parameters, written_after_create, written_after_update
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import Interrupted, ResponseError, TransportError, TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.private import Private
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic


def apply(session: Session, change: Change, log: object = None) -> Outcome:
    """What ApplyResourceChange answers; no exception leaves it, for core would then forget what exists (A6)."""
    try:
        return _applied(session, change, log)
    except Exception as problem:
        return _defect(change, change.prior_state, problem, log)


def _applied(session: Session, change: Change, log: object) -> Outcome:
    behaviour = behaviours.of(change.resource_type.entry)
    if change.prior_state is None:
        return behaviour.create(session, change, lambda session, change: create(session, change, log))
    if change.planned_state is None:
        return behaviour.delete(session, change, delete)
    return behaviour.update(session, change, update)


def _defect(change: Change, state: dict | None, problem: Exception, log: object) -> Outcome:
    if log is not None:
        log.error("defect while applying", type_name=change.resource_type.name, exception=type(problem).__name__,
                  trace=_trace(problem))
    return Outcome(state, change.private, [diagnose.defect("apply", change.resource_type.name, problem)])


def _trace(problem: Exception) -> str:
    """Where it happened; never the exception's text, which may hold values."""
    frames, frame = [], problem.__traceback__
    while frame is not None:
        frames.append(f"{frame.tb_frame.f_code.co_filename.rpartition('/')[2]}:{frame.tb_lineno}")
        frame = frame.tb_next
    return " > ".join(frames)


# --- create ----------------------------------------------------------------------------------------------------------

def create(session: Session, change: Change, log: object = None) -> Outcome:
    resource_type = change.resource_type
    private = written_after_create(resource_type, change.private, change.config)
    try:
        payload = _creation(session, change)
    except TwilioError as problem:
        payload = _found_after_all(session, change, problem)
        if payload is None:
            afterwards = diagnose.MAY_EXIST if _may_have_acted(problem) else ""
            return Outcome(None, change.private,
                           [diagnose.failed("create", resource_type, problem, afterwards=afterwards)])
    try:
        return completed(session, change, private, payload)
    except Exception as problem:
        return _defect(change, settled(_created_state(session, change, payload)), problem, log)


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


def _may_have_acted(problem: TwilioError) -> bool:
    return (isinstance(problem, TransportError) and problem.sent) or (
        isinstance(problem, ResponseError) and problem.status >= 500)


def _found_after_all(session: Session, change: Change, problem: TwilioError) -> dict | None:
    """A13: the answer was lost. An object with our unique name and all that we asked for is the one we made."""
    resource_type, planned = change.resource_type, change.planned_state
    if not _may_have_acted(problem) or not planned.get("unique_name") or "list" not in resource_type.entry.operations:
        return None
    try:
        return next((element for element in session.elements(resource_type, planned)
                     if _is_as_planned(change, element)), None)
    except TwilioError:
        return None


def _is_as_planned(change: Change, element: dict) -> bool:
    told = {attribute.name: answered(attribute, element) for attribute in change.resource_type.arguments}
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
    return Outcome(settled(state), _owned(resource_type, private, state), [problem] if problem else [])


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
    problem = _settle(session, resource_type, state, told)
    if problem or _lacks(resource_type, filled(resource_type, change.planned_state, told, created=True)):
        told.update(session.fetch_new(resource_type, state) or {})
    return problem


def _update_only(change: Change) -> dict:
    """Arguments that only an update takes, with what every update must carry (trap 11)."""
    operations = change.resource_type.entry.operations
    if "update" not in operations:
        return {}
    parameters = _parameters(change, "update")
    late = {attribute.update for attribute in change.resource_type.arguments if attribute.update and not attribute.create}
    if not late.intersection(parameters):
        return {}
    always = {attribute.update for attribute in change.resource_type.arguments if attribute.always}
    everything = operations["update"].method == "PUT"
    return {name: value for name, value in parameters.items() if everything or name in late or name in always}


def _lacks(resource_type: ResourceType, state: dict) -> bool:
    """Whether a fetch may say what is still unknown."""
    return any(state.get(name) is UNKNOWN and attribute.response for name, attribute in resource_type.attributes.items())


def _settle(session: Session, resource_type: ResourceType, state: dict, told: dict) -> Diagnostic | None:
    """Wait while Twilio is still working on it, where the catalogue says which property tells."""
    settle, waited, looks = resource_type.entry.settle, 0.0, 0
    if not settle:
        return None
    seconds_at_most = limit(resource_type.entry, "create", state, SETTLING_SECONDS)
    while told.get(settle["property"]) in settle["pending"]:
        if waited >= seconds_at_most:
            return diagnose.settles_slowly(resource_type, told[settle["property"]], int(waited // 60))
        seconds = SETTLING[min(looks, len(SETTLING) - 1)]
        session.pause(seconds)
        waited, looks = waited + seconds, looks + 1
        told.update(session.fetch_new(resource_type, state) or {})
    if told.get(settle["property"]) in settle["failed"]:
        return diagnose.settled_badly(resource_type, told[settle["property"]], told)
    return None


def _owned(resource_type: ResourceType, private: Private, state: dict) -> Private:
    """The private record remembers the account where the state has no attribute for it (Q2)."""
    if "account_sid" not in resource_type.attributes and not resource_type.entry.id:
        private.account_sid = id_of(resource_type, state, state.get("id"))
    return private


# --- update ----------------------------------------------------------------------------------------------------------

def update(session: Session, change: Change) -> Outcome:
    resource_type, prior, planned = change.resource_type, change.prior_state, change.planned_state
    if is_renewed(resource_type, prior, planned):
        return _renewed(session, change)
    try:
        payload = _updated(session, change)
    except TwilioError as problem:
        return _not_updated(session, change, problem)
    state = filled(resource_type, planned, payload)
    refused = [attribute for attribute in resource_type.arguments if _was_not_cleared(attribute, prior, planned, payload)]
    for attribute in refused:
        state[attribute.name] = prior[attribute.name]
    private = written_after_update(resource_type, change.private, change.config, prior, planned)
    state = with_id(resource_type, _with_prior(state, prior), account_of(state) or prior.get("id"))
    return Outcome(state, private, [diagnose.not_cleared(resource_type, attribute) for attribute in refused])


def _renewed(session: Session, change: Change) -> Outcome:
    """A new object in the place of the old one, which stays as it is; a refused creation leaves the prior state (A7)."""
    outcome = create(session, change)
    return outcome if outcome.state is not None else Outcome(change.prior_state, change.private, outcome.diagnostics)


def _updated(session: Session, change: Change) -> dict:
    """The answer of the update; {} when there was nothing to send. A fetch fills in what it did not say."""
    resource_type, prior = change.resource_type, change.prior_state
    operation = resource_type.entry.operations.get("update")
    if operation is None:
        return {}
    parameters = update_parameters(resource_type, operation, prior, change.planned_state, change.private)
    if not parameters:
        return {}
    payload = session.call(resource_type, "update", {**change.planned_state, **_address(change)}, parameters).payload
    unsaid = any(change.planned_state.get(name) is UNKNOWN and attribute.response and answered(attribute, payload) is MISSING
                 for name, attribute in resource_type.attributes.items())
    return {**payload, **(session.fetch(resource_type, _after_transfer(change)) or {})} if unsaid else payload


def _address(change: Change) -> dict:
    """The path is the prior state's: a transfer is sent to the old owner (G1), an id never changes in an update."""
    entry = change.resource_type.entry
    names = [*entry.id, *([entry.account_attribute.name] if entry.account_attribute else [])]
    return {name: change.prior_state.get(name) for name in names}


def _after_transfer(change: Change) -> dict:
    return {**change.prior_state, **settled(change.planned_state), **{name: change.prior_state.get(name)
                                                                     for name in change.resource_type.entry.id}}


def _was_not_cleared(attribute: object, prior: dict, planned: dict, payload: dict) -> bool:
    """K19: planned null, sent empty, and answered with the old value."""
    if planned.get(attribute.name) is not None or is_empty(prior.get(attribute.name)) or not attribute.update:
        return False
    told = answered(attribute, payload)
    return told is not MISSING and same(attribute, told, prior[attribute.name])


def _with_prior(state: dict, prior: dict) -> dict:
    """What no answer said is as it was."""
    return {name: prior.get(name) if value is UNKNOWN else value for name, value in state.items()}


def _not_updated(session: Session, change: Change, problem: TwilioError) -> Outcome:
    """A7, K15: what is really there. After a clear refusal that is the prior state; after silence Twilio is asked."""
    resource_type, prior = change.resource_type, change.prior_state
    state = prior
    if _may_have_acted(problem) or isinstance(problem, Interrupted):
        try:
            payload = session.fetch(resource_type, prior)
            state = refreshed(resource_type, prior, payload) if payload else prior
        except TwilioError:
            state = prior
    return Outcome(state, change.private,
                   [diagnose.failed("update", resource_type, problem, afterwards=diagnose.UNCHANGED)])


# --- delete ----------------------------------------------------------------------------------------------------------

def delete(session: Session, change: Change) -> Outcome:
    """A8: a 404 is success. What Twilio cannot delete is forgotten; the plan has said so."""
    entry = change.resource_type.entry
    try:
        if "delete" in entry.operations:
            return _deleted(session, change)
        if entry.delete_by_update:
            session.call(change.resource_type, "update", change.prior_state, dict(entry.delete_by_update))
        if resetting.is_wanted(change.resource_type, change.prior_state):
            _reset(session, change)
    except ResponseError as problem:
        if not problem.is_not_found:
            return Outcome(change.prior_state, change.private, [diagnose.failed("delete", change.resource_type, problem)])
    except TwilioError as problem:
        return Outcome(change.prior_state, change.private, [diagnose.failed("delete", change.resource_type, problem)])
    return Outcome(None, change.private)


def _reset(session: Session, change: Change) -> None:
    parameters = resetting.parameters(change.resource_type, change.prior_state, change.private)
    if parameters:
        session.call(change.resource_type, "update", change.prior_state, parameters)


def _deleted(session: Session, change: Change) -> Outcome:
    """Terraform may delete a thing before what uses it has let go: a refusal "in use" is tried again for a while."""
    entry, waited, looks = change.resource_type.entry, 0.0, 0
    seconds = limit(entry, "delete", change.prior_state, DELETING_SECONDS)
    while True:
        try:
            session.call(change.resource_type, "delete", change.prior_state)
            return Outcome(None, change.private)
        except ResponseError as problem:
            if problem.code not in (entry.in_use or ()):
                raise
            if waited >= seconds:
                return Outcome(change.prior_state, change.private,
                               [diagnose.still_in_use(change.resource_type, problem, waited)])
        pause = SETTLING[min(looks, len(SETTLING) - 1)]
        session.pause(pause)
        waited, looks = waited + pause, looks + 1
