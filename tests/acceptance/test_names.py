"""One resource type under several names: `moved` between them, and the state of the published provider taken over."""

import json

import pytest

pytestmark = pytest.mark.terraform

PUBLISHED = 'provider["registry.terraform.io/twilio/twilio"]'
SERVICE = 'resource "%s" "%s" {\n  unique_name = "same"\n  default_ttl = 60\n}\n'
MOVED = "moved {\n  from = %s.%s\n  to   = %s.%s\n}\n"
TAKEN_OVER = '''
terraform {
  required_providers {
    twilio = {
      source = "twilio/twilio"
    }
  }
}

resource "twilio_proxy_services_v1" "default" {
  unique_name = "published"
  default_ttl = 60
}

resource "twilio_api_accounts_queues" "default" {
  friendly_name = "published"
}

resource "twilio_taskrouter_workspaces_v1" "default" {
  friendly_name = "published"
}

resource "twilio_taskrouter_workspaces_task_queues_v1" "default" {
  workspace_sid = twilio_taskrouter_workspaces_v1.default.sid
  friendly_name = "published"
}

resource "twilio_studio_flows_v2" "default" {
  friendly_name = "published"
  status        = "draft"
  definition = jsonencode({
    description   = "A flow"
    states        = [{ name = "Trigger", type = "trigger", transitions = [], properties = {} }]
    initial_state = "Trigger"
    flags         = { allow_concurrent_calls = true }
  })
}
'''
DEFINITION = ('{"initial_state": "Trigger", "description": "A flow", "flags": {"allow_concurrent_calls": true}, '
              '"states": [{"name": "Trigger", "type": "trigger", "transitions": [], "properties": {}}]}')


@pytest.mark.parametrize(("old", "new"), [
    ("twilio_proxy_services_v1", "twilio_proxy_service"),
    ("twilio_proxy_service", "twilio_proxy_services_v1"),
])
def test_a_moved_block_leads_from_one_name_to_the_other(quick, account, old, new):
    quick.write_text(SERVICE % (old, "a"))
    quick.apply()
    sid = quick.state()[f"{old}.a"]["sid"]
    quick.write_text(SERVICE % (new, "b") + MOVED % (old, "a", new, "b"))
    assert quick.plan() == {}
    assert f"{old}.a has moved to {new}.b" in quick.told
    quick.apply_saved()
    quick.assert_settled()
    assert {address: one["sid"] for address, one in quick.state().items()} == {f"{new}.b": sid}
    assert account.proxy_services() == ["same"]


def test_a_moved_key_has_no_secret_where_it_had_none(quick):
    quick.write_text('resource "twilio_api_keys_v2010" "a" {\n  friendly_name = "key"\n}\n')
    quick.apply()
    quick.write_text('resource "twilio_api_key" "a" {\n  friendly_name = "key"\n}\n'
                     + MOVED % ("twilio_api_keys_v2010", "a", "twilio_api_key", "a"))
    quick.apply()
    quick.assert_settled()
    assert quick.state()["twilio_api_key.a"]["secret"] is None


def test_another_resource_type_cannot_be_moved_in(quick):
    quick.write_text('resource "twilio_api_queue" "a" {\n  friendly_name = "queue"\n}\n')
    quick.apply()
    quick.write_text('resource "twilio_api_key" "a" {\n}\n' + MOVED % ("twilio_api_queue", "a", "twilio_api_key", "a"))
    told = quick.refused("plan", "-input=false", "-no-color")
    assert "Error:" in told
    assert "twilio_api_queue" in told.partition("Error:")[2]


def stored(type_name, attributes):
    """One resource as the published provider's state file holds it."""
    return {"mode": "managed", "type": type_name, "name": "default", "provider": PUBLISHED,
            "instances": [{"schema_version": 0, "attributes": attributes, "sensitive_attributes": []}]}


@pytest.fixture
def published(quick, account):
    """A project whose state was written by twilio/twilio 0.18: "" for null, and no attribute that only answers have."""
    service = account.ask("POST", "proxy.twilio.com/v1/Services", "UniqueName=published&DefaultTtl=60")
    queues = f"api.twilio.com/2010-04-01/Accounts/{account.sid}/Queues.json"
    queue = account.ask("POST", queues, "FriendlyName=published")
    workspace = account.ask("POST", "taskrouter.twilio.com/v1/Workspaces", "FriendlyName=published")
    task_queues = f"taskrouter.twilio.com/v1/Workspaces/{workspace['sid']}/TaskQueues"
    tasks = account.ask("POST", task_queues, "FriendlyName=published")
    flow = account.ask("POST", "studio.twilio.com/v2/Flows",
                       f"FriendlyName=published&Status=draft&Definition={DEFINITION}")
    quick.state_file.write_text(json.dumps({"version": 4, "terraform_version": "1.5.7", "serial": 1, "outputs": {},
                                            "lineage": "of-the-published-provider", "resources": [
        stored("twilio_proxy_services_v1", {
            "callback_url": "", "chat_instance_sid": "", "default_ttl": 60, "id": service["sid"],
            "geo_match_level": service["geo_match_level"], "intercept_callback_url": "", "sid": service["sid"],
            "unique_name": "published",
            "number_selection_behavior": service["number_selection_behavior"], "out_of_session_callback_url": ""}),
        stored("twilio_api_accounts_queues", {
            "friendly_name": "published", "id": queue["sid"], "max_size": queue["max_size"], "path_account_sid": "",
            "sid": queue["sid"]}),
        stored("twilio_taskrouter_workspaces_v1", {
            "event_callback_url": "", "events_filter": "", "friendly_name": "published", "id": workspace["sid"],
            "multi_task_enabled": True, "prioritize_queue_order": "FIFO", "sid": workspace["sid"], "template": "",
            "default_activity_sid": workspace["default_activity_sid"],
            "timeout_activity_sid": workspace["timeout_activity_sid"]}),
        stored("twilio_taskrouter_workspaces_task_queues_v1", {
            "assignment_activity_sid": "", "friendly_name": "published", "id": f"{workspace['sid']}/{tasks['sid']}",
            "max_reserved_workers": 1, "reservation_activity_sid": "", "sid": tasks["sid"], "target_workers": "1==1",
            "task_order": "FIFO", "workspace_sid": workspace["sid"]}),
        stored("twilio_studio_flows_v2", {
            "commit_message": "", "definition": DEFINITION, "friendly_name": "published", "id": flow["sid"],
            "sid": flow["sid"], "status": "draft"}),
    ]}))
    return quick


def test_the_state_of_the_published_provider_is_taken_over(published, account):
    published.write_text(TAKEN_OVER)
    before = account.requests()[-1]["number"]
    assert published.plan() == {}
    published.apply_saved()
    published.assert_settled()
    assert published.stored()["twilio_proxy_services_v1.default"]["schema_version"] == 1
    assert [line["path"] for line in account.requests() if line["number"] > before and line["method"] != "GET"] == []


def test_replace_provider_brings_it_to_the_address_that_needs_no_required_providers(published):
    published.write_text(TAKEN_OVER[TAKEN_OVER.index("resource"):])
    published.run("state", "replace-provider", "-auto-approve", "twilio/twilio", "hashicorp/twilio")
    assert published.plan() == {}


def test_what_it_left_undecided_can_be_removed_and_destroyed(published, account):
    published.write_text(TAKEN_OVER)
    published.destroy()
    assert account.proxy_services() == []
    assert published.state() == {}
