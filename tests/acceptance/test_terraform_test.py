"""`terraform test` on an emulator of its own: the example of a module that never touches Twilio."""

import os
import shutil
import subprocess
import sys

import pytest

from acceptance.workspace import TERRAFORM, Workspace
from architecture.sources import ROOT

EXAMPLE = ROOT.parent.parent / "examples" / "terraform-test"
COMMAND = f'#!/bin/sh\nexec "{sys.executable}" -m terraform_twilio.cli "$@"\n'

pytestmark = pytest.mark.terraform


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """A copy of the example, and the command that an installed project has."""
    workspace = Workspace(tmp_path_factory.mktemp("module"))
    shutil.copytree(EXAMPLE, workspace.directory, dirs_exist_ok=True)
    command = workspace.directory / ".bin" / "terraform-provider-twilio"
    command.parent.mkdir()
    command.write_text(COMMAND)
    command.chmod(0o755)
    workspace.environ["PATH"] = f"{command.parent}{os.pathsep}{workspace.environ['PATH']}"
    return workspace


def outcome(workspace) -> tuple[int, str]:
    answer = subprocess.run(["./test", "-no-color"], cwd=workspace.directory, env=workspace.environ, text=True,
                            capture_output=True, timeout=300)
    return answer.returncode, answer.stdout + answer.stderr


def test_the_example_is_formatted_and_passes(workspace):
    workspace.run(TERRAFORM, "fmt", "-check", "-diff", "-recursive")
    code, said = outcome(workspace)
    assert code == 0, said
    assert "3 passed, 0 failed" in said


def test_a_module_that_breaks_its_promise_fails(workspace):
    main = workspace.directory / "main.tf"
    main.write_text(main.read_text().replace('"${var.name}: everybody"', '"everybody"'))
    code, said = outcome(workspace)
    assert code == 1, said
    assert "The queue is named after the desk." in said
