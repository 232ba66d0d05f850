"""The emulator's own interface: log, faults, clock, state, states that change by themselves."""

from __future__ import annotations

from http.client import RemoteDisconnected
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote

import pytest

from emulator.caller import ACCOUNT, TOKEN, V2010, Caller
from terraform_twilio.emulator.clock import Clock
from terraform_twilio.emulator.coverage import rewritten
from terraform_twilio.emulator.server import Emulator

PROXY = "proxy.twilio.com"


def test_health_says_how_much_there_is(caller):
    health = caller.control("GET", "health").body
    assert health["status"] == "ok"
    assert health["operations"] > 1447


def test_the_log_holds_bodies_and_never_credentials(caller):
    caller.post(PROXY, "/v1/Services", {"UniqueName": "u"})
    caller.get(PROXY, "/v1/Services")
    lines = caller.control("GET", "requests", query="?method=POST&host=proxy.twilio.com")["requests"]
    assert [(line["path"], line["body"], line["status"], line["account"]) for line in lines] == [
        ("/v1/Services", "UniqueName=u", 201, ACCOUNT)]
    assert lines[0]["operation"] == "POST proxy.twilio.com/v1/Services"
    whole = caller.control("GET", "requests").text
    assert TOKEN not in whole
    assert "authorization" not in whole.lower()
    assert caller.control("DELETE", "requests").status == 204
    assert caller.control("GET", "requests")["requests"] == []


def test_the_log_says_why_a_request_was_refused(caller):
    caller.control("POST", "faults", {"method": "DELETE", "status": 503})
    caller.post(PROXY, "/v1/Services", {"UniqueName": "u"})
    refused = caller.post(PROXY, "/v1/Services", {"UniqueName": "v", "Nope": "1"})
    ordered = caller.delete(PROXY, "/v1/Services/u")
    lines = caller.control("GET", "requests")["requests"]
    assert [(line["account"], line["refusal"]) for line in lines] == [
        (ACCOUNT, None), (ACCOUNT, refused.body), (ACCOUNT, ordered.body)]


@pytest.mark.parametrize(("query", "numbers"), [
    ("method=GET", [2, 3, 5]), ("host=api.twilio.com", [4, 5]), ("path=/v1/Services/", [2, 3]), ("status=404", [3]),
    ("account=" + ACCOUNT, [1, 2, 3, 4]), ("account=AC" + "f" * 32, [5]),
    ("operation=GET proxy.twilio.com/v1/Services/{Sid}", [2, 3]),
    ("since=3", [4, 5]), ("limit=2", [4, 5]), ("method=GET&status=200&limit=1", [5]), ("method=PUT", [])])
def test_the_log_is_filtered_by_each_fact(caller, emulator, query, numbers):
    caller.post(PROXY, "/v1/Services", {"UniqueName": "u"})
    caller.get(PROXY, "/v1/Services/u")
    caller.get(PROXY, "/v1/Services/v")
    caller.post("api.twilio.com", V2010 + "/Queues.json", {"FriendlyName": "q"})
    other = "AC" + "f" * 32
    Caller(emulator.url, other, "t").get("api.twilio.com", f"/2010-04-01/Accounts/{other}/Queues.json")
    lines = caller.control("GET", "requests", query="?" + quote(query, safe="=&"))["requests"]
    assert [line["number"] for line in lines] == numbers


def test_the_log_knows_no_other_filter(caller):
    assert "colour" in caller.control("GET", "requests", query="?colour=red")["error"]


@pytest.mark.parametrize(("fault", "is_met"), [
    ({}, True), ({"method": "POST"}, True), ({"method": "GET"}, False), ({"host": "^proxy"}, True), ({"host": "chat"}, False),
    ({"path": "Services$"}, True), ({"path": "Sessions"}, False), ({"account": ACCOUNT}, True),
    ({"account": "AC" + "f" * 32}, False), ({"method": "POST|PUT", "host": "proxy", "path": "^/v1/"}, True)])
def test_a_fault_is_for_the_requests_that_it_names(caller, fault, is_met):
    caller.control("POST", "faults", {**fault, "status": 409, "code": 12345, "message": "taken"})
    answer = caller.post(PROXY, "/v1/Services", {"UniqueName": "u"})
    assert answer.status == (409 if is_met else 201)
    if is_met:
        assert (answer["code"], answer["message"]) == (12345, "taken")


def test_a_seed_repeats_a_run_with_its_faults():
    def run(seed: str) -> list:
        with Emulator(seed=seed) as emulator:
            caller = Caller(emulator.url)
            caller.control("POST", "faults", {"method": "POST", "status": 503, "probability": 0.5})
            answers = [caller.post(PROXY, "/v1/Services", {"UniqueName": f"u{number}"}) for number in range(12)]
            return [(answer.status, answer.body.get("sid")) for answer in answers]
    assert run("a") == run("a") != run("b")
    assert {status for status, _ in run("a")} == {201, 503}


def test_a_fault_answers_instead_and_counts_down(caller):
    fault = {"method": "POST", "host": "proxy", "path": "^/v1/Services$", "status": 429, "retry_after": 1, "count": 1}
    assert caller.control("POST", "faults", fault).status == 201
    refused = caller.post(PROXY, "/v1/Services", {"UniqueName": "u"})
    assert (refused.status, refused["code"], refused.headers["Retry-After"]) == (429, 20429, "1")
    assert caller.control("GET", "faults")["faults"][0]["left"] == 0
    assert caller.post(PROXY, "/v1/Services", {"UniqueName": "u"}).status == 201


@pytest.mark.parametrize(("drop", "stored"), [("before", 0), ("after", 1)])
def test_a_dropped_request_is_stored_or_not(caller, drop, stored):
    caller.control("POST", "faults", {"method": "POST", "drop": drop, "count": 1})
    with pytest.raises((RemoteDisconnected, URLError, ConnectionError)):
        caller.post(PROXY, "/v1/Services", {"UniqueName": "u"})
    assert len(caller.get(PROXY, "/v1/Services")["services"]) == stored


def test_a_delay_is_slept_by_the_clock_that_was_given():
    slept = []
    with Emulator(sleep=slept.append) as emulator:
        caller = Caller(emulator.url)
        caller.control("POST", "faults", {"delay": 30, "count": 1})
        assert caller.get(PROXY, "/v1/Services").status == 200
    assert slept == [30]


def test_a_truncated_answer_keeps_its_length(caller):
    caller.control("POST", "faults", {"truncate": 5, "count": 1})
    with pytest.raises(Exception, match="IncompleteRead"):
        caller.get(PROXY, "/v1/Services")


@pytest.mark.parametrize("wrong", [{"path": "("}, {"nope": 1}, {"status": "429"}, {"drop": "sometimes"}])
def test_an_impossible_fault_is_refused_with_a_sentence(caller, wrong):
    refused = caller.control("POST", "faults", wrong)
    assert refused.status == 400
    assert len(refused["error"]) > 10


def test_the_clock_can_be_stopped_and_moved(caller):
    caller.control("POST", "clock", {"freeze": 1_600_000_000})
    assert caller.post(PROXY, "/v1/Services", {"UniqueName": "u"})["date_created"] == "2020-09-13T12:26:40Z"
    caller.control("POST", "clock", {"advance": 60})
    changed = caller.post(PROXY, "/v1/Services/u", {"DefaultTtl": "1"})
    assert (changed["date_created"], changed["date_updated"]) == ("2020-09-13T12:26:40Z", "2020-09-13T12:27:40Z")


@pytest.mark.parametrize(("told", "now"), [
    ("2030-01-01T00:00:00Z", 1_893_456_000), ("2030-01-01", 1_893_456_000), ("2030-01-01T01:00:00+01:00", 1_893_456_000),
    (1_893_456_000.5, 1_893_456_000.5)])
def test_a_moment_is_told_in_seconds_or_as_a_date(caller, told, now):
    assert caller.control("POST", "clock", {"freeze": told})["now"] == now


@pytest.mark.parametrize("wrong", [{"freeze": False}, {"freeze": "soon"}, {"freeze": None}, {"advance": "1"}, {"advance": True},
                                   {"advance": float("inf")}, {"advance": float("nan")}, {"run": False}, {"freeze": []}])
def test_an_impossible_clock_is_refused_and_nothing_happens(caller, wrong):
    assert caller.control("POST", "clock", {"freeze": 1_600_000_000, **wrong}).status == 400
    assert caller.control("GET", "clock")["frozen"] is False


MESSAGES = "api.twilio.com/2010-04-01/Accounts/{}/Messages"


@pytest.mark.parametrize("wrong", [
    {}, {"kind": MESSAGES}, {"kind": [], "by": "reads"}, {"kind": MESSAGES, "by": "weeks"}, {"kind": MESSAGES, "by": []},
    {"kind": MESSAGES, "by": "reads", "after": "x"}, {"kind": MESSAGES, "by": "reads", "after": -1},
    {"kind": MESSAGES, "by": "reads", "after": 1.5}, {"kind": MESSAGES, "by": "seconds", "after": float("nan")},
    {"kind": MESSAGES, "by": "reads", "after": True}, {"sid": "XX"}, {"sid": []}])
def test_an_impossible_pace_is_refused(caller, wrong):
    refused = caller.control("POST", "transitions", wrong)
    assert (refused.status, list(refused.body)) == (400, ["error"])


def test_nothing_goes_into_a_state_that_it_never_has(caller):
    message = caller.post("api.twilio.com", V2010 + "/Messages.json", {
        "To": "+14155550100", "From": "+15005550006", "Body": "x"})["sid"]
    for state in ("nonsense", ["sent"], 5):
        assert caller.control("POST", "transitions", {"sid": message, "state": state}).status == 400
    assert caller.control("POST", "transitions", {"sid": message, "state": "undelivered"})["status"] == "undelivered"


def test_a_clock_that_runs_goes_on_from_where_it_stands():
    seconds = iter(range(100, 10_000))
    with Emulator(clock=Clock(lambda: next(seconds))) as emulator:
        caller = Caller(emulator.url)
        assert caller.control("POST", "clock", {"freeze": 1_600_000_000}).body == {"now": 1_600_000_000, "frozen": True}
        assert caller.control("GET", "clock")["now"] == 1_600_000_000
        running = caller.control("POST", "clock", {"run": True})
        assert running["frozen"] is False
        assert caller.control("GET", "clock")["now"] == running["now"] + 1 > 1_600_000_000
        assert caller.control("POST", "clock", {"advance": 3600})["now"] == running["now"] + 3602


def test_the_state_is_shown_without_secrets(caller):
    key = caller.post("api.twilio.com", V2010 + "/Keys.json", {"FriendlyName": "k"})
    found = caller.control("GET", "state", query=f"?sid={key['sid']}")["resources"]
    assert [(one["path"], one["properties"]["friendly_name"]) for one in found] == [(f"/v1/Keys/{key['sid']}", "k")]
    whole = caller.control("GET", "state").text
    assert key["secret"] not in whole
    assert TOKEN not in whole


def test_the_state_is_searched_and_cut(caller):
    for name in ("first", "second", "third"):
        caller.post(PROXY, "/v1/Services", {"UniqueName": name, "CallbackUrl": f"https://{name}.example"})
    caller.post("api.twilio.com", V2010 + "/Keys.json", {"FriendlyName": "k"})

    def names(query: str) -> list:
        found = caller.control("GET", "state", query=f"?host={PROXY}&collection=/v1/Services&{query}")["resources"]
        return [one["properties"]["unique_name"] for one in found]

    assert names("text=SECOND.example") == ["second"]
    assert names("limit=2") == ["first", "second"]
    assert names("limit=1&text=ir") == ["first"]
    assert names("text=unique_name") == []
    secret = caller.post("api.twilio.com", V2010 + "/Keys.json", {"FriendlyName": "k"})["secret"]
    assert caller.control("GET", "state", query=f"?text={secret}")["resources"] == []
    assert caller.control("GET", "state", query="?limit=-1").status == 400


def test_reset_forgets_one_account_or_all(caller, emulator):
    other = Caller(emulator.url, "AC" + "f" * 32, "t")
    for one in (caller, other):
        one.post(PROXY, "/v1/Services", {"UniqueName": "u"})
    assert caller.control("POST", "reset", {"account": ACCOUNT}).status == 204
    assert caller.get(PROXY, "/v1/Services")["services"] == []
    assert len(other.get(PROXY, "/v1/Services")["services"]) == 1
    caller.control("POST", "reset")
    assert other.get(PROXY, "/v1/Services")["services"] == []


def test_a_seed_makes_the_same_sids_in_every_run():
    def made(seed):
        with Emulator(seed=seed) as emulator:
            return Caller(emulator.url).post(PROXY, "/v1/Services", {"UniqueName": "u"})["sid"]
    assert made("a") == made("a") != made("b")


def test_states_change_by_reads_by_time_or_by_hand(caller):
    def sent():
        return caller.post("api.twilio.com", V2010 + "/Messages.json", {
            "To": "+15005550006", "From": "+15005550006", "Body": "b"})["sid"]

    def status(sid):
        return caller.get("api.twilio.com", f"{V2010}/Messages/{sid}.json")["status"]

    first = sent()
    assert [status(first) for _ in range(4)] == ["sending", "sent", "delivered", "delivered"]
    kind = "api.twilio.com/2010-04-01/Accounts/{}/Messages"
    caller.control("POST", "clock", {"freeze": 1_600_000_000})
    caller.control("POST", "transitions", {"kind": kind, "by": "seconds", "after": 10})
    second = sent()
    assert status(second) == "queued"
    caller.control("POST", "clock", {"advance": 11})
    assert status(second) == "sending"
    caller.control("POST", "transitions", {"kind": kind, "by": "manual"})
    third = sent()
    assert status(third) == "queued"
    assert caller.control("POST", "transitions", {"sid": third, "state": "failed"}).body == {
        "sid": third, "status": "failed"}
    assert status(third) == "failed"


def test_a_step_is_taken_by_hand_until_there_is_none(caller):
    sid = caller.post("api.twilio.com", V2010 + "/Messages.json", {
        "To": "+15005550006", "From": "+15005550006", "Body": "b"})["sid"]
    kinds = {one["kind"]: one for one in caller.control("GET", "transitions")["transitions"]}
    kind = kinds["api.twilio.com/2010-04-01/Accounts/{}/Messages"]
    assert (kind["property"], kind["by"], kind["states"][0], kind["states"][-1]) == ("status", "reads", "queued", "delivered")
    steps = [caller.control("POST", "transitions", {"sid": sid})["status"] for _ in kind["states"][1:]]
    assert steps == kind["states"][1:]
    assert "last state" in caller.control("POST", "transitions", {"sid": sid})["error"]
    assert "changes by itself" in caller.control("POST", "transitions", {"sid": ACCOUNT})["error"]
    assert caller.control("POST", "transitions", {"kind": "no.such/kind", "by": "reads"}).status == 400


def test_a_snapshot_of_one_account_leaves_the_others_alone(caller, emulator):
    other = Caller(emulator.url, "AC" + "f" * 32, "t")
    service = caller.post(PROXY, "/v1/Services", {"UniqueName": "u"}).body
    saved = caller.control("GET", "snapshot", query=f"?account={ACCOUNT}").body
    caller.delete(PROXY, "/v1/Services/u")
    other.post(PROXY, "/v1/Services", {"UniqueName": "theirs"})
    assert caller.control("POST", "snapshot", saved, query=f"?account={ACCOUNT}").status == 200
    assert caller.get(PROXY, "/v1/Services")["services"] == [service]
    assert [one["unique_name"] for one in other.get(PROXY, "/v1/Services")["services"]] == ["theirs"]


def test_coverage_says_what_is_curated(caller):
    caller.get(PROXY, "/v1/Services")
    coverage = caller.control("GET", "coverage").body
    line = next(one for one in coverage["operations"] if one["operation"] == "GET proxy.twilio.com/v1/Services")
    assert (line["fidelity"], line["calls"]) == ("curated", 1)
    assert caller.get(PROXY, "/v1/Services").headers["X-Emulator-Fidelity"] == "curated"
    assert caller.get("pricing.twilio.com", "/v1/Voice/Countries").headers["X-Emulator-Fidelity"] == "generic"


def test_what_the_control_interface_does_not_have_is_said(caller):
    assert "health" in caller.control("GET", "nothing")["error"]
    assert caller.control("PUT", "health").status == 405
    assert caller.control("POST", "clock", {"jump": 1}).status == 400


def test_a_snapshot_puts_everything_back(caller):
    service = caller.post(PROXY, "/v1/Services", {"UniqueName": "u"}).body
    saved = caller.control("GET", "snapshot").body
    caller.delete(PROXY, "/v1/Services/u")
    caller.post(PROXY, "/v1/Services", {"UniqueName": "v"})
    assert caller.control("POST", "snapshot", saved).body == {"resources": len(saved["resources"])}
    assert caller.get(PROXY, "/v1/Services")["services"] == [service]
    assert caller.control("POST", "snapshot", {"resources": [{"account": "AC"}]}).status == 400


def test_the_page_about_it_is_current():
    page = (Path(__file__).parents[2] / "docs" / "emulator.md").read_text(encoding="utf-8")
    assert rewritten(page) == page
