"""What `install` makes is what the real `terraform init` takes, and a lock file holds it for the whole team."""

import json
import re
import shlex
import shutil
import subprocess
import sys

import pytest

from acceptance.interpreters import interpreters
from acceptance.workspace import Workspace
from terraform_twilio.distribution.hashing import h1_of_directory
from terraform_twilio.distribution.interpreter import remember
from terraform_twilio.distribution.locations import implied_mirror, remembered_interpreter
from terraform_twilio.distribution.mirror import Mirror
from terraform_twilio.distribution.package import SOURCE
from unit.cli.checkout import DIRECT_ALONE, Checkout, followed

TERRAFORM = shutil.which("terraform") or shutil.which("tofu") or "terraform"

pytestmark = pytest.mark.terraform


class Workstation(Checkout):
    """A checkout, a home directory, and a configuration that uses one resource type without `required_providers`."""

    def __init__(self, directory):
        super().__init__(directory)
        self.environ |= {"CHECKPOINT_DISABLE": "1"}
        self.work = directory / "work"
        self.work.mkdir()
        (self.work / "main.tf").write_text('resource "twilio_proxy_service" "default" {\n  unique_name = "a"\n}\n')

    def terraform(self, *arguments, check=True):
        answer = subprocess.run([TERRAFORM, *arguments, "-no-color"], cwd=self.work, env=self.environ,
                                capture_output=True, text=True)
        assert not check or answer.returncode == 0, answer.stdout + answer.stderr
        return answer

    def locked(self):
        """The version and the hashes in the lock file."""
        text = (self.work / ".terraform.lock.hcl").read_text()
        return re.search(r'version\s+= "([^"]+)"', text)[1], re.findall(r'"(h1:[^"]+)"', text)


@pytest.fixture
def workstation(tmp_path):
    return Workstation(tmp_path)


def test_init_finds_it_without_network_and_locks_the_hash_that_we_compute(workstation):
    workstation.run("install")
    workstation.terraform("init")
    (installed,) = Mirror(implied_mirror(workstation.environ)).installed()["0.1.0"]
    assert workstation.locked() == ("0.1.0", [installed])


def test_every_start_leaves_the_locked_package_as_it_was(workstation):
    workstation.run("install")
    workstation.terraform("init")
    (launcher,) = workstation.work.glob(".terraform/providers/*/*/*/*/*/terraform-provider-twilio_v0.1.0")
    told = subprocess.run([launcher], env=workstation.environ, capture_output=True, text=True, check=True)
    assert told.stderr == ""
    assert h1_of_directory(launcher.resolve().parent) == workstation.locked()[1][0]
    workstation.terraform("init")


def test_a_changed_build_leaves_a_locked_configuration_alone_until_it_is_upgraded(workstation):
    workstation.run("install")
    workstation.terraform("init")
    workstation.change()
    workstation.run("install")
    workstation.terraform("init")
    assert workstation.locked()[0] == "0.1.0"
    workstation.terraform("init", "-upgrade")
    assert workstation.locked()[0] == "0.1.1"


def test_a_colleagues_install_satisfies_the_committed_lock_file(workstation, tmp_path):
    colleague = Workstation(tmp_path / "colleague")
    for machine in (workstation, colleague):
        machine.run("install")
    workstation.terraform("init")
    shutil.copy(workstation.work / ".terraform.lock.hcl", colleague.work)
    colleague.terraform("init", "-lockfile=readonly")


def test_both_addresses_serve_one_configuration(workstation):
    workstation.run("install", "--address", "twilio/twilio")
    (workstation.work / "main.tf").write_text(
        'terraform {\n  required_providers {\n    twilio = {\n      source = "twilio/twilio"\n    }\n  }\n}\n')
    workstation.terraform("init")
    assert workstation.locked()[0] == "0.1.0"


def test_the_block_that_install_prints_is_all_that_an_unconfigured_terraform_needs(workstation, tmp_path):
    said = workstation.run("install", "--mirror", str(tmp_path / "mirror")).stdout
    assert workstation.terraform("init", check=False).returncode == 1
    workstation.home.mkdir(exist_ok=True)
    (workstation.home / ".terraformrc").write_text(said[said.index("provider_installation"):])
    workstation.terraform("init")


def test_what_install_prints_is_all_that_a_configured_terraform_has_to_have_added(workstation):
    workstation.home.mkdir()
    (workstation.home / ".terraformrc").write_text(DIRECT_ALONE)
    said = workstation.run("install").stdout
    assert workstation.terraform("init", check=False).returncode == 1
    (workstation.home / ".terraformrc").write_text(followed(said))
    workstation.terraform("init")


def test_uninstall_leaves_nothing_for_init_to_find(workstation):
    workstation.run("install")
    workstation.run("uninstall")
    assert workstation.terraform("init", check=False).returncode == 1


def test_every_interpreter_makes_the_same_bytes_in_any_folder(tmp_path):
    """The whole product this time: tables compiled and package made by each minor version, from a copy each."""
    compared = list(interpreters().items())
    if len(compared) == 1:  # One minor version alone on this machine: then two copies of it, in different folders.
        compared.append(("the same again", compared[0][1]))
    hashes = {name: _hash_made_by(python, tmp_path / name.replace("/", "_")) for name, python in compared}
    print("compared:", ", ".join(hashes))
    assert len(hashes) > 1
    assert len(set(hashes.values())) == 1, json.dumps(hashes, indent=2)


def _hash_made_by(python, copy):
    shutil.copytree(SOURCE, copy / "terraform_twilio", ignore=shutil.ignore_patterns("__pycache__", "compiled"))
    for arguments in (["terraform_twilio.engine.build"],
                      ["terraform_twilio.cli", "install", "--mirror", str(copy / "mirror")]):
        subprocess.run([python, "-m", *arguments], check=True, capture_output=True,
                       env={"PYTHONPATH": str(copy), "HOME": str(copy), "PATH": "/usr/bin:/bin"})
    (made,) = Mirror(copy / "mirror").installed()["0.1.0"]
    return made


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(tmp_path)
    (tmp_path / "main.tf").write_text('resource "twilio_proxy_service" "default" {\n  unique_name = "a"\n}\n')
    return workspace


@pytest.mark.parametrize("name", interpreters())
def test_every_interpreter_serves_a_plan(name, workspace):
    remember(remembered_interpreter(workspace.environ), interpreters()[name])
    workspace.terraform("init", "-input=false")
    assert "1 to add" in workspace.terraform("plan", "-input=false", "-no-color")


@pytest.mark.parametrize("name", [".data", '.da ta$x "${y}"'])
def test_dev_overrides_serve_these_sources_without_init(workspace, name):
    workspace.environ["XDG_DATA_HOME"] = str(workspace.directory / name)
    said = workspace.run(sys.executable, "-m", "terraform_twilio.cli", "install", "--dev-overrides")
    workspace.settings.write_text(said)
    assert "Provider development overrides" in workspace.terraform("plan", "-input=false", "-no-color")


def test_the_installed_package_waits_for_terraform_with_debug(workspace):
    (launcher,) = workspace.directory.glob(".mirror/registry.terraform.io/hashicorp/twilio/*/*/terraform-provider-*")
    with subprocess.Popen([launcher, "-debug"], env=workspace.environ, stdout=subprocess.PIPE, text=True) as plugin:
        try:
            line = next(line for line in plugin.stdout if "TF_REATTACH_PROVIDERS=" in line)
            workspace.environ["TF_REATTACH_PROVIDERS"] = shlex.split(line.partition("=")[2])[0]
            assert "1 to add" in workspace.terraform("plan", "-input=false", "-no-color")
        finally:
            plugin.terminate()
