"""The look of signing requests: one configuration for each country and product, and one address for all of them."""

from __future__ import annotations

from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.identity import InvalidId, id_of
from terraform_twilio.engine.session import Session
from terraform_twilio.engine.sids import is_sid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.changes import Change, Outcome
    from terraform_twilio.twilio.operations import Answer


class SigningRequest(Behaviour):
    """The path does not say which configuration is meant, so the body has to."""

    def update(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        return proceed(Naming(session.client, session.pause), change)

    def import_id(self, session: Session, resource_type: ResourceType, written: str) -> str:
        """The account's SID is the id of the only configuration that it has."""
        if not is_sid(written) or not written.startswith("AC"):
            return written
        if written != session.client.account_sid:
            raise InvalidId(f"the provider's account is {session.client.account_sid}")
        ids = [id_of(resource_type, element, None) for element in session.elements(resource_type, {})]
        if len(ids) != 1:
            raise InvalidId(f"the account has {', '.join(ids)}" if ids else "the account has no configuration")
        return ids[0]


class Naming(Session):
    """A session whose update names the configuration by the parts of its id."""

    __slots__ = ()

    def call(self, resource_type: ResourceType, verb: str, state: dict, parameters: dict | None = None) -> Answer:
        if verb == "update":
            named = {resource_type.attributes[name].create: state[name] for name in resource_type.entry.id}
            parameters = {**named, **(parameters or {})}
        return super().call(resource_type, verb, state, parameters)


BEHAVIOUR = SigningRequest()
