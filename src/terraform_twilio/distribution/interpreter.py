"""The interpreter that the launcher starts: its real path, remembered outside the package."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def real_interpreter(executable: str = sys.executable, base: str | None = None) -> Path:
    """The interpreter behind a virtual environment or a version manager's links.

    A shim in the way would cost tens of milliseconds at each of the three to five starts of a command, and a
    virtual environment may be gone tomorrow.
    """
    return Path(os.path.realpath(base or getattr(sys, "_base_executable", None) or executable))


def remember(file: Path, interpreter: Path) -> None:
    """Write the interpreter's path where the launcher reads it; the file is replaced in one step."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    unfinished.write_text(f"{interpreter}\n")
    os.replace(unfinished, file)
