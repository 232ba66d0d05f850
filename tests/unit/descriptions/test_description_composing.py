"""Meanings made from names, for what the glossary does not know yet."""

from __future__ import annotations

import pytest

from terraform_twilio.compiler.describe.composing import compose, compose_filter


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("sid", "SID of the fleet"),
        ("sip_domain_sid", "SID of the SIP domain"),
        ("item_sids", "SIDs of the item of the fleet"),
        ("sms_fallback_url", "URL that is requested when the SMS URL fails"),
        ("sms_fallback_method", "HTTP method of the requests to `sms_fallback_url`"),
        ("amd_status_callback", "URL that receives answering machine detection status callbacks"),
        ("amd_status_callback_method", "HTTP method of the requests to `amd_status_callback`"),
        ("logo_url", "URL of the logo"),
        ("is_online", "Whether the fleet is online"),
        ("mms_enabled", "Whether MMS is enabled"),
        ("date_closed", "When the fleet was closed"),
        ("closed_by", "Who closed the fleet"),
        ("retry_count", "Number of retries"),
        ("max_tries", "Largest allowed tries"),
        ("carrier_name", "Name of the carrier"),
        ("whatsapp_quality", "WhatsApp quality of the fleet"),
    ],
)
def test_a_name_says_what_it_means(name, meaning):
    assert compose(name, "fleet") == meaning


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("date_closed_before", "Only items whose date closed lies before this time"),
        ("date_closed_after", "Only items whose date closed lies after this time"),
        ("ip_version", "Only items with this IP version"),
    ],
)
def test_a_filter_says_what_it_keeps(name, meaning):
    assert compose_filter(name, "fleet") == meaning
