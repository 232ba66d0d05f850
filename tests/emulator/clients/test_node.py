"""The package `twilio` from npm, and Twilio's command line, unchanged."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from emulator.clients.request_log import ON_AN_EDGE, asked_as, pages, requests_of

SCRIPT = Path(__file__).with_name("client.js")
SEEN = {"listed": ["a", "b", "c", "d", "e"], "removed": True, "callbackUrl": "https://x.example", "isDate": True,
        "refused": {"status": 404, "code": 20404}, "there": 4, "queue": "q"}

pytestmark = pytest.mark.long


def said(command: list[str], environ: dict[str, str]) -> dict:
    answer = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=120)
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout.splitlines()[-1])
    assert "was not found" in found["refused"].pop("message")
    return found


def test_the_library_believes_the_emulator(npm_packages, environ, emulator):
    assert said(["node", str(SCRIPT)], {**environ, "NODE_PATH": str(npm_packages / "node_modules")}) == SEEN
    requests = requests_of(emulator)
    assert (asked_as(requests), pages(requests)) == (ON_AN_EDGE, 3)


def test_the_library_is_led_by_a_hosts_file_too(npm_packages, led_by_hosts, plain_environ, tmp_path):
    environ = {**plain_environ, "NODE_PATH": str(npm_packages / "node_modules")}
    assert said([*led_by_hosts, "node", str(SCRIPT)], environ) == SEEN
    requests = json.loads((tmp_path / "requests.json").read_text())
    assert (asked_as(requests), pages(requests)) == (ON_AN_EDGE, 3)


@pytest.fixture
def command(npm_packages, environ):
    """Runs Twilio's command line: exit code, the JSON on stdout, stderr."""
    def run(*arguments: str) -> tuple[int, object, str]:
        answer = subprocess.run([str(npm_packages / "node_modules" / ".bin" / "twilio"), *arguments, "-o", "json"],
                                env=environ, capture_output=True, text=True, timeout=120)
        text = answer.stdout.strip()
        return answer.returncode, json.loads(text) if text.startswith("[") else text, answer.stderr
    return run


def test_the_command_line_believes_the_emulator(command, emulator):
    made = [command("api:proxy:v1:services:create", "--unique-name", name)[1][0] for name in ("a", "b", "c")]
    code, listed, said = command("api:proxy:v1:services:list", "--page-size", "1", "--no-limit")
    assert (code, [one["uniqueName"] for one in listed]) == (0, ["a", "b", "c"]), said
    code, updated, said = command("api:proxy:v1:services:update", "--sid", made[0]["sid"], "--callback-url",
                                  "https://x.example")
    assert (code, updated[0]["callbackUrl"]) == (0, "https://x.example"), said
    assert command("api:proxy:v1:services:remove", "--sid", made[0]["sid"])[0] == 0
    code, refused, said = command("api:proxy:v1:services:fetch", "--sid", made[0]["sid"])
    assert code != 0
    assert (refused[0]["status"], refused[0]["code"]) == (404, 20404), said
    assert pages(requests_of(emulator), 1) == 3


def test_the_command_line_goes_where_its_environment_says(command, emulator, environ):
    environ |= {"TWILIO_REGION": "ie1", "TWILIO_EDGE": "dublin"}
    assert command("api:core:queues:create", "--friendly-name", "q")[1][0]["friendlyName"] == "q"
    assert asked_as(requests_of(emulator)) == {"api.dublin.ie1.twilio.com"}
