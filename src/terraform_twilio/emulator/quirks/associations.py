"""Links between objects: the link has the linked object's SID and shows its facts.

Source: twilio-semantics.md A7 (link resources reuse the foreign SID), recorded answers.
"""

from __future__ import annotations

from terraform_twilio.emulator.answers import Refusal, invalid
from terraform_twilio.emulator.quirks import near
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

SIP = "api.twilio.com/2010-04-01/Accounts/{}/SIP/Domains/{}"
TRUNKS = "trunking.twilio.com/v1/Trunks/{}"
MESSAGING = "messaging.twilio.com/v1/Services/{}"
PROXY = "proxy.twilio.com/v1/Services/{}/PhoneNumbers"
NUMBERS = "/IncomingPhoneNumbers"
LINKED = {
    SIP + "/Auth/Calls/CredentialListMappings": "/CredentialLists",
    SIP + "/Auth/Registrations/CredentialListMappings": "/CredentialLists",
    SIP + "/CredentialListMappings": "/CredentialLists",
    SIP + "/Auth/Calls/IpAccessControlListMappings": "/IpAccessControlLists",
    SIP + "/IpAccessControlListMappings": "/IpAccessControlLists",
    TRUNKS + "/CredentialLists": "/CredentialLists",
    TRUNKS + "/IpAccessControlLists": "/IpAccessControlLists",
    TRUNKS + "/PhoneNumbers": NUMBERS,
    MESSAGING + "/PhoneNumbers": NUMBERS,
    MESSAGING + "/ShortCodes": "/ShortCodes",
    PROXY: NUMBERS,
}
"""The collection in which the linked object lives, by the link's kind."""

NOT_COPIED = frozenset({"date_created", "date_updated", "account_sid", "capabilities", "uri", "links", "url"})


def link(call: Call, resource: Resource) -> None:
    """Fills a link from the linked object; 404 where there is none, unless Twilio owns such objects itself."""
    sid = resource.properties.get("sid")
    linked = near.foreign(call, sid, LINKED[call.kind.line])
    if linked is None and LINKED[call.kind.line] != "/ShortCodes":
        raise Refusal(404, 20404, f"The requested resource {LINKED[call.kind.line]}/{sid} was not found")
    for name, value in (linked.properties if linked else {}).items():
        if name in call.kind.shape and name not in NOT_COPIED:
            resource.properties.setdefault(name, value)
    if "country_code" in call.kind.shape and linked:
        resource.properties["country_code"] = linked.properties.get("iso_country", "US")


def link_to_trunk(call: Call, resource: Resource) -> None:
    """A number shows the trunk that it belongs to."""
    number = near.foreign(call, resource.sid, NUMBERS)
    if number:
        number.properties["trunk_sid"] = resource.properties.get("trunk_sid")
        call.world.store.save(number)


def unlink_from_trunk(call: Call, resource: Resource) -> None:
    number = near.foreign(call, resource.sid, NUMBERS)
    if number:
        number.properties["trunk_sid"] = None
        call.world.store.save(number)


def link_sender(call: Call, resource: Resource) -> None:
    """A number belongs to one messaging service only (21710)."""
    link(call, resource)
    for other in call.world.store.with_sid(str(resource.properties["sid"])):
        if other.host == resource.host and other.account == resource.account and (
                other.collection.endswith("/PhoneNumbers")):
            raise Refusal(409, 21710, f"Phone number {other.sid} is already in a messaging service")


def add_to_proxy(call: Call, resource: Resource) -> None:
    """A proxy number is named by its SID or by the number itself."""
    number = call.parameters.get("PhoneNumber")
    if not resource.properties.get("sid") or number:
        resource.properties["sid"] = sid_of(call, number) if number else resource.properties.get("sid")
    link(call, resource)
    resource.properties.setdefault("iso_country", "US")


def sid_of(call: Call, number: object) -> str:
    owned = call.world.store.children("api.twilio.com", call.account,
                                      f"/2010-04-01/Accounts/{call.account}/IncomingPhoneNumbers")
    found = next((other.sid for other in owned if other.properties["phone_number"] == number), None)
    if found is None:
        raise invalid(f"Invalid parameter PhoneNumber: the account has no number {number}")
    return found


CREATING = {**dict.fromkeys(LINKED, link), MESSAGING + "/PhoneNumbers": link_sender, PROXY: add_to_proxy}
CREATED = {TRUNKS + "/PhoneNumbers": link_to_trunk}
DELETING = {
    TRUNKS + "/PhoneNumbers": unlink_from_trunk,
}
