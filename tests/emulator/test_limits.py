"""What a test may order for a time: limits of an account's requests, and faults that are switched on and off."""

from __future__ import annotations

import pytest

from emulator.caller import ACCOUNT, Caller

PROXY, SERVICES = "proxy.twilio.com", "/v1/Services"


def test_an_account_over_its_limit_is_429_until_the_clock_has_moved_on(caller, emulator):
    other = Caller(emulator.url, "AC" + "f" * 32, "t")
    caller.control("POST", "clock", {"freeze": 1_600_000_000})
    caller.control("POST", "limits", {"account": ACCOUNT, "requests": 2, "seconds": 10})
    assert [caller.post(PROXY, SERVICES, {"UniqueName": f"u{number}"}).status for number in range(3)] == [201, 201, 429]
    refused = caller.get(PROXY, SERVICES)
    assert (refused["code"], refused.headers["Retry-After"]) == (20429, "10")
    assert other.get(PROXY, SERVICES).status == 200
    caller.control("POST", "clock", {"advance": 10})
    assert len(caller.get(PROXY, SERVICES)["services"]) == 2


def test_a_limit_for_everybody_counts_each_account_by_itself(caller, emulator):
    other = Caller(emulator.url, "AC" + "f" * 32, "t")
    caller.control("POST", "clock", {"freeze": True})
    caller.control("POST", "limits", {"requests": 1})
    assert [one.get(PROXY, SERVICES).status for one in (caller, other, caller, other)] == [200, 200, 429, 429]
    assert caller.control("GET", "limits")["limits"] == [{"account": None, "requests": 1, "seconds": 1}]
    assert caller.control("DELETE", "limits").status == 204
    assert caller.get(PROXY, SERVICES).status == 200


def test_taskrouter_says_how_much_is_left(caller):
    caller.control("POST", "clock", {"freeze": True})
    assert "X-Rate-Limit-Limit" not in caller.get("taskrouter.twilio.com", "/v1/Workspaces").headers
    caller.control("POST", "limits", {"requests": 5})
    told = [caller.get("taskrouter.twilio.com", "/v1/Workspaces").headers for _ in range(2)]
    assert [(one["X-Rate-Limit-Limit"], one["X-Rate-Limit-Remaining"]) for one in told] == [("5", "4"), ("5", "3")]
    assert told[0]["X-Rate-Limit-Config"] == "5 in 1 s"


@pytest.mark.parametrize("wrong", [{}, {"requests": -1}, {"requests": 1.5}, {"requests": True}, {"requests": 1, "x": 1},
                                   {"requests": 1, "seconds": 0}, {"requests": 1, "account": 5}])
def test_an_impossible_limit_is_refused(caller, wrong):
    assert caller.control("POST", "limits", wrong).status == 400
    assert caller.control("GET", "limits")["limits"] == []


def test_a_fault_is_switched_off_and_on_without_losing_its_count(caller):
    number = caller.control("POST", "faults", {"status": 503, "count": 2})["id"]
    assert caller.get(PROXY, SERVICES).status == 503
    off = caller.control("PATCH", "faults", {"enabled": False}, query=f"?id={number}")
    assert (off["enabled"], off["left"]) == (False, 1)
    assert caller.get(PROXY, SERVICES).status == 200
    caller.control("PATCH", "faults", {"enabled": True}, query=f"?id={number}")
    assert [caller.get(PROXY, SERVICES).status for _ in range(2)] == [503, 200]


def test_a_fault_of_one_account_meets_nobody_else(caller, emulator):
    other = Caller(emulator.url, "AC" + "f" * 32, "t")
    caller.control("POST", "faults", {"account": "AC" + "f" * 32, "status": 503})
    assert [one.get(PROXY, SERVICES).status for one in (caller, other)] == [200, 503]


@pytest.mark.parametrize(("query", "body"), [("?id=7", {"enabled": True}), ("", {"enabled": True}), ("?id=1", {}),
                                             ("?id=1", {"enabled": 1})])
def test_a_switch_of_nothing_is_refused(caller, query, body):
    caller.control("POST", "faults", {"status": 503})
    assert caller.control("PATCH", "faults", body, query=query).status == 400


@pytest.mark.parametrize("wrong", [{"status": 99}, {"status": 600}, {"probability": 1.5}, {"count": 0}, {"delay": -1}])
def test_a_fault_out_of_range_is_refused(caller, wrong):
    assert caller.control("POST", "faults", wrong).status == 400


def test_a_probability_of_faults_is_the_same_in_every_run_of_a_seed(caller, emulator):
    caller.control("POST", "faults", {"status": 503, "probability": 0.5})
    statuses = [caller.get(PROXY, SERVICES).status for _ in range(20)]
    assert {200, 503} == set(statuses)
    emulator.exchange.faults.random.seed("test")
    assert [caller.get(PROXY, SERVICES).status for _ in range(20)] == statuses


def test_a_reset_takes_back_every_order(caller):
    caller.control("POST", "limits", {"requests": 0})
    caller.control("POST", "faults", {"status": 503})
    caller.control("POST", "clock", {"freeze": 1_600_000_000})
    caller.control("POST", "reset")
    assert caller.get(PROXY, SERVICES).status == 200
    assert caller.control("GET", "clock")["frozen"] is False


def test_an_overview_counts_what_each_account_has(caller):
    for name in ("u", "v"):
        caller.post(PROXY, SERVICES, {"UniqueName": name})
    account = caller.control("GET", "overview")["accounts"][0]
    assert (account["sid"], account["name"]) == (ACCOUNT, "Emulated account")
    assert {"host": PROXY, "collection": SERVICES, "count": 2} in account["collections"]
    found = caller.control("GET", "state", query=f"?host={PROXY}&collection={SERVICES}")["resources"]
    assert [one["properties"]["unique_name"] for one in found] == ["u", "v"]


def test_the_newest_of_the_log_are_told_alone(caller):
    for _ in range(5):
        caller.get(PROXY, SERVICES)
    newest = caller.control("GET", "requests", query="?since=1&limit=2")["requests"]
    assert [line["number"] for line in newest] == [4, 5]
    assert caller.control("GET", "requests", query="?limit=0")["requests"] == []


def test_a_page_of_another_site_may_not_control(caller, emulator):
    assert caller.call("POST", "", "/_emulator/reset", {}, headers={"Origin": "https://example.com"}).status == 403
    assert caller.call("POST", "", "/_emulator/reset", {}, headers={"Origin": emulator.url}).status == 204
