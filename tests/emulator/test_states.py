"""Every state that changes by itself: after reads, after time on the emulator's clock, and by hand."""

from __future__ import annotations

import pytest

from emulator.caller import Caller
from emulator.sweep import Sweep, in_order
from terraform_twilio.catalogue.operations import read_operations
from terraform_twilio.emulator.kinds import Kinds
from terraform_twilio.emulator.quirks.states import EXPORT_JOBS, STATES
from terraform_twilio.emulator.server import Emulator

NOON = 1_600_000_000
SHOWN = sorted(set(STATES) - {EXPORT_JOBS})
"""The kinds that show their state in a property; an export job shows that of its days (see below)."""


class Watched:
    """A resource of each kind, in an emulator of their own."""

    def __init__(self, url: str) -> None:
        operations = read_operations()
        kinds = Kinds(operations)
        self.caller = Caller(url)
        self.sweep = Sweep(self.caller, operations)
        self.fetches = {kinds.of(one).line: one for one in operations if one.verb == "Fetch"
                        and kinds.place(one) == "item" and kinds.of(one).line in STATES}
        products = {one.document for one in self.fetches.values()}
        for operation in in_order(operations):
            if operation.verb == "Create" and (operation.document in products or operation.host == "api.twilio.com"):
                self.sweep.call(operation)

    def begin(self, kind: str, **pace: object) -> str:
        """Where the kind's resource is, in its first state."""
        self.control(kind=kind, **pace)
        path = self.sweep.path(self.fetches[kind])
        key = path.removesuffix(".json").rpartition("/")[2]
        assert self.control(sid=key, state=STATES[kind][1][0]).status == 200
        return path

    def control(self, **body: object):
        return self.caller.control("POST", "transitions", body)

    def state(self, kind: str, path: str) -> str:
        return self.caller.get(self.fetches[kind].host, path)[STATES[kind][0]]


@pytest.fixture(scope="module")
def watched():
    with Emulator(seed="states") as emulator:
        yield Watched(emulator.url)


@pytest.mark.parametrize("kind", SHOWN)
def test_a_state_changes_by_reads(watched, kind):
    states = STATES[kind][1]
    path = watched.begin(kind, by="reads", after=1)
    assert [watched.state(kind, path) for _ in states] == [*states[1:], states[-1]]
    path = watched.begin(kind, by="reads", after=2)
    assert [watched.state(kind, path) for _ in range(2)] == list(states[:2])


@pytest.mark.parametrize("kind", SHOWN)
def test_a_state_changes_by_time(watched, kind):
    states = STATES[kind][1]
    watched.caller.control("POST", "clock", {"freeze": NOON})
    path = watched.begin(kind, by="seconds", after=10)
    assert watched.state(kind, path) == states[0]
    for state in states[1:]:
        watched.caller.control("POST", "clock", {"advance": 10})
        assert watched.state(kind, path) == state


@pytest.mark.parametrize("kind", SHOWN)
def test_a_state_changes_by_hand(watched, kind):
    states = STATES[kind][1]
    path = watched.begin(kind, by="manual")
    key = path.removesuffix(".json").rpartition("/")[2]
    assert [watched.state(kind, path) for _ in range(3)] == [states[0]] * 3
    for state in states[1:]:
        assert watched.control(sid=key)[STATES[kind][0]] == state
        assert watched.state(kind, path) == state
    assert "last state" in watched.control(sid=key)["error"]


def test_the_days_of_an_export_go_from_state_to_state(caller):
    host = "bulkexports.twilio.com"
    made = caller.post(host, "/v1/Exports/Calls/Jobs", {"StartDay": "2026-01-30", "EndDay": "2026-02-01", "FriendlyName": "j"})
    days = ["2026-01-30", "2026-01-31", "2026-02-01"]
    assert made["details"] == [{"status": "Submitted", "count": 3, "days": days}]
    path = f"/v1/Exports/Jobs/{made['job_sid']}"
    looks = [caller.get(host, path)["details"][0]["status"] for _ in range(3)]
    assert looks == ["Running", "Completed", "Completed"]
    assert [one["day"] for one in caller.get(host, "/v1/Exports/Calls/Days")["days"]] == days
    assert caller.get(host, "/v1/Exports/Messages/Days")["days"] == []


def test_an_export_waits_for_a_hand(caller):
    host = "bulkexports.twilio.com"
    caller.control("POST", "transitions", {"kind": EXPORT_JOBS, "by": "manual"})
    made = caller.post(host, "/v1/Exports/Calls/Jobs", {"StartDay": "2026-01-30", "EndDay": "2026-01-30", "FriendlyName": "j"})
    path = f"/v1/Exports/Jobs/{made['job_sid']}"
    assert caller.get(host, path)["details"][0]["status"] == "Submitted"
    assert caller.control("POST", "transitions", {"sid": made["job_sid"], "state": "Completed"}).status == 200
    assert (caller.get(host, path)["details"][0]["status"], len(caller.get(host, "/v1/Exports/Calls/Days")["days"])) == (
        "Completed", 1)


@pytest.mark.parametrize(("start", "end"), [("2026-13-01", "2026-01-02"), ("2026-01-02", "2026-01-01"), ("x", "y")])
def test_an_export_of_no_days_is_refused(caller, start, end):
    assert caller.post("bulkexports.twilio.com", "/v1/Exports/Calls/Jobs", {
        "StartDay": start, "EndDay": end, "FriendlyName": "j"}).status == 400
