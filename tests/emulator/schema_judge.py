"""Schemathesis reads Twilio's documents, makes up requests, and judges the emulator's answers by the same documents.

1. Path parameters name what exists, where a sweep has made something; everything else is schemathesis's own.
2. A complaint is an answer with a status of 500 or more, or one that the document's schema does not allow.
3. What deletes, and what changes the account's own token, comes last.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure
from schemathesis.openapi.checks import JsonSchemaError
from schemathesis.specs.openapi.checks import response_schema_conformance

from emulator.caller import Caller
from emulator.sweep import Sweep, in_order
from terraform_twilio.catalogue.operations import Operation, read_operations
from terraform_twilio.emulator.server import Emulator

CHECKS = [not_a_server_error, response_schema_conformance]
PLACEHOLDER = re.compile(r"\{(\w+)\}")
CHANGES_THE_TOKEN = "UpdateAuthTokenPromotion"


def corrected(schemas: object) -> object:
    """A document without its general mistake: v2010's addresses are relative, as every recorded answer shows (A5)."""
    if isinstance(schemas, list):
        return [corrected(one) for one in schemas]
    if not isinstance(schemas, dict):
        return schemas
    return {name: {key: fact for key, fact in value.items() if (key, fact) != ("format", "uri")}
            if (name == "uri" or name.endswith("_uri")) and isinstance(value, dict) else corrected(value)
            for name, value in schemas.items()}


def read(path: Path) -> dict:
    document = json.loads(path.read_text(encoding="utf-8"))
    return corrected(document) if path.stem == "twilio_api_v2010" else document


class Judge:
    """One document's operations against one emulator, `examples` requests each."""

    def __init__(self, path: Path, emulator: Emulator, examples: int) -> None:
        self.document = read(path)
        self.emulator = emulator
        self.examples = examples
        name = path.stem.removeprefix("twilio_")
        self.operations = {f"{operation.method} {operation.path}": operation for operation in read_operations()
                           if operation.document == name}
        self.sweep = Sweep(Caller(emulator.url), list(self.operations.values()))
        self.statuses: set[int] = set()
        self.asked = 0

    def complaints(self) -> set[str]:
        """Everything that is wrong, a line each."""
        for operation in in_order(list(self.operations.values())):
            if operation.verb in ("Create", "Fetch", "List"):
                self.sweep.call(operation)
        return {complaint for operation, documented in self.in_order()
                for complaint in self.judged(operation, documented)}

    def in_order(self) -> list[tuple[Operation, object]]:
        """Ours and schemathesis's idea of each operation."""
        loaded = [result.ok() for result in schemathesis.openapi.from_dict(self.document).get_all_operations()]
        found = [(self.operations[f"{one.method.upper()} {one.path}"], one) for one in loaded]
        return sorted(found, key=lambda pair: last(pair[0]))

    def values(self, operation: Operation) -> dict[str, str]:
        """What the parameters of a path are, so that the path leads somewhere."""
        pattern = PLACEHOLDER.sub(r"(?P<\1>[^/]+)", operation.path.replace(".", r"\."))
        return re.fullmatch(pattern, self.sweep.path(operation)).groupdict()

    def judged(self, operation: Operation, documented: object) -> set[str]:
        """The complaints about one operation."""
        found, values = set(), self.values(operation)

        @settings(max_examples=self.examples, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))
        @given(documented.as_strategy())
        def ask(case: schemathesis.Case) -> None:
            case.path_parameters = {**(case.path_parameters or {}), **values}
            answer = case.call(base_url=f"{self.emulator.url}/{operation.host}", headers=self.sweep.asker(operation).headers)
            self.asked += 1
            self.statuses.add(answer.status_code)
            try:
                case.validate_response(answer, checks=CHECKS)
            except BaseExceptionGroup as failures:
                texts = (text for failure in failures.exceptions for text in described(failure))
                found.update(f"{operation.line}: {text}" for text in texts)

        ask()
        return found


def last(operation: Operation) -> tuple:
    depth = operation.path.count("/")
    is_delete = operation.verb == "Delete"
    return operation.name == CHANGES_THE_TOKEN, is_delete, -depth if is_delete else depth, operation.line


def described(failure: BaseException) -> Iterator[str]:
    """What is wrong, without the values that were made up; anything but a judgement is an error of this test's."""
    if not isinstance(failure, Failure):
        raise failure
    if isinstance(failure, JsonSchemaError):
        place = ".".join(str(step) for step in failure.instance_path if isinstance(step, str))
        yield f"{place or 'the answer'} breaks {failure.schema_path[-1]}"
    else:
        yield type(failure).__name__
