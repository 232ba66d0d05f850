"""Buying a phone number. What is on sale changes at every look, and a number is an asset that is lost when released.

1. `search` is made once, at creation, and the first number that is still there is bought; later it changes nothing.
2. A number that the account owns already is adopted, not refused: it is updated to what is configured. So is one that
   was bought by a call whose answer was lost.
3. `release_on_destroy = false` leaves the number in the account; then nothing is lost, and no plan warns.
"""

from __future__ import annotations

from terraform_twilio.engine.behaviours import diagnoses
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.changes import Outcome
from terraform_twilio.engine.creating import may_have_acted
from terraform_twilio.engine.normalise import same
from terraform_twilio.engine.session import Session, addressed_account
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.errors import ResponseError, TwilioError
from terraform_twilio.twilio.operations import Arguments, Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.changes import Change
    from terraform_twilio.terraform.diagnostics import Diagnostic
    from terraform_twilio.twilio.operations import Answer

# `PhoneNumber is not available`: somebody else's, or already this account's own.
NOT_AVAILABLE = 21422
# Somebody may buy what a search has just found, this very apply with its `count` first of all; so many numbers are tried.
CANDIDATES = 50
ON_SALE = "/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/{Type}.json"
SEGMENTS = {"local": "Local", "toll_free": "TollFree", "mobile": "Mobile", "national": "National", "voip": "Voip",
            "shared_cost": "SharedCost", "machine_to_machine": "MachineToMachine"}


class PhoneNumber(Behaviour):
    """Numbers are bought from an inventory that nobody can plan with."""

    def validate(self, resource_type: ResourceType, config: dict) -> list[Diagnostic]:
        known = [name for name in ("phone_number", "area_code", "search") if config.get(name) not in (None, UNKNOWN)]
        return [diagnoses.search_beside(name) for name in known if "search" in known and name != "search"]

    def loses(self, prior_state: dict) -> bool:
        return prior_state.get("release_on_destroy") is not False

    def create(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        purchase = Purchase(session, change)
        try:
            found = purchase.search()
        except TwilioError as problem:
            return Outcome(None, change.private, [diagnoses.search_failed(change.resource_type, problem)])
        if not found:
            return Outcome(None, change.private, [diagnoses.nothing_on_sale(change.planned_state["search"])])
        outcome = proceed(purchase, change)
        if purchase.adopted and outcome.state:
            outcome.diagnostics.append(diagnoses.adopted(change.resource_type, outcome.state))
        return outcome

    def delete(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        if not self.loses(change.prior_state):
            return Outcome(None, change.private)
        return proceed(session, change)


class Purchase(Session):
    """A session whose create call buys: one number after the other of a search, or the one that is owned already."""

    __slots__ = ("_change", "_numbers", "adopted")

    def __init__(self, session: Session, change: Change) -> None:
        super().__init__(session.client, session.pause)
        self.adopted = False
        self._change = change
        self._numbers: list = []

    def search(self) -> bool:
        """Whether there is something to buy: always, where nothing has to be searched for."""
        search = self._change.planned_state.get("search")
        if not isinstance(search, dict) or self._change.planned_state.get("phone_number") not in (None, UNKNOWN):
            return True
        self._numbers = self._on_sale(search)
        return bool(self._numbers)

    def call(self, resource_type: ResourceType, verb: str, state: dict, parameters: dict | None = None) -> Answer:
        if verb != "create":
            return super().call(resource_type, verb, state, parameters)
        if not self._numbers:
            return self._bought_or_owned(resource_type, state, parameters or {})
        bodies = [{**(parameters or {}), "PhoneNumber": number} for number in self._numbers]
        for body in bodies[:-1]:
            try:
                return self._bought(resource_type, state, body)
            except ResponseError as problem:
                if problem.code != NOT_AVAILABLE:
                    raise
        return self._bought(resource_type, state, bodies[-1])

    def _on_sale(self, search: dict) -> list:
        resource_type = self._change.resource_type
        segment = SEGMENTS[search.get("type") or "local"]
        operation = Operation("GET", resource_type.entry.host,
                              ON_SALE.replace("{Type}", segment))
        arguments = Arguments(path={"CountryCode": search["iso_country"]},
                              query=query(resource_type.attributes["search"].elements, search))
        payload = self.client.call(operation, arguments,
                                   account_sid=addressed_account(resource_type, self._change.planned_state)).payload
        return [offer["phone_number"] for offer in payload.get("available_phone_numbers") or []][:CANDIDATES]

    def _bought(self, resource_type: ResourceType, state: dict, body: dict) -> Answer:
        """A number that was bought although the answer was lost is found by itself: it was not ours before."""
        try:
            return super().call(resource_type, "create", state, body)
        except TwilioError as problem:
            sid = self._owned(resource_type, state, body) if may_have_acted(problem) else None
            if sid is None:
                raise
        return super().call(resource_type, "fetch", {**state, "sid": sid})

    def _bought_or_owned(self, resource_type: ResourceType, state: dict, body: dict) -> Answer:
        try:
            return self._bought(resource_type, state, body)
        except ResponseError as problem:
            sid = self._owned(resource_type, state, body) if problem.code == NOT_AVAILABLE else None
            if sid is None:
                raise
        self.adopted = True
        changes = {name: value for name, value in body.items() if name in _updatable(resource_type)}
        return super().call(resource_type, "update" if changes else "fetch", {**state, "sid": sid}, changes)

    def _owned(self, resource_type: ResourceType, state: dict, body: dict) -> str | None:
        """The SID of the number that was asked for, if it is the account's own; None also when nobody can tell."""
        number, attribute = body.get("PhoneNumber"), resource_type.attributes["phone_number"]
        if number is None:
            return None
        try:
            return next((one["sid"] for one in self.elements(resource_type, state, {"PhoneNumber": number})
                         if same(attribute, one.get("phone_number"), number)), None)
        except TwilioError:
            return None


def query(elements: dict, search: dict) -> dict:
    """What a search asks for, under the names it travels by; a capability is a parameter of its own."""
    asked = {attribute.query: search[name] for name, attribute in elements.items()
             if attribute.query and search.get(name) is not None}
    return {**asked, **{f"{name.capitalize()}Enabled": True for name in search.get("capabilities") or ()}}


def _updatable(resource_type: ResourceType) -> set:
    return {attribute.update for attribute in resource_type.arguments if attribute.update}


BEHAVIOUR = PhoneNumber()
