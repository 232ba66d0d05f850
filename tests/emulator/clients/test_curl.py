"""curl in a shell that has taken over what `emulator env` prints, and curl that is led by SNI alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from emulator.caller import ACCOUNT, TOKEN
from emulator.clients.request_log import pages, requests_of
from terraform_twilio.emulator.server import Emulator

SOURCE = Path(__file__).parents[3] / "src"
SERVICES = "https://proxy.twilio.com/v1/Services"
COULD_NOT_CONNECT, PROXY_REFUSED = 7, 56

pytestmark = pytest.mark.skipif(not shutil.which("curl"), reason="curl is not on PATH")


@pytest.fixture
def authority(tmp_path):
    return tmp_path / "authority"


@pytest.fixture
def emulator(authority):
    with Emulator(seed="curl", authority=authority, tls_port=0) as running:
        yield running


@pytest.fixture
def exports(emulator, authority) -> str:
    """What the command prints for this emulator."""
    command = [sys.executable, "-m", "terraform_twilio.emulator.command", "env", "--port", str(emulator.port),
               "--authority", str(authority)]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": str(SOURCE)}, check=True, capture_output=True,
                          text=True).stdout


def shell(script: str) -> subprocess.CompletedProcess:
    """A shell that begins with nothing but PATH; no curlrc is read."""
    return subprocess.run(["sh", "-c", script], env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, timeout=60)


@pytest.fixture
def curl(exports):
    """curl's exit code, the answer's status and its body."""
    def run(*arguments: str) -> tuple[int, int, object]:
        words = " ".join(f"'{one}'" for one in ("-u", f"{ACCOUNT}:{TOKEN}", *arguments))
        answer = shell(f"{exports}curl -q -sS -w '\\n%{{http_code}}' {words}")
        body, _, status = answer.stdout.rpartition("\n")
        return answer.returncode, int(status), json.loads(body) if body else None
    return run


def test_curl_believes_the_emulator(curl, emulator):
    made = [curl(SERVICES, "-d", f"UniqueName={name}")[2] for name in "abcde"]
    listed, address = [], SERVICES + "?PageSize=2"
    while address:
        page = curl(address)[2]
        listed += [one["unique_name"] for one in page["services"]]
        address = page["meta"]["next_page_url"]
    first = f"{SERVICES}/{made[0]['sid']}"
    assert listed == ["a", "b", "c", "d", "e"]
    assert curl(first, "-d", "CallbackUrl=https://x.example")[2]["callback_url"] == "https://x.example"
    assert curl("-X", "DELETE", first) == (0, 204, None)
    code, status, refused = curl(first)
    assert (code, status, refused["code"]) == (0, 404, 20404)
    assert len(curl("https://proxy.dublin.ie1.twilio.com/v1/Services")[2]["services"]) == 4
    assert curl("http://proxy.twilio.com/v1/Services")[1] == 200
    assert pages(requests_of(emulator)) == 3


def test_the_prefix_of_a_path_is_for_clients_with_a_base_url(curl, emulator):
    assert curl(f"{emulator.url}/proxy.twilio.com/v1/Services", "-d", "UniqueName=u")[1] == 201
    assert curl(f"{emulator.url}/v1/Services/u", "-H", "Host: proxy.sydney.au1.twilio.com")[2]["unique_name"] == "u"
    assert curl(f"{emulator.url}/2010-04-01/Accounts/{ACCOUNT}.json")[2]["sid"] == ACCOUNT


def test_another_host_is_refused_and_after_unset_the_emulator_is_not_asked(curl, exports, emulator, authority):
    assert curl("https://example.com/")[:2] == (PROXY_REFUSED, 0)
    unset = "".join(f"unset {line.removeprefix('export ').split('=')[0]}\n" for line in exports.splitlines())
    answer = shell(f"{exports}{unset}curl -q -sS --connect-to ::127.0.0.1:1 {SERVICES}")
    assert answer.returncode == COULD_NOT_CONNECT
    assert requests_of(emulator) == []


def test_without_a_proxy_sni_leads_to_the_product(curl, emulator):
    direct = ("--noproxy", "*", "--connect-to", f"::127.0.0.1:{emulator.tls_port}")
    assert curl(*direct, SERVICES, "-d", "UniqueName=u")[1] == 201
    assert curl(*direct, "https://proxy.dublin.ie1.twilio.com/v1/Services/u")[2]["unique_name"] == "u"
    assert curl(*direct, "https://example.com/v1/Services")[0] == 60  # The certificate is not that host's.
