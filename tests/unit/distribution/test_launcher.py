"""The launcher, run as Terraform runs it: a file in a package, with whatever environment the user has."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from terraform_twilio.distribution.interpreter import real_interpreter, remember
from terraform_twilio.distribution.locations import remembered_interpreter
from terraform_twilio.distribution.package import package_files, write_package

TOOLS = ("mkdir",)  # The only program that the launcher needs, once.


class Machine:
    """A home directory, a PATH and an installed package, all below one directory."""

    def __init__(self, directory: Path, source: Path) -> None:
        self.package = directory / "mirror" / "package"
        write_package(package_files("1.2.3", source), self.package, directory / "mirror")
        self.binaries = directory / "bin"
        self.binaries.mkdir()
        self.work = directory / "work"
        self.work.mkdir()
        self.environ = {"HOME": str(directory / "home"), "PATH": str(self.binaries)}
        for tool in TOOLS:
            (self.binaries / tool).symlink_to(shutil.which(tool))

    def python(self, name: str, text: str | None = None) -> Path:
        """An interpreter on PATH: the one that runs this test, or a script."""
        path = self.binaries / name
        path.write_text(text or f'#!/bin/sh\nexec "{real_interpreter()}" "$@"\n')
        path.chmod(0o755)
        return path

    def start(self, *arguments: str, launcher: str | None = None) -> subprocess.CompletedProcess:
        command = launcher or str(self.package / "terraform-provider-twilio_v1.2.3")
        return subprocess.run([command, *arguments], env=self.environ, cwd=self.work, capture_output=True, text=True)

    def told(self, *arguments: str) -> dict:
        answer = self.start(*arguments)
        assert answer.returncode == 0, answer.stderr
        return ast.literal_eval(answer.stdout)

    def files(self) -> set[Path]:
        return {path for path in self.package.rglob("*") if path.is_file()}


@pytest.fixture
def machine(tmp_path, source):
    return Machine(tmp_path, source)


@pytest.fixture
def remembering(machine):
    remember(remembered_interpreter(machine.environ), real_interpreter())
    return machine


def test_starts_the_remembered_interpreter_isolated_and_without_site(remembering):
    told = remembering.told()
    assert os.path.realpath(told["executable"]) == str(real_interpreter())
    assert (told["isolated"], told["site"]) == (1, False)


def test_takes_no_interpreter_from_the_environment(machine):
    machine.python("python3")
    machine.environ["python"] = "/bin/false"
    assert machine.told()["isolated"] == 1


def test_is_found_beside_the_shell_that_reads_it(remembering):
    remembering.work = remembering.package
    (remembering.binaries / "sh").symlink_to("/bin/sh")
    answer = remembering.start("terraform-provider-twilio_v1.2.3", launcher="sh")
    assert ast.literal_eval(answer.stdout)["library"] == os.path.realpath(remembering.package / "lib")


def test_hands_on_its_arguments(remembering):
    assert remembering.told("-debug", "two words")["arguments"] == ["-debug", "two words"]


def test_serves_the_package_by_its_real_path_so_that_every_working_directory_shares_the_byte_code(remembering):
    link = remembering.work / ".terraform" / "linux_amd64"
    link.parent.mkdir()
    link.symlink_to(remembering.package)
    answer = remembering.start(launcher=".terraform/linux_amd64/terraform-provider-twilio_v1.2.3")
    assert ast.literal_eval(answer.stdout)["library"] == os.path.realpath(remembering.package / "lib")


def test_is_not_led_astray_by_cdpath(remembering, tmp_path):
    (tmp_path / "elsewhere" / "mirror" / "package").mkdir(parents=True)
    remembering.environ["CDPATH"] = str(tmp_path / "elsewhere")
    remembering.work = tmp_path
    answer = remembering.start(launcher="mirror/package/terraform-provider-twilio_v1.2.3")
    assert ast.literal_eval(answer.stdout)["library"] == os.path.realpath(remembering.package / "lib")


def test_keeps_byte_code_in_the_cache_and_writes_nothing_into_the_package(remembering):
    before = remembering.files()
    cache = Path(remembering.told()["cache"])
    assert cache == Path(remembering.environ["HOME"]) / ".cache" / "terraform-provider-twilio"
    assert remembering.files() == before
    assert [path.name.split(".")[0] for path in cache.rglob("launch.*.pyc")] == ["launch"]


def test_the_cache_is_private(remembering):
    cache = Path(remembering.told()["cache"])
    assert cache.stat().st_mode & 0o077 == 0


def test_keeps_what_python_loads_before_it_too(remembering):
    """Debian ships no byte code for some of it, a container's image for none."""
    cache = Path(remembering.told()["cache"])
    kept = {path.name.partition(".")[0] for path in cache.rglob("*.pyc")}
    assert {"utf_8", "aliases", "bytecode"} <= kept


def test_a_disk_that_is_full_at_the_first_start_does_not_spoil_the_later_ones(machine, remembering):
    """Python's own way keeps what was cut short, and cannot even start with it."""
    starter = machine.work / "on-a-full-disk"
    launcher = machine.package / "terraform-provider-twilio_v1.2.3"
    starter.write_text(f"#!/bin/sh\ntrap '' XFSZ\nulimit -f 1\nexec '{launcher}'\n")
    starter.chmod(0o755)
    assert remembering.start(launcher=str(starter)).returncode == 0
    cache = Path(remembering.environ["HOME"]) / ".cache" / "terraform-provider-twilio"
    few = len(list(cache.rglob("*")))
    assert remembering.start().stderr == ""
    assert len(list(cache.rglob("*"))) > few
    assert [path for path in cache.rglob("*") if path.is_file() and path.suffix != ".pyc"] == []


@pytest.mark.parametrize("variable", ["XDG_CACHE_HOME", "XDG_CONFIG_HOME"])
def test_honours_the_users_own_folders(machine, tmp_path, variable):
    machine.environ[variable] = str(tmp_path / "my folder")
    remember(remembered_interpreter(machine.environ), real_interpreter())
    told = machine.told()
    assert told["cache"].startswith(str(tmp_path / "my folder")) == (variable == "XDG_CACHE_HOME")


def test_says_so_and_goes_on_where_byte_code_cannot_be_kept(remembering):
    remembering.environ["XDG_CACHE_HOME"] = "/dev/null/nowhere"
    before = remembering.files()
    answer = remembering.start()
    assert '"@level":"warn"' in answer.stderr
    assert "XDG_CACHE_HOME" in answer.stderr
    assert (answer.returncode, answer.stderr.count("\n")) == (0, 1)
    assert remembering.files() == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a directory that is somebody else's")
def test_never_runs_byte_code_from_a_directory_of_another_user(remembering):
    cache = Path(remembering.told()["cache"])
    os.chown(cache, 12345, 12345)
    answer = remembering.start()
    assert ast.literal_eval(answer.stdout)["cache"] is None
    assert '"@level":"warn"' in answer.stderr


def test_is_quiet_when_all_is_well(remembering):
    assert [remembering.start().stderr for _ in range(2)] == ["", ""]


@pytest.mark.parametrize("remembered", [None, "/gone/python3", ""])
def test_falls_back_to_python3_on_path(machine, remembered):
    if remembered is not None:
        remember(remembered_interpreter(machine.environ), Path(remembered))
    machine.python("python3")
    assert machine.told()["version"] == sys.version_info[:2]


def test_falls_back_to_the_newest_numbered_python_where_python3_is_too_old(machine):
    machine.python("python3", "#!/bin/sh\nexit 1\n")
    machine.python("python3.9", "#!/bin/sh\nexit 0\n")
    machine.python("python3.11", "#!/bin/sh\necho /not/the/newest\n")
    machine.python("python3.14")
    assert machine.told()["version"] == sys.version_info[:2]


def test_passes_over_a_version_managers_shim_that_has_nothing_behind_it(machine):
    machine.python("python3", "#!/bin/sh\necho no version is set >&2; exit 127\n")
    machine.python("python3.13", "#!/bin/sh\necho no version is set >&2; exit 127\n")
    machine.python("python3.11")
    assert machine.told()["version"] == sys.version_info[:2]


def test_says_what_to_install_where_there_is_no_python(machine):
    machine.python("python3.10")
    answer = machine.start()
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == (
        "The Twilio provider needs Python 3.11 or newer, and finds none on PATH. Install it, and try again.\n")


def test_terraform_is_told_where_it_expects_the_handshake(machine):
    machine.environ["TF_PLUGIN_MAGIC_COOKIE"] = "x"
    answer = machine.start()
    assert (answer.returncode, answer.stdout) == (1, answer.stderr)


def test_works_without_a_home(machine):
    del machine.environ["HOME"]
    machine.environ["XDG_CACHE_HOME"] = "/dev/null/nowhere"
    machine.python("python3")
    assert machine.told()["version"] == sys.version_info[:2]
