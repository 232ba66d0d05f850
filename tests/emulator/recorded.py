"""Compares an answer of the emulator with a recorded one: the same keys, the same kinds of values.

    python -m emulator.recorded RECORDED_ANSWERS > recorded_shapes.json

writes the shapes of the answers, and none of their values.

A recorded value of null says nothing about the kind; a value the emulator leaves null is no difference either, for
every recorded resource was made with arguments that the recording does not show.
"""

from __future__ import annotations

import json
import sys
from functools import reduce
from pathlib import Path
from urllib.parse import urlsplit

from terraform_twilio.catalogue.operations import read_document, read_operations
from terraform_twilio.emulator.answers import Refusal
from terraform_twilio.emulator.routes import Routes
from terraform_twilio.emulator.world import UNDOCUMENTED

GONE = ("/Calls/FeedbackSummary.json",)
"""A path that the documents no longer have; it only looks like the SID of one resource of the collection."""


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


def shape_of(body: object) -> object:
    """The keys and kinds of an answer, without its values; a list's elements have one shape together."""
    if isinstance(body, dict):
        return {key: shape_of(value) for key, value in sorted(body.items())}
    if isinstance(body, list):
        return [reduce(merged, map(shape_of, body))] if body else []
    return kind_of(body)


def merged(one: object, other: object) -> object:
    """What two shapes have together; null says nothing about the kind."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: merged(one.get(key, "null"), other.get(key, "null")) for key in sorted({*one, *other})}
    if isinstance(one, list) and isinstance(other, list):
        return [reduce(merged, one + other)] if one + other else []
    return other if one == "null" else one


def shapes_of(answers: list[dict]) -> dict[str, object]:
    """The shape of all recorded answers of each operation, lists and the two upload hosts included."""
    routes = Routes([*read_operations(), *read_document(UNDOCUMENTED)])
    found: dict[str, object] = {}
    for answer in answers:
        parts = urlsplit(answer["url"])
        try:
            line = routes.match(parts.netloc, answer["method"], parts.path).operation.line
        except Refusal:
            continue
        if answer["status"] in (200, 201) and not parts.path.endswith(GONE):
            shape = shape_of(answer["body"])
            found[line] = merged(found[line], shape) if line in found else shape
    return found


def sample(shape: object) -> object:
    """A body of a shape, for `differences`."""
    if isinstance(shape, dict):
        return {key: sample(value) for key, value in shape.items()}
    if isinstance(shape, list):
        return [sample(one) for one in shape]
    return {"string": "", "boolean": False, "number": 0, "null": None, "array": [], "object": {}}[shape]


if __name__ == "__main__":
    recorded = shapes_of(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["answers"])
    lines = [f"{json.dumps(line)}: {json.dumps(shape)}" for line, shape in sorted(recorded.items())]
    sys.stdout.write("{\n" + ",\n".join(lines) + "\n}\n")
