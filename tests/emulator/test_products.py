"""One example for each rule of Twilio's own that is not TaskRouter's or Serverless's."""

from __future__ import annotations

import json

import pytest

from emulator.caller import ACCOUNT, ORGANIZATIONS, V2010, Caller

API = "api.twilio.com"
FLOW = {"states": [{"name": "Trigger"}], "initial_state": "Trigger"}


def test_a_studio_flow_has_revisions(caller):
    host = "studio.twilio.com"
    flow = caller.post(host, "/v2/Flows", {
        "FriendlyName": "f", "Status": "draft", "Definition": json.dumps(FLOW), "CommitMessage": "first"})
    assert (flow["revision"], flow["valid"], flow["definition"]) == (1, True, FLOW)
    assert flow["webhook_url"] == f"https://webhooks.twilio.com/v1/Accounts/{ACCOUNT}/Flows/{flow['sid']}"
    path = f"/v2/Flows/{flow['sid']}"
    assert caller.post(host, path, {"Status": "published"})["revision"] == 2
    revisions = caller.get(host, path + "/Revisions")["revisions"]
    assert [(one["revision"], one["status"], one["commit_message"]) for one in revisions] == [
        (1, "draft", "first"), (2, "published", None)]
    assert caller.get(host, path + "/Revisions/LatestPublished")["revision"] == 2
    assert caller.get(host, f"/v1/Flows/{flow['sid']}")["friendly_name"] == "f"
    valid = {"FriendlyName": "f", "Status": "draft", "Definition": json.dumps(FLOW)}
    assert caller.post(host, "/v2/Flows/Validate", valid).body == {"valid": True}


def test_sync_counts_revisions_and_places(caller):
    host = "sync.twilio.com"
    service = f"/v1/Services/{caller.post(host, '/v1/Services', {})['sid']}"
    caller.post(host, service + "/Lists", {"UniqueName": "l"})
    indexes = [caller.post(host, service + "/Lists/l/Items", {"Data": "{}"})["index"] for _ in range(3)]
    assert caller.delete(host, service + "/Lists/l/Items/2").status == 204
    assert [*indexes, caller.post(host, service + "/Lists/l/Items", {"Data": "{}"})["index"]] == [0, 1, 2, 3]
    caller.control("POST", "clock", {"freeze": 1_600_000_000})
    document = caller.post(host, service + "/Documents", {"Data": '{"a": 1}', "Ttl": "60"})
    assert (document["data"], document["revision"], document["date_expires"]) == ({"a": 1}, "0", "2020-09-13T12:27:40Z")
    assert caller.post(host, service + "/Documents", {"UniqueName": "ET" + "0" * 32}).status == 400


def test_a_chat_service_brings_roles_and_ip_messaging_shows_the_same(caller):
    service = caller.post("chat.twilio.com", "/v2/Services", {"FriendlyName": "c"})
    roles = caller.get("chat.twilio.com", f"/v2/Services/{service['sid']}/Roles")["roles"]
    assert {service["default_service_role_sid"], service["default_channel_role_sid"],
            service["default_channel_creator_role_sid"]} == {role["sid"] for role in roles}
    assert service["limits"] == {"channel_members": 100, "user_channels": 250}
    same = caller.get("ip-messaging.twilio.com", f"/v2/Services/{service['sid']}")
    assert same["url"] == f"https://ip-messaging.twilio.com/v2/Services/{service['sid']}"
    user = caller.post("chat.twilio.com", f"/v2/Services/{service['sid']}/Users", {"Identity": "bob"})
    assert user["role_sid"] == service["default_service_role_sid"]
    assert caller.get("chat.twilio.com", f"/v2/Services/{service['sid']}/Users/bob")["sid"] == user["sid"]


def test_conversations_live_in_a_default_service(caller):
    host = "conversations.twilio.com"
    caller.control("POST", "clock", {"freeze": 1_600_000_000})
    conversation = caller.post(host, "/v1/Conversations", {"Timers.Inactive": "PT5M"})
    assert conversation["timers"] == {"date_inactive": "2020-09-13T12:31:40Z"}
    default = caller.get(host, "/v1/Configuration")["default_chat_service_sid"]
    assert conversation["chat_service_sid"] == default
    configuration = caller.get(host, f"/v1/Services/{default}/Configuration")
    participant = caller.post(host, f"/v1/Conversations/{conversation['sid']}/Participants", {"Identity": "bob"})
    assert participant["role_sid"] == configuration["default_conversation_role_sid"]


def test_a_conversation_is_in_the_default_messaging_service_unless_in_another(caller):
    host, services = "conversations.twilio.com", "/v1/Services"
    default = caller.get(host, "/v1/Configuration")["default_messaging_service_sid"]
    assert caller.get("messaging.twilio.com", f"{services}/{default}")["sid"] == default
    service = caller.post(host, services, {"FriendlyName": "own"})["sid"]
    assert caller.post(host, f"{services}/{service}/Conversations", {})["messaging_service_sid"] == default
    other = caller.post("messaging.twilio.com", services, {"FriendlyName": "other"})["sid"]
    assert caller.post(host, "/v1/Conversations", {"MessagingServiceSid": other})["messaging_service_sid"] == other


def test_the_inventory_of_numbers_does_not_change(caller):
    path = V2010 + "/AvailablePhoneNumbers/US/Local.json?AreaCode=212"
    numbers = [one["phone_number"] for one in caller.get(API, path)["available_phone_numbers"]]
    assert numbers == [one["phone_number"] for one in caller.get(API, path)["available_phone_numbers"]]
    assert all(number.startswith("+1212") for number in numbers)
    bought = caller.post(API, V2010 + "/IncomingPhoneNumbers.json", {"AreaCode": "212"})
    assert (bought["phone_number"], bought["friendly_name"]) == (numbers[0], "(212) 555-0100")
    assert bought["capabilities"] == {"voice": True, "sms": True, "mms": True, "fax": False}
    assert caller.get(API, path)["available_phone_numbers"][0]["phone_number"] == numbers[1]
    again = caller.post(API, V2010 + "/IncomingPhoneNumbers.json", {"PhoneNumber": numbers[0]})
    assert (again.status, again["code"]) == (400, 21422)
    countries = caller.get(API, V2010 + "/AvailablePhoneNumbers.json")["countries"]
    assert {"US", "GB"} <= {one["country_code"] for one in countries}
    assert caller.get(API, V2010 + "/AvailablePhoneNumbers/ZZ/Local.json").status == 404


def test_a_number_moves_to_a_subaccount(caller):
    sub = caller.post(API, "/2010-04-01/Accounts.json", {})["sid"]
    number = caller.post(API, V2010 + "/IncomingPhoneNumbers.json", {"AreaCode": "212"})["sid"]
    assert caller.post(API, f"{V2010}/IncomingPhoneNumbers/{number}.json", {"AccountSid": ""}).status == 400
    moved = caller.post(API, f"{V2010}/IncomingPhoneNumbers/{number}.json", {"AccountSid": sub})
    assert (moved.status, moved["account_sid"]) == (200, sub)
    assert caller.get(API, f"{V2010}/IncomingPhoneNumbers/{number}.json").status == 404
    assert caller.get(API, f"/2010-04-01/Accounts/{sub}/IncomingPhoneNumbers/{number}.json").status == 200


def test_links_have_the_sid_of_what_they_link(caller, emulator):
    lists = caller.post(API, V2010 + "/SIP/CredentialLists.json", {"FriendlyName": "cl"})["sid"]
    domain = caller.post(API, V2010 + "/SIP/Domains.json", {"DomainName": "d.sip.twilio.com"})
    path = f"{V2010}/SIP/Domains/{domain['sid']}"
    assert domain["auth_type"] == ""
    mapping = caller.post(API, path + "/Auth/Calls/CredentialListMappings.json", {"CredentialListSid": lists})
    assert (mapping["sid"], mapping["friendly_name"]) == (lists, "cl")
    assert caller.get(API, path + ".json")["auth_type"] == "CREDENTIAL_LIST"
    assert caller.delete(API, f"{V2010}/SIP/CredentialLists/{lists}.json").status == 400
    assert caller.delete(API, f"{path}/Auth/Calls/CredentialListMappings/{lists}.json").status == 204
    assert caller.delete(API, f"{V2010}/SIP/CredentialLists/{lists}.json").status == 204
    other = Caller(emulator.url, "AC" + "f" * 32, "t")
    taken = other.post(API, f"/2010-04-01/Accounts/AC{'f' * 32}/SIP/Domains.json", {"DomainName": "d.sip.twilio.com"})
    assert (taken.status, taken["code"]) == (400, 21232)


def test_a_number_belongs_to_a_trunk_and_to_one_messaging_service(caller):
    number = caller.post(API, V2010 + "/IncomingPhoneNumbers.json", {"PhoneNumber": "+15005550006"})["sid"]
    trunk = caller.post("trunking.twilio.com", "/v1/Trunks", {})
    assert trunk["recording"] == {"mode": "do-not-record", "trim": "do-not-trim"}
    link = caller.post("trunking.twilio.com", f"/v1/Trunks/{trunk['sid']}/PhoneNumbers", {"PhoneNumberSid": number})
    assert (link["sid"], link["phone_number"], link["trunk_sid"]) == (number, "+15005550006", trunk["sid"])
    assert caller.get(API, f"{V2010}/IncomingPhoneNumbers/{number}.json")["trunk_sid"] == trunk["sid"]
    services = [caller.post("messaging.twilio.com", "/v1/Services", {"FriendlyName": name})["sid"] for name in "ab"]
    replies = [caller.post("messaging.twilio.com", f"/v1/Services/{sid}/PhoneNumbers", {"PhoneNumberSid": number})
               for sid in services]
    assert [reply.status for reply in replies] == [200, 409]
    assert replies[1]["code"] == 21710


def test_verify_checks_codes_and_keeps_seeds(caller):
    host = "verify.twilio.com"
    service = caller.post(host, "/v2/Services", {"FriendlyName": "v"})
    assert service["totp"] == {"issuer": "v", "code_length": 6, "skew": 1, "time_step": 30}
    path = f"/v2/Services/{service['sid']}"
    sent = caller.post(host, path + "/Verifications", {"To": "+15005550006", "Channel": "sms"})
    assert (sent["status"], sent["valid"]) == ("pending", False)
    wrong = caller.post(host, path + "/VerificationCheck", {"To": "+15005550006", "Code": "000000"})
    right = caller.post(host, path + "/VerificationCheck", {"To": "+15005550006", "Code": "123456"})
    assert [wrong["status"], right["status"]] == ["pending", "approved"]
    entity = caller.post(host, path + "/Entities", {"Identity": "bob-12345"})
    factor = caller.post(host, path + "/Entities/bob-12345/Factors", {"FriendlyName": "f", "FactorType": "totp"})
    assert (factor["entity_sid"], factor["status"]) == (entity["sid"], "unverified")
    assert factor["binding"]["uri"].startswith("otpauth://totp/")
    assert "binding" not in caller.get(host, f"{path}/Entities/bob-12345/Factors/{factor['sid']}").body


def test_flex_plugins_are_configured_released_and_archived(caller):
    host, root = "flex-api.twilio.com", "/v1/PluginService"
    plugin = caller.post(host, root + "/Plugins", {"UniqueName": "p"})["sid"]
    version = caller.post(host, f"{root}/Plugins/p/Versions", {
        "Version": "1.0.0", "PluginUrl": "https://x.example"})["sid"]
    configuration = caller.post(host, root + "/Configurations", {
        "Name": "c", "Plugins": [json.dumps({"plugin_version": version, "phase": 3})]})["sid"]
    configured = caller.get(host, f"{root}/Configurations/{configuration}/Plugins/{plugin}")
    assert (configured["plugin_version_sid"], configured["version"], configured["unique_name"]) == (
        version, "1.0.0", "p")
    release = caller.post(host, root + "/Releases", {"ConfigurationId": configuration})
    assert release["configuration_sid"] == configuration
    enabled = caller.post(host, f"{root}/Plugins/{plugin}/Archive", {})
    assert (enabled.status, enabled["code"]) == (400, 20400)
    empty = caller.post(host, root + "/Configurations", {"Name": "none"})["sid"]
    caller.post(host, root + "/Releases", {"ConfigurationId": empty})
    assert caller.post(host, f"{root}/Plugins/{plugin}/Archive", {})["archived"] is True
    assert caller.get(host, f"{root}/Plugins/p")["archived"] is True
    again = caller.post(host, f"{root}/Plugins/{plugin}/Archive", {})
    assert (again.status, again["message"]) == (400, "Plugin is already archived.")
    assert caller.post(host, root + "/Plugins", {"UniqueName": "p"}).status == 409


def test_what_is_found_at_another_place_is_the_same_object(caller):
    number = caller.post("accounts.twilio.com", "/v1/SafeList/Numbers", {"PhoneNumber": "+15005550006"})
    found = caller.get("accounts.twilio.com", "/v1/SafeList/Numbers?PhoneNumber=%2B15005550006")
    assert (number.status, found.body) == (201, number.body)
    assert caller.delete("accounts.twilio.com", "/v1/SafeList/Numbers?PhoneNumber=%2B15005550006").status == 204
    job = caller.post("bulkexports.twilio.com", "/v1/Exports/Messages/Jobs", {
        "StartDay": "2026-01-01", "EndDay": "2026-01-02", "FriendlyName": "j"})["job_sid"]
    assert caller.get("bulkexports.twilio.com", f"/v1/Exports/Jobs/{job}")["friendly_name"] == "j"
    webhook = "/v1/Porting/Configuration/Webhook"
    caller.call("POST", "numbers.twilio.com", webhook, json_body={"port_in_target_url": "https://x.example"})
    assert caller.get("numbers.twilio.com", webhook)["port_in_target_url"] == "https://x.example"
    assert caller.delete("numbers.twilio.com", webhook + "/PORT_IN").status == 204
    assert caller.get("numbers.twilio.com", webhook).status == 404


def test_attachments_show_what_is_attached(caller):
    host = "intelligence.twilio.com"
    service = caller.post(host, "/v2/Services", {"UniqueName": "u"})["sid"]
    operator = "LY" + "0" * 32
    assert caller.post(host, f"/v2/Services/{service}/Operators/{operator}", {}).status == 202
    assert caller.get(host, f"/v2/Services/{service}/Operators")["operator_sids"] == [operator]
    assert caller.delete(host, f"/v2/Services/{service}/Operators/{operator}").status == 204
    assert caller.get(host, f"/v2/Services/{service}/Operators")["operator_sids"] == []


def test_creations_that_name_children_make_them(caller):
    sink = caller.post("events.twilio.com", "/v1/Sinks", {
        "Description": "s", "SinkType": "webhook", "SinkConfiguration": '{"destination": "https://x.example"}'})
    assert sink["sink_configuration"] == {"destination": "https://x.example"}
    subscription = caller.post("events.twilio.com", "/v1/Subscriptions", {
        "Description": "d", "SinkSid": sink["sid"], "Types": ['{"type": "com.twilio.x", "schema_version": 2}']})["sid"]
    event = caller.get("events.twilio.com", f"/v1/Subscriptions/{subscription}/SubscribedEvents/com.twilio.x")
    assert event["schema_version"] == 2
    profile = caller.post("supersim.twilio.com", "/v1/NetworkAccessProfiles", {"UniqueName": "n"})["sid"]
    fleet = caller.post("supersim.twilio.com", "/v1/Fleets", {"NetworkAccessProfile": "n", "UniqueName": "f"})
    assert fleet["network_access_profile_sid"] == profile


def test_a_listing_is_made_in_the_plural_and_found_in_the_singular(caller):
    host = "marketplace.twilio.com"
    made = caller.post(host, "/v1/Listings", {"ModuleInfo": '{"title": "t"}'})
    assert (made.status, made["module_info"]) == (200, {"title": "t"})
    assert caller.get(host, f"/v1/Listing/{made['sid']}")["sid"] == made["sid"]
    assert [one["sid"] for one in caller.get(host, "/v1/Listings")["listings"]] == [made["sid"]]


def test_a_participant_opens_its_conference(caller):
    for name in ("room", "CF" + "0" * 32):
        joined = caller.post(API, f"{V2010}/Conferences/{name}/Participants.json", {
            "From": "+15005550006", "To": "+15005550006"})
        path = f"{V2010}/Conferences/{joined['conference_sid']}"
        assert caller.get(API, path + ".json")["friendly_name"] == name
        assert caller.get(API, f"{path}/Participants/{joined['call_sid']}.json").status == 200
    assert joined["conference_sid"] == "CF" + "0" * 32


def test_a_messaging_service_shows_the_domain_it_is_tied_to(caller):
    host, root = "messaging.twilio.com", "/v1/LinkShortening"
    domain, service = "DN" + "0" * 32, "MG" + "0" * 32
    path = f"{root}/MessagingServices/{service}/Domain"
    assert caller.get(host, path).status == 404
    caller.post(host, f"{root}/Domains/{domain}/MessagingServices/{service}", {})
    caller.post(host, f"{root}/Domains/{domain}/Config", {"CallbackUrl": "https://x.example"})
    assert caller.get(host, path)["domain_sid"] == domain
    shown = caller.get(host, f"{root}/MessagingService/{service}/DomainConfig")
    assert (shown["domain_sid"], shown["callback_url"]) == (domain, "https://x.example")


def test_a_sims_change_of_state_is_scheduled_first(caller):
    host = "supersim.twilio.com"
    sim = caller.post(host, "/v1/Sims", {"Iccid": "89014103211118510720", "RegistrationCode": "H3LL0"})
    assert (sim.status, sim["status"]) == (201, "new")
    changed = caller.post(host, f"/v1/Sims/{sim['sid']}", {"Status": "active"})
    assert changed["status"] == "scheduled"
    assert [caller.get(host, f"/v1/Sims/{sim['sid']}")["status"] for _ in range(2)] == ["active", "active"]
    assert caller.post(host, f"/v1/Sims/{sim['sid']}", {"Status": "active"})["status"] == "active"


def test_the_numbers_of_a_porting_request_stand_below_it(caller):
    host = "numbers.twilio.com"
    made = caller.call("POST", host, "/v1/Porting/PortIn", json_body={
        "account_sid": ACCOUNT, "documents": ["RD" + "0" * 32], "losing_carrier_information": {"customer_name": "c"},
        "phone_numbers": [{"phone_number": "+15005550006", "pin": "1"}, {"phone_number": "+15005550007", "pin": "1"}]})
    request = f"/v1/Porting/PortIn/{made['port_in_request_sid']}"
    first, second = made["phone_numbers"]
    number = caller.get(host, f"{request}/PhoneNumber/{first['port_in_phone_number_sid']}")
    assert (number["phone_number"], number["port_in_request_sid"]) == ("+15005550006", made["port_in_request_sid"])
    assert caller.delete(host, f"{request}/PhoneNumber/{first['port_in_phone_number_sid']}").status == 204
    assert caller.get(host, request)["phone_numbers"] == [second]


def test_own_operators_are_listed_among_all(caller):
    host = "intelligence.twilio.com"
    made = caller.post(host, "/v2/Operators/Custom", {
        "FriendlyName": "o", "OperatorType": "EY" + "0" * 32, "Config": "{}"})["sid"]
    assert caller.get(host, f"/v2/Operators/{made}")["friendly_name"] == "o"
    assert [one["sid"] for one in caller.get(host, "/v2/Operators")["operators"]] == [made]
    assert caller.get(host, "/v2/Operators/LY" + "0" * 32).status == 404


def test_an_organization_has_the_callers_accounts_and_its_users_have_sids(caller):
    host, organization = ORGANIZATIONS, "/Organizations/OR" + "0" * 32
    sub = caller.post(API, "/2010-04-01/Accounts.json", {"FriendlyName": "sub"})["sid"]
    caller = caller.by_app()
    accounts = caller.get(host, organization + "/Accounts")["content"]
    assert {one["account_sid"] for one in accounts} == {ACCOUNT, sub}
    assert caller.get(host, f"{organization}/Accounts/{sub}")["friendly_name"] == "sub"
    assert caller.get(host, f"{organization}/Accounts/AC{'f' * 32}").status == 404
    user = caller.call("POST", host, organization + "/scim/Users", json_body={"userName": "bob"})
    role = caller.call("POST", host, organization + "/RoleAssignments", json_body={
        "role_sid": "IX" + "0" * 32, "scope": ACCOUNT, "identity": user["id"]})
    assert (user["id"][:2], role["sid"][:2]) == ("US", "IY")


def test_a_filter_names_a_relative_by_either_name(caller):
    host = "supersim.twilio.com"
    profile = caller.post(host, "/v1/NetworkAccessProfiles", {"UniqueName": "n"})["sid"]
    fleets = [caller.post(host, "/v1/Fleets", {"NetworkAccessProfile": profile, "UniqueName": name})["sid"]
              for name in "ab"]
    sim = caller.post(host, "/v1/Sims", {"Iccid": "89014103211118510720", "RegistrationCode": "H3LL0"})["sid"]
    caller.post(host, f"/v1/Sims/{sim}", {"Fleet": "a"})
    found = {wanted: [one["sid"] for one in caller.get(host, f"/v1/Sims?Fleet={wanted}")["sims"]]
             for wanted in ("a", fleets[0], "b", fleets[1], "c")}
    assert found == {"a": [sim], fleets[0]: [sim], "b": [], fleets[1]: [], "c": []}
    assert len(caller.get(host, "/v1/Fleets?NetworkAccessProfile=n")["fleets"]) == 2
    plan = caller.post("wireless.twilio.com", "/v1/RatePlans", {"UniqueName": "p"})["sid"]
    caller.post("wireless.twilio.com", "/v1/Sims/DE" + "1" * 32, {"RatePlan": "p"})
    shown = caller.get("wireless.twilio.com", "/v1/Sims?RatePlan=p")["sims"]
    assert [one["rate_plan_sid"] for one in shown] == [plan]
    command = caller.post("wireless.twilio.com", "/v1/Commands", {"Sim": "DE" + "1" * 32, "Command": "c"})
    assert command["sim_sid"] == "DE" + "1" * 32
    assert caller.post("wireless.twilio.com", "/v1/Commands", {"Sim": "nobody", "Command": "c"}).status == 400


def test_an_api_key_is_the_same_wherever_it_is_called_one(caller, emulator):
    made = caller.post("iam.twilio.com", "/v1/Keys", {"AccountSid": ACCOUNT, "FriendlyName": "k"})
    for name in ("Keys", "SigningKeys"):
        same = caller.get(API, f"{V2010}/{name}/{made['sid']}.json")
        assert (same["friendly_name"], same["date_created"]) == ("k", made["date_created"])
        assert "secret" not in same.body
    signing = caller.post(API, V2010 + "/SigningKeys.json", {"FriendlyName": "s"})
    listed = caller.get("iam.twilio.com", f"/v1/Keys?AccountSid={ACCOUNT}")["keys"]
    assert {one["sid"] for one in listed} == {made["sid"], signing["sid"]}
    assert Caller(emulator.url, signing["sid"], signing["secret"]).get("proxy.twilio.com", "/v1/Services").status == 200
    assert caller.delete(API, f"{V2010}/Keys/{made['sid']}.json").status == 204
    assert caller.get("iam.twilio.com", f"/v1/Keys/{made['sid']}").status == 404


def test_the_default_conversations_service_is_one_of_the_services(caller):
    host = "conversations.twilio.com"
    services = [one["sid"] for one in caller.get(host, "/v1/Services")["services"]]
    default = caller.get(host, "/v1/Configuration")["default_chat_service_sid"]
    assert services == [default]
    outside = caller.post(host, "/v1/Conversations", {"UniqueName": "c"})
    assert outside["url"] == f"https://{host}/v1/Conversations/{outside['sid']}"
    assert outside["links"]["participants"] == outside["url"] + "/Participants"
    inside = caller.get(host, f"/v1/Services/{default}/Conversations/c")
    assert (inside["sid"], inside["url"]) == (
        outside["sid"], f"https://{host}/v1/Services/{default}/Conversations/{outside['sid']}")
    user = caller.post(host, f"/v1/Services/{default}/Users", {"Identity": "bob"})["sid"]
    assert [one["sid"] for one in caller.get(host, "/v1/Users")["users"]] == [user]
    other = caller.post(host, "/v1/Services", {"FriendlyName": "o"})["sid"]
    assert caller.get(host, f"/v1/Services/{other}/Conversations")["conversations"] == []
    role = caller.get(host, f"/v1/Roles/{caller.get(host, f'/v1/Users/{user}')['role_sid']}")
    assert (role["chat_service_sid"], role["friendly_name"]) == (default, "service user")


def test_what_exists_under_any_sid_is_listed_once_it_was_seen(caller):
    path = f"{V2010}/SMS/ShortCodes"
    assert caller.get(API, path + ".json")["short_codes"] == []
    seen = caller.get(API, f"{path}/SC{'1' * 32}.json")
    assert [one["sid"] for one in caller.get(API, path + ".json")["short_codes"]] == [seen["sid"]]


def test_voice_permissions_list_every_country(caller):
    host, root = "voice.twilio.com", "/v1/DialingPermissions/"
    caller.post(host, root + "BulkCountryUpdates", {
        "UpdateRequest": '[{"iso_code": "FR", "low_risk_numbers_enabled": "true"}]'})
    pages = [caller.get(host, f"{root}Countries?PageSize=200")]
    pages.append(caller.get(host, pages[0]["meta"]["next_page_url"].removeprefix(f"https://{host}")))
    codes = [one["iso_code"] for page in pages for one in page["content"]]
    assert (len(codes), len(set(codes)), codes == sorted(codes)) == (242, 242, True)
    allowed = caller.get(host, root + "Countries?LowRiskNumbersEnabled=true")["content"]
    assert [(one["name"], one["country_codes"], one["continent"]) for one in allowed] == [("France", ["+33"], "EUROPE")]
    assert caller.get(host, root + "Countries/DE")["name"] == "Germany"
    assert caller.get(host, root + "Countries/ZZ").status == 404
    assert caller.post(host, root + "BulkCountryUpdates", {"UpdateRequest": '[{"iso_code": "ZZ"}]'}).status == 400


def test_insights_takes_a_token_of_its_own(caller, emulator):
    host, path = "flex-api.twilio.com", "/v1/Insights/QualityManagement/Assessments"
    token = caller.post(host, "/v1/Insights/Session")["session_id"]
    flex = Caller(emulator.url)
    flex.headers = {"Authorization": token}
    assert flex.get(host, path).status == 200
    flex.headers = {"Authorization": "Token of a Flex user"}
    assert flex.get(host, path).status == 200
    assert flex.get(host, "/v1/FlexFlows").status == 401
    Caller(emulator.url, "AC" + "f" * 32, "t").get("proxy.twilio.com", "/v1/Services")
    assert flex.get(host, path).status == 401
    flex.headers = {"Authorization": token}
    assert flex.get(host, path).status == 200


def test_an_assistant_opens_a_session_with_a_message(caller):
    host = "assistants.twilio.com"
    assistant = caller.call("POST", host, "/v1/Assistants", json_body={"name": "a"})["id"]
    said = caller.call("POST", host, f"/v1/Assistants/{assistant}/Messages", json_body={"identity": "i", "body": "hi"})
    session = caller.get(host, f"/v1/Sessions/{said['session_id']}")
    assert (session["assistant_id"], session["identity"]) == (assistant, "i")
    assert len(caller.get(host, f"/v1/Sessions/{session['id']}/Messages")["messages"]) == 1
    assert caller.get(host, "/v1/Sessions/other").status == 404


def test_a_lookup_says_what_a_number_says_and_what_was_asked_for(caller):
    def looked_up(number: str) -> list:
        found = caller.get("lookups.twilio.com", f"/v2/PhoneNumbers/{number}")
        return [found[name] for name in ("valid", "country_code", "national_format", "validation_errors", "sim_swap")]

    assert looked_up("+14155550100") == [True, "US", "(415) 555-0100", [], None]
    assert looked_up("+49305550100") == [True, "DE", "305550100", [], None]
    assert looked_up("+1415555010") == [False, None, None, ["TOO_SHORT"], None]
    assert looked_up("nobody") == [False, None, None, ["NOT_A_NUMBER"], None]
    asked = caller.get("lookups.twilio.com", "/v2/PhoneNumbers/+14155550100?Fields=sim_swap,caller_name")
    assert (asked["sim_swap"] is None, asked["caller_name"] is None, asked["line_status"]) == (False, False, None)


def test_the_recordings_of_calls_are_the_accounts(caller):
    placed = caller.post(API, V2010 + "/Calls.json", {"From": "+15005550006", "To": "+15005550006", "Twiml": "<Response/>"})
    made = caller.post(API, f"{V2010}/Calls/{placed['sid']}/Recordings.json", {})
    other = caller.post(API, V2010 + "/Calls.json", {"From": "+15005550006", "To": "+15005550006", "Twiml": "<Response/>"})
    second = caller.post(API, f"{V2010}/Calls/{other['sid']}/Recordings.json", {})["sid"]
    listed = caller.get(API, V2010 + "/Recordings.json")["recordings"]
    assert [one["sid"] for one in listed] == [second, made["sid"]]
    found = caller.get(API, f"{V2010}/Recordings.json?CallSid={placed['sid']}")["recordings"]
    assert [one["uri"] for one in found] == [f"{V2010}/Recordings/{made['sid']}.json"]
    assert caller.get(API, found[0]["uri"])["call_sid"] == placed["sid"]
    assert caller.delete(API, found[0]["uri"]).status == 204
    assert caller.get(API, f"{V2010}/Calls/{placed['sid']}/Recordings/{made['sid']}.json").status == 404


def test_a_message_keeps_its_media(caller):
    sent = caller.post(API, V2010 + "/Messages.json", {
        "From": "+15005550006", "To": "+15005550006", "MediaUrl": ["https://example.com/a", "https://example.com/b"]})
    media = caller.get(API, f"{V2010}/Messages/{sent['sid']}/Media.json")["media_list"]
    assert (sent["num_media"], len(media), media[0]["parent_sid"]) == ("2", 2, sent["sid"])
    assert caller.delete(API, f"{V2010}/Messages/{sent['sid']}/Media/{media[0]['sid']}.json").status == 204


def test_a_first_lookup_tells_what_was_asked_for(caller):
    host, path = "lookups.twilio.com", "/v1/PhoneNumbers/+18551112222"
    plain = caller.get(host, path)
    assert (plain["country_code"], plain["national_format"]) == ("US", "(855) 111-2222")
    assert (plain["carrier"], plain["caller_name"]) == (None, None)
    asked = caller.get(host, path + "?Type=carrier&Type=caller-name")
    assert {"name", "type", "error_code"} <= set(asked["carrier"])
    assert set(asked["caller_name"]) == {"caller_name", "caller_type", "error_code"}


def test_the_older_address_of_the_conversations_webhook_is_the_same_webhook(caller):
    host = "conversations.twilio.com"
    caller.post(host, "/v1/Conversations/Webhooks", {"PreWebhookUrl": "https://example.com/pre"})
    assert caller.get(host, "/v1/Configuration/Webhooks")["pre_webhook_url"] == "https://example.com/pre"


def test_recorded_answers_are_believed_where_the_documents_are_silent(caller):
    queue = caller.post("api.twilio.com", f"{V2010}/Queues.json", {"FriendlyName": "q"})
    assert queue["subresource_uris"] == {"members": f"{V2010}/Queues/{queue['sid']}/Members.json"}
    room = "RM" + "1" * 32
    seeded = caller.control("POST", "seed", {"resources": [
        {"exists": "video.twilio.com/v1/Recordings", "account": ACCOUNT,
         "properties": {"grouping_sids": {"room_sid": room}}}]})["resources"][0]["sid"]
    assert caller.get("video.twilio.com", f"/v1/Recordings/{seeded}")["room_sid"] == room


def test_a_number_of_a_type_is_not_bought_by_its_area(caller):
    path = V2010 + "/IncomingPhoneNumbers/TollFree.json"
    refused, without = caller.post(API, path, {"AreaCode": "800"}), caller.post(API, path, {})
    assert (refused.status, refused["code"]) == (400, 21457)
    assert (without.status, without["code"], "PhoneNumber" in without["message"]) == (400, 20001, True)
    assert caller.post(API, path, {"PhoneNumber": "+18005550137"})["phone_number"] == "+18005550137"


FINE = "+15005550006"


@pytest.mark.parametrize(("path", "sender", "receiver", "code"), [
    ("Messages", "+15005550001", FINE, 21212), ("Messages", "+15005550007", FINE, 21606),
    ("Messages", "+15005550008", FINE, 21611), ("Messages", FINE, "+15005550001", 21211),
    ("Messages", FINE, "+15005550002", 21612), ("Messages", FINE, "+15005550003", 21408),
    ("Messages", FINE, "+15005550004", 21610), ("Messages", FINE, "+15005550009", 21614),
    ("Calls", "+15005550001", FINE, 21212), ("Calls", FINE, "+15005550001", 21217), ("Calls", FINE, "+15005550002", 21214),
    ("Calls", FINE, "+15005550003", 21215), ("Calls", FINE, "+15005550004", 21216)])
def test_magic_numbers_go_wrong(caller, path, sender, receiver, code):
    more = {"Body": "x"} if path == "Messages" else {"Url": "https://example.com"}
    refused = caller.post(API, f"{V2010}/{path}.json", {"From": sender, "To": receiver, **more})
    assert (refused.status, refused["code"]) == (400, code)
    assert caller.post(API, f"{V2010}/{path}.json", {"From": FINE, "To": FINE, **more}).status == 201


def test_a_message_for_later_waits_and_can_be_canceled(caller):
    made = caller.post(API, f"{V2010}/Messages.json", {
        "MessagingServiceSid": "MG" + "0" * 32, "To": "+14155550100", "Body": "x", "ScheduleType": "fixed",
        "SendAt": "2030-01-01T00:00:00Z"})
    path = f"{V2010}/Messages/{made['sid']}.json"
    assert [made["status"], caller.get(API, path)["status"], caller.get(API, path)["status"]] == ["scheduled"] * 3
    assert caller.post(API, path, {"Status": "canceled"})["status"] == "canceled"


def test_a_recording_of_a_call_leads_to_where_its_relatives_are(caller):
    call = caller.post(API, f"{V2010}/Calls.json", {"From": FINE, "To": FINE, "Url": "https://example.com"})["sid"]
    made = caller.post(API, f"{V2010}/Calls/{call}/Recordings.json", {})
    links = made["subresource_uris"]
    assert links["transcriptions"] == f"{V2010}/Recordings/{made['sid']}/Transcriptions.json"
    assert [caller.get(API, path).status for path in links.values()] == [200, 200]
