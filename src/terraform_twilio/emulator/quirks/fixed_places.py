"""Operations whose path says one thing and whose resource is another: archives, statuses, lists keyed by a query.

Source: twilio-api.md §1 (operations lent to another group) and §13 (safe list keyed by a query, membership in a
property). Archiving is for ever, is refused while a plugin is enabled, and leaves the plugin and its name where they are:
Twilio's page "Archive Plugins and Configurations", and its plugin for the command line, which takes a 400 "Plugin is
already archived." and goes on to find the archived plugin by its name.
"""

from __future__ import annotations

from terraform_twilio.emulator import properties
from terraform_twilio.emulator.answers import Answer, Refusal
from terraform_twilio.emulator.births import identify
from terraform_twilio.emulator.fitness import check_fit
from terraform_twilio.emulator.kinds import Kind
from terraform_twilio.emulator.places import absent
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

PLUGINS = "flex-api.twilio.com/v1/PluginService"
SAFE = "accounts.twilio.com/v1/SafeList/Numbers"


def above(call: Call) -> tuple[Kind, Resource]:
    """The resource that the path's tail is about; 404 without it."""
    segments = call.path.removesuffix(".json").split("/")
    path = "/".join(segments[:-1])
    found = call.world.store.at(call.operation.host, call.account, path)
    if found is None:
        found = call.world.store.named(call.operation.host, call.account, "/".join(segments[:-2]), segments[-2])
    template = properties.wiped(call.operation.path).rpartition("/")[0].removesuffix("/{}")
    kind = call.world.kinds.at(call.operation.host, template)
    if found is None or kind is None:
        raise absent(call)
    return kind, found


def change(call: Call, values: dict) -> Answer:
    """Changes the resource above and shows it."""
    kind, resource = above(call)
    resource.properties.update(values)
    resource.properties["date_updated"] = call.date(kind, "date_updated")
    resource.revision += 1
    call.world.store.save(resource)
    return Answer(call.operation.status, properties.rendered(
        kind, call.operation.shape, resource.properties, call.operation.host, resource.path))


def archive(call: Call) -> Answer:
    """What is archived stays, says so, and cannot be archived again."""
    kind, resource = above(call)
    noun = kind.path.rpartition("/")[2].removesuffix("s")
    if resource.properties.get("archived"):
        raise Refusal(400, 20400, f"{noun} is already archived.")
    if noun == "Plugin" and is_enabled(call, resource):
        raise Refusal(400, 20400, f"Plugin {resource.sid} is part of the active release.")
    return change(call, {"archived": True})


def is_enabled(call: Call, plugin: Resource) -> bool:
    """Whether the configuration that was released last has the plugin."""
    store, root = call.world.store, "/v1/PluginService"
    released = [one.properties.get("configuration_sid") for one in store.children(
        plugin.host, plugin.account, f"{root}/Releases")][-1:]
    return any(store.at(plugin.host, plugin.account, f"{root}/Configurations/{sid}/Plugins/{plugin.sid}")
               for sid in released)


def set_alarm(call: Call) -> Answer:
    return change(call, dict(call.parameters))


def safe_number(call: Call) -> Resource:
    found = safe_numbers(call).get(str(call.query.get("PhoneNumber") or ""))
    if found is None:
        raise absent(call)
    return found


def safe_numbers(call: Call) -> dict[str, Resource]:
    """The safe list by number."""
    stored = call.world.store.children("accounts.twilio.com", call.account, "/v1/SafeList/Numbers")
    return {number.properties["phone_number"]: number for number in stored}


def add_safe_number(call: Call) -> Answer:
    number = str(call.parameters["PhoneNumber"])
    resource = safe_numbers(call).get(number) or Resource(
        call.account, "accounts.twilio.com", "/v1/SafeList/Numbers", number,
        {"phone_number": number, "sid": call.world.sids.new("GN")}, call.now)
    call.world.store.save(resource)
    return shown_number(call, resource)


def shown_number(call: Call, resource: Resource) -> Answer:
    return Answer(call.operation.status, {name: resource.properties[name] for name in ("sid", "phone_number")})


def fetch_safe_number(call: Call) -> Answer:
    return shown_number(call, safe_number(call))


def remove_safe_number(call: Call) -> Answer:
    call.world.store.delete(safe_number(call))
    return Answer(204)


def request_approval(call: Call) -> Answer:
    """A template's request for approval; it is read one segment further up."""
    kind = call.kind
    path = call.path.rpartition("/")[0]
    content = call.world.store.at(call.operation.host, call.account, path.rpartition("/")[0])
    if content is None:
        raise absent(call)
    request = {"name": call.parameters["name"], "category": call.parameters["category"], "content_type":
               next(iter(content.properties.get("types") or {}), None), "status": "received", "rejection_reason": "",
               "allow_category_change": True}
    stored = call.world.store.at(call.operation.host, call.account, path) or Resource(
        call.account, call.operation.host, path, "", {}, call.now)
    stored.properties.update(sid=content.sid, account_sid=call.account, whatsapp={"type": "whatsapp", **request})
    call.world.store.save(stored)
    return Answer(call.operation.status, properties.rendered(
        kind, call.operation.shape, request, call.operation.host, call.path))


def approvals(call: Call) -> Answer:
    """What was requested; 404 for a template that is not there."""
    stored = call.world.store.at(call.operation.host, call.account, call.path)
    sid = call.values[0]
    if stored is None and call.world.store.at(call.operation.host, call.account, f"/v1/Content/{sid}") is None:
        raise absent(call)
    known = stored.properties if stored else {"sid": sid, "account_sid": call.account, "whatsapp": None}
    return Answer(200, properties.rendered(call.kind, call.operation.shape, known, call.operation.host, call.path))


def attached_operators(call: Call) -> Answer:
    """The SIDs of a service's operators."""
    sid = call.values[0]
    if call.world.store.at(call.operation.host, call.account, f"/v2/Services/{sid}") is None:
        raise absent(call)
    attached = call.world.store.children(call.operation.host, call.account, f"/v2/Services/{sid}/Operators")
    known = {"service_sid": sid, "operator_sids": [operator.name for operator in attached]}
    return Answer(200, properties.rendered(call.kind, call.operation.shape, known, call.operation.host, call.path))


def create_listing(call: Call) -> Answer:
    """Made in the plural, found in the singular."""
    kind = call.world.kinds.at(call.operation.host, "/v1/Listing")
    listing = Resource(call.account, call.operation.host, "/v1/Listing", "", {}, call.now)
    properties.place(kind, listing.properties, call.parameters)
    check_fit(call, listing)
    identify(call, kind, listing)
    listing.name = str(listing.properties["sid"])
    call.world.store.save(listing)
    return Answer(call.operation.status, properties.rendered(
        kind, call.operation.shape, listing.properties, listing.host, listing.path))


def own_listings(call: Call) -> Answer:
    stored = call.world.store.children(call.operation.host, call.account, "/v1/Listing")
    return Answer(200, {"listings": [listing.properties for listing in stored]})


ANSWERS = {
    **{f"POST {PLUGINS}/{path}/Archive": archive
       for path in ("Configurations/{Sid}", "Plugins/{PluginSid}/Versions/{Sid}", "Plugins/{Sid}")},
    f"POST {SAFE}": add_safe_number, f"GET {SAFE}": fetch_safe_number, f"DELETE {SAFE}": remove_safe_number,
    "PUT monitor.twilio.com/v2/Alarms/{Sid}/status": set_alarm,
    "POST content.twilio.com/v1/Content/{ContentSid}/ApprovalRequests/whatsapp": request_approval,
    "GET content.twilio.com/v1/Content/{Sid}/ApprovalRequests": approvals,
    "GET intelligence.twilio.com/v2/Services/{ServiceSid}/Operators": attached_operators,
    "GET marketplace.twilio.com/v1/Listings": own_listings,
    "POST marketplace.twilio.com/v1/Listings": create_listing,
}
