"""Recordings and media: an account's recordings are its calls' and conferences', a message's media what it was sent with.

Source: the documents (`CallSid` and `ConferenceSid` filter the account's list; `num_media` counts the media of a message).
"""

from __future__ import annotations

from terraform_twilio.emulator.births import child
from terraform_twilio.emulator.places import Location
from terraform_twilio.emulator.quirks.standing import FOUND_BELOW
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

ACCOUNT = "api.twilio.com/2010-04-01/Accounts/{}"
UNKNOWN_TYPE = "application/octet-stream"


def every_recording(call: Call, location: Location) -> list[Resource]:
    """The account's, wherever they were made."""
    return [one for one in call.world.store.everything(call.account)
            if one.host == location.host and one.collection.endswith(FOUND_BELOW[call.kind.line])]


def keep_media(call: Call, message: Resource) -> None:
    """What a message was sent with; nobody looks what it is."""
    for _ in call.parameters.get("MediaUrl") or []:
        child(call, message, "/Media", {"parent_sid": message.sid, "content_type": UNKNOWN_TYPE})


LISTING = {f"{ACCOUNT}/Recordings": every_recording}
CREATED = {f"{ACCOUNT}/Messages": keep_media}
