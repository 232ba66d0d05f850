"""Parameters that take a SID or a unique name and are shown as a SID; children that a create names.

Source: twilio-api.md C.1 (creation shortcuts), C.2.
"""

from __future__ import annotations

from collections.abc import Callable

from terraform_twilio.emulator.answers import invalid
from terraform_twilio.emulator.births import child
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.validation import SID
from terraform_twilio.emulator.world import Call

NAMED: dict[str, tuple[str, str]] = {
    "supersim.twilio.com/v1/Fleets": ("network_access_profile_sid", "/v1/NetworkAccessProfiles"),
    "supersim.twilio.com/v1/IpCommands": ("sim_sid", "/v1/Sims"),
    "supersim.twilio.com/v1/Sims": ("fleet_sid", "/v1/Fleets"),
    "supersim.twilio.com/v1/SmsCommands": ("sim_sid", "/v1/Sims"),
    "wireless.twilio.com/v1/Commands": ("sim_sid", "/v1/Sims"),
    "wireless.twilio.com/v1/Sims": ("rate_plan_sid", "/v1/RatePlans"),
    "preview.twilio.com/wireless/Commands": ("sim_sid", "/wireless/Sims"),
    "preview.twilio.com/wireless/Sims": ("rate_plan_sid", "/wireless/RatePlans"),
}
"""The property, and the collection in which a name is looked up, by kind."""


def resolve(call: Call, resource: Resource, before: dict | None = None) -> None:
    """Puts the SID in place of a name."""
    name, collection = NAMED[call.kind.line]
    given = resource.properties.get(name)
    found = call.world.store.named(resource.host, resource.account, collection, str(given)) if given else None
    if found:
        resource.properties[name] = found.sid
    elif given and not SID.fullmatch(str(given)):
        raise invalid(f"Invalid parameter: there is no {collection.rpartition('/')[2]} named {given}")


def subscribe(call: Call, subscription: Resource) -> None:
    """`Types` of a subscription become its subscribed events."""
    for wanted in call.parameters.get("Types") or []:
        if not isinstance(wanted, dict) or "type" not in wanted:
            raise invalid("Invalid parameter Types: each needs a type")
        child(call, subscription, "/SubscribedEvents", {
            "type": wanted["type"], "schema_version": int(wanted.get("schema_version") or 1),
            "subscription_sid": subscription.sid})


def start_event(call: Call, event: Resource) -> None:
    event.properties.setdefault("schema_version", 1)


def add_networks(call: Call, profile: Resource) -> None:
    """`Networks` of a profile become its networks."""
    for sid in call.parameters.get("Networks") or []:
        child(call, profile, "/Networks", {"sid": sid, "network_access_profile_sid": profile.sid})


def name_room(call: Call, room: Resource) -> None:
    """A room without a name is called by its SID."""
    if not room.properties.get("unique_name"):
        room.properties["unique_name"] = room.properties["sid"]
    room.properties["status"] = "in-progress"


def start_session(call: Call, session: Resource) -> None:
    """A session lives as long as its service says."""
    service = call.world.store.at(session.host, session.account, session.collection.rpartition("/")[0])
    if session.properties.get("ttl") is None:
        session.properties["ttl"] = service.properties.get("default_ttl", 0) if service else 0
    session.properties.setdefault("mode", "voice-and-message")


def list_attached(collection: str) -> Callable:
    """Lists the objects that were attached, as their own collection shows them."""
    def attached(call: Call, location: object) -> list[Resource]:
        links = call.world.store.children(call.operation.host, call.account, location.collection)
        found = (call.world.store.at(call.operation.host, call.account, f"{collection}/{link.name}") for link in links)
        return [one for one in found if one]
    return attached


def open_channel(call: Call, interaction: Resource) -> None:
    """An interaction starts with one channel."""
    channel = call.parameters.get("Channel")
    kind = channel.get("type") if isinstance(channel, dict) else None
    child(call, interaction, "/Channels", {
        "interaction_sid": interaction.sid, "status": "active", "type": kind or "web"})


ASSISTANTS = "assistants.twilio.com/v1/Assistants"
CREATING = {
    **dict.fromkeys(NAMED, resolve), "video.twilio.com/v1/Rooms": name_room,
    "proxy.twilio.com/v1/Services/{}/Sessions": start_session,
    "events.twilio.com/v1/Subscriptions/{}/SubscribedEvents": start_event,
}
CREATED = {"events.twilio.com/v1/Subscriptions": subscribe,
           "supersim.twilio.com/v1/NetworkAccessProfiles": add_networks,
           "flex-api.twilio.com/v1/Interactions": open_channel}
UPDATING = dict.fromkeys(NAMED, resolve)
LISTING = {ASSISTANTS + "/{}/Tools": list_attached("/v1/Tools"),
           ASSISTANTS + "/{}/Knowledge": list_attached("/v1/Knowledge")}
