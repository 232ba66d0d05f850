"""A flow's definition is a program: only Twilio can say whether it is right, and it says so without storing it."""

from __future__ import annotations

from terraform_twilio.engine.behaviours import diagnoses
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.diagnose import detailed
from terraform_twilio.twilio.errors import CredentialsError, ResponseError, TwilioError
from terraform_twilio.twilio.operations import FORM, Arguments, Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine import plan
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic

VALIDATE = "/v2/Flows/Validate"
# attribute: parameter
ASKED = {"friendly_name": "FriendlyName", "status": "Status", "definition": "Definition"}


class StudioFlow(Behaviour):
    """Core plans again before it applies, with everything known: what the first plan could not ask is asked then."""

    def check(self, ask: Callable[[], Session], change: plan.Proposal, planned: plan.Plan) -> list[Diagnostic]:
        flow, prior = planned.planned_state, change.prior_state or {}
        is_known = all(isinstance(flow.get(name), str) for name in ASKED)
        is_new = any(flow.get(name) != prior.get(name) for name in ASKED)
        if flow.get("validate") is not True or not is_known or not is_new:
            return []
        return validated(ask(), change.resource_type, {parameter: flow[name] for name, parameter in ASKED.items()})


def validated(session: Session, resource_type: ResourceType, parameters: dict) -> list[Diagnostic]:
    """What is wrong, one error each; nothing while the credentials are not known yet."""
    operation = Operation("POST", resource_type.entry.host, VALIDATE, FORM)
    try:
        payload = session.client.call(operation, Arguments(parameters=parameters)).payload
    except ResponseError as problem:
        if problem.status != 400:
            return [diagnoses.not_validated(resource_type, problem)]
        return _wrong(problem.details, problem.message)
    except CredentialsError as problem:
        return [] if problem.unknown else [diagnoses.not_validated(resource_type, problem)]
    except TwilioError as problem:
        return [diagnoses.not_validated(resource_type, problem)]
    return [] if payload.get("valid", True) else _wrong(payload, "Twilio does not say why")


def _wrong(details: object, message: str) -> list[Diagnostic]:
    found = detailed(details) or [("definition", message)]
    return [diagnoses.wrong_definition(place, said) for place, said in found]


BEHAVIOUR = StudioFlow()
