"""Twilio's codes for what clashes, by kind. Source: twilio-semantics.md A4 (409) and A6 (412)."""

from __future__ import annotations

from terraform_twilio.emulator.answers import Refusal
from terraform_twilio.emulator.kinds import Kind
from terraform_twilio.emulator.validation import SID

CONFLICTS: tuple[tuple[str, str, int, int], ...] = (
    ("sync.twilio.com/v1/Services/{}/Maps/{}/Items", "", 409, 54208),
    ("sync.twilio.com", "", 409, 54301),
    ("chat.twilio.com", "Channels", 409, 50307), ("chat.twilio.com", "Services", 409, 50069),
    ("chat.twilio.com", "Users", 409, 50201), ("chat.twilio.com", "Members", 409, 50404),
    ("ip-messaging.twilio.com", "Channels", 409, 50307), ("ip-messaging.twilio.com", "Users", 409, 50201),
    ("ip-messaging.twilio.com", "Members", 409, 50404),
    ("conversations.twilio.com", "Conversations", 409, 50353), ("conversations.twilio.com", "Participants", 409, 50433),
    ("conversations.twilio.com", "Users", 409, 50201),
    ("verify.twilio.com", "RateLimits", 400, 60208), ("verify.twilio.com", "Buckets", 400, 60211),
    ("verify.twilio.com", "MessagingConfigurations", 400, 60213), ("verify.twilio.com", "Entities", 400, 60301),
    ("proxy.twilio.com", "Services", 400, 80602), ("proxy.twilio.com", "Sessions", 400, 80603),
    ("supersim.twilio.com", "", 409, 83011),
    ("messaging.twilio.com/v1/Services/{}/PhoneNumbers", "", 409, 21710),
)
"""Start of the kind's line, its last word ("" for any), status, code."""

PRECONDITIONS = {
    "sync.twilio.com/v1/Services/{}/Documents": 54103,
    "sync.twilio.com/v1/Services/{}/Lists/{}/Items": 54155,
    "sync.twilio.com/v1/Services/{}/Maps/{}/Items": 54205,
}


SID_LIKE = (("sync.twilio.com", 54302), ("chat.twilio.com", 50306), ("conversations.twilio.com", 50390))
"""Hosts that refuse a unique name which looks like a SID, and their codes."""


def check_name(kind: Kind, name: str) -> None:
    """A unique name must not look like a SID, where a source says so."""
    code = next((code for host, code in SID_LIKE if kind.host == host), None)
    if code and SID.fullmatch(name):
        raise Refusal(400, code, f"The unique name {name} must not look like a SID")


def conflict(kind: Kind, what: str, name: str) -> Refusal:
    """The refusal of a second resource under one name."""
    last = kind.path.rpartition("/")[2]
    status, code = next(((status, code) for start, word, status, code in CONFLICTS
                         if kind.line.startswith(start) and word in ("", last)), (409, 20409))
    return Refusal(status, code, f"{last} with {what} {name} already exists")


def check_revision(kind: Kind, wanted: str) -> None:
    """Sync says of an `If-Match` that is no revision at all that it is malformed (54003)."""
    if kind.host == "sync.twilio.com" and not wanted.strip('"').isdigit():
        raise Refusal(400, 54003, f"{wanted} in If-Match is no revision")


def precondition_failed(kind: Kind, wanted: str, revision: int) -> Refusal:
    """412: the resource changed since the client read it."""
    code = PRECONDITIONS.get(kind.line, 20412)
    return Refusal(412, code, f"The revision {wanted} in If-Match is not the current one, {revision}")
