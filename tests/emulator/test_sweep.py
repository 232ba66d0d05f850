"""Every operation of every document, called once with valid arguments, answers as its document says, or is listed."""

from __future__ import annotations

from pathlib import Path

from emulator.caller import Caller
from emulator.sweep import Sweep, in_order
from terraform_twilio.catalogue.operations import read_operations

LISTED = Path(__file__).with_name("not_reached.txt")


def listed() -> set[str]:
    """Operations that a sweep cannot reach: `status METHOD host/path`, under a heading that says why."""
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def test_every_operation_answers_as_documented(emulator):
    operations = read_operations()
    assert len(operations) == 1447
    sweep = Sweep(Caller(emulator.url), operations)
    wrong = set()
    for operation in in_order(operations):
        reply = sweep.call(operation)
        assert reply.status < 500, operation.line
        if reply.status != operation.status:
            wrong.add(f"{reply.status} {operation.line}")
    assert wrong == listed()
