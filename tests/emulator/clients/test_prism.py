"""Prism judges every request that our provider sends while the life of every resource type is lived through.

An unknown form parameter, which Prism drops before it looks, is a 400 of the emulator's own. What is left stands in
`prism_baseline.txt`, under headings that give the reason.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
# Looked up when this file is loaded: the session removes every TWILIO_ variable before its first test.
DOCUMENTS = Path(os.environ.get("TWILIO_DOCUMENTS") or ROOT.parent / "shared" / "openapi")
JUDGE = Path(__file__).with_name("prism_judge.js")
BASELINE = Path(__file__).with_name("prism_baseline.txt")
SUITE = "tests/lifecycle"
OURS = "terraform-provider-twilio/"
SID = re.compile(r"\b([A-Z]{2})[0-9a-fA-F]{32}\b")
FORM = {"content-type": "application/x-www-form-urlencoded", "content-length": "9"}

pytestmark = [pytest.mark.long, pytest.mark.skipif(not list(DOCUMENTS.glob("twilio_*.json")),
                                                   reason="no documents: set TWILIO_DOCUMENTS to their folder")]


def baseline() -> set[str]:
    lines = BASELINE.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


@pytest.fixture
def complaints(npm_packages):
    """Prism's complaints about requests: the operation, or the path without its SIDs, and what is wrong."""
    def judge(requests: list[dict]) -> set[str]:
        answer = subprocess.run(
            ["node", str(JUDGE), str(DOCUMENTS)], input="\n".join(map(json.dumps, requests)), text=True,
            capture_output=True, timeout=300, env={**os.environ, "NODE_PATH": str(npm_packages / "node_modules")})
        assert answer.returncode == 0, answer.stderr
        return {said(json.loads(line)) for line in answer.stdout.splitlines()}
    return judge


def said(line: dict) -> str:
    path = SID.sub(r"\1…", line["path"])
    where = line["operation"] or f"{line['method']} {line['host']}{path}"
    return f"{where}: {line['complaint']}"


def request(method: str, path: str, body: str = "", query: str = "") -> dict:
    return {"method": method, "host": "proxy.twilio.com", "path": path, "query": query, "body": body,
            "headers": FORM if body else {}, "operation": None}


def test_prism_can_say_no(complaints):
    assert complaints([request("POST", "/v1/Services", "UniqueName=u&DefaultTtl=5")]) == set()
    assert complaints([request("POST", "/v1/Services", "UniqueName=u&DefaultTtl=x"),
                       request("GET", "/v1/Services", query="PageSize=5000"), request("GET", "/v1/Nothing")]) == {
        "POST proxy.twilio.com/v1/Services: body.DefaultTtl: Request body property DefaultTtl must be integer",
        "GET proxy.twilio.com/v1/Services: query.pagesize: Request query parameter pagesize must be <= 1000",
        "GET proxy.twilio.com/v1/Nothing: no operation of the documents"}


def test_every_request_of_the_provider_is_valid_by_the_documents(complaints, tmp_path):
    recorded = tmp_path / "requests.jsonl"
    command = [sys.executable, "-m", "pytest", "-p", "emulator.request_recorder", "--record-requests", str(recorded),
               "-m", "not long", SUITE]
    subprocess.run(command, cwd=ROOT, capture_output=True, timeout=1800,
                   env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])})
    requests = [json.loads(line) for line in recorded.read_text().splitlines()]
    ours = [line for line in requests if OURS in line["headers"].get("user-agent", "")]
    assert len(ours) > 1000
    assert complaints(ours) - baseline() == set()
