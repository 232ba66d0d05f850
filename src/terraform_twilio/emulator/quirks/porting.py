"""Porting: the numbers of a request, each with a SID of its own, and one webhook configuration per account.

Source: the documents (a request is made with numbers, and each is found and taken out below it); twilio-api.md §13.
"""

from __future__ import annotations

from terraform_twilio.emulator import properties
from terraform_twilio.emulator.answers import Answer
from terraform_twilio.emulator.births import child
from terraform_twilio.emulator.clock import iso8601
from terraform_twilio.emulator.places import Location, absent
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

SHOWN = ("phone_number", "portable", "not_portability_reason", "not_portability_reason_code",
         "port_in_phone_number_status")
PORT_IN = "numbers.twilio.com/v1/Porting/PortIn"
WEBHOOK = "/v1/Porting/Configuration/Webhook"


def porting_webhook(call: Call) -> Resource | None:
    return call.world.store.at("numbers.twilio.com", call.account, WEBHOOK)


def set_porting_webhook(call: Call) -> Answer:
    """One configuration per account, set as a whole."""
    stored = porting_webhook(call) or Resource(call.account, "numbers.twilio.com", WEBHOOK, "", {}, call.now)
    stored.properties.update(call.parameters)
    for way in ("in", "out"):
        if call.parameters.get(f"port_{way}_target_url"):
            stored.properties[f"port_{way}_target_date_created"] = iso8601(call.now)
    call.world.store.save(stored)
    return shown_webhook(call, stored)


def shown_webhook(call: Call, stored: Resource) -> Answer:
    return Answer(call.operation.status, properties.rendered(
        call.kind, call.operation.shape, stored.properties, "numbers.twilio.com", WEBHOOK))


def fetch_porting_webhook(call: Call) -> Answer:
    stored = porting_webhook(call)
    if stored is None:
        raise absent(call)
    return shown_webhook(call, stored)


def delete_porting_webhook(call: Call) -> Answer:
    """Takes one direction out; without any the configuration is gone."""
    stored = porting_webhook(call)
    name = {"PORT_IN": "port_in", "PORT_OUT": "port_out"}.get(call.values[0].upper())
    if stored is None or not name or not stored.properties.pop(f"{name}_target_url", None):
        raise absent(call)
    stored.properties.pop(f"{name}_target_date_created", None)
    is_empty = not any(stored.properties.get(f"port_{way}_target_url") for way in ("in", "out"))
    (call.world.store.delete if is_empty else call.world.store.save)(stored)
    return Answer(204)


def port_in_requests(call: Call, location: Location) -> list[Resource]:
    return call.world.store.children(location.host, call.account, "/v1/Porting/PortIn")


def add_numbers(call: Call, request: Resource) -> None:
    """Each number of a request is a resource below it."""
    for wanted in call.parameters.get("phone_numbers") or []:
        given = wanted if isinstance(wanted, dict) else {"phone_number": wanted}
        child(call, request, "/PhoneNumber", {
            "phone_number": given.get("phone_number"), "portable": True, "port_in_request_sid": request.name,
            "port_in_phone_number_status": "In Review"})


def show_numbers(call: Call, request: Resource) -> None:
    """The numbers that are left; the pin of a number is not shown."""
    numbers = call.world.store.children(request.host, request.account, f"{request.path}/PhoneNumber")
    request.properties["phone_numbers"] = [
        {"port_in_phone_number_sid": one.name, **{name: one.properties[name] for name in SHOWN if name in one.properties}}
        for one in numbers]


CREATED = {PORT_IN: add_numbers}
READING = {PORT_IN: show_numbers}
LISTING = {PORT_IN + "/PortInRequests": port_in_requests}
ANSWERS = {
    f"GET numbers.twilio.com{WEBHOOK}": fetch_porting_webhook,
    f"POST numbers.twilio.com{WEBHOOK}": set_porting_webhook,
    f"DELETE numbers.twilio.com{WEBHOOK}/{{WebhookType}}": delete_porting_webhook,
}
