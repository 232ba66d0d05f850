"""The catalogue's text, read: entries as plain dictionaries, by name. For tools; a launched provider reads tables."""

from __future__ import annotations

import json
from pathlib import Path

DATA = Path(__file__).parent / "data"


def entries(folder: Path = DATA) -> dict[str, dict]:
    """Every entry by its name, `<product>_<version>/<noun>`, sorted."""
    return {_name(path, folder): entry(path) for path in sorted(folder.glob("*/*.json"))}


def entry(path: Path) -> dict:
    """One entry."""
    return json.loads(path.read_text(encoding="utf-8"))


def frozen_names(path: Path = DATA.parent / "names.txt") -> list[str]:
    """The type names that are promised: once here, a name stays. Each is `<kind> <name> <entry>`."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).with_suffix("").as_posix()
