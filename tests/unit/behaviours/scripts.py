"""A client that answers with what is written, and behaviours applied through it."""

from terraform_twilio.catalogue import read
from terraform_twilio.catalogue.model import Entry
from terraform_twilio.catalogue.resource_type import ResourceType
from terraform_twilio.engine import apply, planning
from terraform_twilio.engine.private import Private, from_bytes
from terraform_twilio.engine.read import read as read_resource
from terraform_twilio.engine.session import Session
from terraform_twilio.terraform.provider import PlanResourceChangeRequest
from terraform_twilio.twilio.errors import ResponseError
from terraform_twilio.twilio.operations import Answer

ACCOUNT = "AC" + "0" * 32
GONE = ResponseError(status=404, code=20404, message="not found")
REFUSED = ResponseError(status=400, code=21000, message="no")


class Script:
    """`asked` keeps method, path with its values, and parameters of every call, in order."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.account_sid = ACCOUNT
        self.asked = []

    def call(self, operation, arguments, *, account_sid=None):
        self.asked.append((operation.method, self._path(operation, arguments), arguments.parameters))
        return Answer(200, self._next(), {})

    def pages(self, operation, arguments, items, *, account_sid=None):
        self.asked.append((operation.method, self._path(operation, arguments), {}))
        yield from self._next()

    def status_of(self, account_sid):
        """What a stranger is told of another account."""
        raise GONE

    def _path(self, operation, arguments):
        return operation.path.format(**{"AccountSid": self.account_sid, **arguments.path})

    def _next(self):
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def lines(self):
        """Method and last word of every call."""
        return [f"{method} {path.rpartition('/')[2]}" for method, path, _ in self.asked]


def entry(name):
    """An entry of the catalogue as a resource type."""
    facts = read.entries()[name]
    return ResourceType(facts["resource"], Entry(name, facts))


def state(resource_type, **values):
    return {**dict.fromkeys(resource_type.wire_types), **values}


def planned(resource_type, prior_state, private=None, **config):
    """The response to a plan; `private` is what is stored beside the prior state."""
    request = PlanResourceChangeRequest(
        type_name=resource_type.name, prior_state=prior_state, proposed_new_state={},
        config=state(resource_type, **config), prior_private=(private or Private()).to_bytes())
    return planning.plan_resource_change(resource_type, request, nobody)


def nobody():
    raise AssertionError("a plan asks nobody")


def applied(script, resource_type, prior_state, private=None, paused=None, **config):
    """The outcome of planning and applying a configuration."""
    response = planned(resource_type, prior_state, private, **config)
    pauses = paused if paused is not None else []
    return apply.apply(Session(script, pauses.append), apply.Change(
        resource_type, prior_state, response.planned_state, state(resource_type, **config),
        from_bytes(response.planned_private)))


def destroyed(script, resource_type, prior_state, private=None):
    change = apply.Change(resource_type, prior_state, None, None, private or Private())
    return apply.apply(Session(script, [].append), change)


def refreshed(script, resource_type, prior_state, private=None):
    return read_resource(Session(script, [].append), resource_type, prior_state, private or Private())
