"""What Twilio takes, refuses and shows beside its documents' facts: three tables of data, by operation.

`also_taken.json` holds values that an enum leaves out (source: the project's founding document), and parameters that are
refused with a code of their own (twilio-semantics.md A7: 21457). `also_limited.json` holds the lengths, ranges and forms
that the documents' descriptions state, as facts of their own, and the values of an enum that an update takes where the
documents give it those that an answer has. `also_shown.json` holds properties that recorded
answers of the real API have; facts as in the documents' own shapes, and `from`: the property whose value it repeats.
"""

from __future__ import annotations

import json
from pathlib import Path

from terraform_twilio.catalogue.operations import Operation

TAKEN = Path(__file__).with_name("also_taken.json")
LIMITED = Path(__file__).with_name("also_limited.json")
SHOWN = Path(__file__).with_name("also_shown.json")


def read(path: Path) -> dict[str, dict]:
    """One of the tables: facts by operation and name."""
    return json.loads(path.read_text(encoding="utf-8"))


def widened(operations: list[Operation]) -> list[Operation]:
    """The operations, with what they take and show beside their documents."""
    by_line = {operation.line: operation for operation in operations}
    for table, changed in ((TAKEN, joined), (LIMITED, limited)):
        for line, more in read(table).items():
            taken = by_line[line].taken
            taken["parameter"] = {**taken["parameter"], **{
                name: changed(taken["parameter"].get(name, {}), facts) for name, facts in more.items()}}
    for line, more in read(SHOWN).items():
        by_line[line].shape = with_shown(by_line[line].shape, more)
    return operations


def with_shown(shape: dict, more: dict) -> dict:
    """A shape and more properties; links join the links that are there. Operations share a shape, so it stays as it is."""
    return {**shape, **{name: joined(shape.get(name, {}), facts) for name, facts in more.items()}}


def limited(known: dict, facts: dict) -> dict:
    """What is known of a parameter, within limits; an enum is what is left of the known one."""
    return {**known, **facts}


def joined(known: dict, facts: dict) -> dict:
    """What is known of a property or a parameter, and more of it."""
    together = {**known, **facts}
    if "enum" in facts:
        together["enum"] = [*known.get("enum", ()), *facts["enum"]]
    if "links" in facts:
        together["links"] = {**known.get("links", {}), **facts["links"]}
    return together
