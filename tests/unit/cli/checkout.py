"""A checkout small enough to install in a moment: the real command line and packager on a launch that only tells."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from terraform_twilio.distribution.package import SOURCE
from unit.distribution.sources import small_sources

DIRECT_ALONE = "provider_installation {\n  direct {\n  }\n}\n"


def followed(said: str) -> str:
    """`DIRECT_ALONE` after what `install` has said is done: its lines are put into the blocks that it names."""
    lines = [line for line in said.splitlines(keepends=True) if line.startswith("  ")]
    method = "".join(lines[:lines.index("  }\n") + 1]) if "  }\n" in lines else ""
    excluding = lines[-1]
    assert excluding.startswith("    exclude = "), said
    return DIRECT_ALONE.replace("n {\n  direct {\n", f"n {{\n{method}  direct {{\n{excluding}")


class Checkout:
    """The tree, and the machine it is installed on: a home directory and whatever is on PATH."""

    def __init__(self, directory: Path) -> None:
        self.source = small_sources(directory / "checkout")
        for part in ("cli", "distribution"):
            shutil.copytree(SOURCE / part, self.source / part, dirs_exist_ok=True)
        shutil.copy(SOURCE / "__init__.py", self.source)
        self.project = self.source.parent.parent
        (self.project / "pyproject.toml").touch()
        self.home = directory / "home"
        self.environ = {"HOME": str(self.home), "PATH": "/usr/bin:/bin"}

    def change(self) -> None:
        with (self.source / "launch.py").open("a") as file:
            file.write("# changed\n")

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess:
        command = [sys.executable, "-m", "terraform_twilio.cli", *arguments]
        environ = {**self.environ, "PYTHONPATH": str(self.project / "src")}
        answer = subprocess.run(command, env=environ, capture_output=True, text=True)
        assert not check or answer.returncode == 0, answer.stderr
        return answer
