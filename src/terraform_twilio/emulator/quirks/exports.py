"""Exports: a job is made below a resource type, found without it, and has its days in one state after the other.

Source: the document (`details`: how many and which days are in which status; the days of a type are those whose files
there are).
"""

from __future__ import annotations

from datetime import date, timedelta

from terraform_twilio.emulator.answers import Answer, invalid
from terraform_twilio.emulator.clock import iso8601
from terraform_twilio.emulator.places import absent
from terraform_twilio.emulator.properties import rendered
from terraform_twilio.emulator.quirks.states import EXPORT_JOBS, EXPORTED, advance
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

EXPORTS = "bulkexports.twilio.com/v1/Exports"
MOST_DAYS = 366


def days_of(start: str, end: str) -> list[str]:
    """Each day from the first to the last."""
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        raise invalid("Invalid parameter StartDay or EndDay: a day is written as 2026-01-31") from None
    if not 0 <= (last - first).days < MOST_DAYS:
        raise invalid(f"Invalid parameter EndDay: it is not after StartDay by at most {MOST_DAYS} days")
    return [(first + timedelta(days=step)).isoformat() for step in range((last - first).days + 1)]


def begin(call: Call, job: Resource) -> None:
    """Handed in; its days are checked."""
    job.properties["job_days"] = days_of(str(call.parameters["StartDay"]), str(call.parameters["EndDay"]))


def show(call: Call, job: Resource) -> None:
    """All days of a job are in the job's own state, and it is the first in the queue until it is done."""
    status, days = job.properties.get("status"), job.properties.get("job_days") or []
    job.properties["details"] = [{"status": status, "count": len(days), "days": days}]
    job.properties["job_queue_position"] = None if status == EXPORTED else "1"


def found(call: Call) -> Resource:
    """The job of a SID, below whatever type."""
    for job in call.world.store.each(account=call.account, host=call.operation.host):
        if job.collection.endswith("/Jobs") and job.name == call.values[0]:
            return job
    raise absent(call)


def fetch(call: Call) -> Answer:
    """A job, one step on where one is due; a job that is done has its days exported."""
    job = found(call)
    advance(call, job, EXPORT_JOBS)
    if job.properties.get("status") == EXPORTED:
        export(call, job)
    show(call, job)
    return Answer(200, rendered(call.kind, call.operation.shape, job.properties, job.host, call.path))


def export(call: Call, job: Resource) -> None:
    """A file for each day that has none; nothing is in it."""
    days = job.collection.replace("/Jobs", "/Days")
    for day in job.properties.get("job_days") or []:
        if call.world.store.at(job.host, job.account, f"{days}/{day}") is None:
            call.world.store.save(Resource(job.account, job.host, days, day, {
                "day": day, "size": 0, "resource_type": job.properties["resource_type"],
                "friendly_name": job.properties["friendly_name"], "create_date": iso8601(call.now)[:10]}, call.now))


def delete(call: Call) -> Answer:
    call.world.store.delete(found(call))
    return Answer(204)


CREATING = {EXPORT_JOBS: begin}
READING = {EXPORT_JOBS: show}
ANSWERS = {f"GET {EXPORTS}/Jobs/{{JobSid}}": fetch, f"DELETE {EXPORTS}/Jobs/{{JobSid}}": delete}
