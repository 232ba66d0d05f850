"""Names by rule."""

from __future__ import annotations

import pytest

from terraform_twilio.compiler import naming


@pytest.mark.parametrize(("wire_name", "attribute"), [
    ("FriendlyName", "friendly_name"), ("Integration.FlowSid", "integration_flow_sid"), ("EsimProfile", "esim_profile"),
    ("UsAppToPerson", "us_app_to_person"), ("friendlyName", "friendly_name"), ("date_created", "date_created"),
    ("X-Twilio-Webhook-Enabled", "x_twilio_webhook_enabled"), ("DateCreated<", "date_created_before"),
    ("DateCreated>", "date_created_after"), ("SIP", "sip"), ("IsoCountry", "iso_country")])
def test_snake(wire_name, attribute):
    assert naming.snake(wire_name) == attribute


@pytest.mark.parametrize(("noun", "one"), [
    ("trunks", "trunk"), ("policies", "policy"), ("brand_registrations", "brand_registration"),
    ("address", "address"), ("build_status", "build_status"), ("voice_settings", "voice_settings"),
    ("workers_statistics", "workers_statistics"),
    ("credential_aws", "credential_aws")])
def test_singular(noun, one):
    assert naming.singular(noun) == one


@pytest.mark.parametrize(("noun", "many"), [
    ("service", "services"), ("policy", "policies"), ("key", "keys"), ("address", "addresses"),
    ("statistics", "statistics"),
    ("inbox", "inboxes"), ("call_summaries", "call_summaries"), ("knowledge_status", "knowledge_statuses")])
def test_plural(noun, many):
    assert naming.plural(noun) == many


@pytest.mark.parametrize(("nouns", "noun"), [
    ({"fetch": "FlexFlow", "create": "Other"}, "flow"), ({"list": "Flows"}, "flows"), ({"fetch": "Flows"}, "flow"),
    ({"create": "NewKey", "update": "Key"}, "key")])
def test_the_fetch_gives_the_noun_and_the_products_own_word_goes(nouns, noun):
    assert naming.base_noun("flex", nouns) == noun


def test_a_word_that_is_not_exactly_the_product_stays():
    assert naming.without_product("conversation_role", "conversations") == "conversation_role"


def test_the_newest_version_is_bare():
    assert naming.versioned([("a", 1), ("a", 2), ("b", 1)]) == {("a", 1): "a_v1", ("a", 2): "a", ("b", 1): "b"}


@pytest.mark.parametrize(("document", "product", "group", "alias"), [
    ("flex_v1", "flex", "/v1/FlexFlows", "twilio_flex_flex_flows_v1"),
    ("api_v2010", "api", "/2010-04-01/Accounts/{}/SIP/Domains", "twilio_api_accounts_sip_domains"),
    ("chat_v2", "chat", "/v2/Services/{}/Channels", "twilio_chat_services_channels_v2")])
def test_the_official_providers_rule(document, product, group, alias):
    assert naming.official_alias(document, product, group) == alias


@pytest.mark.parametrize(("group", "alias"), [
    ("/2010-04-01/Accounts/{}/Keys", "twilio_api_keys_v2010"), ("/2010-04-01/Accounts", "twilio_api_accounts_v2010"),
    ("/2010-04-01/Accounts/{}/SMS/ShortCodes", "twilio_api_sms_short_codes_v2010")])
def test_the_founding_documents_rule(group, alias):
    assert naming.founding_alias(group) == alias
