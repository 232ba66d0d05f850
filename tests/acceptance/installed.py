"""This build installed once per session, where only the terraform of these tests looks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from terraform_twilio.engine import build


def install(directory: Path) -> dict:
    """Under both addresses, into a mirror in `directory`; the environment in which terraform finds it there."""
    build.write_tables()
    command = [sys.executable, "-m", "terraform_twilio.cli", "install", "--address", "twilio/twilio",
               "--mirror", str(directory / "mirror")]
    said = subprocess.run(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=True,
                          capture_output=True, text=True).stdout
    settings = directory / "terraform.rc"
    settings.write_text(said[said.index("provider_installation"):])
    return {"TF_CLI_CONFIG_FILE": str(settings)}
