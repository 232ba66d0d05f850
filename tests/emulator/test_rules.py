"""The general rule: what a create, an update and a delete do to any resource."""

from __future__ import annotations

import re

from emulator.caller import ACCOUNT, V2010

PROXY, API, CHAT = "proxy.twilio.com", "api.twilio.com", "chat.twilio.com"


def test_an_update_changes_what_is_sent_and_an_empty_value_clears(caller):
    made = caller.post(PROXY, "/v1/Services", {
        "UniqueName": "u", "CallbackUrl": "https://a.example", "DefaultTtl": "7"})
    path = f"/v1/Services/{made['sid']}"
    changed = caller.post(PROXY, path, {"CallbackUrl": "", "InterceptCallbackUrl": "https://b.example"})
    assert (changed["callback_url"], changed["intercept_callback_url"], changed["default_ttl"]) == (
        None, "https://b.example", 7)
    assert caller.post(PROXY, path, {"DefaultTtl": ""})["default_ttl"] == 0


def test_a_unique_name_works_as_path(caller):
    made = caller.post(PROXY, "/v1/Services", {"UniqueName": "a name"})
    assert caller.get(PROXY, "/v1/Services/a%20name")["sid"] == made["sid"]
    session = caller.post(PROXY, "/v1/Services/a%20name/Sessions", {"UniqueName": "s"})
    assert session["service_sid"] == made["sid"]
    assert session["url"].endswith(f"/Services/{made['sid']}/Sessions/{session['sid']}")


def test_children_go_with_their_parent(caller):
    service = caller.post(PROXY, "/v1/Services", {"UniqueName": "u"})["sid"]
    session = caller.post(PROXY, f"/v1/Services/{service}/Sessions", {})["sid"]
    assert caller.delete(PROXY, f"/v1/Services/{service}").status == 204
    assert caller.get(PROXY, f"/v1/Services/{service}/Sessions/{session}").status == 404
    assert caller.control("GET", "state", query=f"?sid={session}")["resources"] == []


def test_dates_are_rfc_2822_on_v2010_and_iso_8601_elsewhere(caller):
    queue = caller.post(API, V2010 + "/Queues.json", {"FriendlyName": "q"})
    assert re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000", queue["date_created"])
    service = caller.post(PROXY, "/v1/Services", {"UniqueName": "u"})
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", service["date_created"])
    assert service["date_updated"] == service["date_created"]


def test_addresses_stand_where_twilios_do(caller):
    queue = caller.post(API, V2010 + "/Queues.json", {"FriendlyName": "q"})
    assert queue["uri"] == f"{V2010}/Queues/{queue['sid']}.json"
    credentials = caller.post(API, V2010 + "/SIP/CredentialLists.json", {"FriendlyName": "c"})
    assert credentials["subresource_uris"] == {
        "credentials": f"{V2010}/SIP/CredentialLists/{credentials['sid']}/Credentials.json"}
    service = caller.post(PROXY, "/v1/Services", {"UniqueName": "u"})
    assert service["links"]["sessions"] == f"https://proxy.twilio.com/v1/Services/{service['sid']}/Sessions"


def test_dotted_parameters_come_back_as_objects(caller):
    flow = caller.post("flex-api.twilio.com", "/v1/FlexFlows", {
        "FriendlyName": "f", "ChatServiceSid": "IS" + "1" * 32, "ChannelType": "web",
        "Integration.FlowSid": "FW" + "1" * 32, "Integration.RetryCount": "3"})
    assert flow["integration"] == {"flow_sid": "FW" + "1" * 32, "retry_count": 3}
    changed = caller.post("flex-api.twilio.com", f"/v1/FlexFlows/{flow['sid']}", {"Integration.RetryCount": "1"})
    assert changed["integration"] == {"flow_sid": "FW" + "1" * 32, "retry_count": 1}


def test_a_method_is_shown_in_capitals_and_a_list_is_repeated_keys(caller):
    number = caller.post(API, V2010 + "/IncomingPhoneNumbers.json", {
        "PhoneNumber": "+15005550006", "VoiceMethod": "get"})
    assert number["voice_method"] == "GET"
    service = caller.post(CHAT, "/v2/Services", {"FriendlyName": "c"})["sid"]
    role = caller.post(CHAT, f"/v2/Services/{service}/Roles", {
        "FriendlyName": "r", "Type": "channel", "Permission": ["sendMessage", "leaveChannel"]})
    assert role["permissions"] == ["sendMessage", "leaveChannel"]


def test_singletons_exist_without_being_created(caller):
    assert caller.get("voice.twilio.com", "/v1/Settings").status == 200
    changed = caller.post("voice.twilio.com", "/v1/Settings", {"DialingPermissionsInheritance": "true"})
    assert changed["dialing_permissions_inheritance"] is True
    assert caller.get("voice.twilio.com", "/v1/Settings").body == changed.body
    assert caller.get("conversations.twilio.com", "/v1/Configuration/Webhooks")["target"] == "webhook"


def test_fixed_segments_win_over_sids_per_method(caller):
    assert caller.get("taskrouter.twilio.com", "/v1/Workspaces/WS1/Workers/Statistics").status == 404
    workspace = caller.post("taskrouter.twilio.com", "/v1/Workspaces", {"FriendlyName": "w"})["sid"]
    found = caller.get("taskrouter.twilio.com", f"/v1/Workspaces/{workspace}/Workers/Statistics")
    assert found["url"].endswith("/Workers/Statistics")


def test_a_keyed_configuration_is_there_and_keeps_changes(caller):
    path = "/v2/PhoneNumbers/+15005550006"
    route = caller.get("routes.twilio.com", path)
    assert route["phone_number"] == "+15005550006"
    assert caller.post("routes.twilio.com", path, {"VoiceRegion": "ie1"})["voice_region"] == "ie1"
    assert caller.get("routes.twilio.com", path)["voice_region"] == "ie1"


def test_an_upsert_is_made_by_its_update(caller):
    service = caller.post("sync.twilio.com", "/v1/Services", {})["sid"]
    document = caller.post("sync.twilio.com", f"/v1/Services/{service}/Documents", {"UniqueName": "d"})["sid"]
    path = f"/v1/Services/{service}/Documents/d/Permissions/bob@example.com"
    assert caller.get("sync.twilio.com", path).status == 404
    made = caller.post("sync.twilio.com", path, {"Read": "true", "Write": "false", "Manage": "false"})
    assert (made.status, made["identity"], made["document_sid"]) == (200, "bob@example.com", document)
    assert caller.delete("sync.twilio.com", path).status == 204
    assert caller.get("sync.twilio.com", path).status == 404


def test_json_bodies_are_read_and_shown(caller):
    made = caller.call("POST", "content.twilio.com", "/v1/Content", json_body={
        "language": "en", "friendly_name": "t", "variables": {"1": "x"}, "types": {"twilio/text": {"body": "hi"}}})
    assert (made.status, made["types"]) == (201, {"twilio/text": {"body": "hi"}})
    path = f"/v1/Content/{made['sid']}"
    approval = caller.call("POST", "content.twilio.com", path + "/ApprovalRequests/whatsapp",
                           json_body={"name": "n", "category": "UTILITY"})
    assert (approval.status, approval["status"], approval["content_type"]) == (201, "received", "twilio/text")
    assert caller.get("content.twilio.com", path + "/ApprovalRequests")["whatsapp"]["name"] == "n"


def test_the_product_is_named_by_host_by_region_or_by_path(caller):
    for host in ("proxy.twilio.com", "proxy.dublin.ie1.twilio.com", "proxy.ie1.twilio.com"):
        assert caller.call("GET", "", "/v1/Services", headers={"Host": host}).status == 200
        assert caller.get(host, "/v1/Services").status == 200
    assert caller.call("GET", "", V2010 + "/Queues.json").status == 200
    assert caller.call("GET", "", "/v1/Services").status == 404
    assert caller.get("example.com", "/v1/Services").status == 404


def test_a_204_has_no_length_and_everything_else_has_one(caller):
    key = caller.post(API, V2010 + "/Keys.json", {})
    assert int(key.headers["Content-Length"]) == len(key.text)
    gone = caller.delete(API, f"{V2010}/Keys/{key['sid']}.json")
    assert "Content-Length" not in gone.headers
    assert key.headers["Twilio-Request-Id"].startswith("RQ")
    assert ACCOUNT in caller.get(API, V2010 + ".json")["uri"]
