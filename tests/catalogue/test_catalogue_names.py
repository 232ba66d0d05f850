"""The names: how many there are, that they are frozen, and that the official provider's users find theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from terraform_twilio.catalogue import read
from terraform_twilio.compiler import frozen

OFFICIAL = Path(__file__).parents[2] / "overrides" / "official_names.txt"


def all_of(entries: dict[str, dict], fact: str) -> list[str]:
    return [entry[fact] for entry in entries.values() if fact in entry]


@pytest.mark.parametrize(("fact", "count"), [("resource", 232), ("singular", 369), ("plural", 341)])
def test_there_are_as_many_as_the_documents_give(fact, count, documented):
    names = all_of(documented, fact)
    assert len(names) == len(set(names)) == count


def test_no_data_source_has_another_ones_name(documented):
    names = all_of(documented, "singular") + all_of(documented, "plural")
    assert len(names) == len(set(names)) == 710


def test_every_released_official_name_is_an_alias(entries):
    released = {line for line in OFFICIAL.read_text().splitlines() if not line.startswith("#")}
    aliases = {alias for names in all_of(entries, "aliases") for alias in names}
    assert len(released) == 159
    assert released <= aliases
    assert len(aliases) == 184


def test_what_is_no_official_name_is_the_founding_documents(entries):
    founding = {alias for names in all_of(entries, "aliases") for alias in names if alias.endswith("_v2010")}
    api = {name for name, entry in entries.items() if name.startswith("api_v2010/") and "resource" in entry}
    assert len(founding) == len(api) == 25


def test_the_catalogue_keeps_every_promised_name(entries):
    assert frozen.broken_promises(read.frozen_names(), frozen.names(entries)) == []


def test_every_name_is_promised(entries):
    assert {line.rsplit(" ", 1)[0] for line in read.frozen_names()} >= frozen.names(entries).keys()


@pytest.mark.parametrize(("type_name", "entry"), [
    ("resource twilio_proxy_service", "proxy_v1/service"),
    ("resource twilio_chat_service", "chat_v2/service"),
    ("resource twilio_chat_service_v1", "chat_v1/service"),
    ("resource twilio_flex_flow", "flex_v1/flow"),
    ("resource twilio_messaging_service", "messaging_v1/service"),
    ("resource twilio_taskrouter_workspace", "taskrouter_v1/workspace"),
    ("resource twilio_studio_flow", "studio_v2/flow"),
    ("alias twilio_api_keys_v2010", "api_v2010/key"),
    ("alias twilio_api_incoming_phone_numbers_v2010", "api_v2010/incoming_phone_number"),
    ("alias twilio_api_accounts_keys", "api_v2010/key"),
    ("alias twilio_flex_flex_flows_v1", "flex_v1/flow"),
    ("singular twilio_api_balance", "api_v2010/balance"),
    ("plural twilio_content_templates", "content_v2/template"),
    ("plural twilio_content_templates_v1", "content_v1/template"),
    ("singular twilio_content_template", "content_v1/template"),
    ("singular twilio_messaging_link_shortening_domain_certificate", "messaging_v2/link_shortening_domain_certificate"),
    ("resource twilio_messaging_link_shortening_domain_certificate", "messaging_v1/link_shortening_domain_certificate"),
    ("plural twilio_accounts_credential_aws_list", "accounts_v1/credential_aws"),
    ("plural twilio_api_available_phone_numbers_toll_free", "api_v2010/available_phone_number_toll_free"),
    ("plural twilio_numbers_porting_port_ins", "numbers_v1/porting_port_in"),
    ("singular twilio_bulkexports_export_custom_job", "bulkexports_v1/export_custom_job"),
    ("resource twilio_marketplace_listing", "marketplace_v1/listing"),
    ("singular twilio_marketplace_owned_listing", "marketplace_v1/owned_listing"),
    ("resource twilio_messaging_sender", "messaging_v2/sender"),
    ("resource twilio_messaging_channel_sender", "messaging_v1/channel_sender"),
])
def test_a_name_means(type_name, entry, entries):
    assert frozen.names(entries)[type_name] == entry


@pytest.mark.parametrize(("resource", "id_"), [
    ("twilio_proxy_participant", ["service_sid", "session_sid", "sid"]),
    ("twilio_api_key", ["sid"]),
    ("twilio_accounts_safelist_number", ["phone_number"]),
    ("twilio_numbers_porting_webhook_configuration", ["webhook_type"]),
    ("twilio_content_approval_request", ["content_sid"]),
    ("twilio_assistants_assistant_tool_attachment", ["assistant_id", "tool_id"]),
    ("twilio_iam_organization_user", ["organization_sid", "user_sid"]),
    ("twilio_iam_organization_role_assignment", ["organization_sid", "sid"]),
    ("twilio_messaging_link_shortening_messaging_service", ["domain_sid", "messaging_service_sid"]),
    ("twilio_sync_list_item", ["service_sid", "list_sid", "index"]),
    ("twilio_lookups_rate_limit", ["field", "bucket"]),
])
def test_an_import_id_is(resource, id_, entries):
    assert next(entry for entry in entries.values() if entry.get("resource") == resource)["id"] == id_


def test_what_has_no_path_value_has_the_account_as_its_id(documented):
    assert {entry["resource"] for entry in documented.values() if "resource" in entry and "id" not in entry} <= {
        "twilio_accounts_messaging_geo_permissions", "twilio_accounts_secondary_auth_token",
        "twilio_conversations_configuration", "twilio_conversations_configuration_webhook", "twilio_flex_configuration",
        "twilio_insights_voice_settings", "twilio_numbers_signing_request_configuration",
        "twilio_video_composition_settings", "twilio_video_recording_settings",
        "twilio_voice_dialing_permissions_settings"}


def test_preview_has_neither_resource_types_nor_data_sources(entries):
    preview = [entry for name, entry in entries.items() if name.startswith("preview/")]
    assert len(preview) == 11
    assert all("left_out" in entry and not entry.keys() & {"resource", "singular", "plural"} for entry in preview)
