"""The package holds what a launch needs, and the same bytes wherever it is made."""

import os

import pytest

from terraform_twilio.distribution.hashing import h1, h1_of_directory
from terraform_twilio.distribution.package import TablesMissing, package_files, write_package


def test_holds_the_launcher_alone_in_its_top_directory(source):
    assert [name for name in package_files("1.2.3", source) if "/" not in name] == ["terraform-provider-twilio_v1.2.3"]


def test_holds_what_a_launch_needs_and_nothing_of_build_time(source):
    prefix = "lib/terraform_twilio/"
    assert [name.removeprefix(prefix) for name in package_files("1.2.3", source) if name.startswith(prefix)] == [
        "__init__.py", "bytecode.py", "catalogue/__init__.py", "catalogue/compiled/schema.bin", "catalogue/lookup.py",
        "engine/plan.py", "launch.py", "provider.py", "terraform/plugin/serve.py", "twilio/client.py"]


def test_refuses_to_be_made_without_the_compiled_tables(source):
    (source / "catalogue" / "compiled" / "schema.bin").unlink()
    with pytest.raises(TablesMissing, match="make tables"):
        package_files("1.2.3", source)


def test_the_written_directory_has_the_hash_of_the_files(source, tmp_path):
    files = package_files("1.2.3", source)
    write_package(files, tmp_path / "mirror" / "package", tmp_path / "mirror")
    assert h1_of_directory(tmp_path / "mirror" / "package") == h1(files)
    assert [path.name for path in (tmp_path / "mirror").iterdir()] == ["package"]


def test_everybody_may_read_it_whatever_the_umask(source, tmp_path):
    before = os.umask(0o077)
    try:
        write_package(package_files("1.2.3", source), tmp_path / "package", tmp_path)
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "package").rglob("*")}
    assert modes == {0o755, 0o644}


def test_two_installs_at_once_make_one_package(source, tmp_path):
    files = package_files("1.2.3", source)
    write_package(files, tmp_path / "package", tmp_path)
    write_package(files, tmp_path / "package", tmp_path)
    with pytest.raises(OSError, match="package"):
        write_package({**files, "more": b""}, tmp_path / "package", tmp_path)
    assert h1_of_directory(tmp_path / "package") == h1(files)


def test_an_interrupted_write_leaves_nothing(tmp_path):
    files = {"lib": b"a file", "lib/serve.py": b"cannot stand below it"}
    with pytest.raises(OSError, match="lib"):
        write_package(files, tmp_path / "mirror" / "package", tmp_path / "mirror")
    assert list((tmp_path / "mirror").iterdir()) == []
