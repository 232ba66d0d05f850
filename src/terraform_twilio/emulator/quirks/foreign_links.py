"""Links to resources of another product. Source: the examples in the documents, recorded answers."""

from __future__ import annotations

from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

ACCOUNTS = "https://api.twilio.com/2010-04-01/Accounts"


def link_number(call: Call, number: Resource) -> None:
    """A trunk's number leads to the number itself."""
    number.properties["links"] = {
        "phone_number": f"{ACCOUNTS}/{number.account}/IncomingPhoneNumbers/{number.sid or number.name}"}


def link_event(call: Call, event: Resource) -> None:
    """An event leads to the account that acted; where its resource is, the emulator does not know."""
    event.properties["links"] = {"actor": f"{ACCOUNTS}/{event.account}", "resource": None}


READING = {"trunking.twilio.com/v1/Trunks/{}/PhoneNumbers": link_number, "monitor.twilio.com/v1/Events": link_event}
