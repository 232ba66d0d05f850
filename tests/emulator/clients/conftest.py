"""Twilio's own clients as anybody installs them, and an emulator that they are led to by their environment alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from emulator.caller import ACCOUNT, TOKEN
from terraform_twilio.emulator.server import Emulator

PACKAGES = Path(__file__).with_name("package.json")
IN_NAMESPACES = ["unshare", "--user", "--map-root-user", "--mount", "--net"]


@pytest.fixture(scope="session")
def npm_packages(pytestconfig) -> Path:
    """A folder in pytest's cache in which npm has installed what `package.json` names."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("node and npm are needed for Twilio's clients for Node, and are not on PATH")
    folder = pytestconfig.cache.mkdir("npm-clients")
    installed = folder / "installed.json"
    if not installed.exists() or installed.read_text() != PACKAGES.read_text():
        shutil.copy(PACKAGES, folder)
        install(folder)
        shutil.copy(PACKAGES, installed)
    return folder


def install(folder: Path) -> None:
    """No package's own scripts run."""
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline",
               "--fetch-retries=1"]
    answer = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=570)
    if answer.returncode:
        pytest.skip(f"npm cannot install Twilio's clients here: {answer.stderr.strip()[-200:]}")


@pytest.fixture
def emulator(tmp_path):
    with Emulator(seed="clients", authority=tmp_path / "authority") as running:
        yield running


@pytest.fixture
def settings(emulator) -> dict[str, str]:
    """What `emulator env` exports, and an account."""
    return {**emulator.environment, "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN}


@pytest.fixture
def environ(settings, tmp_path) -> dict[str, str]:
    """A program's environment, with a home of its own."""
    return {**os.environ, **settings, "HOME": str(tmp_path)}


@pytest.fixture
def led_by_hosts(tmp_path) -> list[str]:
    """The start of a command that a hosts file leads to an emulator; the log is then in `requests.json`."""
    if not all(map(shutil.which, ("unshare", "ip", "mount"))):
        pytest.skip("a hosts file of a test's own needs Linux with unshare, ip and mount")
    allowed = subprocess.run([*IN_NAMESPACES, "true"], capture_output=True, text=True)
    if allowed.returncode:
        pytest.skip(f"a hosts file of a test's own needs namespaces, and: {allowed.stderr.strip()}")
    return [*IN_NAMESPACES, sys.executable, str(Path(__file__).with_name("hosts_file.py")), str(tmp_path)]


@pytest.fixture
def plain_environ(tmp_path) -> dict[str, str]:
    """The environment of a client that knows an account and no emulator."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "HOME": str(tmp_path),
            "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN}
