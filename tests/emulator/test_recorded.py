"""Answers have the keys and kinds of values that recorded answers of the real API have; differences have reasons."""

from __future__ import annotations

import json
from pathlib import Path

from emulator.caller import Caller
from emulator.recorded import differences, sample
from emulator.sweep import AS_RECORDED, Sweep, in_order
from terraform_twilio.catalogue.operations import Operation

SHAPES = Path(__file__).with_name("recorded_shapes.json")
MISSES = Path(__file__).with_name("recorded_misses.txt")


def listed() -> set[str]:
    """Known differences, under headings that give their reason."""
    lines = MISSES.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def is_newer(operation: Operation, difference: str) -> bool:
    """A property that the documents declare and the recordings, which are older, do not have."""
    name, _, rest = difference.partition(" ")
    outer, _, inner = name.removeprefix(f"{operation.items}[].").partition(".")
    declared = operation.shape.get(outer, {})
    is_known = outer in (*operation.shape, *operation.envelope) if not inner else \
        inner in declared.get("links", declared.get("properties", {}))
    return rest == "is not in the recorded answer" and is_known


def compared(operation: Operation, shape: object, body: object) -> set[str]:
    """The differences of one answer that are not the documents' later additions."""
    return {f"{operation.line}: {difference}" for difference in differences(sample(shape), body)
            if not is_newer(operation, difference)}


def test_answers_have_the_recorded_keys_and_kinds(emulator):
    """Every recorded operation is called as it must have been, with what it needs; what was listed is not empty here."""
    shapes, operations = json.loads(SHAPES.read_text(encoding="utf-8")), emulator.world.operations
    sweep = Sweep(Caller(emulator.url), operations)
    replies = {operation.line: (operation, sweep.call(operation)) for operation in in_order(operations, AS_RECORDED)}
    assert [line for line in shapes if replies[line][1].status >= 300] == []
    assert [line for line in shapes if replies[line][0].items and not replies[line][1][replies[line][0].items]] == []
    found = {line for name, shape in shapes.items() for line in compared(replies[name][0], shape, replies[name][1].body)}
    assert found == listed()


def test_every_difference_has_a_reason():
    """Each block begins with a line that says why, and no reason is there for nothing."""
    blocks = MISSES.read_text(encoding="utf-8").strip().split("\n\n")
    assert all(block.startswith("# ") and block.count("\n# ") == 0 and "\n" in block for block in blocks)
