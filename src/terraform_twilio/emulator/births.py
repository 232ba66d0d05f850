"""How a resource comes into being: parents, parameters, SIDs and dates, before Twilio's own rules and the store."""

from __future__ import annotations

from terraform_twilio.emulator import properties
from terraform_twilio.emulator.kinds import ITEM, Kind
from terraform_twilio.emulator.places import Location, encoded
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

BIRTH = ("date_created", "created_at", "createdAt", "dateCreated", "created")
CHANGE = ("date_updated", "updated_at", "updatedAt", "dateUpdated", "modified")


def new_resource(call: Call, location: Location) -> Resource:
    """A resource with everything its parents, its parameters and the clock say, not stored yet."""
    resource = Resource(call.account, location.host, location.collection, "", {}, call.now)
    properties.place(call.kind, resource.properties, call.parameters)
    if call.place == ITEM:
        resource.properties.setdefault(call.kind.key, key_value(call.kind, location.name))
    stamp(call, call.kind, resource, BIRTH + CHANGE)
    identify(call, call.kind, resource)
    parents = location.values[:-1] if call.place == ITEM else location.values
    properties.set_parents(call.kind, resource.properties, call.operation.path, parents)
    return resource


def key_value(kind: Kind, name: str) -> object:
    """The last segment of a path as the property that shows it."""
    return properties.converted(name, kind.shape.get(kind.key, {}))


def identify(call: Call, kind: Kind, resource: Resource) -> None:
    """The account and the SIDs."""
    if "account_sid" in kind.shape:
        resource.properties.setdefault("account_sid", call.account)
    for name in {kind.key, "sid"} - {""}:
        own = [kind.prefix()] if name == kind.key and kind.prefix() else []
        prefixes = kind.shape.get(name, {}).get("sid") or own
        if resource.properties.get(name) is None and (prefixes or name == kind.key):
            resource.properties[name] = call.world.sids.new(prefixes[0] if prefixes else "")


def stamp(call: Call, kind: Kind, resource: Resource, names: tuple[str, ...]) -> None:
    """Writes the time into the dates that have these names."""
    for name in names:
        if name in kind.shape:
            resource.properties[name] = call.date(kind, name)


def fresh(call: Call, location: Location) -> Resource:
    """A resource that stands at a place before anyone changed it."""
    resource = Resource(call.account, location.host, location.collection, encoded(location.name), {}, call.now)
    if location.name:
        resource.properties[call.kind.key] = key_value(call.kind, location.name)
    stamp(call, call.kind, resource, BIRTH + CHANGE)
    if "account_sid" in call.kind.shape:
        resource.properties.setdefault("account_sid", call.account)
    parents = location.values[:-1] if location.name else location.values
    properties.set_parents(call.kind, resource.properties, call.operation.path, parents)
    return resource


def child(call: Call, parent: Resource, path: str, values: dict, operation_path: str = "") -> Resource:
    """Stores what Twilio makes below a resource: the kind at `path` behind the parent's own, with these properties."""
    template = (operation_path or call.kind.path) + "/{}" + path
    kind = call.world.kinds.at(call.operation.host, template)
    resource = Resource(parent.account, parent.host, parent.path + path, "", dict(values), call.now)
    stamp(call, kind, resource, BIRTH + CHANGE)
    identify(call, kind, resource)
    inherit(kind, resource, parent)
    resource.name = encoded(str(resource.properties[kind.key]))
    call.world.store.save(resource)
    return resource


def inherit(kind: Kind, resource: Resource, parent: Resource) -> None:
    """Fills the parents' SIDs of a child from its parent."""
    item_path = next((operation.path for operation in kind.operations), "")
    parents = properties.parent_values(item_path, ["x"] * item_path.count("{"))
    above = [names[0] for names, _ in parents]
    for name in above[:-1] if kind.on_item else above:
        if name in kind.shape and parent.properties.get(name) is not None:
            resource.properties.setdefault(name, parent.properties[name])
        elif name in kind.shape:
            resource.properties.setdefault(name, parent.properties.get("sid"))
