"""Where a call's resource is stored: parents are looked up by SID or unique name, and must exist."""

from __future__ import annotations

from urllib.parse import quote

from terraform_twilio.emulator.answers import Refusal, not_found
from terraform_twilio.emulator.kinds import ITEM, Kind
from terraform_twilio.emulator.names import wiped
from terraform_twilio.emulator.quirks.standing import (
    ALSO_NAMED,
    FOUND_BELOW,
    FOUND_BY_SID,
    FOUND_WITH,
    MADE_BY_UPDATE,
    MADE_ELSEWHERE,
    stored_at,
)
from terraform_twilio.emulator.routes import public_path
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.validation import is_sid
from terraform_twilio.emulator.world import Call


class Location:
    """A stored place: host, collection and, for one resource, the last segment; `values` with names made SIDs."""

    __slots__ = ("collection", "host", "name", "values")

    def __init__(self, host: str, collection: str, name: str, values: list[str]) -> None:
        self.host = host
        self.collection = collection
        self.name = name
        self.values = values


def absent(call: Call) -> Refusal:
    """404 for the path that was asked for."""
    return not_found(public_path(call.operation.host, call.path))


def find(call: Call) -> Location:
    """Walks the path; each parent becomes its canonical SID, or the call is a 404."""
    segments = call.operation.path.removesuffix(".json").strip("/").split("/")
    values, walked, canonical = list(call.values), "", ""
    last = len(segments) - 1 if call.place == ITEM else len(segments)
    position = 0
    for segment in segments[:last]:
        if segment.startswith("{"):
            kind = call.world.kinds.at(call.operation.host, wiped(walked))
            values[position] = parent_name(call, kind, canonical, values[position])
            canonical += "/" + encoded(values[position])
            position += 1
        else:
            canonical += "/" + segment
        walked += "/" + segment
    host, collection = kept_at(call, canonical)
    return Location(host, collection, values[-1] if call.place == ITEM else "", values)


def kept_at(call: Call, path: str) -> tuple[str, str]:
    """Where an account keeps what stands at a path."""
    host, place = stored_at(call.operation.host, path)
    return host, place.replace("{}", call.world.store.fact(default_service_fact(call.account))) if "{}" in place else place


def default_service_fact(account: str) -> str:
    """The name under which an account's default Conversations service is remembered."""
    return f"default conversation service of {account}"


def encoded(segment: str) -> str:
    """A path's segment in a stored path: only what would break the path is escaped."""
    return quote(segment, safe="+:@!$&'()*,;=~ %") if "/" in segment else segment


def parent_name(call: Call, kind: Kind | None, collection: str, name: str) -> str:
    """The canonical name of a parent; a parent that could exist and does not is a 404."""
    if kind is None or kind.line == "api.twilio.com/2010-04-01/Accounts":
        return name
    host, place = kept_at(call, collection)
    parent = lookup(call, kind, Location(host, place, name, []))
    if parent is None and must_be_stored(call, kind, name):
        raise absent(call)
    return parent.name if parent else name


def lookup(call: Call, kind: Kind, location: Location) -> Resource | None:
    """The stored resource of a name: a SID, a unique name, or another key."""
    store, path = call.world.store, f"{location.collection}/{encoded(location.name)}"
    if not location.name:
        return store.at(location.host, call.account, location.collection)
    found = store.at(location.host, call.account, path)
    found = found or store.named(location.host, call.account, location.collection, location.name)
    return found or also_named(call, kind, location) or found_below(call, kind, location.name)


def found_below(call: Call, kind: Kind, name: str) -> Resource | None:
    """The resource of a SID that was made below another one."""
    last = FOUND_BELOW.get(kind.line)
    others = call.world.store.with_sid(name) if last else []
    return next((one for one in others if one.account == call.account and one.collection.endswith(last)), None)


def also_named(call: Call, kind: Kind, location: Location) -> Resource | None:
    """The resource that another property names."""
    name = ALSO_NAMED.get(kind.line)
    if name is None:
        return None
    others = call.world.store.children(location.host, call.account, location.collection)
    return next((other for other in others if other.properties.get(name) == location.name), None)


def must_be_stored(call: Call, kind: Kind, name: str) -> bool:
    """Whether a resource of this kind exists only when it is stored."""
    if kind.line in FOUND_WITH:
        others = call.world.store.with_sid(name)
        return not any(other.account == call.account and other.collection.endswith(FOUND_WITH[kind.line])
                       for other in others)
    if kind.creates or kind.line in MADE_BY_UPDATE | MADE_ELSEWHERE:
        return True
    prefix = kind.prefix()
    if prefix is None:
        return False
    return kind.line not in FOUND_BY_SID or not is_sid(name, [prefix, name[:2]])
