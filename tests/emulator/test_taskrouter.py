"""TaskRouter: what comes along with a workspace and a worker, and names that follow from SIDs."""

from __future__ import annotations

import pytest

HOST = "taskrouter.twilio.com"


@pytest.fixture
def workspace(caller):
    return f"/v1/Workspaces/{caller.post(HOST, '/v1/Workspaces', {'FriendlyName': 'w'})['sid']}"


def test_a_workspace_brings_activities_and_channels(caller, workspace):
    activities = caller.get(HOST, workspace + "/Activities")["activities"]
    assert [(one["friendly_name"], one["available"]) for one in activities] == [
        ("Offline", False), ("Available", True), ("Unavailable", False)]
    channels = [one["unique_name"] for one in caller.get(HOST, workspace + "/TaskChannels")["channels"]]
    assert channels == ["default", "chat", "voice", "sms", "video"]
    shown = caller.get(HOST, workspace)
    assert (shown["default_activity_sid"], shown["default_activity_name"]) == (activities[0]["sid"], "Offline")
    changed = caller.post(HOST, workspace, {"DefaultActivitySid": activities[1]["sid"]})
    assert changed["default_activity_name"] == "Available"


def test_the_fifo_template_brings_a_queue_and_a_workflow(caller, workspace):
    assert caller.get(HOST, workspace + "/TaskQueues")["task_queues"] == []
    fifo = caller.post(HOST, "/v1/Workspaces", {"FriendlyName": "f", "Template": "FIFO"})["sid"]
    queue = caller.get(HOST, f"/v1/Workspaces/{fifo}/TaskQueues")["task_queues"][0]
    workflow = caller.get(HOST, f"/v1/Workspaces/{fifo}/Workflows")["workflows"][0]
    assert (queue["target_workers"], queue["max_reserved_workers"], queue["task_order"]) == ("1==1", 1, "FIFO")
    assert queue["sid"] in workflow["configuration"]
    task = caller.post(HOST, f"/v1/Workspaces/{fifo}/Tasks", {"Attributes": '{"a": 1}', "TaskChannel": "voice"})
    assert (task["workflow_sid"], task["task_queue_friendly_name"], task["task_channel_unique_name"]) == (
        workflow["sid"], "Sample Queue", "voice")


def test_a_worker_has_the_default_activity_and_a_channel_of_each_kind(caller, workspace):
    worker = caller.post(HOST, workspace + "/Workers", {"FriendlyName": "a"})
    assert (worker["activity_name"], worker["available"], worker["attributes"]) == ("Offline", False, "{}")
    path = f"{workspace}/Workers/{worker['sid']}"
    channel = caller.get(HOST, path + "/Channels/voice")
    assert (channel["configured_capacity"], channel["task_channel_unique_name"]) == (1, "voice")
    assert caller.post(HOST, path + f"/Channels/{channel['sid']}", {"Capacity": "5"})["configured_capacity"] == 5
    available = caller.get(HOST, workspace + "/Activities?FriendlyName=Available")["activities"][0]["sid"]
    moved = caller.post(HOST, path, {"ActivitySid": available})
    assert (moved["activity_name"], moved["available"]) == ("Available", True)


def test_what_does_not_fit_is_refused(caller, workspace):
    offline = caller.get(HOST, workspace + "/Activities")["activities"][0]["sid"]
    assert caller.delete(HOST, f"{workspace}/Activities/{offline}").status == 400
    caller.post(HOST, workspace + "/Workers", {"FriendlyName": "a"})
    for path, form in ((workspace + "/Workers", {"FriendlyName": "a"}),
                       (workspace + "/Workers", {"FriendlyName": "b", "Attributes": "{"}),
                       (workspace + "/Workflows", {"FriendlyName": "f", "Configuration": "x"}),
                       (workspace + "/TaskQueues", {"FriendlyName": "q", "AssignmentActivitySid": "WA" + "0" * 32}),
                       (workspace + "/Tasks", {"TaskChannel": "pigeon"})):
        assert caller.post(HOST, path, form).status == 400, path


def test_statistics_count_what_is_there(caller, workspace):
    caller.control("POST", "clock", {"freeze": 1_600_000_000})
    made = caller.post(HOST, workspace + "/Workers", {"FriendlyName": "w"})
    for priority in ("0", "5"):
        caller.post(HOST, workspace + "/Tasks", {"Priority": priority})
    caller.control("POST", "clock", {"freeze": 1_600_000_060})
    now = caller.get(HOST, workspace + "/RealTimeStatistics")
    workers = {one["friendly_name"]: one["workers"] for one in now["activity_statistics"]}
    assert (workers["Offline"], workers["Available"], now["total_workers"]) == (1, 0, 1)
    assert (now["tasks_by_status"]["pending"], now["tasks_by_priority"]) == (2, {"0": 1, "5": 1})
    assert now["longest_task_waiting_age"] == 60
    since = caller.get(HOST, workspace + "/CumulativeStatistics?Minutes=30&SplitByWaitTime=5,10")
    assert (since["start_time"], since["end_time"]) == ("2020-09-13T11:57:40Z", "2020-09-13T12:27:40Z")
    assert (since["tasks_created"], sorted(since["split_by_wait_time"])) == (2, ["10", "5"])
    of_workers = caller.get(HOST, workspace + "/Workers/Statistics")
    spent = {one["friendly_name"]: one["total"] for one in of_workers["cumulative"]["activity_durations"]}
    assert spent["Offline"] == 60
    own = caller.get(HOST, f"{workspace}/Workers/{made['sid']}/Statistics")
    assert own["cumulative"]["activity_durations"] == of_workers["cumulative"]["activity_durations"]
    assert caller.get(HOST, workspace + "/Statistics?StartDate=2020-09-13T12:27:00Z")["cumulative"]["tasks_created"] == 0


def test_workers_are_found_by_what_their_activity_says(caller, workspace):
    available = next(one["sid"] for one in caller.get(HOST, workspace + "/Activities")["activities"] if one["available"])
    for name, form in (("a", {"ActivitySid": available}), ("b", {})):
        caller.post(HOST, workspace + "/Workers", {"FriendlyName": name, **form})
    for query, names in (("ActivityName=Available", ["a"]), ("Available=true", ["a"]), ("Available=false", ["b"]),
                         ("ActivityName=Offline", ["b"]), (f"ActivitySid={available}", ["a"])):
        found = caller.get(HOST, f"{workspace}/Workers?{query}")["workers"]
        assert [one["friendly_name"] for one in found] == names


def test_a_task_names_its_workflow_where_there_are_several(caller):
    workspace = "/v1/Workspaces/" + caller.post(HOST, "/v1/Workspaces", {"FriendlyName": "w"})["sid"]
    first, second = (caller.post(HOST, workspace + "/Workflows", {"FriendlyName": name, "Configuration": "{}"})["sid"]
                     for name in "ab")
    refused = caller.post(HOST, workspace + "/Tasks", {"Attributes": "{}"})
    assert (refused.status, refused["code"]) == (400, 20001)
    assert caller.post(HOST, workspace + "/Tasks", {"WorkflowSid": second})["workflow_sid"] == second
    caller.delete(HOST, f"{workspace}/Workflows/{second}")
    assert caller.post(HOST, workspace + "/Tasks", {"Attributes": "{}"})["workflow_sid"] == first
