"""What the acting half of the engine may use of the world, handed in by the composition root."""

from __future__ import annotations

from terraform_twilio.engine import behaviours
from terraform_twilio.engine.translate import account_of, arguments_for
from terraform_twilio.twilio.errors import ACCOUNT_NOT_ACTIVE, ResponseError, TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from terraform_twilio.catalogue.lookup import Catalogue
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.twilio.client import Client
    from terraform_twilio.twilio.operations import Answer

# A fetch right after a create may still be a 404 (A12): these pauses, in seconds, are what it is given to appear.
APPEARANCE = (0.25, 0.5, 1.0, 2.0, 4.0)


class Session:
    """`client`: the Twilio client. `pause(seconds)`: waits, and raises Interrupted when Terraform stops. `catalogue`:
    finds the entries that others refer to."""

    __slots__ = ("catalogue", "client", "pause")

    def __init__(self, client: Client, pause: Callable[[float], None], catalogue: Catalogue | None = None) -> None:
        self.client = client
        self.pause = pause
        self.catalogue = catalogue

    def call(self, resource_type: ResourceType, verb: str, state: dict, parameters: dict | None = None) -> Answer:
        """One call of a resource type's operation for the object that this state describes; raises TwilioError."""
        operation = resource_type.entry.operations[verb]
        return self.client.call(operation, arguments_for(resource_type, verb, operation, state, parameters or {}),
                                account_sid=addressed_account(resource_type, state))

    def fetch(self, resource_type: ResourceType, state: dict) -> dict | None:
        """What Twilio now says of the object, or None when it is gone; raises TwilioError."""
        entry = resource_type.entry
        try:
            if "fetch" in entry.operations:
                payload = self.call(resource_type, "fetch", state).payload
            elif "list" in entry.operations:
                payload = self._listed(resource_type, state)
            else:
                return {}
        except ResponseError as error:
            if error.is_not_found:
                return None
            if self.is_closed_with_its_account(resource_type, state, error):
                return None
            raise
        if payload is None or _is_gone(resource_type, payload, state):
            return None
        return behaviours.of(entry).fetched(self, resource_type, state, payload)

    def is_closed_with_its_account(self, resource_type: ResourceType, state: dict, refusal: ResponseError) -> bool:
        """Whether a refusal means that the object's subaccount was closed, which is the end of everything in it."""
        return refusal.code == ACCOUNT_NOT_ACTIVE \
            and self.is_closed(addressed_account(resource_type, state) or self.client.account_sid)

    def is_closed(self, account_sid: str) -> bool:
        """Whether Twilio says so of the account; not where it says nothing."""
        try:
            return self.client.status_of(account_sid) == "closed"
        except TwilioError:
            return False

    def _listed(self, resource_type: ResourceType, state: dict) -> dict | None:
        """Reading where there is no fetch: the element of the list with this id; a configuration without id is the
        first of a list that may be empty."""
        elements = self.elements(resource_type, state)
        if not resource_type.entry.id:
            return next(elements, {})
        return next((element for element in elements if _is_this(resource_type, element, state)), None)

    def elements(self, resource_type: ResourceType, state: dict, query: dict | None = None) -> Iterator[dict]:
        """Every element of the list operation under the parents that the state names."""
        operation = resource_type.entry.operations["list"]
        arguments = arguments_for(resource_type, "list", operation, state, {})
        arguments.query.update(query or {})
        if resource_type.entry.page_size:
            arguments.query.setdefault("PageSize", resource_type.entry.page_size)
        return self.client.pages(operation, arguments, resource_type.entry.items or "",
                                 account_sid=addressed_account(resource_type, state))

    def fetch_new(self, resource_type: ResourceType, state: dict) -> dict | None:
        """A fetch of what was just created: a 404 is waited out (A12)."""
        payload = self.fetch(resource_type, state)
        for seconds in APPEARANCE:
            if payload is not None:
                break
            self.pause(seconds)
            payload = self.fetch(resource_type, state)
        return payload


def addressed_account(resource_type: ResourceType, state: dict) -> str | None:
    """The account in the path of a v2010 call; None lets the client's default stand."""
    return account_of(state) if resource_type.entry.account_attribute is not None else None


def _is_gone(resource_type: ResourceType, payload: dict, state: dict) -> bool:
    """Twilio keeps some objects after their end: a status says it (R1). An association is gone from a list."""
    entry = resource_type.entry
    if entry.member_of:
        own = str(state.get(entry.id[-1]))
        return own not in [str(element) for element in payload.get(entry.member_of) or []]
    return has_ended(resource_type, payload)


def has_ended(resource_type: ResourceType, payload: dict) -> bool:
    return any(payload.get(name) in values for name, values in (resource_type.entry.gone or {}).items())


def _is_this(resource_type: ResourceType, element: dict, state: dict) -> bool:
    """An element of a list is the object when the parts of its id that are not in the list's path are the same."""
    path = resource_type.entry.operations["list"].path
    parts = [attribute for name in resource_type.entry.id if (attribute := resource_type.attributes[name])
             and f"{{{attribute.path}}}" not in path]
    return all(str(element.get(attribute.response or attribute.path)) == str(state.get(attribute.name))
               for attribute in parts)
