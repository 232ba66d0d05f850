"""Compares an answer of the emulator with a recorded one: the same keys, the same kinds of values.

    python -m emulator.recorded RECORDED_ANSWERS > recorded_shapes.json

writes the shapes of the answers, and none of their values.

A recorded value of null says nothing about the kind; a value the emulator leaves null is no difference either, for
every recorded resource was made with arguments that the recording does not show.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from terraform_twilio.catalogue.operations import read_operations
from terraform_twilio.emulator.answers import Refusal
from terraform_twilio.emulator.routes import Routes

PLACEHOLDER = re.compile(r"([A-Z]{2})[Xx0-9a-f]{8,34}\w?")


def kind_of(value: object) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "boolean", int: "number", float: "number"}
    return names.get(type(value), "null")


def differences(recorded: object, ours: object, where: str = "") -> list[str]:
    """What a client would notice: keys on one side only, and values of another kind."""
    if isinstance(recorded, dict) and isinstance(ours, dict):
        found = [f"{where}{key} is missing" for key in sorted(set(recorded) - set(ours))]
        found += [f"{where}{key} is not in the recorded answer" for key in sorted(set(ours) - set(recorded))]
        for key in sorted(set(recorded) & set(ours)):
            found += differences(recorded[key], ours[key], f"{where}{key}.")
        return found
    if isinstance(recorded, list) and isinstance(ours, list):
        return differences(recorded[0], ours[0], where[:-1] + "[].") if recorded and ours else []
    kinds = (kind_of(recorded), kind_of(ours))
    return [] if "null" in kinds or kinds[0] == kinds[1] else [f"{where[:-1]} is {kinds[1]}, recorded as {kinds[0]}"]


def first_answers(answers: list[dict]) -> dict[str, dict]:
    """The first recorded answer of each operation that is about one resource."""
    operations = read_operations()
    routes = Routes(operations)
    found: dict[str, dict] = {}
    for answer in answers:
        parts = urlsplit(answer["url"])
        try:
            operation = routes.match(parts.netloc, answer["method"], parts.path).operation
        except Refusal:
            continue
        if isinstance(answer["body"], dict) and answer["status"] in (200, 201) and operation.verb != "List":
            found.setdefault(operation.line, answer["body"])
    return found


def shape_of(body: object) -> object:
    """The keys and kinds of an answer, without its values."""
    if isinstance(body, dict):
        return {key: shape_of(value) for key, value in sorted(body.items())}
    if isinstance(body, list):
        return [shape_of(body[0])] if body else []
    return kind_of(body)


def sample(shape: object) -> object:
    """A body of a shape, for `differences`."""
    if isinstance(shape, dict):
        return {key: sample(value) for key, value in shape.items()}
    if isinstance(shape, list):
        return [sample(one) for one in shape]
    return {"string": "", "boolean": False, "number": 0, "null": None, "array": [], "object": {}}[shape]


if __name__ == "__main__":
    recorded = first_answers(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["answers"])
    lines = [f"{json.dumps(line)}: {json.dumps(shape_of(body))}" for line, body in sorted(recorded.items())]
    sys.stdout.write("{\n" + ",\n".join(lines) + "\n}\n")
