"""The general rule of every operation: create, fetch, update, delete, list, stateful.

What Twilio does differently for a kind stands in `quirks/`; `quirks/table.py` names the points at which it is called.
"""

from __future__ import annotations

from terraform_twilio.emulator import properties
from terraform_twilio.emulator.answers import Answer
from terraform_twilio.emulator.births import CHANGE, fresh, new_resource, stamp
from terraform_twilio.emulator.fitness import check_fit
from terraform_twilio.emulator.kinds import FIXED, ITEM, Kind
from terraform_twilio.emulator.paging import list_answer
from terraform_twilio.emulator.places import Location, absent, encoded, find, lookup, must_be_stored
from terraform_twilio.emulator.quirks import table
from terraform_twilio.emulator.quirks.conflicts import check_name, check_revision, conflict, precondition_failed
from terraform_twilio.emulator.quirks.standing import (
    ALSO_NAMED,
    DEFAULT_SERVICE,
    FOUND_BELOW,
    FOUND_BY_SID,
    MADE_BY_UPDATE,
    stored_at,
)
from terraform_twilio.emulator.quirks.states import advance, begin
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.validation import SID
from terraform_twilio.emulator.world import Call


def perform(call: Call) -> Answer:
    """The answer to a call that passed the door."""
    special = table.ANSWERS.get(call.operation.line)
    if special:
        return special(call)
    for line in (call.operation.host, call.operation.line):
        if line in table.PREPARING:
            table.PREPARING[line](call)
    return PERFORMERS[call.operation.verb](call, find(call))


def create(call: Call, location: Location) -> Answer:
    """A new resource of the collection; on a fixed path the one that stands there."""
    if call.place == FIXED:
        return create_fixed(call, location)
    resource = new_resource(call, location)
    check_unique(call, resource)
    begin(call.kind, resource.properties)
    table.run(table.CREATING, call, resource)
    check_fit(call, resource)
    resource.name = encoded(str(resource.properties[call.kind.key]))
    check_absent(call, resource)
    call.world.store.save(resource)
    table.run(table.CREATED, call, resource)
    return shown(call, resource)


def create_fixed(call: Call, location: Location) -> Answer:
    """An action answers and keeps nothing; a singleton is set."""
    if call.kind.verbs() & {"Fetch", "Update", "Delete"}:
        return update(call, location)
    resource = new_resource(call, location)
    table.run(table.CREATING, call, resource)
    check_fit(call, resource)
    return shown(call, resource)


def check_unique(call: Call, resource: Resource) -> None:
    """A unique name is unique in its collection, and so is what else names a resource in a path."""
    name = resource.properties.get("unique_name")
    if isinstance(name, str) and "unique_name" in call.kind.shape:
        check_name(call.kind, name)
        other = call.world.store.named(resource.host, resource.account, resource.collection, name)
        if other and other.number != resource.number:
            raise conflict(call.kind, "unique name", name)
    check_also_named(call, resource)


def check_also_named(call: Call, resource: Resource) -> None:
    """Nobody is a member twice: the property of `ALSO_NAMED` is unique, too."""
    named = ALSO_NAMED.get(call.kind.line)
    name = resource.properties.get(named)
    if not named or not isinstance(name, str):
        return
    others = call.world.store.children(resource.host, resource.account, resource.collection)
    if any(other.properties.get(named) == name and other.number != resource.number for other in others):
        raise conflict(call.kind, named, name)


def check_absent(call: Call, resource: Resource) -> None:
    """A key chosen by the client, or a SID linked a second time."""
    if call.world.store.at(resource.host, resource.account, resource.path):
        if call.operation.method == "PUT" or call.place == ITEM:
            call.world.store.delete(call.world.store.at(resource.host, resource.account, resource.path))
        else:
            raise conflict(call.kind, call.kind.key, resource.name)


def fetch(call: Call, location: Location) -> Answer:
    """The stored resource, or the one that exists without being created."""
    resource = lookup(call, call.kind, location) or standing(call, location)
    advance(call, resource)
    return shown(call, resource)


def standing(call: Call, location: Location) -> Resource:
    """A singleton, a keyed configuration or an entry of Twilio's inventory; 404 for what must be created.

    What exists under any SID is listed once it was seen.
    """
    if call.kind.line in MADE_BY_UPDATE or (call.place == ITEM and must_be_stored(call, call.kind, location.name)):
        raise absent(call)
    resource = fresh(call, location)
    table.run(table.STANDING, call, resource)
    if call.kind.line in FOUND_BY_SID and call.place == ITEM:
        call.world.store.save(resource)
    return resource


def update(call: Call, location: Location) -> Answer:
    """Changes what was sent and nothing else; what an update creates is created."""
    resource = lookup(call, call.kind, location)
    if resource is None:
        resource = upserted(call, location) if call.kind.line in MADE_BY_UPDATE else standing(call, location)
    check_match(call, resource)
    before = dict(resource.properties)
    properties.place(call.kind, resource.properties, call.parameters)
    table.run(table.UPDATING, call, resource, before)
    check_fit(call, resource)
    check_unique(call, resource)
    stamp(call, call.kind, resource, CHANGE)
    resource.revision, resource.updated = resource.revision + 1, call.now
    call.world.store.save(resource)
    table.run(table.UPDATED, call, resource)
    return shown(call, resource)


def upserted(call: Call, location: Location) -> Resource:
    """What an update creates, under a name that its key can show."""
    if "sid" in call.kind.shape.get(call.kind.key, {}) and not SID.fullmatch(location.name):
        raise absent(call)
    return fresh(call, location)


def check_match(call: Call, resource: Resource) -> None:
    """`If-Match` must name the revision that is stored (A6)."""
    wanted = call.headers.get("If-Match")
    if wanted not in (None, "*") and wanted.strip('"') != str(resource.revision):
        check_revision(call.kind, wanted)
        raise precondition_failed(call.kind, wanted, resource.revision)


def delete(call: Call, location: Location) -> Answer:
    """204, and everything below goes along; a second delete is a 404 (A7)."""
    resource = lookup(call, call.kind, location)
    if resource is None:
        raise absent(call)
    check_match(call, resource)
    table.run(table.DELETING, call, resource)
    call.world.store.delete(resource)
    return shown(call, resource) if call.operation.has_answer else Answer(call.operation.status)


def list_all(call: Call, location: Location) -> Answer:
    """One page of a collection."""
    store = call.world.store
    lister = table.LISTING.get(call.kind.line)
    found = lister(call, location) if lister else store.children(location.host, call.account, location.collection)
    return list_answer(call, found, lambda resource: shown_body(call, resource))


def shown_body(call: Call, resource: Resource) -> dict:
    """A resource as the operation's answer shows it."""
    table.run(table.READING, call, resource)
    host = resource.host if "-upload." in call.operation.host else call.operation.host
    return properties.rendered(call.kind, call.operation.shape, resource.properties, host, public(call, resource))


def public(call: Call, resource: Resource) -> str:
    """The path of a resource on the host and in the version it was asked for, without a service that was not named."""
    version = call.operation.path.lstrip("/").partition("/")[0]
    _, _, rest = resource.path.lstrip("/").partition("/")
    if stored_at(call.operation.host, call.operation.path)[1].startswith(DEFAULT_SERVICE):
        rest = rest.split("/", 2)[2]
    if call.kind.line in FOUND_BELOW:
        return f"{'/'.join(resource.path.split('/')[:4])}{FOUND_BELOW[call.kind.line]}/{resource.name}"
    return f"/{version}/{rest}" if resource.path.startswith("/v") else resource.path


def shown(call: Call, resource: Resource) -> Answer:
    """The operation's answer about one resource."""
    headers = {"ETag": f'"{resource.revision}"'} if has_etag(call.kind) else {}
    body = shown_body(call, resource) if call.operation.has_answer else None
    return Answer(call.operation.status, body, headers)


def has_etag(kind: Kind) -> bool:
    """Whether some operation of the kind takes `If-Match`."""
    return any("If-Match" in operation.taken["header"]
               for operation in kind.operations)


PERFORMERS = {"Create": create, "Fetch": fetch, "Update": update, "Patch": update, "Delete": delete, "List": list_all}
