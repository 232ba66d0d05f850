"""What another provider's acceptance tests state of near-minimal creates on the real API holds here.

Facts only, from the `_basic` tests of RJPearson94/terraform-provider-twilio (MPL-2.0): the arguments, and the values
that Twilio added; that provider's "" is the API's null.
"""

from __future__ import annotations

import json

import pytest

from emulator.caller import V2010

FLOW = json.dumps({"states": [{"name": "Trigger"}], "initial_state": "Trigger"})
STATED = {
    "account address": ("api", V2010 + "/Addresses.json", {
        "CustomerName": "n", "Street": "s", "City": "c", "Region": "r", "PostalCode": "p", "IsoCountry": "GB"}, {
        "emergency_enabled": False, "street_secondary": None, "friendly_name": None, "validated": False,
        "verified": False}),
    "subaccount": ("api", "/2010-04-01/Accounts.json", {}, {"status": "active"}),
    "chat service": ("chat", "/v2/Services", {"FriendlyName": "f"}, {
        "limits": {"channel_members": 100, "user_channels": 250}, "post_webhook_retry_count": 0,
        "pre_webhook_retry_count": 0, "post_webhook_url": None, "pre_webhook_url": None, "webhook_filters": [],
        "webhook_method": "POST", "reachability_enabled": False, "read_status_enabled": True,
        "typing_indicator_timeout": 5}),
    "chat channel": ("chat", "/v2/Services/{chat}/Channels", {"FriendlyName": "f", "Type": "private"}, {
        "unique_name": None, "attributes": "{}", "type": "private", "created_by": "system", "members_count": 0,
        "messages_count": 0}),
    "chat user": ("chat", "/v2/Services/{chat}/Users", {"Identity": "i"}, {
        "friendly_name": None, "attributes": "{}", "joined_channels_count": 0}),
    "conversation": ("conversations", "/v1/Conversations", {}, {
        "unique_name": None, "friendly_name": None, "attributes": "{}", "state": "active", "timers": {}}),
    "conversation user": ("conversations", "/v1/Users", {"Identity": "i"}, {
        "friendly_name": None, "attributes": "{}"}),
    "conversation address": ("conversations", "/v1/Configuration/Addresses", {"Address": "+15005550006", "Type": "sms"},
                             {"friendly_name": None, "address": "+15005550006", "type": "sms"}),
    "messaging service": ("messaging", "/v1/Services", {"FriendlyName": "f"}, {
        "area_code_geomatch": True, "fallback_method": "POST", "fallback_to_long_code": True, "fallback_url": None,
        "inbound_method": "POST", "inbound_request_url": None, "mms_converter": True, "smart_encoding": True,
        "status_callback": None, "sticky_sender": True, "use_inbound_webhook_on_number": False,
        "validity_period": 14400}),
    "proxy service": ("proxy", "/v1/Services", {"UniqueName": "u"}, {
        "chat_instance_sid": None, "default_ttl": 0, "callback_url": None, "geo_match_level": "country",
        "number_selection_behavior": "prefer-sticky", "intercept_callback_url": None,
        "out_of_session_callback_url": None}),
    "serverless service": ("serverless", "/v1/Services", {"UniqueName": "u", "FriendlyName": "f"}, {
        "include_credentials": True, "ui_editable": False}),
    "SIP domain": ("api", V2010 + "/SIP/Domains.json", {"DomainName": "d.sip.twilio.com"}, {
        "auth_type": "", "byoc_trunk_sid": None, "emergency_calling_enabled": False, "emergency_caller_sid": None,
        "friendly_name": None, "sip_registration": False, "voice_status_callback_url": None,
        "voice_status_callback_method": "POST", "voice_fallback_method": "POST", "voice_fallback_url": None,
        "voice_method": "POST", "voice_url": None}),
    "studio flow": ("studio", "/v2/Flows", {"FriendlyName": "f", "Status": "draft", "Definition": FLOW}, {
        "valid": True, "revision": 1, "commit_message": None}),
    "workspace": ("taskrouter", "/v1/Workspaces", {"FriendlyName": "f"}, {
        "event_callback_url": None, "multi_task_enabled": True, "prioritize_queue_order": "FIFO"}),
    "activity": ("taskrouter", "/v1/Workspaces/{Workspaces}/Activities", {"FriendlyName": "f"}, {"available": False}),
    "task channel": ("taskrouter", "/v1/Workspaces/{Workspaces}/TaskChannels", {"FriendlyName": "f", "UniqueName": "u"},
                     {"channel_optimized_routing": False}),
    "task queue": ("taskrouter", "/v1/Workspaces/{Workspaces}/TaskQueues", {"FriendlyName": "f"}, {
        "assignment_activity_name": None, "assignment_activity_sid": None, "reservation_activity_name": None,
        "reservation_activity_sid": None, "max_reserved_workers": 1, "target_workers": "1==1", "task_order": "FIFO"}),
    "worker": ("taskrouter", "/v1/Workspaces/{Workspaces}/Workers", {"FriendlyName": "f"}, {"attributes": "{}"}),
    "workflow": ("taskrouter", "/v1/Workspaces/{Workspaces}/Workflows", {"FriendlyName": "f", "Configuration": "{}"}, {
        "fallback_assignment_callback_url": None, "assignment_callback_url": None, "task_reservation_timeout": 120,
        "document_content_type": None}),
}


@pytest.mark.parametrize(("product", "path", "form", "stated"), STATED.values(), ids=STATED)
def test_a_near_minimal_create_has_the_stated_values(caller, product, path, form, stated):
    parents = {"{Workspaces}": ("taskrouter.twilio.com", "/v1/Workspaces"),
               "{chat}": ("chat.twilio.com", "/v2/Services")}
    for name, (host, collection) in parents.items():
        if name in path:
            path = path.replace(name, caller.post(host, collection, {"FriendlyName": "parent"})["sid"])
    made = caller.post(f"{product}.twilio.com", path, form)
    assert made.status == 201
    assert {name: made[name] for name in stated} == stated
