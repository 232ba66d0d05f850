"""Sync: revisions, expiry, list indexes, who created what. Source: twilio-semantics.md A6, recorded answers."""

from __future__ import annotations

from terraform_twilio.emulator.quirks import near
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

SERVICES = "sync.twilio.com/v1/Services"
OBJECTS = tuple(f"{SERVICES}/{{}}/{name}" for name in ("Documents", "Lists", "Maps", "Streams"))
ITEMS = (SERVICES + "/{}/Lists/{}/Items", SERVICES + "/{}/Maps/{}/Items")
LIFETIMES = ("ItemTtl", "Ttl", "CollectionTtl")


def start(call: Call, resource: Resource) -> None:
    """Revision 0, made by the system, and an expiry if a lifetime was given."""
    resource.properties.update(revision="0", created_by="system")
    if "data" in call.kind.shape:
        resource.properties.setdefault("data", {})
    if call.kind.line == ITEMS[0]:
        resource.properties["index"] = next_index(call, resource)
    expire(call, resource)


def next_index(call: Call, resource: Resource) -> int:
    """The place in the list; places are never given twice."""
    parent = near.parent(call, resource)
    index = parent.properties.get("next_index", 0)
    parent.properties["next_index"] = index + 1
    call.world.store.save(parent)
    return index


def expire(call: Call, resource: Resource) -> None:
    """A lifetime in seconds as a date; 0 means for ever."""
    given = [call.parameters[name] for name in LIFETIMES if call.parameters.get(name) not in (None, "")]
    if given:
        end = call.date(call.kind, "date_expires", call.now + given[0]) if given[0] else None
        resource.properties["date_expires"] = end


def change(call: Call, resource: Resource, before: dict) -> None:
    """Each write is a revision."""
    resource.properties["revision"] = str(resource.revision + 1)
    expire(call, resource)


def start_service(call: Call, service: Resource) -> None:
    service.properties.setdefault("unique_name", None)


CREATING = {**dict.fromkeys((*OBJECTS, *ITEMS), start), SERVICES: start_service}
UPDATING = dict.fromkeys((*OBJECTS, *ITEMS), change)
