"""What `install` and `uninstall` do and say."""

import os
import subprocess
from pathlib import Path

import pytest

from terraform_twilio.distribution.interpreter import real_interpreter
from terraform_twilio.distribution.locations import implied_mirror, remembered_interpreter, this_platform
from unit.cli.checkout import DIRECT_ALONE, followed

ADDRESS = "registry.terraform.io/hashicorp/twilio"


def packages(mirror: Path) -> list[str]:
    return sorted(path.parent.relative_to(mirror).as_posix() for path in mirror.rglob("terraform-provider-twilio_v*"))


def test_installs_where_both_programs_look_without_any_configuration(checkout):
    answer = checkout.run("install")
    mirror = implied_mirror(checkout.environ)
    assert packages(mirror) == [f"registry.{host}/hashicorp/twilio/0.1.0/{this_platform()}"
                                for host in ("opentofu.org", "terraform.io")]
    assert answer.stdout == f"Installed hashicorp/twilio 0.1.0 in {mirror}\n"


def test_touches_nothing_else_of_the_home_directory_but_its_own_settings(checkout):
    checkout.run("install")
    assert sorted(path.relative_to(checkout.home).as_posix() for path in checkout.home.rglob("*") if path.is_file()
                  and "plugins" not in path.parts) == [".config/terraform-provider-twilio/python"]


def test_what_it_installs_starts_with_the_interpreter_that_installed_it(checkout):
    checkout.run("install")
    launcher = next(implied_mirror(checkout.environ).rglob("terraform-provider-twilio_v0.1.0"))
    answer = subprocess.run([launcher], env=checkout.environ, capture_output=True, text=True)
    assert f"'executable': '{real_interpreter()}'" in answer.stdout


def test_installing_again_changes_nothing(checkout):
    checkout.run("install")
    assert "nothing changed" in checkout.run("install").stdout


def test_a_changed_checkout_gets_a_number_of_its_own_and_names_the_command_that_takes_it(checkout):
    checkout.run("install")
    checkout.change()
    answer = checkout.run("install")
    assert "0.1.1" in answer.stdout
    assert "terraform init -upgrade" in answer.stdout


def test_a_changed_release_is_refused(checkout):
    checkout.run("install")
    (checkout.project / "pyproject.toml").unlink()
    checkout.change()
    answer = checkout.run("install", check=False)
    assert answer.returncode == 1
    assert "Version 0.1.0 is installed with other contents" in answer.stderr


def test_under_the_published_address_too_and_says_what_that_hides(checkout):
    answer = checkout.run("install", "--address", "twilio/twilio")
    assert "hidden" in answer.stdout
    assert "hidden" in checkout.run("install", "--address", "twilio/twilio", "--mirror", str(checkout.home / "m")).stdout
    installed = packages(implied_mirror(checkout.environ))
    assert [f"{address}/0.1.0/{this_platform()}" in installed
            for address in (ADDRESS, "registry.terraform.io/twilio/twilio")] == [True, True]


def test_prints_what_to_add_where_the_implied_mirror_would_be_ignored(checkout):
    checkout.home.mkdir()
    (checkout.home / ".terraformrc").write_text(DIRECT_ALONE)
    said = checkout.run("install").stdout
    assert f"{checkout.home}/.terraformrc says where providers come from" in said
    assert f'path    = "{implied_mirror(checkout.environ)}"' in said
    (checkout.home / ".terraformrc").write_text(followed(said))
    assert "says where" not in checkout.run("install").stdout


def test_says_which_other_method_would_be_asked_too_and_hides_nothing_then(checkout):
    checkout.home.mkdir()
    mirror = f'filesystem_mirror {{\n    path = "{implied_mirror(checkout.environ)}"\n  }}\n'
    (checkout.home / ".terraformrc").write_text(f"provider_installation {{\n  {mirror}  direct {{}}\n}}\n")
    said = checkout.run("install", "--address", "twilio/twilio").stdout
    assert "Its direct would be asked for this provider, too" in said
    assert 'exclude = ["hashicorp/twilio", "twilio/twilio"]' in said
    assert "hidden" not in said
    assert "filesystem_mirror" not in said


def test_where_the_interpreter_cannot_be_kept_it_is_installed_all_the_same(checkout):
    checkout.home.mkdir()
    (checkout.home / ".config").touch()
    answer = checkout.run("install")
    assert "Installed hashicorp/twilio 0.1.0" in answer.stdout
    assert f"cannot be kept (Not a directory: {remembered_interpreter(checkout.environ).parent}" in answer.stdout


def test_prints_the_block_for_a_mirror_of_ones_own(checkout, tmp_path):
    said = checkout.run("install", "--mirror", str(tmp_path / "mirror")).stdout
    assert f'path    = "{tmp_path}/mirror"' in said
    assert packages(tmp_path / "mirror")


def test_says_that_dev_overrides_win(checkout):
    checkout.home.mkdir()
    (checkout.home / ".terraformrc").write_text(checkout.run("install", "--dev-overrides").stdout)
    assert "has dev_overrides for hashicorp/twilio" in checkout.run("install").stdout


def test_dev_overrides_installs_nothing_and_points_at_the_sources(checkout):
    said = checkout.run("install", "--dev-overrides").stdout
    directory = Path(said.split('"hashicorp/twilio" = "')[1].split('"')[0])
    assert not implied_mirror(checkout.environ).exists()
    assert os.path.realpath(directory / "lib" / "terraform_twilio") == os.path.realpath(checkout.source)


def test_says_how_to_make_the_tables_where_they_are_missing(checkout):
    (checkout.source / "catalogue" / "compiled" / "schema.bin").unlink()
    answer = checkout.run("install", check=False)
    assert (answer.returncode, answer.stderr) == (
        1, "terraform-provider-twilio install: The compiled tables are missing: run `make tables` first.\n")


def test_a_mirror_that_cannot_be_written_is_a_sentence(checkout):
    answer = checkout.run("install", "--mirror", "/dev/null/mirror", check=False)
    assert answer.returncode == 1
    assert "cannot be installed in /dev/null/mirror" in answer.stderr
    assert "Traceback" not in answer.stderr


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if not path.is_dir()}


def test_uninstall_leaves_nothing(checkout):
    before = files(checkout.home)
    checkout.run("install")
    block = checkout.run("install", "--dev-overrides").stdout
    (checkout.home / ".terraformrc").write_text(block)
    assert f"{checkout.home / '.terraformrc'} still has dev_overrides" in checkout.run("uninstall").stdout
    assert files(checkout.home) - before == {checkout.home / ".terraformrc"}


def test_uninstall_of_a_mirror_leaves_what_the_other_packages_use(checkout, tmp_path):
    checkout.run("install")
    checkout.run("install", "--mirror", str(tmp_path / "other"))
    before = files(checkout.home)
    checkout.run("uninstall", "--mirror", str(tmp_path / "other"))
    assert (files(checkout.home), files(tmp_path / "other")) == (before, set())


def test_uninstall_removes_packages_and_byte_code(checkout):
    checkout.run("install", "--address", "twilio/twilio")
    launcher = next(implied_mirror(checkout.environ).rglob("terraform-provider-twilio_v0.1.0"))
    subprocess.run([launcher], env=checkout.environ, check=True, capture_output=True)
    assert checkout.run("uninstall").stdout.count("removed ") == 5
    assert list(implied_mirror(checkout.environ).iterdir()) == []
    assert not (checkout.home / ".cache" / "terraform-provider-twilio").exists()
    assert "Nothing to remove" in checkout.run("uninstall").stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="root may remove everything")
def test_uninstall_of_what_may_not_be_removed_is_a_sentence(checkout):
    checkout.run("install")
    package = implied_mirror(checkout.environ) / ADDRESS / "0.1.0" / this_platform()
    package.chmod(0o500)
    answer = checkout.run("uninstall", check=False)
    package.chmod(0o700)
    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1)
    assert "not everything was removed: Permission denied" in answer.stderr


def test_uninstall_of_one_version_leaves_the_others(checkout):
    checkout.run("install")
    checkout.change()
    checkout.run("install")
    checkout.run("uninstall", "0.1.0")
    assert {name.split("/")[3] for name in packages(implied_mirror(checkout.environ))} == {"0.1.1"}


def test_uninstall_removes_a_link_and_leaves_what_it_leads_to(checkout):
    checkout.run("install")
    mirror = implied_mirror(checkout.environ)
    package = mirror / ADDRESS / "0.1.0" / this_platform()
    package.rename(checkout.home / "elsewhere")
    package.symlink_to(checkout.home / "elsewhere")
    assert f"removed {package}" in checkout.run("uninstall").stdout
    assert not package.is_symlink()
    assert (checkout.home / "elsewhere" / "lib").is_dir()
