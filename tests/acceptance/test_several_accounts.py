"""Two provider configurations side by side: two accounts, or an account and its subaccount."""

import pytest

from acceptance.account import Account
from acceptance.project import Project

pytestmark = pytest.mark.terraform

RESOURCES = '''
resource "twilio_proxy_service" "parent" {
  unique_name = "of-the-first"
}

resource "twilio_proxy_service" "child" {
  provider    = twilio.other
  unique_name = "of-the-other"
}

resource "twilio_api_queue" "parent" {
  friendly_name = "of-the-first"
}

resource "twilio_api_queue" "child" {
  provider      = twilio.other
  friendly_name = "of-the-other"
}
'''


def queues(account, sid):
    told = account.ask("GET", f"api.twilio.com/2010-04-01/Accounts/{sid}/Queues.json")
    return [one["friendly_name"] for one in told["queues"]]


@pytest.fixture(params=["installed", "reattached"])
def environ(request):
    """A process for each configuration, or one for both (each its own connection)."""
    return request.getfixturevalue(request.param)


def test_two_accounts_never_mix(tmp_path, environ, account):
    other = Account(account.emulator, "ACff" + account.sid[4:], "another-token-" + "0" * 18)
    project = Project(tmp_path, environ)
    project.write_json("provider", {"provider": {"twilio": [account.settings, other.settings | {"alias": "other"}]}})
    project.write_text(RESOURCES)
    started = "TF_REATTACH_PROVIDERS" in project.environ
    started or project.init()
    project.apply()
    project.assert_settled()
    assert (account.proxy_services(), other.proxy_services()) == (["of-the-first"], ["of-the-other"])
    assert (queues(account, account.sid), queues(other, other.sid)) == (["of-the-first"], ["of-the-other"])
    state = project.state()
    assert state["twilio_api_queue.child"]["account_sid"] == other.sid
    assert state["twilio_proxy_service.child"]["account_sid"] == other.sid


def test_a_subaccount_is_managed_with_its_parents_credentials(tmp_path, reattached, account):
    child = account.ask("POST", "api.twilio.com/2010-04-01/Accounts.json", "FriendlyName=child")
    project = Project(tmp_path, reattached)
    project.write_json("provider", {"provider": {"twilio": [
        account.settings, account.settings | {"alias": "other", "subaccount_sid": child["sid"]}]}})
    project.write_text(RESOURCES)
    project.apply()
    project.assert_settled()
    subaccount = Account(account.emulator, child["sid"], child["auth_token"])
    assert (account.proxy_services(), subaccount.proxy_services()) == (["of-the-first"], ["of-the-other"])
    assert (queues(account, account.sid), queues(account, child["sid"])) == (["of-the-first"], ["of-the-other"])


def test_an_account_made_in_the_same_apply_can_be_addressed(tmp_path, reattached, account):
    project = Project(tmp_path, reattached, account.settings)
    project.write_text('''
resource "twilio_api_account" "child" {
  friendly_name = "child"
}

resource "twilio_api_queue" "child" {
  account_sid   = twilio_api_account.child.sid
  friendly_name = "of-the-child"
}
''')
    project.apply()
    project.assert_settled()
    assert queues(account, project.state()["twilio_api_account.child"]["sid"]) == ["of-the-child"]
    project.destroy()
