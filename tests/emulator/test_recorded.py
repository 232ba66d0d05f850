"""Answers have the keys and kinds of values that recorded answers of the real API have; differences have reasons."""

from __future__ import annotations

import json
from pathlib import Path

from emulator.caller import Caller
from emulator.recorded import differences, sample
from emulator.sweep import Sweep, in_order
from terraform_twilio.catalogue.operations import Operation, read_operations

SHAPES = Path(__file__).with_name("recorded_shapes.json")
MISSES = Path(__file__).with_name("recorded_misses.txt")


def listed() -> set[str]:
    """Known differences, under headings that give their reason."""
    lines = MISSES.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def is_newer(operation: Operation, difference: str) -> bool:
    """A property that the documents declare and the recordings, which are older, do not have."""
    name, _, rest = difference.partition(" ")
    outer, _, inner = name.partition(".")
    declared = operation.shape.get(outer, {})
    is_known = outer in operation.shape if not inner else inner in declared.get("links", declared.get("properties", {}))
    return rest == "is not in the recorded answer" and is_known


def test_answers_have_the_recorded_keys_and_kinds(emulator):
    shapes = json.loads(SHAPES.read_text(encoding="utf-8"))
    operations = read_operations()
    sweep = Sweep(Caller(emulator.url), operations)
    found, compared = set(), 0
    for operation in in_order(operations):
        reply = sweep.call(operation)
        if operation.line in shapes and reply.status < 300:
            compared += 1
            found |= {f"{operation.line}: {difference}"
                      for difference in differences(sample(shapes[operation.line]), reply.body)
                      if not is_newer(operation, difference)}
    assert compared >= 300
    assert found == listed()
