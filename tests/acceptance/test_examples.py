"""Every example is what `terraform fmt` writes and `terraform validate` accepts; the quickstart is lived through."""

import shutil

import pytest

from acceptance.project import Project
from architecture.sources import ROOT

EXAMPLES = ROOT.parent.parent / "examples"

pytestmark = pytest.mark.terraform


def copied(name, directory, environ):
    """A project with the files of an example, initialised."""
    shutil.copytree(EXAMPLES / name, directory, dirs_exist_ok=True)
    project = Project(directory, environ)
    project.init()
    return project


@pytest.mark.parametrize("name", sorted({path.parent.name for path in EXAMPLES.glob("*/*.tf")}))
def test_is_formatted_and_valid(name, tmp_path, installed):
    project = copied(name, tmp_path, installed)
    project.run("fmt", "-check", "-diff")
    assert "The configuration is valid" in project.run("validate", "-no-color")


def test_the_quickstart_is_applied_changed_imported_and_destroyed(tmp_path, installed, account):
    credentials = {"TWILIO_ACCOUNT_SID": account.sid, "TWILIO_AUTH_TOKEN": account.token}
    project = copied("quickstart", tmp_path, installed | credentials | {"TWILIO_ENDPOINT": account.emulator.url})
    assert "5 added, 0 changed, 0 destroyed" in project.apply()
    project.assert_settled()

    main = tmp_path / "main.tf"
    main.write_text(main.read_text().replace('"Terraform quickstart"', '"Changed"').replace("= 0\n", "= 60\n"))
    before = {address: one["id"] for address, one in project.state().items()}
    assert {tuple(one["change"]["actions"]) for one in project.plan().values()} == {("update",)}
    project.apply_saved()
    project.assert_settled()
    assert {address: one["id"] for address, one in project.state().items()} == before

    for address in ("twilio_proxy_service.default", "twilio_api_keys_v2010.default"):
        project.run("state", "rm", address)
        project.run("import", "-input=false", "-no-color", address, before[address])
    project.assert_settled()
    assert "5 destroyed" in project.destroy()
