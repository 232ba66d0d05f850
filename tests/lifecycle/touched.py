"""Which resource types and data sources a working tree changes, so that `make test` lets all of them live.

Compared with the commit that TEST_SINCE names, else with where the branch left the remote's main, else with HEAD. A type
is touched by its facts in the catalogue (not by their descriptions), by its examples, and by its behaviour's module.
"""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from pathlib import Path

from terraform_twilio.engine.behaviours import BEHAVIOURS

ROOT = Path(__file__).parents[2]
DATA, MODULES = "src/terraform_twilio/catalogue/data/", "src/terraform_twilio/engine/behaviours/"
EXAMPLES = ("examples/resources/", "examples/data-sources/")
NAMES = ("resource", "singular", "plural")
WORDS = ("descriptions", "lifecycle")


@cache
def touched() -> frozenset:
    """The names of this checkout; none where there is no git."""
    since = os.environ.get("TEST_SINCE") or _git(ROOT, "merge-base", "HEAD", "origin/main").strip() or "HEAD"
    return names_of(ROOT, since)


def names_of(root: Path, since: str, behaviours: dict = BEHAVIOURS) -> frozenset:
    """The names that a tree changes since a commit, new files included."""
    changed = [*_git(root, "diff", "--name-only", since).splitlines(),
               *_git(root, "ls-files", "--others", "--exclude-standard").splitlines()]
    names: set = set()
    for path in changed:
        names |= _named(root, since, path, behaviours)
    return frozenset(names)


def _named(root: Path, since: str, path: str, behaviours: dict) -> set:
    if path.startswith(EXAMPLES):
        return {path.split("/")[2]}
    if path.startswith(DATA) and path.endswith(".json"):
        return _of_facts(root, since, path)
    if path.startswith(MODULES):
        entries = [entry for entry, module in behaviours.items() if f"{MODULES}{module}.py" == path]
        return {name for entry in entries for name in _names(_facts(root, f"{DATA}{entry}.json"))}
    return set()


def _of_facts(root: Path, since: str, path: str) -> set:
    now, before = _facts(root, path), json.loads(_git(root, "show", f"{since}:{path}") or "{}")
    return set() if _without_words(now) == _without_words(before) else _names(now)


def _facts(root: Path, path: str) -> dict:
    """None of a deleted entry."""
    place = root / path
    return json.loads(place.read_text(encoding="utf-8")) if place.exists() else {}


def _without_words(facts: dict) -> dict:
    return {name: one for name, one in facts.items() if name not in WORDS}


def _names(facts: dict) -> set:
    return {facts[kind] for kind in NAMES if kind in facts}


def _git(root: Path, *arguments: str) -> str:
    """What git says; nothing where it fails or is missing."""
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
