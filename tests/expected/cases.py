"""What another provider's acceptance tests state of the real API: facts, with that provider's attribute names.

    python -m expected.cases EXPECTED_ATTRIBUTES > tests/expected/cases.json

writes the committed extract: RJPearson94/terraform-provider-twilio (MPL-2.0), its arguments and asserted values alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

EXTRACT = Path(__file__).with_name("cases.json")
KEPT = ("config_fn", "args", "attr", "attr_set", "no_attr", "import", "import_ignore")
EQUALS, SET, ABSENT, IMPORT = "equals", "set", "absent", "import"


class Assertion(NamedTuple):
    """One value that a step asserts; of an import, that it gives the attributes which were there before."""

    test: str
    step: int
    attribute: str
    kind: str
    expected: str = ""


class Step(NamedTuple):
    """One apply with a function's configuration, or one import; counted from 1."""

    test: str
    number: int
    facts: dict

    @property
    def is_import(self) -> bool:
        return bool(self.facts.get("import"))

    def assertions(self) -> list[Assertion]:
        here = (self.test, self.number)
        if self.is_import:
            return [Assertion(*here, IMPORT, IMPORT)]
        return ([Assertion(*here, name, EQUALS, value) for name, value in self.facts.get("attr", {}).items()]
                + [Assertion(*here, name, SET) for name in self.facts.get("attr_set", [])]
                + [Assertion(*here, name, ABSENT) for name in self.facts.get("no_attr", [])])


class Case(NamedTuple):
    """One acceptance test: steps on one configuration, in order."""

    service: str
    test: str
    steps: list[Step]

    def assertions(self) -> Iterator[Assertion]:
        for step in self.steps:
            yield from step.assertions()


def read_cases() -> list[Case]:
    return [Case(one["service"], one["test"], [Step(one["test"], *numbered) for numbered in enumerate(one["steps"], 1)])
            for one in json.loads(EXTRACT.read_text(encoding="utf-8"))]


def extract(stated: dict) -> str:
    """The facts that are kept, one case a line."""
    lines = [json.dumps({"service": case["service"], "test": case["test"],
                         "steps": [{name: step[name] for name in KEPT if name in step} for step in case["steps"]]})
             for case in stated["cases"]]
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    sys.stdout.write(extract(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
