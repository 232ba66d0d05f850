"""`make demo` in a fresh clone, on the machine of somebody whose Terraform is set up for something else entirely."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from architecture.sources import ROOT

PROJECT = ROOT.parent.parent
ELSEWHERE = "provider_installation {\n  network_mirror {\n    url = \"https://mirror.example/\"\n  }\n}\n"

pytestmark = pytest.mark.terraform


class Stranger:
    """A clone of the project, a home directory with settings, and an environment full of Terraform's variables."""

    def __init__(self, directory: Path) -> None:
        self.clone = directory / "clone"
        self.home = directory / "home"
        self.home.mkdir()
        (self.home / ".terraformrc").write_text(ELSEWHERE)
        (self.home / "plugins").mkdir()
        _copy_tracked_files(self.clone)
        kept = {name: text for name, text in os.environ.items() if not name.startswith(("TF_", "XDG_", "MAKE"))}
        self.environ = {**kept, "HOME": str(self.home), "TF_CLI_CONFIG_FILE": str(self.home / ".terraformrc"),
                        "TF_PLUGIN_CACHE_DIR": str(self.home / "plugins"), "TF_REATTACH_PROVIDERS": "nonsense",
                        "http_proxy": "http://127.0.0.1:9", "no_proxy": "example.com",
                        "TF_CLI_ARGS_plan": "-refresh=false -nonsense", "TF_WORKSPACE": "elsewhere",
                        "TWILIO_ACCOUNT_SID": "AC" + "9" * 32, "TWILIO_AUTH_TOKEN": "the real token"}

    def make(self, target: str) -> str:
        answer = subprocess.run(["make", target], cwd=self.clone, env=self.environ, stdin=subprocess.DEVNULL,
                                capture_output=True, text=True, timeout=300)
        assert answer.returncode == 0, answer.stdout + answer.stderr
        return answer.stdout

    def demo(self, *arguments: str) -> str:
        answer = subprocess.run(["examples/demo", *arguments], cwd=self.clone, env=self.environ, stdin=subprocess.DEVNULL,
                                capture_output=True, text=True, timeout=300)
        assert answer.returncode == 0, answer.stdout + answer.stderr
        return answer.stdout

    def home_files(self) -> dict[str, str]:
        return {path.name: path.read_text() for path in self.home.rglob("*") if path.is_file()}


def _copy_tracked_files(clone: Path) -> None:
    """What a clone of the work tree as it stands would hold."""
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=PROJECT,
                           check=True, capture_output=True, text=True).stdout.split("\0")
    for name in filter(None, names):
        if (PROJECT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, clone / name)


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    stranger = Stranger(tmp_path_factory.mktemp("stranger"))
    yield stranger
    subprocess.run(["make", "demo-clean"], cwd=stranger.clone, env=stranger.environ, capture_output=True, timeout=300)


@pytest.fixture(scope="module")
def shown(stranger):
    return stranger.make("demo")


def test_applies_everything_and_has_nothing_left_to_do(shown):
    assert "Resources: 5 added, 0 changed, 0 destroyed" in shown
    assert "No changes" in shown


def test_shows_the_founding_output_and_how_to_go_on(shown):
    assert '"friendly_name" = "Terraform quickstart"' in shown
    assert "examples/demo plan" in shown
    assert "make demo-clean" in shown


def test_leaves_home_alone(stranger, shown):
    assert stranger.home_files() == {".terraformrc": ELSEWHERE}


def test_again_changes_nothing(stranger, shown):
    again = stranger.make("demo")
    assert "nothing changed" in again
    assert "Resources: 0 added, 0 changed, 0 destroyed" in again


def test_going_on_reaches_the_same_resources(stranger, shown):
    assert "twilio_proxy_service.default" in stranger.demo("state", "list")


def test_again_keeps_what_was_edited_in_between(stranger, shown):
    with (stranger.clone / ".demo" / "quickstart" / "main.tf").open("a") as file:
        file.write('resource "twilio_messaging_service" "mine" {\n  friendly_name = "mine"\n}\n')
    stranger.demo("apply", "-auto-approve")
    assert "Resources: 0 added, 0 changed, 0 destroyed" in stranger.make("demo")


def test_going_on_starts_the_local_twilio_again(stranger, shown):
    os.kill(int((stranger.clone / ".demo" / "pid").read_text()), signal.SIGKILL)
    assert "No changes" in stranger.demo("plan")


def test_clean_destroys_stops_and_removes(stranger, shown):
    pid = int((stranger.clone / ".demo" / "pid").read_text())
    assert "Resources: 6 destroyed" in stranger.make("demo-clean")
    assert not (stranger.clone / ".demo").exists()
    assert not Path(f"/proc/{pid}").exists() or "emulator" not in Path(f"/proc/{pid}/cmdline").read_text()
    assert stranger.make("demo-clean") == ""
