"""A workspace and its activities name each other; the workspace always has a default activity."""

import json

import pytest

from core import Failed, Reference
from lifecycle.behaving import life_of, requests, said

WORKSPACE, CONFIGURATION = "twilio_taskrouter_workspace.w", "twilio_taskrouter_workspace_configuration.w"
ACTIVITY = "twilio_taskrouter_activity.a"
QUEUE, WORKFLOW = "twilio_taskrouter_task_queue.q", "twilio_taskrouter_workflow.f"


@pytest.fixture
def life(stage):
    return life_of(stage, "taskrouter_v1/workspace")


def workspace(**arguments):
    return {WORKSPACE: ("twilio_taskrouter_workspace", {"friendly_name": "Support", **arguments})}


def activity(**arguments):
    return {ACTIVITY: ("twilio_taskrouter_activity", {
        "workspace_sid": Reference(WORKSPACE, "sid"), "friendly_name": "Break", "available": False, **arguments})}


def configuration(**arguments):
    named = {"default_activity_sid": Reference(ACTIVITY, "sid"), "timeout_activity_sid": Reference(ACTIVITY, "sid")}
    return {CONFIGURATION: ("twilio_taskrouter_workspace_configuration", {
        "workspace_sid": Reference(WORKSPACE, "sid"), **named, **arguments})}


def queue(**arguments):
    return {QUEUE: ("twilio_taskrouter_task_queue", {
        "workspace_sid": Reference(WORKSPACE, "sid"), "friendly_name": "Everyone", **arguments})}


class TestDefaultActivities:
    def test_an_own_activity_becomes_the_default_without_a_cycle(self, life):
        life.apply(workspace() | activity() | configuration())
        sid = life.core.attributes(ACTIVITY)["sid"]
        assert life.remote.fetch(life.entry, life.core.attributes(WORKSPACE))["default_activity_sid"] == sid
        assert life.core.attributes(CONFIGURATION)["default_activity_name"] == "Break"

    def test_the_whole_of_it_can_be_destroyed(self, life):
        life.apply(workspace() | activity() | configuration())
        plan = life.core.plan_destroy()
        assert any("Offline becomes its default" in text for text in said(plan))
        life.core.apply_plan(plan)
        assert life.core.state == {}

    def test_the_activity_alone_can_be_destroyed(self, life):
        life.apply(workspace() | activity() | configuration())
        life.apply(workspace())
        assert life.remote.fetch(life.entry, life.core.attributes(WORKSPACE))["default_activity_name"] == "Offline"

    def test_without_a_reset_the_activity_stays_in_use(self, life):
        life.apply(workspace() | activity(timeouts={"delete": "1s"}) | configuration(reset_on_destroy=False))
        with pytest.raises(Failed, match="still in use"):
            life.core.destroy()

    def test_removing_the_argument_never_clears_it(self, life):
        life.apply(workspace() | activity())
        sid = life.core.attributes(ACTIVITY)["sid"]
        life.core.apply(workspace(default_activity_sid=sid) | activity())
        plan = life.core.plan(workspace() | activity())
        assert plan.changes[WORKSPACE].action == "no-op"
        life.apply(workspace() | activity())
        assert life.core.attributes(WORKSPACE)["default_activity_sid"] == sid

    def test_it_is_imported_by_the_workspace(self, life):
        life.apply(workspace() | activity() | configuration())
        other = life.new_core()
        other.state = {address: one for address, one in life.core.state.items() if address != CONFIGURATION}
        sid = life.core.attributes(WORKSPACE)["sid"]
        other.import_(CONFIGURATION, "twilio_taskrouter_workspace_configuration", sid)
        assert other.plan(workspace() | activity() | configuration()).is_empty


def test_a_workflows_configuration_is_compared_as_json(life):
    def workflow(indent):
        routing = {"task_routing": {"filters": [], "default_filter": {"queue": life.core.attributes(QUEUE)["sid"]}}}
        return {WORKFLOW: ("twilio_taskrouter_workflow", {
            "workspace_sid": Reference(WORKSPACE, "sid"), "friendly_name": "Route",
            "configuration": json.dumps(routing, indent=indent)})}

    life.apply(workspace() | queue())
    life.apply(workspace() | queue() | workflow(None))
    assert life.core.plan(workspace() | queue() | workflow(3)).is_empty


def test_a_refused_delete_is_tried_again_until_nothing_uses_the_activity(life):
    """Terraform may delete the old activity before the queue names another one; here the queue is late by one try."""
    life.apply(workspace() | activity())
    life.fault(method="DELETE", path="/Activities/", status=400, code=20001, message="in use", count=1)
    tried = requests(life, lambda: life.core.apply(workspace()))
    assert len([one for one in tried if one.startswith("DELETE")]) == 2
    assert ACTIVITY not in life.core.state
