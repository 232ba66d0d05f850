"""Writes into `docs/emulator.md` how far each product can be trusted, from the code.

    python -m terraform_twilio.emulator.coverage docs/emulator.md
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from terraform_twilio.catalogue.operations import Operation, read_operations
from terraform_twilio.emulator.fidelity import CURATED, fidelity
from terraform_twilio.emulator.kinds import Kinds
from terraform_twilio.emulator.quirks.states import STATES

START, END = "<!-- generated: coverage -->\n", "<!-- end of generated -->\n"


def table(operations: list[Operation]) -> str:
    """A line per document: operations, and how many of them are curated."""
    kinds = Kinds(operations)
    all_of = Counter(operation.document for operation in operations)
    curated = Counter(operation.document for operation in operations
                      if fidelity(kinds.of(operation), operation) == CURATED)
    rows = [f"| {document} | {count} | {curated[document]} | {count - curated[document]} |"
            for document, count in sorted(all_of.items())]
    total = sum(curated.values())
    rows.append(f"| **all** | **{len(operations)}** | **{total}** | **{len(operations) - total}** |")
    return "\n".join(["| document | operations | curated | generic |", "|---|---|---|---|", *rows])


def states() -> str:
    """A line per kind whose state changes by itself."""
    rows = [f"| `{line}` | `{name}` | {' → '.join(steps)} | {limit} {pace} |"
            for line, (name, steps, (pace, limit)) in sorted(STATES.items())]
    return "\n".join(["| kind | property | states | a step after |", "|---|---|---|---|", *rows])


def generated() -> str:
    """The generated part of the page."""
    return f"{START}\n{table(read_operations())}\n\n{states()}\n\n{END}"


def rewritten(page: str) -> str:
    """The page with its generated part made anew."""
    before, _, rest = page.partition(START)
    return before + generated() + rest.partition(END)[2]


def main(path: str) -> None:
    page = Path(path)
    page.write_text(rewritten(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
