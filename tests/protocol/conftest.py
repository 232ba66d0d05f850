"""A provider process per test, clients that are not ours, and terraform with a configuration of its own."""

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ENTRY = Path(__file__).with_name("thing_entry.py")
COOKIE = {"TF_PLUGIN_MAGIC_COOKIE": "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2"}
ADDRESS = "registry.terraform.io/example/thing"
_FOREIGN = ("TF_", "PLUGIN_", "CHECKPOINT_")


def clean_environment(**more):
    """Our environment without anything that would make terraform or a provider behave otherwise."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)} | more


class Plugin:
    """A running provider, and the fields of its handshake line."""

    def __init__(self, process):
        self.process = process
        self.line = process.stdout.readline()
        self.fields = self.line.decode().rstrip("\n").split("|")

    @property
    def target(self):
        return f"unix:{self.fields[3]}" if self.fields[2] == "unix" else self.fields[3]


@pytest.fixture
def start(tmp_path):
    """start(*arguments, python=..., **environment) -> a Plugin; what still runs when the test is over is asked to end."""
    plugins = []

    def begin(*arguments, python=sys.executable, **environment):
        process = subprocess.Popen(
            [python, "-ISE", ENTRY, *arguments],
            stdout=subprocess.PIPE,
            stderr=(tmp_path / "stderr").open("ab"),
            env=clean_environment(**COOKIE, TMPDIR=str(tmp_path)) | environment,
        )
        plugins.append(process)
        return Plugin(process)

    yield begin
    for process in plugins:
        process.terminate()
        process.stdout.close()
        assert process.wait(30) == 0


class Terraform:
    """terraform in a folder of its own, finding the provider of notes in a mirror of its own."""

    def __init__(self, folder, environment):
        self.folder = folder
        self.environment = environment

    def write(self, text):
        (self.folder / "main.tf").write_text(
            'terraform {\n  required_providers {\n    thing = { source = "example/thing" }\n  }\n}\n' + text
        )

    def run(self, *arguments, status=0, **environment):
        """What the command says; fails unless it ends with this status."""
        done = subprocess.run(
            ["terraform", *arguments],
            cwd=self.folder,
            env=self.environment | environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            timeout=120,
        )
        assert done.returncode == status, done.stdout
        return done.stdout

    def state(self, **environment):
        """The resources in the state, by address."""
        shown = json.loads(self.run("show", "-json", **environment))
        resources = shown.get("values", {}).get("root_module", {}).get("resources", [])
        return {resource["address"]: resource["values"] for resource in resources}


@pytest.fixture
def terraform(tmp_path):
    if shutil.which("terraform") is None:
        pytest.skip("terraform is not installed")
    machine = {"x86_64": "amd64", "aarch64": "arm64", "arm64": "arm64"}[platform.machine()]
    package = tmp_path / "mirror" / ADDRESS / "1.0.0" / f"{sys.platform}_{machine}"
    package.mkdir(parents=True)
    launcher = package / "terraform-provider-thing_v1.0.0"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -ISE "{ENTRY}" "$@"\n')
    launcher.chmod(0o755)
    configuration = tmp_path / "terraform.rc"
    configuration.write_text(
        f'provider_installation {{\n  filesystem_mirror {{ path = "{tmp_path / "mirror"}" }}\n}}\n'
    )
    folder = tmp_path / "configuration"
    folder.mkdir()
    (tmp_path / "sockets").mkdir()
    return Terraform(
        folder,
        clean_environment(
            TF_CLI_CONFIG_FILE=str(configuration),
            CHECKPOINT_DISABLE="1",
            TF_IN_AUTOMATION="1",
            HOME=str(tmp_path),
            TMPDIR=str(tmp_path / "sockets"),
        ),
    )
