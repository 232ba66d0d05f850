"""What a plan makes Python import: nothing that costs more than a millisecond and that a plan does not need.

The real terraform plans a resource; a script in the interpreter's place writes down every import of every launch.
"""

from pathlib import Path

import pytest

from acceptance.workspace import Workspace
from terraform_twilio.distribution.interpreter import real_interpreter, remember
from terraform_twilio.distribution.locations import remembered_interpreter

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


class Recorded(Workspace):
    """Its interpreter is a script that writes down every import of every launch."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        (directory / "main.tf").write_text(CONFIGURATION)
        self.imports = directory / ".imports"
        recorder = directory / ".python"
        recorder.write_text(f'#!/bin/sh\nexec "{real_interpreter()}" -X importtime "$@" 2>>"{self.imports}"\n')
        recorder.chmod(0o755)
        remember(remembered_interpreter(self.environ), recorder)

    def imported(self) -> list[str]:
        """Every module that any launch imported, once per launch."""
        lines = self.imports.read_text().splitlines()
        return [line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")]


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    workspace = Recorded(tmp_path_factory.mktemp("workspace"))
    workspace.terraform("init", "-input=false")
    assert "1 to add" in workspace.terraform("plan", "-input=false", "-no-color")
    return workspace


def test_a_plan_starts_the_provider_and_loads_the_engine(planned):
    assert planned.imported().count("terraform_twilio.launch") >= 3
    assert "terraform_twilio.engine.plan" in planned.imported()


def test_a_plan_imports_nothing_that_is_slow(planned):
    assert FORBIDDEN & {name.split(".")[0] for name in planned.imported()} == set()


def test_a_plan_of_a_new_resource_imports_no_client(planned):
    assert "terraform_twilio.twilio.client" not in planned.imported()


def test_nothing_is_written_beside_the_sources(planned):
    assert list((planned.directory / ".mirror").rglob("__pycache__")) == []
