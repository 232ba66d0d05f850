"""Every operation of Twilio's documents as it stands there: the emulator's only knowledge of the API's shape.

Made by `compiler/operation_facts.py`; the folder `operations/` beside this module holds one file per document.
"""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = Path(__file__).with_name("operations")
KINDS = ("path", "query", "header", "parameter")


class Operation:
    """One call: where it is, what it takes by kind and name, what it answers.

    `verb` is the first word of Twilio's operationId: Create Fetch Update Delete List Patch. `shape` holds the facts of
    each property of the answer (of one element, when `items` names the array of a list answer).
    """

    def __init__(self, document: str, host: str, line: str, facts: dict, shapes: dict) -> None:
        self.document = document
        self.host = host
        self.method, self.path = line.split(" ", 1)
        self.name = facts["name"]
        self.verb = next(verb for verb in ("Create", "Fetch", "Update", "Delete", "List", "Patch")
                         if self.name.startswith(verb))
        self.status = facts["status"]
        self.body = facts.get("body")
        self.is_open = facts.get("open", False)
        self.items = facts.get("items")
        self.envelope = facts.get("envelope", ())
        self.security = facts.get("security", "basic")
        self.shape = shapes.get(facts.get("answer"), {})
        self.has_answer = "answer" in facts
        self.taken = {kind: _lines(facts, kind) for kind in KINDS}

    @property
    def line(self) -> str:
        """`METHOD host/path`, unique over all documents."""
        return f"{self.method} {self.host}{self.path}"


def _lines(facts: dict, kind: str) -> dict:
    """The facts of the parameters of one kind, by wire name."""
    return {key.partition(" ")[2]: facts[key] for key in facts if key.startswith(kind + " ")}


def read_document(path: Path) -> list[Operation]:
    """The operations of one file."""
    facts = json.loads(path.read_text(encoding="utf-8"))
    return [Operation(facts["document"], host, line, operation, facts["shapes"])
            for host, operations in facts["hosts"].items() for line, operation in operations.items()]


def read_operations(folder: Path = FOLDER) -> list[Operation]:
    """The operations of every document."""
    return [operation for path in sorted(folder.glob("*.json")) for operation in read_document(path)]
