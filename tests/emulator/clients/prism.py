"""Prism as a judge of requests: what it says, and what is known of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

JUDGE = Path(__file__).with_name("prism_judge.js")
BASELINE = Path(__file__).with_name("prism_baseline.txt")
OURS = "terraform-provider-twilio/"
SID = re.compile(r"\b([A-Z]{2})[0-9a-f]{32}\b")
FACTS = ("method", "host", "path", "query", "body")


def baseline() -> set[str]:
    """The complaints that are known."""
    lines = BASELINE.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def of_the_provider(requests: Iterable[dict]) -> Iterator[dict]:
    """The requests that our provider sent, and no outsider."""
    return (line for line in requests if OURS in line["headers"].get("user-agent", ""))


def distinct(requests: Iterable[dict]) -> list[dict]:
    """One of all requests that differ in the digits of SIDs alone, and where it went."""
    found = {}
    for line in requests:
        facts = [SID.sub(r"\1…", line[name]) for name in FACTS]
        found.setdefault((*facts, line["headers"].get("content-type")), line | {"where": f"{facts[0]} {facts[1]}{facts[2]}"})
    return list(found.values())


def complaints(requests: Iterable[dict], documents: Path, packages: Path) -> set[str]:
    """The operation, or the path without its SIDs, and what is wrong."""
    lines = "\n".join(map(json.dumps, distinct(requests)))
    answer = subprocess.run(["node", str(JUDGE), str(documents)], input=lines, text=True, capture_output=True, timeout=900,
                            env={**os.environ, "NODE_PATH": str(packages / "node_modules")})
    assert answer.returncode == 0, answer.stderr
    return {f"{said['where']}: {said['complaint']}" for said in map(json.loads, answer.stdout.splitlines())}
