"""The exceptions to the general rule on the real terraform: numbers, flows, workspaces, settings that always exist."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.terraform

NUMBER = """
resource "twilio_api_incoming_phone_number" "line" {
  %s
}
"""
FLOW = """
resource "twilio_studio_flow" "menu" {
  friendly_name = "Menu"
  status        = "published"
  validate      = true
  definition = jsonencode({
    description   = "A menu"
    initial_state = "%s"
    flags         = { allow_concurrent_calls = true }
    states = [
      { name = "Trigger", type = "trigger", transitions = [{ event = "incomingCall" }], properties = {} },
    ]
  })
}
"""
WORKSPACE = """
resource "twilio_taskrouter_workspace" "support" {
  friendly_name = "Support"
}

resource "twilio_taskrouter_activity" "break" {
  workspace_sid = twilio_taskrouter_workspace.support.sid
  friendly_name = "Break"
  available     = false
}

resource "twilio_taskrouter_workspace_configuration" "support" {
  workspace_sid        = twilio_taskrouter_workspace.support.sid
  default_activity_sid = twilio_taskrouter_activity.break.sid
  timeout_activity_sid = twilio_taskrouter_activity.break.sid
}
"""
QUEUES = """
resource "twilio_taskrouter_workspace" "support" {
  friendly_name = "Support"
}

resource "twilio_taskrouter_task_queue" "lines" {
  for_each      = toset(%s)
  workspace_sid = twilio_taskrouter_workspace.support.sid
  friendly_name = each.key
  timeouts = {
    delete = "1s"
  }
  %s
}

resource "twilio_taskrouter_workflow" "calls" {
  workspace_sid = twilio_taskrouter_workspace.support.sid
  friendly_name = "Calls"
  configuration = jsonencode({ task_routing = {
    default_filter = { queue = reverse([for one in twilio_taskrouter_task_queue.lines : one.sid])[0] }
  } })
}
"""
SETTINGS = """
resource "twilio_flex_configuration" "flex" {
  ui_attributes = jsonencode({ mine = 1 })
}

resource "twilio_voice_dialing_permissions_country" "gb" {
  iso_code                          = "GB"
  high_risk_special_numbers_enabled = true
}

resource "twilio_conversations_configuration_webhook" "all" {
  post_webhook_url = "https://example.com/conversations"
  reset_on_destroy = true
}
"""


@pytest.fixture
def ready(project):
    project.init()
    return project


def applied(project, text):
    """What the apply of a configuration said; nothing is left to do afterwards."""
    project.write_text(text)
    project.apply()
    told = project.told
    project.assert_settled()
    return told


def numbers(account):
    owned = account.ask("GET", f"api.twilio.com/2010-04-01/Accounts/{account.sid}/IncomingPhoneNumbers.json")
    return [one["phone_number"] for one in owned["incoming_phone_numbers"]]


def test_a_number_is_searched_for_once_and_named_before_it_is_lost(ready, account):
    search = 'search = { iso_country = "US", area_code = "%s", capabilities = ["voice", "sms"] }'
    applied(ready, NUMBER % search % "503")
    bought, = numbers(account)
    assert bought.startswith("+1503")
    applied(ready, NUMBER % search % "212")
    assert numbers(account) == [bought]
    ready.run("plan", "-destroy", "-input=false", "-no-color")
    assert f"{bought} will be lost" in ready.told
    applied(ready, NUMBER % f'phone_number = "{bought}"\n  release_on_destroy = false')
    ready.run("plan", "-destroy", "-input=false", "-no-color")
    assert "will be lost" not in ready.told
    ready.destroy()
    assert numbers(account) == [bought]
    assert "belonged to the account already" in applied(ready, NUMBER % f'phone_number = "{bought}"')
    ready.destroy()
    assert numbers(account) == []


def test_a_wrong_flow_fails_the_plan_at_its_definition(ready):
    ready.write_text(FLOW % "Nowhere")
    told = ready.refused("plan", "-input=false", "-no-color")
    assert "#/initial_state: must name a state" in told
    assert "with twilio_studio_flow.menu" in told and "definition = jsonencode(" in told
    applied(ready, FLOW % "Trigger")


def test_a_workspace_takes_an_activity_of_its_own_as_default_and_lets_it_go(ready, account):
    applied(ready, WORKSPACE)
    workspace, = account.ask("GET", "taskrouter.twilio.com/v1/Workspaces")["workspaces"]
    assert workspace["default_activity_name"] == "Break"
    ready.destroy()
    assert account.ask("GET", "taskrouter.twilio.com/v1/Workspaces")["workspaces"] == []


def test_what_is_in_use_goes_once_an_earlier_apply_has_seen_create_before_destroy(ready, account):
    """Together with the removal it is too late: core looks into the state for what is configured no longer."""
    lets_go_first = "lifecycle {\n    create_before_destroy = true\n  }"
    applied(ready, QUEUES % ('["a", "b"]', ""))
    ready.write_text(QUEUES % ('["a"]', lets_go_first))
    told = ready.refused("apply", "-auto-approve", "-input=false", "-no-color")
    assert "unless an earlier apply has seen" in told
    applied(ready, QUEUES % ('["a", "b"]', lets_go_first))
    applied(ready, QUEUES % ('["a"]', lets_go_first))
    workspace, = account.ask("GET", "taskrouter.twilio.com/v1/Workspaces")["workspaces"]
    queues = account.ask("GET", f"taskrouter.twilio.com/v1/Workspaces/{workspace['sid']}/TaskQueues")["task_queues"]
    assert "b" not in [one["friendly_name"] for one in queues]


def test_what_always_exists_is_adopted_and_left_or_put_back(ready, account):
    applied(ready, SETTINGS)
    assert account.ask("GET", "flex-api.twilio.com/v1/Configuration")["ui_attributes"] == {"mine": 1}
    country = "voice.twilio.com/v1/DialingPermissions/Countries/GB"
    assert account.ask("GET", country)["high_risk_special_numbers_enabled"] is True
    ready.run("plan", "-destroy", "-input=false", "-no-color")
    assert "That changes post_webhook_url" in ready.told
    ready.destroy()
    assert account.ask("GET", country)["high_risk_special_numbers_enabled"] is True
    assert not account.ask("GET", "conversations.twilio.com/v1/Configuration/Webhooks")["post_webhook_url"]


def test_a_generated_configuration_of_a_number_plans_nothing(ready, account):
    """What only the state keeps, and what only a purchase needs, is null in it."""
    sid = account.ask("POST", f"api.twilio.com/2010-04-01/Accounts/{account.sid}/IncomingPhoneNumbers.json",
                      "AreaCode=415")["sid"]
    ready.write_text(f'import {{\n  to = twilio_api_incoming_phone_number.line\n  id = "{sid}"\n}}\n')
    ready.run("plan", "-generate-config-out=generated.tf", "-input=false", "-no-color")
    assert "1 to import, 0 to add, 0 to change, 0 to destroy" in ready.told
    generated = (ready.directory / "generated.tf").read_text()
    assert f'phone_number = "{numbers(account)[0]}"' in " ".join(generated.split())
    ready.apply()
    ready.assert_settled()


def test_a_subaccount_is_closed_after_a_warning_and_takes_numbers_over_before(ready, account):
    child = 'resource "twilio_api_account" "child" {\n  friendly_name = "child"\n}\n'
    applied(ready, child + NUMBER % 'area_code = "415"\n  release_on_destroy = false')
    moved = 'area_code = "415"\n  release_on_destroy = false\n  account_sid = twilio_api_account.child.sid'
    applied(ready, child + NUMBER % moved)
    sid = ready.state()["twilio_api_account.child"]["sid"]
    assert numbers(account) == []
    owned = account.ask("GET", f"api.twilio.com/2010-04-01/Accounts/{sid}/IncomingPhoneNumbers.json")
    assert len(owned["incoming_phone_numbers"]) == 1
    ready.run("plan", "-destroy", "-input=false", "-no-color")
    assert "Closing a subaccount is final" in ready.told
    ready.destroy()
    assert account.ask("GET", f"api.twilio.com/2010-04-01/Accounts/{sid}.json")["status"] == "closed"
