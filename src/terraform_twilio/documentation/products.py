"""Under which heading of the registry's navigation a product stands."""

from __future__ import annotations

# The part of an entry's name before its version: what Twilio calls the product.
SUBCATEGORIES = {
    "accounts": "Account",
    "api": "Core API",
    "assistants": "AI Assistants",
    "bulkexports": "Bulk Exports",
    "chat": "Programmable Chat (retired)",
    "content": "Content",
    "conversations": "Conversations",
    "events": "Event Streams",
    "flex": "Flex",
    "frontline": "Frontline (retired)",
    "iam": "Account",
    "insights": "Voice Insights",
    "intelligence": "Conversational Intelligence",
    "ip_messaging": "Programmable Chat (retired)",
    "knowledge": "AI Assistants",
    "lookups": "Lookup",
    "marketplace": "Marketplace",
    "messaging": "Messaging",
    "monitor": "Monitor",
    "notify": "Notify (retired)",
    "numbers": "Phone Numbers",
    "oauth": "Account",
    "preview": "Preview",
    "pricing": "Pricing",
    "proxy": "Proxy",
    "routes": "Phone Numbers",
    "serverless": "Functions and Assets",
    "studio": "Studio",
    "supersim": "Super SIM",
    "sync": "Sync",
    "taskrouter": "TaskRouter",
    "trunking": "Elastic SIP Trunking",
    "trusthub": "Trust Hub",
    "verify": "Verify",
    "video": "Video",
    "voice": "Voice",
    "wireless": "Programmable Wireless",
}


def subcategory_of(entry_name: str) -> str:
    """Of `taskrouter_v1/worker`: TaskRouter. KeyError: the product has no heading yet."""
    folder = entry_name.partition("/")[0]
    return SUBCATEGORIES[folder if folder in SUBCATEGORIES else folder.rpartition("_")[0]]
