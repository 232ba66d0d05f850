"""What was answered is kept: over a restart, over kill -9, with many clients at once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from emulator.caller import ACCOUNT, TOKEN, V2010, Caller
from terraform_twilio.emulator.server import Emulator

PROXY = "proxy.twilio.com"
SOURCE = Path(__file__).parents[2] / "src"


def served(database: Path) -> tuple[subprocess.Popen, str]:
    """The command in a process of its own, and where it listens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "terraform_twilio.emulator.command", "--port", "0", "--database", str(database),
         "--account", f"{ACCOUNT}:{TOKEN}"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(SOURCE)})
    return process, process.stdout.readline().split()[-1]


def test_a_restart_keeps_state_tokens_and_the_row_of_sids(tmp_path):
    database = str(tmp_path / "twilio.sqlite3")
    with Emulator(database, seed="s") as emulator:
        caller = Caller(emulator.url)
        service = caller.post(PROXY, "/v1/Services", {"UniqueName": "u"}).body
        key = caller.post("api.twilio.com", V2010 + "/Keys.json", {})
    with Emulator(database, seed="s") as emulator:
        assert Caller(emulator.url).get(PROXY, "/v1/Services")["services"] == [service]
        assert Caller(emulator.url, password="other").get(PROXY, "/v1/Services").status == 401
        assert Caller(emulator.url, key["sid"], key["secret"]).get(PROXY, "/v1/Services").status == 200
        again = Caller(emulator.url).post(PROXY, "/v1/Services", {"UniqueName": "v"})
        assert again["sid"] != service["sid"]


def test_a_kill_loses_nothing_that_was_answered(tmp_path):
    process, url = served(tmp_path / "twilio.sqlite3")
    made = [Caller(url).post(PROXY, "/v1/Services", {"UniqueName": f"u{number}"})["sid"] for number in range(20)]
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with Emulator(str(tmp_path / "twilio.sqlite3")) as emulator:
        assert [one["sid"] for one in Caller(emulator.url).get(PROXY, "/v1/Services")["services"]] == made


def test_the_database_is_whole_after_a_kill_and_others_may_read_it_meanwhile(tmp_path):
    process, url = served(tmp_path / "twilio.sqlite3")
    Caller(url).post(PROXY, "/v1/Services", {"UniqueName": "u"})
    with closing(sqlite3.connect(tmp_path / "twilio.sqlite3")) as beside:
        beside.execute("BEGIN")
        assert beside.execute("SELECT count(*) FROM resources WHERE host = ?", (PROXY,)).fetchone() == (1,)
        assert Caller(url).post(PROXY, "/v1/Services", {"UniqueName": "v"}).status == 201
        assert beside.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    process.kill()
    process.wait()
    process.stdout.close()
    with closing(sqlite3.connect(tmp_path / "twilio.sqlite3")) as after:
        assert after.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert after.execute("SELECT count(*) FROM resources WHERE host = ?", (PROXY,)).fetchone() == (2,)


def test_the_command_stops_when_it_is_asked_to(tmp_path):
    process, url = served(tmp_path / "twilio.sqlite3")
    assert Caller(url).get(PROXY, "/v1/Services").status == 200
    process.terminate()
    assert process.wait() == 0
    process.stdout.close()


def test_fifty_clients_lose_no_write(emulator):
    def write(number: int) -> int:
        return Caller(emulator.url).post(PROXY, "/v1/Services", {"UniqueName": f"u{number}"}).status

    with ThreadPoolExecutor(50) as pool:
        assert set(pool.map(write, range(200))) == {201}
    found = Caller(emulator.url).get(PROXY, "/v1/Services?PageSize=1000")["services"]
    assert sorted(one["unique_name"] for one in found) == sorted(f"u{number}" for number in range(200))
