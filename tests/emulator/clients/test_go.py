"""Go's own HTTP client, which reads HTTPS_PROXY and SSL_CERT_FILE: nothing of Go is in the product."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from emulator.clients.request_log import asked_as, pages, requests_of

GO = shutil.which("go") or shutil.which("go", path="/usr/local/go/bin")
SCRIPT = Path(__file__).with_name("client.go")

pytestmark = [pytest.mark.long, pytest.mark.skipif(not GO, reason="go is needed to compile a client, and is not on PATH")]


@pytest.fixture
def program(tmp_path):
    """The client, compiled."""
    target = tmp_path / "client"
    environ = {**os.environ, "GO111MODULE": "off", "GOTOOLCHAIN": "local", "GOFLAGS": ""}
    answer = subprocess.run([GO, "build", "-o", str(target), str(SCRIPT)], env=environ, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return str(target)


def test_a_program_in_go_believes_the_emulator(program, environ, emulator):
    answer = subprocess.run([program], env=environ, capture_output=True, text=True, timeout=60)
    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout) == {
        "listed": ["a", "b", "c", "d", "e"], "callback_url": "https://x.example", "removed": 204,
        "refused": [404, 20404], "there": 4}
    requests = requests_of(emulator)
    assert (asked_as(requests), pages(requests)) == ({"proxy.twilio.com", "proxy.dublin.ie1.twilio.com"}, 3)
