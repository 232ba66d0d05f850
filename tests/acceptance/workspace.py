"""A folder with a configuration, and this build installed where only this folder's terraform looks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

TERRAFORM = shutil.which("terraform") or shutil.which("tofu") or "terraform"


class Workspace:
    """Commands run in `directory`, with settings, byte code and mirror of its own."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.settings = directory / ".terraformrc"
        self.environ = {**os.environ, "TF_CLI_CONFIG_FILE": str(self.settings),
                        "XDG_CONFIG_HOME": str(directory / ".config"), "XDG_CACHE_HOME": str(directory / ".cache"),
                        "TWILIO_ACCOUNT_SID": "AC0123456789abcdef0123456789abcdef", "TWILIO_AUTH_TOKEN": "token",
                        "PYTHONPATH": os.pathsep.join(sys.path)}
        self.settings.touch()
        mirror = directory / ".mirror"
        said = self.run(sys.executable, "-m", "terraform_twilio.cli", "install", "--mirror", str(mirror))
        self.settings.write_text(said[said.index("provider_installation"):])

    def run(self, *command: str) -> str:
        answer = subprocess.run(command, cwd=self.directory, env=self.environ, capture_output=True, text=True)
        assert answer.returncode == 0, answer.stdout + answer.stderr
        return answer.stdout

    def terraform(self, *arguments: str) -> str:
        return self.run(TERRAFORM, *arguments)
