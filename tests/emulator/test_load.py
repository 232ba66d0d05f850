"""Fifty clients at once, and a kill in the middle: what was answered is there, once, and nothing else is broken."""

from __future__ import annotations

import signal
import ssl
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException, HTTPSConnection
from threading import Event
from urllib.parse import urlencode

from emulator.caller import Caller
from emulator.test_durability import served
from terraform_twilio.emulator.server import Emulator

PROXY, CLIENTS = "proxy.twilio.com", 50


def written(url: str, client: int, enough: Event, acknowledged: list) -> None:
    """Creates and updates until the emulator is gone; `acknowledged` grows by each answer."""
    caller = Caller(url)
    for number in range(10_000):
        name = f"c{client}n{number}"
        try:
            made = caller.post(PROXY, "/v1/Services", {"UniqueName": name})
            acknowledged.append((name, made["sid"], 0))
            changed = caller.post(PROXY, f"/v1/Services/{made['sid']}", {"DefaultTtl": str(number + 1)})
            acknowledged.append((name, made["sid"], changed["default_ttl"]))
        except (OSError, HTTPException):
            return
        if len(acknowledged) >= 600:
            enough.set()


def test_a_kill_amid_fifty_writing_clients_loses_nothing_acknowledged(tmp_path):
    process, url = served(tmp_path / "twilio.sqlite3")
    enough, acknowledged = Event(), []
    with ThreadPoolExecutor(CLIENTS) as pool:
        clients = [pool.submit(written, url, number, enough, acknowledged) for number in range(CLIENTS)]
        assert enough.wait(60)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for client in clients:
            client.result()
    process.stdout.close()
    expected: dict[str, tuple[str, int]] = {}
    for name, sid, ttl in acknowledged:
        expected[name] = (sid, max(ttl, expected.get(name, (sid, 0))[1]))
    with Emulator(str(tmp_path / "twilio.sqlite3")) as emulator:
        stored = {one["properties"]["unique_name"]: (one["sid"], one["properties"].get("default_ttl", 0))
                  for one in Caller(emulator.url).control("GET", "state", query=f"?host={PROXY}")["resources"]}
    lost = {name for name, (sid, ttl) in expected.items() if name not in stored or stored[name][0] != sid
            or stored[name][1] < ttl}
    assert lost == set()
    assert len(stored) - len(expected) <= CLIENTS  # Stored, but killed before the answer.


def test_fifty_clients_in_tunnels_lose_no_write(emulator):
    trusting = ssl.create_default_context(cafile=str(emulator.tunnels.authority.bundle))
    headers = {**Caller(emulator.url).headers, "Content-Type": "application/x-www-form-urlencoded"}

    def write(number: int) -> list[int]:
        connection = HTTPSConnection("127.0.0.1", emulator.port, context=trusting, timeout=60)
        connection.set_tunnel("sync.twilio.com", 443)
        statuses = []
        for step in range(4):
            connection.request("POST", f"{service}/Documents", urlencode({"UniqueName": f"d{number}s{step}"}), headers)
            answer = connection.getresponse()
            answer.read()
            statuses.append(answer.status)
        connection.close()
        return statuses

    service = f"/v1/Services/{Caller(emulator.url).post('sync.twilio.com', '/v1/Services')['sid']}"
    with ThreadPoolExecutor(CLIENTS) as pool:
        statuses = [status for found in pool.map(write, range(CLIENTS)) for status in found]
    assert statuses == [201] * CLIENTS * 4
    stored = Caller(emulator.url).control("GET", "state", query=f"?collection={service}/Documents")["resources"]
    assert {one["properties"]["unique_name"] for one in stored} == {
        f"d{number}s{step}" for number in range(CLIENTS) for step in range(4)}


def test_of_fifty_clients_that_saw_the_same_revision_one_writes(emulator):
    caller = Caller(emulator.url)
    service = f"/v1/Services/{caller.post('sync.twilio.com', '/v1/Services')['sid']}"
    seen = caller.post("sync.twilio.com", f"{service}/Documents", {"UniqueName": "d", "Data": "{}"})["revision"]

    def write(number: int) -> int:
        return Caller(emulator.url).post("sync.twilio.com", f"{service}/Documents/d", {"Data": f'{{"writer": {number}}}'},
                                         headers={"If-Match": seen}).status

    with ThreadPoolExecutor(CLIENTS) as pool:
        statuses = list(pool.map(write, range(CLIENTS)))
    assert sorted(statuses) == [200] + [412] * (CLIENTS - 1)
    assert caller.get("sync.twilio.com", f"{service}/Documents/d")["data"] == {"writer": statuses.index(200)}
