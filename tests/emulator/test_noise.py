"""Any operation with any nonsense is refused or accepted; the emulator itself never fails."""

from __future__ import annotations

import random
from urllib.parse import quote, urlencode

import pytest

from emulator.caller import Caller
from emulator.sweep import Sweep, as_form, example, in_order
from terraform_twilio.catalogue.operations import Operation, read_operations

TEXTS = ("", "x", "0", "-1", "9" * 30, "true", "null", "{}", "[]", "[1]", '{"a":{"b":[1]}}', '"s"', "\0", "é😀", "a/b",
         "..", "%", "XX" + "0" * 32, "1e999", "NaN", "P1Y", "PTXS", "2026-99-99", "a'b;--", " ", "[" * 2000)
VALUES = (None, True, 0, -1, 1.5, 10**30, "", "x", [], {}, [None], [[1]], {"a": None}, "\0")
LEFT_ALONE = ("AuthToken", "UpdateAccount")


class Noise:
    """Random arguments for operations: half of them wrong."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def text(self, facts: dict) -> object:
        return self.random.choice(TEXTS) if self.random.random() < 0.5 else as_form(example(facts))

    def value(self, facts: dict) -> object:
        return self.random.choice(VALUES) if self.random.random() < 0.5 else example(facts)

    def some(self, taken: dict, make) -> dict:
        return {name: make(facts) for name, facts in taken.items()
                if facts.get("required") or self.random.random() < 0.5}

    def path(self, sweep: Sweep, operation: Operation) -> str:
        path = sweep.path(operation)
        if self.random.random() < 0.15:
            path = path.rpartition("/")[0] + "/" + quote(self.random.choice(TEXTS), safe="")
        query = self.some(operation.taken["query"], self.text)
        return path + ("?" + urlencode(query, doseq=True) if query else "")

    def body(self, operation: Operation) -> dict:
        if operation.body == "form":
            return {"form": self.some(operation.taken["parameter"], self.text)}
        return {"json_body": self.some(operation.taken["parameter"], self.value)} if operation.body else {}


@pytest.mark.parametrize("seed", [1, 2])
def test_nonsense_never_breaks_it(emulator, seed):
    operations = read_operations()
    sweep, noise = Sweep(Caller(emulator.url), operations), Noise(seed)
    calm = [operation for operation in in_order(operations) if not any(word in operation.name for word in LEFT_ALONE)]
    for operation in calm:
        if operation.verb == "Create":
            sweep.call(operation)
    for operation in calm:
        path = noise.path(sweep, operation)
        reply = sweep.asker(operation).call(operation.method, operation.host, path, **noise.body(operation))
        assert reply.status < 500, (operation.line, path)
