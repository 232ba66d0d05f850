"""TaskRouter's statistics, counted from what is stored.

Source: recorded answers for what is counted; the documents for `StartDate`, `EndDate` and `Minutes` (a quarter of an hour
unless the query says otherwise). Reservations are Twilio's own: there are none, unless a seed put some there.
"""

from __future__ import annotations

from collections import Counter

from terraform_twilio.emulator.clock import iso8601
from terraform_twilio.emulator.defaults import known
from terraform_twilio.emulator.paging import moment_of
from terraform_twilio.emulator.quirks.taskrouter import WORKSPACES
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

STATUSES = ("assigned", "canceled", "completed", "pending", "reserved", "wrapping")
WAITING = ("pending", "reserved")
QUARTER = 15


def workspace_of(shown: Resource) -> str:
    """`/v1/Workspaces/WS…` of a path below it."""
    return "/".join(shown.collection.split("/")[:4])


def children(call: Call, shown: Resource, collection: str) -> list[Resource]:
    return call.world.store.children(shown.host, shown.account, f"{workspace_of(shown)}/{collection}")


def tasks_of(call: Call, shown: Resource) -> list[Resource]:
    """The workspace's tasks; a queue's or a workflow's own where the path names one."""
    above = {name: shown.properties[name] for name in ("task_queue_sid", "workflow_sid") if name in shown.properties}
    return [task for task in children(call, shown, "Tasks")
            if all(task.properties.get(name) == sid for name, sid in above.items())]


def workers_by_activity(call: Call, shown: Resource) -> list[dict]:
    busy = Counter(worker.properties.get("activity_sid") for worker in children(call, shown, "Workers"))
    return [{"sid": activity.sid, "friendly_name": activity.properties["friendly_name"], "workers": busy[activity.sid]}
            for activity in children(call, shown, "Activities")]


def available(call: Call, shown: Resource) -> int:
    """How many workers take work."""
    ready = {activity.sid for activity in children(call, shown, "Activities") if activity.properties.get("available")}
    return sum(worker.properties.get("activity_sid") in ready for worker in children(call, shown, "Workers"))


def span(call: Call) -> tuple[float, float]:
    """The time that is looked at."""
    end = moment_of(call.query.get("EndDate"))
    start = moment_of(call.query.get("StartDate"))
    last = end.timestamp() if end else call.now
    return start.timestamp() if start else last - 60 * int(call.query.get("Minutes") or QUARTER), last


def durations(call: Call, shown: Resource) -> list[dict]:
    """How long the workers have been in each activity, within the time that is looked at."""
    start, end = span(call)
    sid = shown.properties.get("worker_sid")
    workers = [worker for worker in children(call, shown, "Workers") if sid in (None, worker.sid)]
    return [{"sid": activity.sid, "friendly_name": activity.properties["friendly_name"], **summed([
        seconds_in(worker, start, end) for worker in workers if worker.properties.get("activity_sid") == activity.sid])}
        for activity in children(call, shown, "Activities")]


def seconds_in(worker: Resource, start: float, end: float) -> int:
    since = moment_of(worker.properties.get("date_status_changed"))
    return max(int(end - max(start, since.timestamp() if since else worker.created)), 0)


def summed(seconds: list[int]) -> dict[str, int]:
    """A list of durations as statistics show it."""
    total = sum(seconds)
    return {"avg": total // len(seconds) if seconds else 0, "min": min(seconds, default=0),
            "max": max(seconds, default=0), "total": total}


def cumulative(call: Call, shown: Resource) -> dict:
    """What happened in a span of time."""
    start, end = span(call)
    tasks = [task for task in tasks_of(call, shown) if start <= task.created <= end]
    ended = Counter(str(task.properties.get("assignment_status")) for task in tasks)
    counted = {"tasks_created": len(tasks), "tasks_entered": len(tasks), "tasks_canceled": ended["canceled"],
               "tasks_completed": ended["completed"], "tasks_assigned": ended["assigned"]}
    return {**counted, "avg_task_acceptance_time": 0, "start_time": iso8601(start), "end_time": iso8601(end),
            "activity_durations": durations(call, shown), "split_by_wait_time": split(call)}


def split(call: Call) -> dict | None:
    """By each waiting time that was asked for; nobody waited."""
    limits = [limit.strip() for limit in str(call.query.get("SplitByWaitTime") or "").split(",") if limit.strip()]
    nothing = {"reservations_accepted": 0, "tasks_canceled": 0}
    return {limit: {"above": dict(nothing), "below": dict(nothing)} for limit in limits} or None


def realtime(call: Call, shown: Resource) -> dict:
    """What is the case now."""
    tasks, workers = tasks_of(call, shown), workers_by_activity(call, shown)
    found = Counter(str(task.properties.get("assignment_status") or WAITING[0]) for task in tasks)
    waiting = [task for task in tasks if (task.properties.get("assignment_status") or WAITING[0]) in WAITING]
    total = sum(one["workers"] for one in workers)
    return {"activity_statistics": workers, "total_workers": total, "total_eligible_workers": total,
            "total_available_workers": available(call, shown), "total_tasks": len(tasks),
            "tasks_by_status": {status: found[status] for status in STATUSES},
            "tasks_by_priority": dict(Counter(str(task.properties.get("priority") or 0) for task in waiting)),
            **longest(call, waiting)}


def longest(call: Call, waiting: list[Resource]) -> dict:
    """The task that has waited for the longest time."""
    age, sid = (int(call.now - waiting[0].created), waiting[0].sid) if waiting else (0, None)
    return {"longest_task_waiting_age": age, "longest_task_waiting_sid": sid,
            "longest_relative_task_age_in_queue": age, "longest_relative_task_sid_in_queue": sid}


def show_cumulative(call: Call, shown: Resource) -> None:
    shown.properties.update(cumulative(call, shown))


def show_realtime(call: Call, shown: Resource) -> None:
    shown.properties.update(realtime(call, shown))


def show_both(call: Call, shown: Resource) -> None:
    """Both, each with what its own recording has."""
    line = call.kind.line
    shown.properties["cumulative"] = chosen(cumulative(call, shown), CUMULATIVE[line], known(call.kind, "cumulative"))
    if line in REALTIME:
        above = {name: sid for name, sid in shown.properties.items() if name.endswith("_sid")}
        shown.properties["realtime"] = {**above, **chosen(realtime(call, shown), REALTIME[line], None)}


def chosen(facts: dict, names: tuple[str, ...], default: dict | None) -> dict:
    return {**(default or {}), **{name: facts[name] for name in (*names, *(default or ())) if name in facts}}


TIMES = ("start_time", "end_time")
OF_TASKS = (*TIMES, "avg_task_acceptance_time")
OF_WORKERS = (*TIMES, "activity_durations")
WAITING_FACTS = ("longest_task_waiting_age", "longest_task_waiting_sid", "tasks_by_priority", "tasks_by_status",
                 "total_tasks")
QUEUE_FACTS = (*WAITING_FACTS, "activity_statistics", "total_eligible_workers", "total_available_workers",
               "longest_relative_task_age_in_queue", "longest_relative_task_sid_in_queue")
CUMULATIVE = {
    WORKSPACES + "/{}/Statistics": OF_TASKS, WORKSPACES + "/{}/TaskQueues/{}/Statistics": OF_TASKS,
    WORKSPACES + "/{}/Workflows/{}/Statistics": OF_TASKS, WORKSPACES + "/{}/Workers/Statistics": OF_WORKERS,
    WORKSPACES + "/{}/Workers/{}/Statistics": OF_WORKERS,
}
REALTIME = {
    WORKSPACES + "/{}/Statistics": (*WAITING_FACTS, "activity_statistics", "total_workers"),
    WORKSPACES + "/{}/TaskQueues/{}/Statistics": QUEUE_FACTS,
    WORKSPACES + "/{}/Workflows/{}/Statistics": WAITING_FACTS,
    WORKSPACES + "/{}/Workers/Statistics": ("activity_statistics", "total_workers"),
}
"""What the two parts of an answer hold, by kind; the rest are the recorded defaults."""

PLACES = ("", "/TaskQueues/{}", "/Workflows/{}", "/Workers")
STANDING = {
    **dict.fromkeys(CUMULATIVE, show_both),
    **{f"{WORKSPACES}/{{}}{place}/CumulativeStatistics": show_cumulative for place in PLACES},
    **{f"{WORKSPACES}/{{}}{place}/RealTimeStatistics": show_realtime for place in PLACES},
}
