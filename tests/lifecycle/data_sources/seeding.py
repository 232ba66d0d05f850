"""Puts objects where Twilio would have them, for whatever brought them there: parents first, every property filled.

Nothing creates a recording or a reservation through the API, so it is stored in the emulator directly. Which properties
an object has and which form they have, the emulator's documents say, not the catalogue.
"""

from __future__ import annotations

from typing import NamedTuple

from lifecycle.data_sources.inventing import property_like, segment_like
from lifecycle.facts import PARAMETER
from terraform_twilio.catalogue.operations import Operation
from terraform_twilio.emulator import births
from terraform_twilio.emulator.kinds import COLLECTION, ITEM, Kind
from terraform_twilio.emulator.names import wiped
from terraform_twilio.emulator.places import Location, encoded, find, kept_at
from terraform_twilio.emulator.properties import LINKS, PARENT_LINKS
from terraform_twilio.emulator.quirks import table
from terraform_twilio.emulator.quirks.standing import FOUND_WITH
from terraform_twilio.emulator.server import Emulator
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

ACCOUNTS = "api.twilio.com/2010-04-01/Accounts"


def _subaccount(seeds: Seeds, account: Resource) -> None:
    """An account is its own; its owner sees it."""
    account.account = account.name
    account.properties = {"status": "active", **account.properties, "owner_account_sid": seeds.account,
                          "auth_token": "t"}


def _owned_number(seeds: Seeds, number: Resource) -> None:
    """Numbers of one type are shown out of all that are owned."""
    number.collection, _, variant = number.collection.rpartition("/")
    number.properties["type"] = {"Local": "local", "Mobile": "mobile", "TollFree": "toll-free"}[variant]


def _port_in(seeds: Seeds, request: Resource) -> None:
    request.collection = request.collection.removesuffix("/PortInRequests")


def _attachment(seeds: Seeds, attachment: Resource) -> None:
    """What is attached is listed, not the attachment."""
    seeds.beside(attachment.host, "/v1/" + attachment.collection.rpartition("/")[2], attachment.name)


def _safe_number(seeds: Seeds, number: Resource) -> None:
    number.name = number.properties["phone_number"]


def _at_its_collection(seeds: Seeds, configuration: Resource) -> None:
    configuration.name = ""


# Kinds whose lists show what is stored elsewhere.
ODD = {
    ACCOUNTS: _subaccount,
    **{f"{ACCOUNTS}/{{}}/IncomingPhoneNumbers/{variant}": _owned_number for variant in ("Local", "Mobile", "TollFree")},
    "accounts.twilio.com/v1/SafeList/Numbers": _safe_number,
    "numbers.twilio.com/v1/Porting/Configuration/Webhook": _at_its_collection,
    "numbers.twilio.com/v1/Porting/PortIn/PortInRequests": _port_in,
    "assistants.twilio.com/v1/Assistants/{}/Tools": _attachment,
    "assistants.twilio.com/v1/Assistants/{}/Knowledge": _attachment,
}


class Place(NamedTuple):
    """An operation, and the values of its path's parameters in order."""

    operation: Operation
    values: list


class Seeds:
    """Seeds one account of an emulator; `salt` is in every name."""

    def __init__(self, emulator: Emulator, account: str, salt: str) -> None:
        self.world = emulator.world
        self.lock = emulator.exchange.lock
        self.account = account
        self.salt = salt

    def place(self, host: str, method: str, path: str, turn: int = 0) -> Place:
        """The operation of a path, and values for it; the turn counts for the last parameter only."""
        bare = path.partition("?")[0]
        operation = self.world.routes.match(host, method, PARAMETER.sub("x", bare)).operation
        names = PARAMETER.findall(operation.path)
        last = len(names) - 1 if operation.path.removesuffix(".json").endswith("}") else -1
        return Place(operation, [self._segment(operation, name, turn if number == last else 0)
                                 for number, name in enumerate(names)])

    def stand(self, place: Place, turn: int = 0, **properties: object) -> Resource:
        """The object at a place, its parents below it."""
        with self.lock, self.world.store.transaction():
            self._parents(place)
            return self._object(place, turn, properties)

    def parents(self, place: Place) -> None:
        with self.lock, self.world.store.transaction():
            self._parents(place)

    def _call(self, place: Place) -> Call:
        """Lists that need no credentials belong to nobody."""
        account = "" if place.operation.security == "none" else self.account
        call = Call(self.world, place.operation, account, place.values)
        table.PREPARING.get(place.operation.host, lambda call: None)(call)
        return call

    def _segment(self, operation: Operation, name: str, turn: int) -> str:
        if name == "AccountSid" and operation.host == "api.twilio.com":
            return self.account
        return segment_like(name, operation.taken["path"][name], turn, self.salt)

    def _parents(self, place: Place) -> None:
        """Walks the path; what must exist for the next step to be found is stored."""
        call = self._call(place)
        walked = canonical = ""
        values = iter(place.values)
        steps = place.operation.path.removesuffix(".json").strip("/").split("/")
        for step in steps[:-1] if call.place == ITEM else steps:
            if step.startswith("{"):
                value = next(values)
                self._parent(call, self.world.kinds.at(place.operation.host, wiped(walked)), canonical, value)
                canonical += "/" + encoded(value)
            else:
                canonical += "/" + step
            walked += "/" + step

    def _parent(self, call: Call, kind: Kind | None, collection: str, name: str) -> None:
        if kind is None or kind.line == ACCOUNTS:
            return
        if kind.line in FOUND_WITH:
            self._elsewhere(kind, name)
        host, collection = kept_at(call, collection)
        if self.world.store.at(host, self.account, f"{collection}/{encoded(name)}") is None:
            properties = {kind.key: name} | ({"sid": name} if "sid" in kind.shape else {})
            self._save(kind, Resource(self.account, host, collection, encoded(name), properties, call.now), 0)

    def _elsewhere(self, kind: Kind, sid: str) -> None:
        """The object of another product that an insight is about."""
        collection = f"/2010-04-01/Accounts/{self.account}{FOUND_WITH[kind.line]}"
        if self.world.store.at("api.twilio.com", self.account, f"{collection}/{sid}") is None:
            other = Resource(self.account, "api.twilio.com", collection, sid, {"sid": sid}, self.world.clock.now())
            self.world.store.save(other)

    def _object(self, place: Place, turn: int, properties: dict) -> Resource:
        call = self._call(place)
        name = self._key(call.kind, turn) if call.place == COLLECTION or call.operation.items is not None else ""
        if call.kind.line in FOUND_WITH:
            self._elsewhere(call.kind, name or place.values[-1])
        found = find(call)
        if name:
            found = Location(found.host, found.collection, name, [*found.values, name])
        resource = births.fresh(call, found)
        resource.properties.update(properties)
        if call.kind.line in ODD:
            ODD[call.kind.line](self, resource)
        return self._save(call.kind, resource, turn)

    def beside(self, host: str, path: str, name: str) -> None:
        """An object of another kind that must be there, too."""
        kind = self.world.kinds.at(host, wiped(path))
        other = Resource(self.account, host, path, name, {kind.key: name}, self.world.clock.now())
        self._save(kind, other, 0)

    def _key(self, kind: Kind, turn: int) -> str:
        """The last segment of a new element of a collection."""
        prefix = kind.prefix()
        facts = {"type": "string", "sid": [prefix]} if prefix and len(prefix) == 2 else kind.key_facts()
        return segment_like(kind.key, facts or kind.shape.get(kind.key) or {"type": "string"}, turn, self.salt)

    def _save(self, kind: Kind, resource: Resource, turn: int) -> Resource:
        """Every property that nothing decided yet; links follow from the place."""
        for name, facts in kind.shape.items():
            if name == "account_sid" or (name == "sid" and name == kind.key):
                resource.properties.setdefault(name, self.account if name == "account_sid" else resource.name)
            elif name not in LINKS + PARENT_LINKS:
                resource.properties.setdefault(name, property_like(name, facts, turn, self.salt))
        self.world.store.save(resource)
        return resource

