"""The package `twilio` from npm, and Twilio's command line, unchanged."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from emulator.caller import Caller

SCRIPT = Path(__file__).with_name("client.js")

pytestmark = pytest.mark.long


def test_the_library_for_node_believes_the_emulator(npm_packages, environ, emulator):
    answer = subprocess.run(["node", str(SCRIPT)], env={**environ, "NODE_PATH": str(npm_packages / "node_modules")},
                            capture_output=True, text=True, timeout=120)
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout.splitlines()[-1])
    message = found["refused"].pop("message")
    assert found == {"listed": ["a", "b", "c", "d", "e"], "removed": True, "callbackUrl": "https://x.example",
                     "isDate": True, "refused": {"status": 404, "code": 20404}, "there": 4, "queue": "q"}
    assert "was not found" in message
    pages = Caller(emulator.url).control("GET", "requests", query="?method=GET&path=/v1/Services")["requests"]
    assert sum("PageSize=2" in line["query"] for line in pages) == 3


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
    pages = Caller(emulator.url).control("GET", "requests", query="?method=GET&path=/v1/Services")["requests"]
    assert sum("PageSize=1" in line["query"] for line in pages) == 3
