"""What `make` says on a machine that lacks something."""

import shutil
import subprocess

import pytest

from architecture.sources import ROOT

PROJECT = ROOT.parent.parent
NEEDED_BY_MAKE = ("sh", "find", "sed", "git")


@pytest.fixture
def environ(tmp_path):
    """A PATH with nothing but what make itself needs."""
    for name in NEEDED_BY_MAKE:
        if found := shutil.which(name):
            (tmp_path / name).symlink_to(found)
    return {"PATH": str(tmp_path), "HOME": str(tmp_path)}


def make(environ, *arguments):
    return subprocess.run([shutil.which("make"), *arguments], cwd=PROJECT, env=environ, capture_output=True, text=True)


def test_without_terraform_a_sentence_says_what_to_install(environ):
    answer = make(environ, "needs-terraform")
    assert answer.returncode == 2
    assert "Neither terraform nor tofu is on PATH: install Terraform" in answer.stdout


def test_without_python_too(environ):
    answer = make(environ, "needs-python")
    assert answer.returncode == 2
    assert "Python 3.11 or newer is needed" in answer.stdout


@pytest.mark.parametrize("target", ["demo", "test", "test-all", "bench"])
def test_what_drives_terraform_asks_for_it(target):
    assert "needs-terraform" in (PROJECT / "Makefile").read_text().split(f"\n{target}: ")[1].split("##")[0]


def test_help_names_every_target():
    text = (PROJECT / "Makefile").read_text()
    targets = {name for name in text.split(".PHONY:")[1].split() if not name.startswith("needs-")}
    said = {line.split()[0] for line in make({"PATH": "/usr/bin:/bin"}, "help").stdout.splitlines()}
    assert said == targets
