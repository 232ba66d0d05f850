"""Who lives in every run, whatever the seed says: at least one resource type of each class, and two behaviours."""

from __future__ import annotations

import tomllib
from pathlib import Path

from lifecycle.facts import read_entries

ENTRIES = {one.type_name: one for one in read_entries().values() if one.resource}
# Why a step is known to fail on the real terraform alone, by resource type, case and label.
KNOWN = tomllib.loads(Path(__file__).with_name("known_failures.toml").read_text(encoding="utf-8"))
ALWAYS = {
    "twilio_proxy_service": "crud",
    "twilio_serverless_environment": "immutable",
    "twilio_messaging_phone_number": "association",
    "twilio_supersim_fleet": "create_read_update",
    "twilio_supersim_esim_profile": "create_read",
    "twilio_flex_insights_category": "list_read",
    "twilio_video_recording_settings": "singleton",
    "twilio_routes_phone_number": "keyed_config",
    "twilio_sync_document_permission": "upsert_delete",
    "twilio_accounts_secondary_auth_token": "write_only",
    "twilio_api_message": "action",
    "twilio_serverless_build": "immutable",
    "twilio_trusthub_customer_profile_submission": "create_read_update",
}
