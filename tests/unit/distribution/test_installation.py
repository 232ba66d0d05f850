"""Installing into a mirror adds; it never changes or removes what is there."""

import os
import subprocess

import pytest

from terraform_twilio.distribution.hashing import h1_of_directory
from terraform_twilio.distribution.installation import install, is_development_build, sources_directory
from terraform_twilio.distribution.mirror import Mirror

PLATFORMS = ["linux_amd64"]


@pytest.fixture
def mirror(tmp_path):
    return Mirror(tmp_path / "mirror")


def change(source, text="# changed\n"):
    (source / "launch.py").write_text((source / "launch.py").read_text() + text)


def test_is_found_by_terraform_and_by_opentofu(mirror, source):
    installed = install(mirror, "0.1.0", PLATFORMS, development=True, source=source)
    assert [path.relative_to(mirror.root).as_posix() for path in installed.written] == [
        "registry.terraform.io/hashicorp/twilio/0.1.0/linux_amd64",
        "registry.opentofu.org/hashicorp/twilio/0.1.0/linux_amd64"]


def test_the_same_bytes_again_are_no_work(mirror, source):
    install(mirror, "0.1.0", PLATFORMS, development=True, source=source)
    again = install(mirror, "0.1.0", PLATFORMS, development=True, source=source)
    assert (again.version, again.written, again.is_upgrade) == ("0.1.0", [], False)


def test_another_platform_is_added_under_the_same_number(mirror, source):
    install(mirror, "0.1.0", PLATFORMS, development=True, source=source)
    again = install(mirror, "0.1.0", ["darwin_arm64"], development=True, source=source)
    assert (again.version, len(again.written)) == ("0.1.0", 2)
    assert len(mirror.installed()["0.1.0"]) == 1  # The hash knows no platform: one lock file serves a whole team.


def test_other_bytes_get_another_number_and_the_old_ones_stay(mirror, source):
    first = install(mirror, "0.1.0", PLATFORMS, development=True, source=source)
    before = h1_of_directory(first.written[0])
    change(source)
    second = install(mirror, "0.1.0", PLATFORMS, development=True, source=source)
    assert (second.version, second.is_upgrade) == ("0.1.1", True)
    assert h1_of_directory(first.written[0]) == before


def test_uninstall_removes_one_version_and_the_folders_it_leaves_empty(mirror, source):
    install(mirror, "0.1.0", PLATFORMS, development=True, source=source)
    change(source)
    install(mirror, "0.1.0", PLATFORMS, development=True, source=source)
    mirror.remove("0.1.0")
    assert sorted(mirror.installed()) == ["0.1.1"]
    mirror.remove("0.1.1")
    assert list(mirror.root.iterdir()) == []


def test_a_checkout_is_a_development_build(source):
    assert not is_development_build(source)
    (source.parent.parent / "pyproject.toml").touch()
    assert is_development_build(source)


def test_the_sources_start_as_they_are_for_dev_overrides(tmp_path, source):
    directory = sources_directory(tmp_path / "sources", source)
    change(source, "print('as it is now')\n")
    answer = subprocess.run([directory / "terraform-provider-twilio"], capture_output=True, text=True,
                            env={**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert answer.stdout.startswith("as it is now")
    assert sources_directory(tmp_path / "sources", source) == directory
