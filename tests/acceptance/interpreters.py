"""The Python interpreters of this machine that the product supports, one per minor version."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

FIRST_MINOR = 11
LAST_MINOR = 30


@cache
def interpreters() -> dict[str, Path]:
    """`3.12` to a working interpreter, sorted; all of one minor version where this machine has only that one."""
    found = {path: version for path in _candidates() if (version := _version(path))}
    by_minor = {".".join(version.split(".")[:2]): path for path, version in found.items()}
    if len(by_minor) == 1:
        by_minor = {f"{version} at {path}": path for path, version in found.items()}
    return dict(sorted(by_minor.items()))


def _candidates() -> list[Path]:
    names = ["python3", *(f"python3.{minor}" for minor in range(FIRST_MINOR, LAST_MINOR))]
    on_path = [found for name in names if (found := shutil.which(name))]
    kept_by_pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv").glob("versions/3.*/bin/python3")
    usual = [path for path in ("/usr/bin/python3", "/usr/local/bin/python3") if Path(path).exists()]
    found = [*on_path, *map(str, kept_by_pyenv), *usual]
    return [Path(os.path.realpath(path)) for path in found if "shims" not in path]


def _version(path: Path) -> str | None:
    """Its version where it works and is new enough."""
    say = "import sys; print('.'.join(map(str, sys.version_info[:3])) if sys.version_info >= (3, 11) else '')"
    answer = subprocess.run([path, "-ISc", say], capture_output=True, text=True)
    return answer.stdout.strip() or None if answer.returncode == 0 else None
