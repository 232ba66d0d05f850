"""Who may do what: accounts, their tokens, subaccounts, API keys."""

from __future__ import annotations

import pytest

from emulator.caller import ACCOUNT, APP, ORGANIZATIONS, TOKEN, V2010, Caller
from terraform_twilio.emulator.server import Emulator

API = "api.twilio.com"
USERS = "/Organizations/OR" + "0" * 32 + "/scim/Users"
OTHER = "AC" + "f" * 32


def test_the_first_token_used_is_the_accounts_token(emulator):
    assert Caller(emulator.url, OTHER, "first").get("chat.twilio.com", "/v2/Services").status == 200
    assert Caller(emulator.url, OTHER, "second").get("chat.twilio.com", "/v2/Services").status == 401
    assert Caller(emulator.url, OTHER, "first").get(API, f"/2010-04-01/Accounts/{OTHER}.json")["auth_token"] == "first"


def test_named_accounts_have_their_token_and_no_other_account_exists():
    with Emulator(accounts={ACCOUNT: TOKEN}) as emulator:
        assert Caller(emulator.url).get("chat.twilio.com", "/v2/Services").status == 200
        assert Caller(emulator.url, ACCOUNT, "guess").get("chat.twilio.com", "/v2/Services").status == 401
        assert Caller(emulator.url, OTHER, "any").get("chat.twilio.com", "/v2/Services").status == 401


def test_accounts_do_not_see_each_other(emulator):
    one, two = Caller(emulator.url), Caller(emulator.url, OTHER, "t")
    service = one.post("proxy.twilio.com", "/v1/Services", {"UniqueName": "u"})["sid"]
    assert two.get("proxy.twilio.com", f"/v1/Services/{service}").status == 404
    assert two.get("proxy.twilio.com", "/v1/Services")["services"] == []
    assert two.post("proxy.twilio.com", "/v1/Services", {"UniqueName": "u"}).status == 201


def test_a_parents_credentials_reach_a_subaccount_on_v2010_only(caller, emulator):
    sub = caller.post(API, "/2010-04-01/Accounts.json", {"FriendlyName": "sub"})
    sid = sub["sid"]
    queue = caller.post(API, f"/2010-04-01/Accounts/{sid}/Queues.json", {"FriendlyName": "q"})
    assert (queue.status, queue["account_sid"]) == (201, sid)
    own = Caller(emulator.url, sid, sub["auth_token"])
    assert own.get(API, f"/2010-04-01/Accounts/{sid}/Queues.json")["queues"] == [queue.body]
    assert own.post("proxy.twilio.com", "/v1/Services", {"UniqueName": "u"})["account_sid"] == sid
    assert caller.get("proxy.twilio.com", "/v1/Services")["services"] == []
    assert own.get(API, V2010 + "/Queues.json").status == 401
    assert own.get(API, f"/2010-04-01/Accounts/{ACCOUNT}.json").status == 404
    assert [one["sid"] for one in caller.get(API, "/2010-04-01/Accounts.json")["accounts"]] == [sid, ACCOUNT]


def test_a_closed_subaccount_is_refused_and_stays_closed(caller, emulator):
    sub = caller.post(API, "/2010-04-01/Accounts.json", {})
    path = f"/2010-04-01/Accounts/{sub['sid']}.json"
    assert caller.post(API, path, {"Status": "closed"})["status"] == "closed"
    assert Caller(emulator.url, sub["sid"], sub["auth_token"]).get("chat.twilio.com", "/v2/Services").status == 403
    assert caller.get(API, path)["status"] == "closed"
    reopened = caller.post(API, path, {"Status": "active"})
    assert (reopened.status, reopened["code"]) == (400, 21476)
    assert caller.delete(API, path).status == 405


def test_an_api_key_authenticates_and_its_secret_is_shown_once(caller, emulator):
    key = caller.post(API, V2010 + "/Keys.json", {"FriendlyName": "k"})
    assert "secret" not in caller.get(API, f"{V2010}/Keys/{key['sid']}.json").body
    user = Caller(emulator.url, key["sid"], key["secret"])
    assert user.post("proxy.twilio.com", "/v1/Services", {"UniqueName": "u"})["account_sid"] == ACCOUNT
    assert user.get(API, V2010 + "/Queues.json").status == 200
    assert Caller(emulator.url, key["sid"], "guess").get("proxy.twilio.com", "/v1/Services").status == 401
    caller.delete(API, f"{V2010}/Keys/{key['sid']}.json")
    assert user.get("proxy.twilio.com", "/v1/Services").status == 401


def test_a_standard_key_is_refused_on_accounts_and_keys(caller, emulator):
    key = caller.post(API, V2010 + "/Keys.json", {})
    user = Caller(emulator.url, key["sid"], key["secret"])
    for host, path in ((API, V2010 + "/Keys.json"), (API, V2010 + ".json"), (API, "/2010-04-01/Accounts.json"),
                       ("iam.twilio.com", f"/v1/Keys/{key['sid']}")):
        refused = user.get(host, path)
        assert (refused.status, refused["code"]) == (401, 20003)


def test_a_second_token_can_be_promoted(caller, emulator):
    secondary = caller.post("accounts.twilio.com", "/v1/AuthTokens/Secondary", {})["secondary_auth_token"]
    assert Caller(emulator.url, ACCOUNT, secondary).get("chat.twilio.com", "/v2/Services").status == 200
    assert caller.post("accounts.twilio.com", "/v1/AuthTokens/Promote", {})["auth_token"] == secondary
    assert caller.get("chat.twilio.com", "/v2/Services").status == 401
    promoted = Caller(emulator.url, ACCOUNT, secondary)
    assert promoted.delete("accounts.twilio.com", "/v1/AuthTokens/Secondary").status == 404


def test_an_oauth_app_gets_a_bearer_token(caller, emulator):
    app = caller.call("POST", "iam.twilio.com", "/v1/Account/OAuthApps", json_body=APP)
    form = {"grant_type": "client_credentials", "client_id": app["sid"], "client_secret": app["secret"]}
    token = caller.post(ORGANIZATIONS, "/v1/token", form)["access_token"]
    assert caller.get(ORGANIZATIONS, USERS, headers={"Authorization": f"Bearer {token}"}).status == 200
    assert caller.get(ORGANIZATIONS, USERS, headers={"Authorization": "Bearer x"}).status == 401
    assert caller.post(ORGANIZATIONS, "/v1/token", {**form, "client_secret": "x"}).status == 401


def test_a_bearer_token_reaches_its_own_account_until_it_ends(caller, emulator):
    app = caller.call("POST", "iam.twilio.com", "/v1/Account/OAuthApps", json_body=APP)
    form = {"grant_type": "client_credentials", "client_id": app["sid"], "client_secret": app["secret"]}
    Caller(emulator.url, OTHER, "t").get("chat.twilio.com", "/v2/Services")
    caller.control("POST", "clock", {"freeze": True})
    answer = caller.post(ORGANIZATIONS, "/v1/token", form)
    signed = {"headers": {"Authorization": f"Bearer {answer['access_token']}"}}
    assert caller.get(API, f"{V2010}/Queues.json", **signed).status == 200
    assert caller.get(API, f"/2010-04-01/Accounts/{OTHER}/Queues.json", **signed).status == 401
    caller.control("POST", "clock", {"advance": answer["expires_in"] - 1})
    assert caller.get(API, f"{V2010}/Queues.json", **signed).status == 200
    caller.control("POST", "clock", {"advance": 1})
    assert caller.get(API, f"{V2010}/Queues.json", **signed).status == 401


def test_an_apps_secret_is_not_in_the_log(caller):
    app = caller.call("POST", "iam.twilio.com", "/v1/Account/OAuthApps", json_body=APP)
    caller.post(ORGANIZATIONS, "/v1/token", {
        "grant_type": "client_credentials", "client_id": app["sid"], "client_secret": app["secret"]})
    logged = caller.control("GET", "requests")
    assert app["secret"] not in logged.text
    assert logged["requests"][-1]["body"] == f"grant_type=client_credentials&client_id={app['sid']}&client_secret=***"


@pytest.mark.parametrize("accounts", [None, {ACCOUNT: TOKEN}])
def test_an_organization_takes_an_apps_token_alone(accounts):
    with Emulator(accounts=accounts) as emulator:
        caller = Caller(emulator.url)
        key = caller.post(API, V2010 + "/Keys.json", {})
        for asker in (caller, Caller(emulator.url, key["sid"], key["secret"])):
            refused = asker.get(ORGANIZATIONS, USERS)
            assert (refused.status, refused["code"]) == (401, 20003)
        assert caller.by_app().get(ORGANIZATIONS, USERS).status == 200


def test_a_fault_of_an_account_meets_the_requests_of_its_apps(caller):
    app = caller.by_app()
    caller.control("POST", "faults", {"account": OTHER, "status": 500})
    assert app.get(ORGANIZATIONS, USERS).status == 200
    caller.control("POST", "faults", {"account": ACCOUNT, "status": 503})
    assert app.get(ORGANIZATIONS, USERS).status == 503
    asked = caller.control("GET", "requests", query=f"?account={ACCOUNT}&host={ORGANIZATIONS}")["requests"]
    assert [line["status"] for line in asked] == [200, 503]

