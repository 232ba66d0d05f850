"""Voice geo permissions: a country is read by itself, and written by an update of many countries, here of one."""

from __future__ import annotations

from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.session import Session
from terraform_twilio.terraform.json_text import dumps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.changes import Change, Outcome
    from terraform_twilio.twilio.operations import Answer


class DialingPermissions(Behaviour):
    """An element of the update carries all three permissions, and the answer does not show the country."""

    def create(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        return proceed(Bulk(session.client, session.pause), change)

    def update(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        return proceed(Bulk(session.client, session.pause), change)


class Bulk(Session):
    """A session whose update is one element of a bulk update, between two fetches of the country."""

    __slots__ = ()

    def call(self, resource_type: ResourceType, verb: str, state: dict, parameters: dict | None = None) -> Answer:
        if verb != "update":
            return super().call(resource_type, verb, state, parameters)
        present = super().call(resource_type, "fetch", state).payload
        element = {"iso_code": state["iso_code"], **_present(resource_type, present), **_texts(parameters or {})}
        super().call(resource_type, "update", state, {"UpdateRequest": dumps([element])})
        return super().call(resource_type, "fetch", state)


def _present(resource_type: ResourceType, payload: dict) -> dict:
    """The permissions as they are, so that those nobody configured stay."""
    updated = {attribute.update: payload.get(attribute.response) for attribute in resource_type.arguments
               if attribute.update}
    return _texts({parameter: value for parameter, value in updated.items() if isinstance(value, bool)})


def _texts(permissions: dict) -> dict:
    """The document's example spells them as text."""
    return {name: "true" if value else "false" for name, value in permissions.items()}


BEHAVIOUR = DialingPermissions()
