"""Which resources exist although nobody created them through the API. Source: twilio-api.md §1 (keyed configurations,
keyed upserts) and A7.

A kind without a create is *found* by the general rule when its key is no SID (a price list's country, a number's
route). The tables below are the exceptions, by kind.
"""

from __future__ import annotations

import re

MADE_BY_UPDATE = frozenset({
    "api.twilio.com/2010-04-01/Accounts/{}/ConnectApps",
    "chat.twilio.com/v2/Services/{}/Users/{}/Channels",
    "conversations.twilio.com/v1/Services/{}/Users/{}/Conversations",
    "ip-messaging.twilio.com/v2/Services/{}/Users/{}/Channels",
    "lookups.twilio.com/v2/RateLimits/Fields/{}/Bucket",
    "messaging.twilio.com/v1/LinkShortening/Domains/{}/Certificate",
    "sync.twilio.com/v1/Services/{}/Documents/{}/Permissions",
    "sync.twilio.com/v1/Services/{}/Lists/{}/Permissions",
    "sync.twilio.com/v1/Services/{}/Maps/{}/Permissions",
    "wireless.twilio.com/v1/Sims",
})
"""An update creates it, a fetch before that is a 404."""

FOUND_BY_SID = frozenset({
    "api.twilio.com/2010-04-01/Accounts/{}/SMS/ShortCodes",
    "flex-api.twilio.com/v2/Instances/{}/Users",
    "frontline-api.twilio.com/v1/Users",
    "marketplace.twilio.com/v1/AvailableAddOns",
    "marketplace.twilio.com/v1/InstalledAddOns/{}/Extensions",
    "marketplace.twilio.com/v1/Listing",
    "preview.twilio.com/marketplace/AvailableAddOns",
    "preview.twilio.com/marketplace/InstalledAddOns/{}/Extensions",
    "preview.twilio.com/wireless/Sims",
    "supersim.twilio.com/v1/Networks",
    "intelligence.twilio.com/v2/OperatorTypes",
    "intelligence.twilio.com/v2/Operators/PreBuilt",
    "trusthub.twilio.com/v1/EndUserTypes",
    "trusthub.twilio.com/v1/Policies",
    "trusthub.twilio.com/v1/SupportingDocumentTypes",
    "numbers.twilio.com/v2/RegulatoryCompliance/EndUserTypes",
    "numbers.twilio.com/v2/RegulatoryCompliance/Regulations",
    "numbers.twilio.com/v2/RegulatoryCompliance/SupportingDocumentTypes",
})
"""Exists under any well-formed SID: Twilio's own inventory, or an object that other means bring into being."""

MADE_ELSEWHERE = frozenset({"assistants.twilio.com/v1/Sessions"})
"""Made by an operation on something else, or not there, although the key is no SID."""

FOUND_BELOW = {"api.twilio.com/2010-04-01/Accounts/{}/Recordings": "/Recordings"}
"""Also shows what was made below a call or a conference, by the last word of its collection."""

FOUND_WITH = {
    "insights.twilio.com/v1/Voice": "/Calls",
    "insights.twilio.com/v1/Conferences": "/Conferences",
    "insights.twilio.com/v1/Video/Rooms": "/Rooms",
}
"""Exists while an object of another product does: the last word of that object's collection."""

ALSO_NAMED = {
    "taskrouter.twilio.com/v1/Workspaces/{}/Workers/{}/Channels": "task_channel_unique_name",
    "chat.twilio.com/v2/Services/{}/Users": "identity",
    "chat.twilio.com/v2/Services/{}/Channels/{}/Members": "identity",
    "conversations.twilio.com/v1/Services/{}/Users": "identity",
    "conversations.twilio.com/v1/Services/{}/Conversations/{}/Participants": "identity",
    "supersim.twilio.com/v1/Sims": "iccid",
}
"""The property whose value names a resource in a path, beside its SID and its unique name. Source: A8, [mem]."""

SAME_PLACE = {
    ("ip-messaging.twilio.com", "v1"): ("chat.twilio.com", "v2"),
    ("ip-messaging.twilio.com", "v2"): ("chat.twilio.com", "v2"),
    ("chat.twilio.com", "v1"): ("chat.twilio.com", "v2"),
    ("chat.twilio.com", "v3"): ("chat.twilio.com", "v2"),
    ("content.twilio.com", "v2"): ("content.twilio.com", "v1"),
    ("numbers-upload.twilio.com", "v2"): ("numbers.twilio.com", "v2"),
    ("serverless-upload.twilio.com", "v1"): ("serverless.twilio.com", "v1"),
    ("studio.twilio.com", "v1"): ("studio.twilio.com", "v2"),
}
"""Hosts and versions that show the same objects. Source: identical operations in the documents (twilio-api.md §1)."""


SAME_KEYS = re.compile(r"/2010-04-01/Accounts/[^/]+/(?:Keys|SigningKeys)(?P<rest>/.*)?")
"""API keys: what v2010 calls keys or signing keys, and iam v1 keys, are the same ones. Source: Twilio's pages on API keys
(one list of SK… in the Console, each of the addresses an older name of the next)."""


CONVERSATIONS = "conversations.twilio.com"
UNSCOPED = re.compile(
    r"/v1/(?P<rest>(?:Conversations|Users|Roles|ParticipantConversations|ConversationWithParticipants)(?:/.*)?)")
RENAMED = {(CONVERSATIONS, "/v1/Conversations/Webhooks"): (CONVERSATIONS, "/v1/Configuration/Webhooks")}
"""Addresses that the documents no longer have. Source: recorded answers; other providers use it (A7)."""

DEFAULT_SERVICE = "/v1/Services/{}/"
"""What stands outside a Conversations service is the default service's. `{}` is its SID, which an account has its own
of. Source: Twilio's page on the Conversations service (`default_chat_service_sid`)."""


def stored_at(host: str, path: str) -> tuple[str, str]:
    """The place that several hosts or versions share."""
    key = SAME_KEYS.fullmatch(path) if host == "api.twilio.com" else None
    if key:
        return "iam.twilio.com", f"/v1/Keys{key['rest'] or ''}"
    if (host, path) in RENAMED:
        return RENAMED[host, path]
    unscoped = UNSCOPED.fullmatch(path) if host == CONVERSATIONS else None
    if unscoped:
        return host, DEFAULT_SERVICE + unscoped["rest"]
    version, _, rest = path.lstrip("/").partition("/")
    same = SAME_PLACE.get((host, version))
    return (same[0], f"/{same[1]}/{rest}") if same else (host, path)
