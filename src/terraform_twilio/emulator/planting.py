"""What Twilio makes by itself (alerts, reservations, receipts, recordings of rooms …), put into the world by hand.

No operation creates it, so no request can; a seed that says `exists` can. Such a resource has the properties that the
seed gives it, a SID and dates of its own, its parents' SIDs, and the defaults of everything else.
"""

from __future__ import annotations

from terraform_twilio.emulator.answers import Refusal
from terraform_twilio.emulator.births import BIRTH, CHANGE, identify, stamp
from terraform_twilio.emulator.places import Location, encoded, find
from terraform_twilio.emulator.properties import rendered, set_parents
from terraform_twilio.emulator.routes import Match
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call, World

ANYTHING = "0"
"""A name that leads from a collection to the operations on one of its resources."""


class Unplantable(Exception):
    """There is no such collection, or it has no such property; the text says which."""


def plant(world: World, account: str, address: str, properties: dict) -> dict:
    """Stores a resource of the collection at `host/path`; the properties by which clients see it."""
    call = visit(world, account, address)
    unknown = sorted(set(properties) - set(call.kind.shape))
    if unknown:
        raise Unplantable(f"{address} shows no property {', '.join(unknown)}")
    resource = born(call, located(call), properties)
    if world.store.at(resource.host, account, resource.path):
        raise Unplantable(f"{resource.path} exists already")
    world.store.save(resource)
    return rendered(call.kind, call.kind.shape, resource.properties, resource.host, resource.path)


def born(call: Call, location: Location, properties: dict) -> Resource:
    """The resource, with what nobody said of it."""
    resource = Resource(call.account, location.host, location.collection, "", dict(properties), call.now)
    stamp(call, call.kind, resource, tuple(name for name in BIRTH + CHANGE if name not in properties))
    set_parents(call.kind, resource.properties, call.operation.path, location.values[:-1])
    identify(call, call.kind, resource)
    resource.name = encoded(str(resource.properties[call.kind.key]))
    return resource


def visit(world: World, account: str, address: str) -> Call:
    """A call on some resource of the collection."""
    host, slash, path = address.partition("/")
    suffix = ".json" if path.startswith("2010-04-01") else ""
    match = match_on(world, host, f"{slash}{path.removesuffix('.json')}/{ANYTHING}{suffix}")
    call = Call(world, match.operation, account, match.values)
    call.path = slash + path
    return call


def match_on(world: World, host: str, path: str) -> Match:
    """Any operation on the resource at a path."""
    for method in ("GET", "POST", "DELETE", "PUT", "PATCH"):
        try:
            match = world.routes.match(host, method, path)
        except Refusal:
            continue
        if match.operation.path.removesuffix(".json").endswith("}"):
            return match
    raise Unplantable(f"{host}{path.removesuffix('.json').removesuffix('/' + ANYTHING)} is no collection")


def located(call: Call) -> Location:
    """Where the resource is stored; its parents must exist."""
    try:
        return find(call)
    except Refusal as refusal:
        raise Unplantable(refusal.message) from None
