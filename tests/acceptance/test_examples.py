"""Every example is what `terraform fmt` writes, and what `terraform validate` accepts."""

import shutil

import pytest

from acceptance.workspace import Workspace
from architecture.sources import ROOT

EXAMPLES = ROOT.parent.parent / "examples"

pytestmark = pytest.mark.terraform


@pytest.mark.parametrize("name", ["provider", "quickstart", "serverless"])
def test_is_formatted_and_valid(name, tmp_path):
    workspace = Workspace(tmp_path)
    shutil.copytree(EXAMPLES / name, tmp_path, dirs_exist_ok=True)
    workspace.terraform("fmt", "-check", "-diff")
    workspace.terraform("init", "-input=false")
    assert "The configuration is valid" in workspace.terraform("validate", "-no-color")
