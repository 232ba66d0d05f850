"""Running one case of one resource type, and what is known to fail of it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from lifecycle.cases import Case
from lifecycle.facts import Entry
from lifecycle.life import Life, Stage

KNOWN = tomllib.loads(Path(__file__).with_name("known_failures.toml").read_text(encoding="utf-8"))


def failures(stage: Stage, entry: Entry, case: Case) -> dict:
    """What went wrong, by the label of the step; a step after a failure begins on an account of its own."""
    life, found = Life(stage, entry), {}
    for label, step in case.steps(life):
        try:
            step(life)
        except Exception as error:  # noqa: BLE001  whatever it is, it is this step's failure
            found[label] = f"{type(error).__name__}: {error}"
            life.begin_anew()
    return found


def expected_failures(type_name: str, case: str) -> dict:
    """Reasons by label."""
    return KNOWN.get(type_name, {}).get(case, {})
