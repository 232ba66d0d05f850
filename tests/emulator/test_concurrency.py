"""Two clients change one resource: the one whose `If-Match` is out of date is refused, and reads again (A6)."""

from __future__ import annotations

import pytest

from emulator.caller import ACCOUNT, ORGANIZATIONS, Caller

SYNC, TASKROUTER, INTELLIGENCE = "sync.twilio.com", "taskrouter.twilio.com", "intelligence.twilio.com"


def sync_path(caller, collection, item=None):
    service = f"/v1/Services/{caller.post(SYNC, '/v1/Services', {})['sid']}"
    path = f"{service}/{collection}/{caller.post(SYNC, f'{service}/{collection}', {'UniqueName': 'u'})['sid']}"
    if item is None:
        return SYNC, path
    made = caller.post(SYNC, path + "/Items", {"Data": "{}", **item})
    return SYNC, f"{path}/Items/{made.body.get('key', made.body.get('index'))}"


def task_path(caller, collection, **form):
    workspace = f"/v1/Workspaces/{caller.post(TASKROUTER, '/v1/Workspaces', {'FriendlyName': 'w'})['sid']}"
    return TASKROUTER, f"{workspace}/{collection}/{caller.post(TASKROUTER, f'{workspace}/{collection}', form)['sid']}"


def service_path(caller):
    return INTELLIGENCE, f"/v2/Services/{caller.post(INTELLIGENCE, '/v2/Services', {'UniqueName': 'u'})['sid']}"


def user_path(caller):
    users = f"/Organizations/OR{'0' * 32}/scim/Users"
    return ORGANIZATIONS, f"{users}/{caller.call('POST', ORGANIZATIONS, users, json_body={'userName': 'bob'})['id']}"


GUARDED = {
    "a document": (lambda caller: sync_path(caller, "Documents"), {"Data": "{}"}, 54103),
    "an item of a list": (lambda caller: sync_path(caller, "Lists", {}), {"Data": "{}"}, 54155),
    "an item of a map": (lambda caller: sync_path(caller, "Maps", {"Key": "k"}), {"Data": "{}"}, 54205),
    "a task": (lambda caller: task_path(caller, "Tasks"), {"Attributes": "{}"}, 20412),
    "a worker": (lambda caller: task_path(caller, "Workers", FriendlyName="w"), {"Attributes": "{}"}, 20412),
    "a service of Intelligence": (service_path, {"FriendlyName": "f"}, 20412),
}


@pytest.fixture
def other(caller, emulator):
    """The second client, with a key of its own."""
    key = caller.post("api.twilio.com", f"/2010-04-01/Accounts/{ACCOUNT}/Keys.json", {})
    return Caller(emulator.url, key["sid"], key["secret"])


@pytest.mark.parametrize("what", GUARDED)
def test_the_later_of_two_clients_is_refused(caller, other, what):
    make, change, code = GUARDED[what]
    host, path = make(caller)
    seen = [client.get(host, path).headers["ETag"] for client in (caller, other)]
    assert seen[0] == seen[1]
    first = caller.post(host, path, change, headers={"If-Match": seen[0]})
    late = other.post(host, path, change, headers={"If-Match": seen[1]})
    assert (first.status, late.status, late["code"]) == (200, 412, code)
    again = other.get(host, path).headers["ETag"]
    assert again == first.headers["ETag"] != seen[0]
    assert other.post(host, path, change, headers={"If-Match": again}).status == 200
    assert caller.post(host, path, change).status == 200


@pytest.mark.parametrize("what", ["an item of a list", "an item of a map", "a task", "a worker"])
def test_a_delete_is_guarded_too(caller, other, what):
    make, change, code = GUARDED[what]
    host, path = make(caller)
    seen = other.get(host, path).headers["ETag"]
    caller.post(host, path, change)
    refused = other.delete(host, path, headers={"If-Match": seen})
    assert (refused.status, refused["code"]) == (412, code)
    assert other.delete(host, path, headers={"If-Match": other.get(host, path).headers["ETag"]}).status == 204


def test_a_user_of_an_organization_is_guarded(caller):
    caller, other = caller.by_app(), caller.by_app()
    host, path = user_path(caller)
    seen = other.get(host, path).headers["ETag"]
    changes = [client.call("PUT", host, path, json_body={"userName": name}, headers={"If-Match": seen})
               for client, name in ((caller, "carol"), (other, "dave"))]
    assert [change.status for change in changes] == [200, 412]
    assert other.get(host, path)["userName"] == "carol"


def test_a_revision_that_is_none_is_refused(caller):
    host, path = sync_path(caller, "Documents")
    wrong = caller.post(host, path, {"Data": "{}"}, headers={"If-Match": "yesterday"})
    assert (wrong.status, wrong["code"]) == (400, 54003)
    assert caller.post(host, path, {"Data": "{}"}, headers={"If-Match": "*"}).status == 200
