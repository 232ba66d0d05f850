"""Twilio's asynchronous client for Python: through the proxy, and unchanged where a hosts file leads it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from emulator.clients.request_log import ON_AN_EDGE, asked_as, pages, requests_of

SCRIPT = Path(__file__).with_name("async_client.py")
SEEN = {"listed": ["a", "b", "c", "d", "e"], "callback_url": "https://x.example", "removed": True,
        "refused": {"status": 404, "code": 20404}, "there": 4, "queue": "q"}

pytest.importorskip("twilio.rest")


def said(command: list[str], environ: dict[str, str]) -> dict:
    answer = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=120)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout.splitlines()[-1])


def test_it_believes_the_emulator_through_the_proxy(environ, emulator):
    assert said([sys.executable, str(SCRIPT), "proxy"], environ) == SEEN
    requests = requests_of(emulator)
    assert (asked_as(requests), pages(requests)) == (ON_AN_EDGE, 3)


def test_it_believes_the_emulator_without_a_proxy_where_a_hosts_file_leads_it(led_by_hosts, plain_environ, tmp_path):
    assert said([*led_by_hosts, sys.executable, str(SCRIPT)], plain_environ) == SEEN
    requests = json.loads((tmp_path / "requests.json").read_text())
    assert (asked_as(requests), pages(requests)) == (ON_AN_EDGE, 3)
