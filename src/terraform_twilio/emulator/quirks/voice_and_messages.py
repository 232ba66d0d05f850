"""Messages, calls, conferences, SIP domains: what a request leaves open and Twilio fills.

Source: recorded answers; twilio-semantics.md A7.
"""

from __future__ import annotations

from terraform_twilio.emulator.answers import Refusal
from terraform_twilio.emulator.births import child
from terraform_twilio.emulator.quirks import near
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.validation import is_sid
from terraform_twilio.emulator.world import Call

MAGIC = {
    "/Messages": {
        "From": {"+15005550001": (21212, "is not a valid phone number"), "+15005550007": (21606, "cannot send messages"),
                 "+15005550008": (21611, "has a full queue of messages")},
        "To": {"+15005550001": (21211, "is not a valid phone number"), "+15005550002": (21612, "cannot be reached"),
               "+15005550003": (21408, "is in a region without permission"), "+15005550004": (21610, "is blocked"),
               "+15005550009": (21614, "cannot receive messages")}},
    "/Calls": {
        "From": {"+15005550001": (21212, "is not a valid phone number")},
        "To": {"+15005550001": (21217, "is not a valid phone number"), "+15005550002": (21214, "cannot be reached"),
               "+15005550003": (21215, "is in a region without permission"), "+15005550004": (21216, "is blocked")}},
}
"""What Twilio's page on test credentials refuses, and with which code: numbers by parameter. Any other number will do."""

ROOT = "api.twilio.com/2010-04-01/Accounts/{}"
PARTICIPANTS = "POST api.twilio.com/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants.json"


def check_magic(call: Call) -> None:
    """Refuses the magic numbers that stand for what goes wrong."""
    for name, numbers in MAGIC[call.kind.line.removeprefix(ROOT)].items():
        number = str(call.parameters.get(name) or "")
        if number in numbers:
            code, problem = numbers[number]
            raise Refusal(400, code, f"The number {number} in {name} {problem}")


def send_message(call: Call, message: Resource) -> None:
    """A message needs a sender and something to say (21602, 21603)."""
    if not any(call.parameters.get(name) for name in ("From", "MessagingServiceSid")):
        raise Refusal(400, 21603, "A From number or a MessagingServiceSid is required")
    if not any(call.parameters.get(name) for name in ("Body", "MediaUrl", "ContentSid")):
        raise Refusal(400, 21602, "Message body is required")
    check_magic(call)
    media = call.parameters.get("MediaUrl") or []
    message.properties.update(
        status="scheduled" if call.parameters.get("SendAt") else "queued", direction="outbound-api", num_segments="1",
        num_media=str(len(media)), price_unit="USD", api_version="2010-04-01", body=message.properties.get("body") or "")
    message.properties["from"] = message.properties.get("from") or None


def change_message(call: Call, message: Resource, before: dict) -> None:
    """An update can empty a body and cancel what was not sent."""
    if call.parameters.get("Body") == "":
        message.properties["body"] = ""


def place_call(call: Call, made: Resource) -> None:
    """A call needs one source of instructions (21205)."""
    if not any(call.parameters.get(name) for name in ("Url", "Twiml", "ApplicationSid")):
        raise Refusal(400, 21205, "A Url, Twiml or ApplicationSid is required")
    check_magic(call)
    made.properties.update(
        status="queued", direction="outbound-api", price_unit="USD", api_version="2010-04-01",
        to_formatted=made.properties.get("to"), from_formatted=made.properties.get("from"), duration=None)
    made.properties.pop("url", None)


def open_conference(call: Call) -> None:
    """A participant opens the conference it is sent to, by name; a SID is taken for one that a call opened."""
    name = call.values[1]
    collection = f"/2010-04-01/Accounts/{call.account}/Conferences"
    known = call.world.store.children("api.twilio.com", call.account, collection)
    running = [one for one in known if name in (one.sid, one.properties.get("friendly_name"))]
    if not running:
        account = Resource(call.account, "api.twilio.com", "/2010-04-01/Accounts", call.account, {}, call.now)
        running = [child(call, account, "/Conferences", {
            "friendly_name": name, "status": "in-progress", "region": "us1",
            **({"sid": name} if is_sid(name, ["CF"]) else {})}, "/2010-04-01/Accounts")]
    call.values[1] = running[0].name


def join(call: Call, participant: Resource) -> None:
    participant.properties.update(status="queued", call_sid=call.world.sids.new("CA"))


def show_auth_type(call: Call, domain: Resource) -> None:
    """How a SIP domain lets callers in follows from its mappings."""
    kinds = (("IP_ACL", ("IpAccessControlListMappings", "Auth/Calls/IpAccessControlListMappings")),
             ("CREDENTIAL_LIST", ("CredentialListMappings", "Auth/Calls/CredentialListMappings")))
    found = [name for name, collections in kinds if any(
        call.world.store.children(domain.host, domain.account, f"{domain.path}/{one}") for one in collections)]
    domain.properties["auth_type"] = ",".join(found)


def start_domain(call: Call, domain: Resource) -> None:
    """Names of SIP domains are unique in all of Twilio (21232)."""
    name = domain.properties["domain_name"]
    if any(other.properties.get("domain_name") == name for other in call.world.store.everything()
           if other.collection.endswith("/SIP/Domains")):
        raise Refusal(400, 21232, f"The domain name {name} is taken")


def keep_used_address(call: Call, address: Resource) -> None:
    """An address that a number uses cannot be deleted (21629 [mem])."""
    numbers = near.siblings(call, address, "IncomingPhoneNumbers")
    if any(address.sid in (number.properties.get("address_sid"), number.properties.get("emergency_address_sid"))
           for number in numbers):
        raise Refusal(400, 21629, f"Address {address.sid} is in use by a phone number")


PREPARING = {PARTICIPANTS: open_conference}
CREATING = {ROOT + "/Messages": send_message, ROOT + "/Calls": place_call, ROOT + "/SIP/Domains": start_domain,
            ROOT + "/Conferences/{}/Participants": join}
UPDATING = {ROOT + "/Messages": change_message}
DELETING = {ROOT + "/Addresses": keep_used_address}
READING = {ROOT + "/SIP/Domains": show_auth_type}
