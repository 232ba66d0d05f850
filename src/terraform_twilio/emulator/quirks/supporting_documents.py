"""Supporting documents: an upload says the media type, and makes one document that two APIs show.

Source: the documents of Numbers and Trust Hub describe the same resource (SIDs `RD`), and have one host for its uploads
(twilio-semantics.md A2); the statuses differ in spelling only.
"""

from __future__ import annotations

from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

NUMBERS = ("numbers.twilio.com", "/v2/RegulatoryCompliance/SupportingDocuments")
TRUST_HUB = ("trusthub.twilio.com", "/v1/SupportingDocuments")
OTHER = {NUMBERS[0]: TRUST_HUB, TRUST_HUB[0]: NUMBERS}
SAME = ("sid", "account_sid", "friendly_name", "type", "attributes", "mime_type", "date_created", "date_updated")


def take_file(call: Call, document: Resource) -> None:
    """The file itself is shown nowhere."""
    file = document.properties.pop("file", None)
    if isinstance(file, dict):
        document.properties["mime_type"] = file["type"]


def show_to_both(call: Call, document: Resource) -> None:
    """An uploaded document is found through both APIs."""
    if document.properties.get("mime_type"):
        host, collection = OTHER[document.host]
        keep_alike(call, document, Resource(document.account, host, collection, document.name, {}, document.created))


def twin_of(call: Call, document: Resource) -> Resource | None:
    """The same document as the other API has it."""
    host, collection = OTHER[document.host]
    return call.world.store.at(host, document.account, f"{collection}/{document.name}")


def keep_alike(call: Call, document: Resource, twin: Resource) -> None:
    twin.properties.update({name: document.properties[name] for name in SAME if name in document.properties})
    call.world.store.save(twin)


def change_both(call: Call, document: Resource) -> None:
    twin = twin_of(call, document)
    if twin:
        keep_alike(call, document, twin)


def delete_both(call: Call, document: Resource) -> None:
    twin = twin_of(call, document)
    if twin:
        call.world.store.delete(twin)


LINES = ["".join(NUMBERS), "".join(TRUST_HUB)]
CREATING = dict.fromkeys(LINES, take_file)
CREATED = dict.fromkeys(LINES, show_to_both)
UPDATED = dict.fromkeys(LINES, change_both)
DELETING = dict.fromkeys(LINES, delete_both)
