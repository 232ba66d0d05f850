"""TaskRouter: what a workspace and a worker bring along, and names that follow from SIDs.

Source: twilio-semantics.md A7 (default activities, channels, queue and workflow; names resolved from SIDs), recorded
answers (a new workspace's default activity is Offline), the documents (workers are listed by queue and expression).
"""

from __future__ import annotations

import json

from terraform_twilio.emulator.answers import Refusal, invalid
from terraform_twilio.emulator.births import child
from terraform_twilio.emulator.places import Location
from terraform_twilio.emulator.quirks import near, worker_expressions
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

WORKSPACES = "taskrouter.twilio.com/v1/Workspaces"
ACTIVITIES = (("Offline", False), ("Available", True), ("Unavailable", False))
EVERYBODY, NOBODY = "1==1", "1==0"
CHANNELS = (("Default", "default"), ("Programmable Chat", "chat"), ("Voice", "voice"), ("SMS", "sms"),
            ("Video", "video"))


def furnish(call: Call, workspace: Resource) -> None:
    """Activities and channels for every workspace; a queue and a workflow with the FIFO template."""
    made = [child(call, workspace, "/Activities", {"friendly_name": name, "available": available})
            for name, available in ACTIVITIES]
    for name, unique_name in CHANNELS:
        child(call, workspace, "/TaskChannels", {"friendly_name": name, "unique_name": unique_name})
    if str(call.parameters.get("Template") or "NONE").upper() == "FIFO":
        add_fifo(call, workspace)
    workspace.properties.update(default_activity_sid=made[0].sid, timeout_activity_sid=made[0].sid)
    call.world.store.save(workspace)


def add_fifo(call: Call, workspace: Resource) -> None:
    queue = child(call, workspace, "/TaskQueues", {"friendly_name": "Sample Queue"})
    routing = {"task_routing": {"filters": [], "default_filter": {"queue": queue.sid}}}
    child(call, workspace, "/Workflows", {
        "friendly_name": "Default Fifo Workflow", "configuration": json.dumps(routing)})


def name_of(call: Call, resource: Resource, collection: str, sid: object, shown: str = "friendly_name") -> object:
    """The name (or what else it shows) of a neighbour, null without one."""
    found = near.sibling(call, resource, collection, sid) if sid else None
    return found.properties.get(shown) if found else None


def show_workspace(call: Call, workspace: Resource) -> None:
    """The names of the default activities, as they are called now."""
    for which in ("default", "timeout"):
        sid = workspace.properties.get(f"{which}_activity_sid")
        activity = near.at(call, workspace, f"{workspace.path}/Activities/{sid}")
        workspace.properties[f"{which}_activity_name"] = activity.properties["friendly_name"] if activity else None


def show_queue(call: Call, queue: Resource) -> None:
    for which in ("assignment", "reservation"):
        sid = queue.properties.get(f"{which}_activity_sid")
        queue.properties[f"{which}_activity_name"] = name_of(call, queue, "Activities", sid)


def check_queue(call: Call, queue: Resource, before: dict | None = None) -> None:
    """A queue's activities must be the workspace's."""
    for parameter in ("AssignmentActivitySid", "ReservationActivitySid"):
        sid = call.parameters.get(parameter)
        if sid and near.sibling(call, queue, "Activities", sid) is None:
            raise invalid(f"Invalid parameter {parameter}: the workspace has no activity {sid}")


def start_worker(call: Call, worker: Resource) -> None:
    """A worker starts in the workspace's default activity."""
    near.must_be_json("Attributes", call.parameters.get("Attributes"))
    sid = worker.properties.get("activity_sid")
    if not sid:
        workspace = near.parent(call, worker)
        worker.properties["activity_sid"] = workspace.properties.get("default_activity_sid") if workspace else None
    elif near.sibling(call, worker, "Activities", sid) is None:
        raise invalid(f"Invalid parameter ActivitySid: the workspace has no activity {sid}")
    check_worker_name(call, worker)
    worker.properties["date_status_changed"] = call.date(call.kind, "date_status_changed")


def check_worker_name(call: Call, worker: Resource) -> None:
    """A worker's name is unique in its workspace (A4: names that clash)."""
    for other in call.world.store.children(worker.host, worker.account, worker.collection):
        if other.number != worker.number and other.properties["friendly_name"] == worker.properties["friendly_name"]:
            raise Refusal(400, 20001, f"A worker named {worker.properties['friendly_name']} already exists")


def give_channels(call: Call, worker: Resource) -> None:
    """One channel per task channel of the workspace."""
    for channel in near.siblings(call, worker, "TaskChannels"):
        child(call, worker, "/Channels", {
            "task_channel_sid": channel.sid, "task_channel_unique_name": channel.unique_name, "configured_capacity": 1,
            "available": True, "assigned_tasks": 0, "available_capacity_percentage": 100})


def change_worker(call: Call, worker: Resource, before: dict) -> None:
    near.must_be_json("Attributes", call.parameters.get("Attributes"))
    check_worker_name(call, worker)
    if worker.properties.get("activity_sid") != before.get("activity_sid"):
        worker.properties["date_status_changed"] = call.date(call.kind, "date_status_changed")


def show_worker(call: Call, worker: Resource) -> None:
    """The activity's name, and whether it takes work."""
    activity = near.sibling(call, worker, "Activities", worker.properties.get("activity_sid"))
    if activity:
        worker.properties.update(activity_name=activity.properties["friendly_name"],
                                 available=bool(activity.properties.get("available")))


def workers(call: Call, location: Location) -> list[Resource]:
    """The workspace's workers, those alone that a queue or an expression means."""
    found = call.world.store.children(location.host, call.account, location.collection)
    for expression in expressions(call, location):
        found = [worker for worker in found if is_meant(expression, worker)]
    return found


def expressions(call: Call, location: Location) -> list[str]:
    """What a query for workers asks of their attributes; a queue that is not there has none."""
    asked = {name: call.query.get(name) for name in ("TargetWorkersExpression", "TaskQueueSid", "TaskQueueName")}
    queues = call.world.store.children(location.host, call.account, f"{location.collection.rpartition('/')[0]}/TaskQueues")
    found = [asked["TargetWorkersExpression"]] if asked["TargetWorkersExpression"] else []
    for name, shown in (("TaskQueueSid", "sid"), ("TaskQueueName", "friendly_name")):
        meant = [queue.properties.get("target_workers") for queue in queues if queue.properties.get(shown) == asked[name]]
        found += (meant[:1] or [NOBODY]) if asked[name] else []
    return found


def is_meant(expression: str | None, worker: Resource) -> bool:
    """What cannot be read means nobody: no source says that Twilio refuses it."""
    try:
        return worker_expressions.matches(expression or EVERYBODY, attributes_of(worker))
    except worker_expressions.Unreadable:
        return False


def attributes_of(worker: Resource) -> dict:
    """A worker's attributes; none, where what was planted is no JSON object."""
    try:
        attributes = json.loads(worker.properties.get("attributes") or "{}")
    except ValueError:
        return {}
    return attributes if isinstance(attributes, dict) else {}


def keep_used_activity(call: Call, activity: Resource) -> None:
    """An activity in use cannot be deleted (A7 [mem])."""
    workspace = near.parent(call, activity)
    shown = workspace.properties if workspace else {}
    defaults = [shown.get(f"{which}_activity_sid") for which in ("default", "timeout")]
    workers = [worker.properties.get("activity_sid") for worker in near.siblings(call, activity, "Workers")]
    if activity.sid in [*defaults, *workers]:
        raise Refusal(400, 20001, f"Activity {activity.sid} is in use")


def check_workflow(call: Call, workflow: Resource, before: dict | None = None) -> None:
    near.must_be_json("Configuration", call.parameters.get("Configuration"))


def place_task(call: Call, task: Resource) -> None:
    """The task's workflow, queue and channel: named, else the only workflow there is."""
    near.must_be_json("Attributes", call.parameters.get("Attributes"))
    workflows = near.siblings(call, task, "Workflows")
    if not task.properties.get("workflow_sid") and len(workflows) > 1:
        raise invalid("Missing required parameter WorkflowSid in the post body: the workspace has several workflows")
    if not task.properties.get("workflow_sid") and workflows:
        task.properties["workflow_sid"] = workflows[0].sid
    place_in_channel(call, task, call.parameters.get("TaskChannel") or "default")
    task.properties["task_queue_sid"] = task.properties.get("task_queue_sid") or queue_of(call, task)
    task.properties["task_queue_entered_date"] = call.date(call.kind, "task_queue_entered_date")


def place_in_channel(call: Call, task: Resource, name: object) -> None:
    channel = near.sibling(call, task, "TaskChannels", name)
    if channel is None:
        raise invalid(f"Invalid parameter TaskChannel: the workspace has no channel {name}")
    task.properties.update(task_channel_sid=channel.sid, task_channel_unique_name=channel.unique_name)


def queue_of(call: Call, task: Resource) -> object:
    """The default queue of the task's workflow."""
    workflow = near.sibling(call, task, "Workflows", task.properties.get("workflow_sid"))
    try:
        return json.loads(workflow.properties["configuration"])["task_routing"]["default_filter"]["queue"]
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def change_task(call: Call, task: Resource, before: dict) -> None:
    near.must_be_json("Attributes", call.parameters.get("Attributes"))
    if call.parameters.get("TaskChannel"):
        place_in_channel(call, task, call.parameters["TaskChannel"])


def show_task(call: Call, task: Resource) -> None:
    task.properties["age"] = int(call.now - task.created)
    for name, collection in (("workflow", "Workflows"), ("task_queue", "TaskQueues")):
        sid = task.properties.get(f"{name}_sid")
        task.properties[f"{name}_friendly_name"] = name_of(call, task, collection, sid)
    task.properties.setdefault("addons", "{}")


CREATING = {
    WORKSPACES + "/{}/Workers": start_worker, WORKSPACES + "/{}/TaskQueues": check_queue,
    WORKSPACES + "/{}/Workflows": check_workflow, WORKSPACES + "/{}/Tasks": place_task,
}
CREATED = {WORKSPACES: furnish, WORKSPACES + "/{}/Workers": give_channels}
UPDATING = {
    WORKSPACES + "/{}/Workers": change_worker, WORKSPACES + "/{}/TaskQueues": check_queue,
    WORKSPACES + "/{}/Workflows": check_workflow, WORKSPACES + "/{}/Tasks": change_task,
}
DELETING = {WORKSPACES + "/{}/Activities": keep_used_activity}
READING = {
    WORKSPACES: show_workspace, WORKSPACES + "/{}/TaskQueues": show_queue, WORKSPACES + "/{}/Workers": show_worker,
    WORKSPACES + "/{}/Tasks": show_task,
}
LISTING = {WORKSPACES + "/{}/Workers": workers}
