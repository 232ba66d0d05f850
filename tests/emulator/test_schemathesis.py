"""Schemathesis against every product: no failure of the emulator's, no answer that Twilio's documents do not allow.

What is left stands in `schemathesis_baseline.txt`, under headings that give the reason.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from terraform_twilio.emulator.server import Emulator

schema_judge = pytest.importorskip("emulator.schema_judge", reason="schemathesis is needed", exc_type=ImportError)

ROOT = Path(__file__).parents[2]
# Looked up when this file is loaded: the session removes every TWILIO_ variable before its first test.
DOCUMENTS = Path(os.environ.get("TWILIO_DOCUMENTS") or ROOT.parent / "shared" / "openapi")
FILES = sorted(path for path in DOCUMENTS.glob("twilio_*.json"))
BASELINE = Path(__file__).with_name("schemathesis_baseline.txt")
QUICK, THOROUGH = "proxy_v1", 15
WITHOUT_OPERATIONS = ("iam_scim", "verify_v3")

pytestmark = pytest.mark.skipif(not FILES, reason="no documents: set TWILIO_DOCUMENTS to the folder with Twilio's")


def baseline() -> set[str]:
    lines = BASELINE.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def judged(name: str, examples: int) -> tuple[set[str], object]:
    with Emulator(seed="schemathesis") as emulator:
        judge = schema_judge.Judge(DOCUMENTS / f"twilio_{name}.json", emulator, examples)
        return judge.complaints(), judge


def test_one_product_keeps_to_its_document():
    complaints, judge = judged(QUICK, 5)
    assert complaints == set()
    assert judge.asked >= 100
    assert {200, 201, 204, 400, 404} <= judge.statuses


def test_an_answer_that_the_document_does_not_allow_is_found():
    """The judge can say no: a document that wants numbers where the emulator writes text."""
    with Emulator(seed="schemathesis") as emulator:
        judge = schema_judge.Judge(DOCUMENTS / "twilio_proxy_v1.json", emulator, 1)
        service = judge.document["components"]["schemas"]["proxy.v1.service"]["properties"]
        service["unique_name"] = {"type": "integer"}
        complaints = judge.complaints()
    assert "GET proxy.twilio.com/v1/Services/{Sid}: unique_name breaks type" in complaints


@pytest.mark.long
@pytest.mark.parametrize("name", [path.stem.removeprefix("twilio_") for path in FILES
                                  if path.stem.removeprefix("twilio_") not in WITHOUT_OPERATIONS])
def test_every_product_keeps_to_its_document(name):
    complaints, judge = judged(name, THOROUGH)
    lines = {operation.line for operation in judge.operations.values()}
    assert complaints == {known for known in baseline() if known.rpartition(": ")[0] in lines}
    assert judge.asked >= len(judge.operations)
