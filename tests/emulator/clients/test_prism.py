"""Prism judges every request that our provider sends while everything that it can manage is lived through.

Names of parameters, which Prism drops where it does not know them, are compared with the documents' beside it. What is
left stands in `prism_baseline.txt`, under headings that give the reason; what is no longer complained of fails, too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from emulator.clients.prism import baseline, complaints, of_the_provider
from lifecycle.cases import CASES
from lifecycle.facts import read_entries
from lifecycle.life import Stage
from lifecycle.run import failures
from lifecycle.sample import chosen
from terraform_twilio.emulator.server import Emulator

ROOT = Path(__file__).parents[3]
# Looked up when this file is loaded: the session removes every TWILIO_ variable before its first test.
DOCUMENTS = Path(os.environ.get("TWILIO_DOCUMENTS") or ROOT.parent / "shared" / "openapi")
FORM = {"content-type": "application/x-www-form-urlencoded", "content-length": "9"}
TELLING = {"T2", "T3", "T4", "T20"}
"""The cases of a life that send most: everything at once, each by itself, nothing any more."""

OF_THE_FOUNDING_DOCUMENT = {
    "POST proxy.twilio.com/v1/Services: body.GeoMatchLevel: Request body property GeoMatchLevel must be equal to one of the "
    "allowed values: area-code, overlay, radius, country"}
"""It configures `extended-area-code`, a word of Twilio's pages that Twilio's document does not have: a warning in the plan."""

pytestmark = pytest.mark.skipif(not list(DOCUMENTS.glob("twilio_*.json")),
                                reason="no documents: set TWILIO_DOCUMENTS to their folder")


@pytest.fixture
def judge(npm_packages):
    """Prism's complaints about requests."""
    return lambda requests: complaints(requests, DOCUMENTS, npm_packages)


def request(method: str, path: str, body: str = "", query: str = "") -> dict:
    return {"method": method, "host": "proxy.twilio.com", "path": path, "query": query, "body": body,
            "headers": FORM if body else {}}


def test_prism_can_say_no(judge):
    service = "/v1/Services/KS" + "0" * 32
    assert judge([request("POST", "/v1/Services", "UniqueName=u&DefaultTtl=5"),
                  request("POST", service, "CallbackUrl="), request("GET", service)]) == set()
    assert judge([request("POST", "/v1/Services", "UniqueName=u&DefaultTtl=x"), request("GET", "/v1/Nothing"),
                  request("POST", "/v1/Services", "UniqueName=u&Colour=red"), request("POST", "/v1/Services", "UniqueName="),
                  request("GET", "/v1/Services", query="PageSize=5000&Colour=red"),
                  request("DELETE", service.replace("KS", "KT"))]) == {
        "POST proxy.twilio.com/v1/Services: body.DefaultTtl: Request body property DefaultTtl must be integer",
        "POST proxy.twilio.com/v1/Services: body.Colour: is no parameter of the documents",
        "GET proxy.twilio.com/v1/Services: query.pagesize: Request query parameter pagesize must be <= 1000",
        "GET proxy.twilio.com/v1/Services: query.Colour: is no parameter of the documents",
        "DELETE proxy.twilio.com/v1/Services/{Sid}: path.sid: Request path parameter sid must match pattern "
        '"^KS[0-9a-fA-F]{32}$"',
        "GET proxy.twilio.com/v1/Nothing: no operation of the documents"}


def test_the_requests_of_some_lives_are_valid_by_the_documents(judge):
    entries = [one for one in read_entries().values() if one.resource and chosen("prism", one.type_name, parts=30)]
    with Emulator(seed="prism") as emulator:
        stage = Stage(emulator)
        for entry in entries:
            for case in CASES:
                if case.name in TELLING and case.reason(entry) is None:
                    failures(stage, entry, case)
        requests = list(of_the_provider(emulator.exchange.requests))
    assert len(requests) > 100
    assert judge(requests) - baseline() == set()


def recorded(folder: Path, *arguments: str) -> list[dict]:
    """The requests of our provider in a run of the tests; whether they pass is for their own run to say."""
    file = folder / "requests.jsonl"
    command = [sys.executable, "-m", "pytest", "-p", "emulator.request_recorder", "--record-requests", str(file), *arguments]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=7200, env={
        **os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])})
    assert answer.returncode in (0, 1), answer.stdout[-2000:] + answer.stderr
    with file.open(encoding="utf-8") as lines:
        return list(of_the_provider(map(json.loads, lines)))


@pytest.mark.long
def test_every_request_of_every_life_is_valid_by_the_documents(judge, tmp_path):
    requests = recorded(tmp_path, "tests/lifecycle")
    assert len(requests) > 50_000
    found = judge(requests)
    assert found - baseline() == set()
    assert baseline() - found == set(), "what is no longer said leaves the list"


@pytest.mark.long
@pytest.mark.terraform
def test_every_request_on_the_real_terraform_is_valid_by_the_documents(judge, tmp_path):
    requests = recorded(tmp_path, "-m", "not long", "tests/acceptance")
    assert len(requests) > 1000
    assert judge(requests) - baseline() == OF_THE_FOUNDING_DOCUMENT
