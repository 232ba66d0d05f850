"""A seed makes resources through every client's door, all of them or none."""

from __future__ import annotations

import json

import pytest

from emulator.caller import ACCOUNT, ORGANIZATIONS, TOKEN, V2010, Caller
from terraform_twilio.emulator import command
from terraform_twilio.emulator.server import Emulator

PROXY = "proxy.twilio.com"
SEED = {
    "accounts": {ACCOUNT: TOKEN},
    "resources": [
        {"create": "chat.twilio.com/v2/Services", "parameters": {"FriendlyName": "chat"}, "as": "chat"},
        {"create": f"{PROXY}/v1/Services", "as": "support",
         "parameters": {"UniqueName": "support", "ChatInstanceSid": "{chat}", "DefaultTtl": 5}},
        {"create": f"{PROXY}/v1/Services/{{support}}/Sessions", "parameters": {"UniqueName": "one"}},
        {"create": "api.twilio.com/2010-04-01/Accounts/{AccountSid}/Queues.json", "parameters": {"FriendlyName": "q"}},
        {"create": "studio.twilio.com/v2/Flows", "parameters": {
            "FriendlyName": "{{not a name}}", "Status": "draft",
            "Definition": {"states": [{"name": "Trigger"}], "initial_state": "Trigger"}}},
        {"create": "content.twilio.com/v1/Content", "parameters": {
            "language": "en", "types": {"twilio/text": {"body": "hello"}}}},
    ],
}


def test_a_seed_makes_what_clients_find(caller):
    made = caller.control("POST", "seed", SEED)
    assert made.status == 201, made.text
    service = caller.get(PROXY, "/v1/Services/support")
    assert (service["default_ttl"], service["chat_instance_sid"]) == (5, made["resources"][0]["sid"])
    assert [one["unique_name"] for one in caller.get(PROXY, "/v1/Services/support/Sessions")["sessions"]] == ["one"]
    assert caller.get("studio.twilio.com", "/v2/Flows")["flows"][0]["friendly_name"] == "{{not a name}}"
    assert len(caller.get("content.twilio.com", "/v1/Content")["contents"]) == 1


def test_a_seed_puts_there_what_twilio_makes_by_itself(caller):
    made = caller.control("POST", "seed", {"accounts": {ACCOUNT: TOKEN}, "resources": [
        {"exists": "monitor.twilio.com/v1/Alerts", "properties": {"log_level": "error", "error_code": "11200"}},
        {"create": "video.twilio.com/v1/Rooms", "as": "room"},
        {"exists": "video.twilio.com/v1/Rooms/{room}/Participants", "properties": {"identity": "bob"}},
        {"exists": "api.twilio.com/2010-04-01/Accounts/{AccountSid}/Recordings.json", "properties": {
            "sid": "RE" + "1" * 32}}]})
    alert, room, participant, _ = made["resources"]
    assert (alert["sid"][:2], alert["account_sid"]) == ("NO", ACCOUNT)
    assert caller.get("monitor.twilio.com", f"/v1/Alerts/{alert['sid']}")["error_code"] == "11200"
    assert [one["sid"] for one in caller.get("monitor.twilio.com", "/v1/Alerts?LogLevel=error")["alerts"]] == [
        alert["sid"]]
    found = caller.get("video.twilio.com", f"/v1/Rooms/{room['sid']}/Participants/{participant['sid']}")
    assert (found["identity"], found["room_sid"]) == ("bob", room["sid"])
    assert caller.get("api.twilio.com", f"{V2010}/Recordings/RE{'1' * 32}.json").status == 200


def test_what_is_refused_undoes_the_whole_seed(caller):
    caller.post(PROXY, "/v1/Services", {"UniqueName": "before"})
    app = caller.by_app()
    before = caller.control("GET", "state").body
    wrong = {**SEED, "resources": [*SEED["resources"], {"create": f"{PROXY}/v1/Services", "parameters": {"Nope": "1"}}]}
    refused = caller.control("POST", "seed", wrong)
    assert (refused.status, refused["error"]) == (
        400, f"resource 7 ({PROXY}/v1/Services) is refused: Unknown parameter Nope in the post body")
    assert caller.control("GET", "state").body == before
    assert app.get(PROXY, "/v1/Services/before").status == 200


def test_a_seed_makes_an_organizations_user(caller):
    users = f"/Organizations/OR{'0' * 32}/scim/Users"
    made = caller.control("POST", "seed", {"accounts": {ACCOUNT: TOKEN}, "resources": [
        {"create": ORGANIZATIONS + users, "parameters": {"userName": "bob"}}]})
    assert made.status == 201, made.text
    assert [one["userName"] for one in caller.by_app().get(ORGANIZATIONS, users)["Resources"]] == ["bob"]


@pytest.mark.parametrize(("seed", "words"), [
    ({"things": []}, "accounts and resources"),
    ({"accounts": []}, "an object of tokens"),
    ({"accounts": {"AC1": "t"}}, "AC1 is no account SID"),
    ({"accounts": {ACCOUNT: 5}}, "no account SID with a token"),
    ({"resources": [{}]}, "resource 1 is no object of create"),
    ({"resources": [{"create": "x", "parameters": []}]}, "parameters of resource 1"),
    ({"resources": [{"create": f"{PROXY}/v1/Services"}]}, "the account None, which does not exist"),
    ({"accounts": {ACCOUNT: TOKEN}, "resources": [{"create": f"{PROXY}/v1/Services/{{x}}/Sessions"}]}, "refers to x"),
    ({"accounts": {ACCOUNT: TOKEN}, "resources": [{"create": "example.com/v1"}]}, "was not found"),
    ({"accounts": {ACCOUNT: TOKEN}, "resources": [{"create": f"{PROXY}/v1/Services/KS1"}]}, "was not found"),
    ({"resources": [{"exists": "x", "parameters": {}}]}, "exists and properties"),
    ({"resources": [{"exists": "x", "create": "x"}]}, "exists and properties"),
    ({"accounts": {ACCOUNT: TOKEN}, "resources": [{"exists": "monitor.twilio.com/v1/Nope"}]}, "is no collection"),
    ({"accounts": {ACCOUNT: TOKEN}, "resources": [{"exists": "video.twilio.com/v1/Rooms/RM1/Participants"}]},
     "was not found"),
    ({"accounts": {ACCOUNT: TOKEN}, "resources": [{"exists": "monitor.twilio.com/v1/Alerts", "properties": {"no": 1}}]},
     "shows no property no"),
    ({"accounts": {ACCOUNT: TOKEN}, "resources": [
        {"exists": "monitor.twilio.com/v1/Alerts", "properties": {"sid": "NO" + "1" * 32}}] * 2}, "exists already"),
])
def test_a_seed_that_is_none_is_refused_with_a_sentence(caller, seed, words):
    refused = caller.control("POST", "seed", seed)
    assert refused.status == 400
    assert words in refused["error"]
    assert caller.control("GET", "state")["resources"] == []


def test_a_snapshot_goes_on_in_another_emulator_without_making_a_sid_twice():
    with Emulator(seed="s") as first, Emulator(seed="s") as second:
        made = Caller(first.url).post(PROXY, "/v1/Services", {"UniqueName": "u"})["sid"]
        Caller(second.url).control("POST", "snapshot", Caller(first.url).control("GET", "snapshot").body)
        again = Caller(second.url).post(PROXY, "/v1/Services", {"UniqueName": "v"})
        assert again.status == 201
        assert again["sid"] != made


def test_a_file_is_loaded_once(tmp_path):
    file = tmp_path / "seed.json"
    file.write_text(json.dumps(SEED))
    from_file = ["--database", str(tmp_path / "twilio.sqlite3"), "--load", str(file)]
    for _ in range(2):
        with started(from_file) as emulator:
            assert len(Caller(emulator.url).get(PROXY, "/v1/Services")["services"]) == 1


def started(arguments: list[str]) -> Emulator:
    """What the command line would serve."""
    return command.started(command.parser().parse_args(["--port", "0", *arguments]))


def test_a_snapshot_takes_what_belongs_to_no_resource_along():
    """What stands outside a service is the default service's, which an account has by a fact alone."""
    host, path = "conversations.twilio.com", "/v1/Conversations"
    with Emulator(seed="a") as first, Emulator(seed="b") as second:
        made = Caller(first.url).post(host, path, {"FriendlyName": "c"})["sid"]
        Caller(second.url).control("POST", "snapshot", Caller(first.url).control("GET", "snapshot").body)
        assert [one["sid"] for one in Caller(second.url).get(host, path)["conversations"]] == [made]


def test_a_reset_forgets_what_belongs_to_no_resource(caller):
    host = "conversations.twilio.com"
    caller.post(host, "/v1/Conversations", {})
    caller.control("POST", "reset")
    assert caller.control("GET", "snapshot").body["facts"] == {}
    service = caller.post(host, "/v1/Conversations", {})["messaging_service_sid"]
    assert caller.get("messaging.twilio.com", f"/v1/Services/{service}").status == 200


@pytest.mark.parametrize("wrong", [{"acount": ACCOUNT}, {"account": 5}])
def test_a_reset_of_what_is_no_account_resets_nothing(caller, wrong):
    made = caller.post("proxy.twilio.com", "/v1/Services", {"UniqueName": "kept"})["sid"]
    assert caller.control("POST", "reset", wrong).status == 400
    assert caller.get("proxy.twilio.com", f"/v1/Services/{made}").status == 200


@pytest.mark.parametrize("wrong", [{}, {"resources": 5}, {"resources": [5]}, {"resources": [{}]},
                                   {"resources": [], "facts": []}, {"resources": [], "sids": "x"}])
def test_what_is_no_snapshot_is_refused_and_nothing_is_lost(caller, wrong):
    made = caller.post("proxy.twilio.com", "/v1/Services", {"UniqueName": "kept"})["sid"]
    assert caller.control("POST", "snapshot", wrong).status == 400
    assert caller.get("proxy.twilio.com", f"/v1/Services/{made}").status == 200


def test_a_snapshot_with_a_column_of_another_kind_is_refused(caller):
    caller.post("proxy.twilio.com", "/v1/Services", {"UniqueName": "kept"})
    saved = caller.control("GET", "snapshot").body
    for column, value in (("account", 5), ("created", "x"), ("revision", None), ("properties", "{}")):
        broken = {"resources": [{**saved["resources"][0], column: value}]}
        assert caller.control("POST", "snapshot", broken).status == 400
