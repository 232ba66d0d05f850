"""Every example of a data source, together in one configuration: formatted, valid, and read by the real terraform."""

from __future__ import annotations

import json
import shutil
import urllib.parse

import pytest

from acceptance.workspace import Workspace
from architecture.sources import ROOT
from lifecycle.remote import Remote
from lifecycle.shown import shown
from terraform_twilio.emulator.server import Emulator

EXAMPLES = sorted((ROOT.parent.parent / "examples" / "data-sources").glob("*/data-source.tf"))
ACCOUNT = "/api.twilio.com/2010-04-01/Accounts"
# What the examples look for, by the output that tells its SID; nothing creates usage records and alerts.
EXISTING = {
    "marketing_account_sid": (f"{ACCOUNT}.json", {"FriendlyName": "Marketing"}),
    "alerts_service_sid": ("/messaging.twilio.com/v1/Services", {"FriendlyName": "Alerts"}),
    "hotline_sid": (f"{ACCOUNT}/{{account}}/IncomingPhoneNumbers.json", {"PhoneNumber": "+14155550100"}),
    "flex_workspace_sid": ("/taskrouter.twilio.com/v1/Workspaces", {"FriendlyName": "Flex Task Assignment"}),
    "login_service_sid": ("/verify.twilio.com/v2/Services", {"FriendlyName": "Login"}),
    "customer_profile_sid": ("/trusthub.twilio.com/v1/CustomerProfiles", {
        "FriendlyName": "Acme Inc.", "Email": "ada@example.com", "PolicySid": "RNdfbf3fae0e1107f8aded0e7cead80bf5"}),
}
FLOWS, DRAWN = "/studio.twilio.com/v2/Flows", {
    "FriendlyName": "Drawn by hand", "Status": "published", "Definition": shown("twilio_studio_flow", "definition")}
SERVICES, TOOLKIT = "/serverless.twilio.com/v1/Services", {"UniqueName": "toolkit", "FriendlyName": "Toolkit"}

pytestmark = pytest.mark.terraform


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(tmp_path)
    for path in EXAMPLES:
        shutil.copy(path, tmp_path / f"{path.parent.name}.tf")
    return workspace


def test_examples_are_formatted_valid_and_read(workspace):
    workspace.terraform("fmt", "-check", "-diff")
    workspace.terraform("init", "-input=false")
    assert "The configuration is valid" in workspace.terraform("validate", "-no-color")
    with Emulator(seed="examples") as emulator:
        workspace.environ["TWILIO_ENDPOINT"] = emulator.url
        account, token = workspace.environ["TWILIO_ACCOUNT_SID"], workspace.environ["TWILIO_AUTH_TOKEN"]
        remote = Remote(emulator.url, account, token)
        sids = {name: made(remote, path.format(account=account), values) for name, (path, values) in EXISTING.items()}
        flow, service = made(remote, FLOWS, DRAWN), made(remote, SERVICES, TOOLKIT)
        made(remote, f"{SERVICES}/{service}/Environments", {"UniqueName": "production", "DomainSuffix": "prod"})
        configure_flex(remote, sids["flex_workspace_sid"])
        workspace.terraform("apply", "-auto-approve", "-input=false", "-no-color")
        outputs = {name: one["value"] for name, one in json.loads(workspace.terraform("output", "-json")).items()}
        plan = workspace.terraform("plan", "-input=false", "-no-color")
    assert {name: outputs[name] for name in sids} == sids
    assert outputs["numbers_on_sale"]
    assert all(number.startswith("+1415") for number in outputs["numbers_on_sale"])
    assert outputs["price_of_messages"] == outputs["price_of_phone_numbers"] == 0
    assert outputs["phone_numbers"] == {"+14155550100": sids["hotline_sid"]}
    assert outputs["flex_taskrouter_workspace_sid"] == sids["flex_workspace_sid"]
    assert outputs["activities"]["Offline"] == outputs["offline_activity_sid"]
    assert outputs["active_accounts"]["Marketing"] == sids["marketing_account_sid"]
    assert outputs["flow_url"].endswith(flow)
    assert "-prod." in outputs["toolkit_domain"]
    assert outputs["on_call_phone_is_valid"]
    assert "No changes" in plan


def test_each_example_is_named_after_its_data_source():
    for path in EXAMPLES:
        assert f'data "{path.parent.name}"' in path.read_text(encoding="utf-8")


def made(remote: Remote, path: str, values: dict) -> str:
    status, payload = remote.send("POST", path, urllib.parse.urlencode(values).encode())
    assert status == 201, payload
    return payload["sid"]


def configure_flex(remote: Remote, workspace_sid: str) -> None:
    """What Flex writes down of itself when it comes into being."""
    body = json.dumps({"account_sid": remote.account_sid, "taskrouter_workspace_sid": workspace_sid}).encode()
    status, payload = remote.send("POST", "/flex-api.twilio.com/v1/Configuration", body, "json")
    assert status == 200, payload
