"""The relatives of a resource: its parent, its neighbours, and the objects that its SIDs name."""

from __future__ import annotations

import json

from terraform_twilio.emulator.answers import invalid
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call


def parent_path(resource: Resource) -> str:
    """`/v1/Workspaces/WS…` of `/v1/Workspaces/WS…/Workers/WK…`."""
    return resource.collection.rpartition("/")[0]


def parent(call: Call, resource: Resource) -> Resource | None:
    """The resource that this one stands below."""
    return call.world.store.at(resource.host, resource.account, parent_path(resource))


def at(call: Call, resource: Resource, path: str) -> Resource | None:
    """A resource of the same host and account."""
    return call.world.store.at(resource.host, resource.account, path)


def siblings(call: Call, resource: Resource, collection: str) -> list[Resource]:
    """Another collection below the same parent."""
    return call.world.store.children(resource.host, resource.account, f"{parent_path(resource)}/{collection}")


def sibling(call: Call, resource: Resource, collection: str, name: object) -> Resource | None:
    """One of another collection below the same parent, by SID or unique name."""
    found = (other for other in siblings(call, resource, collection) if name in (other.name, other.unique_name))
    return next(found, None)


def foreign(call: Call, sid: object, collection: str, account: str = "") -> Resource | None:
    """The object of another product that a SID names: the account's own, in a collection of this last word."""
    found = (other for other in call.world.store.with_sid(str(sid))
             if other.account == (account or call.account) and other.collection.endswith(collection))
    return next(found, None)


def must_be_json(name: str, text: object, kind: type = dict) -> None:
    """400 for a parameter that has to hold a JSON object and does not."""
    if not isinstance(text, str) or text == "":
        return
    try:
        value = json.loads(text)
    except ValueError:
        raise invalid(f"Invalid parameter {name}: it is not valid JSON") from None
    if not isinstance(value, kind):
        raise invalid(f"Invalid parameter {name}: it is not a JSON object")
