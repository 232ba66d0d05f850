"""Plugin releases: what Flex loads is what was released last, and nothing can be deleted.

1. Another configuration is released in place of the old one (the catalogue's `renews`).
2. Destroying the active release releases an empty configuration, which is made for that: what is released can hardly be
   archived. A release that is not active any more is only forgotten.
3. Somebody else's release shows as another configuration, and the next apply releases ours again.
"""

from __future__ import annotations

from terraform_twilio.engine import diagnose
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.behaviours.newest import LOOKED_AT, newest
from terraform_twilio.engine.changes import Outcome
from terraform_twilio.engine.read import Reading
from terraform_twilio.twilio.errors import ResponseError, TwilioError
from terraform_twilio.twilio.operations import FORM, Arguments, Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.changes import Change
    from terraform_twilio.engine.private import Private
    from terraform_twilio.engine.session import Session

_CONFIGURE = Operation("POST", "flex-api.twilio.com", "/v1/PluginService/Configurations", FORM, repeatable=False)


class Release(Behaviour):
    """A release is an event; what lasts of it is the configuration that Flex loads."""

    def read(self, session: Session, resource_type: ResourceType, prior: dict, private: Private,
             proceed: Callable) -> Reading:
        reading = proceed(session, resource_type, prior, private)
        if reading.state is None or reading.diagnostics:
            return reading
        try:
            active = _active(session, resource_type, reading.state) or {}
        except TwilioError as problem:
            return Reading(prior, private, [diagnose.failed("read", resource_type, problem)])
        return Reading(_of(prior, reading.state, active), reading.private, [])

    def delete(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        resource_type, prior = change.resource_type, change.prior_state
        try:
            active = _active(session, resource_type, prior) or {}
            if active.get("sid") == prior["sid"]:
                _release_nothing(session, resource_type, prior)
        except TwilioError as problem:
            if not (isinstance(problem, ResponseError) and problem.is_not_found):
                return Outcome(prior, change.private, [diagnose.failed("supersede", resource_type, problem)])
        return Outcome(None, change.private)


def _active(session: Session, resource_type: ResourceType, state: dict) -> dict | None:
    return newest(session.elements(resource_type, state, {"PageSize": LOOKED_AT}))


def _of(prior: dict, state: dict, active: dict) -> dict:
    """The state with the configuration that is active; one that was not named by its SID keeps its name."""
    sid = active.get("configuration_sid") or state["configuration_sid"]
    is_same = prior["configuration_id"] is not None and sid == prior["configuration_sid"]
    return {**state, "configuration_sid": sid, "configuration_id": prior["configuration_id"] if is_same else sid}


def _release_nothing(session: Session, resource_type: ResourceType, state: dict) -> None:
    name = f"No plugins, in place of {state['sid']}"
    parameters = {"Name": name, "Description": "Made by Terraform to end a release."}
    empty = session.client.call(_CONFIGURE, Arguments(parameters=parameters)).payload
    session.call(resource_type, "create", state, {"ConfigurationId": empty["sid"]})


BEHAVIOUR = Release()
