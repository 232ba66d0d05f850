"""What a plan makes Python import: nothing that costs more than a millisecond and that a plan does not need.

The real terraform plans a resource; a script in the interpreter's place writes down every import of every launch.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from terraform_twilio.distribution.interpreter import real_interpreter

FORBIDDEN = {"re", "json", "enum", "typing", "dataclasses", "logging", "threading", "ssl", "socket", "asyncio",
             "argparse", "collections", "functools", "inspect", "hashlib", "http", "urllib", "pathlib", "site",
             "subprocess", "tempfile", "traceback"}
CONFIGURATION = '''
resource "twilio_proxy_service" "one" {
  unique_name  = "one"
  callback_url = "https://example.com/"
}
'''

pytestmark = pytest.mark.terraform


class Workspace:
    """A configuration, and this build installed where only this workspace's terraform looks."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.imports = directory / "imports"
        self.environ = {**os.environ, "TF_CLI_CONFIG_FILE": str(directory / "terraform.rc"),
                        "XDG_CONFIG_HOME": str(directory / "config"), "XDG_CACHE_HOME": str(directory / "cache"),
                        "TWILIO_ACCOUNT_SID": "AC0123456789abcdef0123456789abcdef", "TWILIO_AUTH_TOKEN": "token",
                        "PYTHONPATH": os.pathsep.join(sys.path)}
        (directory / "main.tf").write_text(CONFIGURATION)
        (directory / "terraform.rc").touch()
        said = self.run(sys.executable, "-m", "terraform_twilio.cli", "install", "--mirror", str(directory / "mirror"))
        (directory / "terraform.rc").write_text(said[said.index("provider_installation"):])
        self._write_down_imports()

    def _write_down_imports(self) -> None:
        recorder = self.directory / "python"
        recorder.write_text(f'#!/bin/sh\nexec "{real_interpreter()}" -X importtime "$@" 2>>"{self.imports}"\n')
        recorder.chmod(0o755)
        (self.directory / "config" / "terraform-provider-twilio" / "python").write_text(f"{recorder}\n")

    def run(self, *command: str) -> str:
        answer = subprocess.run(command, cwd=self.directory, env=self.environ, capture_output=True, text=True)
        assert answer.returncode == 0, answer.stdout + answer.stderr
        return answer.stdout

    def imported(self) -> list[str]:
        """Every module that any launch imported, once per launch."""
        lines = self.imports.read_text().splitlines()
        return [line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")]


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    workspace = Workspace(tmp_path_factory.mktemp("workspace"))
    terraform = shutil.which("terraform") or shutil.which("tofu")
    workspace.run(terraform, "init", "-input=false")
    assert "1 to add" in workspace.run(terraform, "plan", "-input=false", "-no-color")
    return workspace


def test_a_plan_starts_the_provider_and_loads_the_engine(planned):
    assert planned.imported().count("terraform_twilio.launch") >= 3
    assert "terraform_twilio.engine.plan" in planned.imported()


def test_a_plan_imports_nothing_that_is_slow(planned):
    assert FORBIDDEN & {name.split(".")[0] for name in planned.imported()} == set()


def test_a_plan_of_a_new_resource_imports_no_client(planned):
    assert "terraform_twilio.twilio.client" not in planned.imported()


def test_nothing_is_written_beside_the_sources(planned):
    assert list((planned.directory / "mirror").rglob("__pycache__")) == []
