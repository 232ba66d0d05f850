"""Whole commands of the real terraform, beside the same commands on its built-in resource that needs no provider."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from timing import medians, print_table

BUILT_IN = 'resource "terraform_data" "one" {\n  input = "a"\n}\n'
OURS = 'resource "twilio_proxy_service" "one" {\n  unique_name = "one"\n}\n'
COMMANDS = {"plan, one unchanged resource": ("plan", "-input=false"),
            "apply, nothing to do": ("apply", "-input=false", "-auto-approve"),
            "validate": ("validate",)}


class Workspace:
    """One configuration in a directory of its own, applied, on settings that no user's own can change."""

    def __init__(self, directory: Path, configuration: str, environ: dict[str, str]) -> None:
        self.directory = directory
        self.environ = environ
        directory.mkdir()
        (directory / "main.tf").write_text(configuration)
        self.run("init", "-input=false")
        self.run("apply", "-input=false", "-auto-approve")

    def run(self, *arguments: str, **folders: str) -> None:
        program = shutil.which("terraform") or shutil.which("tofu")
        answer = subprocess.run([program, *arguments], cwd=self.directory, env={**self.environ, **folders},
                                capture_output=True, text=True)
        if answer.returncode:
            sys.exit(f"{' '.join(arguments)} failed:\n{answer.stdout}{answer.stderr}")


def private_environ(directory: Path) -> dict[str, str]:
    """An environment without anybody's settings, whose mirror holds this build alone."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("TF_", "TWILIO_", "XDG_"))}
    environ = {**kept, "TF_CLI_CONFIG_FILE": str(directory / "terraform.rc"), "CHECKPOINT_DISABLE": "1",
               **{f"XDG_{kind}_HOME": str(directory / kind) for kind in ("CONFIG", "CACHE", "DATA")}}
    (directory / "terraform.rc").touch()
    command = [sys.executable, "-m", "terraform_twilio.cli", "install", "--mirror", str(directory / "mirror")]
    said = subprocess.run(command, env=environ, capture_output=True, text=True, check=True).stdout
    (directory / "terraform.rc").write_text(said[said.index("provider_installation"):])
    return environ


@contextmanager
def local_twilio(environ: dict[str, str]) -> Iterator[dict[str, str]]:
    """The environment in which the provider finds a local Twilio."""
    command = [sys.executable, "-um", "terraform_twilio.cli", "emulator", "--port", "0", "--ephemeral"]
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as twilio:
        try:
            endpoint = twilio.stdout.readline().split()[-1]
            yield {**environ, "TWILIO_ENDPOINT": endpoint, "TWILIO_AUTH_TOKEN": "bench",
                   "TWILIO_ACCOUNT_SID": "AC0123456789abcdef0123456789abcdef"}
        finally:
            twilio.terminate()


def main(runs: int = 9) -> None:
    with tempfile.TemporaryDirectory() as folder, local_twilio(private_environ(Path(folder))) as environ:
        workspaces = {"terraform_data": Workspace(Path(folder) / "built-in", BUILT_IN, environ),
                      "twilio_proxy_service": Workspace(Path(folder) / "ours", OURS, environ)}
        for title, arguments in COMMANDS.items():
            variants = {name: partial(space.run, *arguments) for name, space in workspaces.items()}
            print_table(f"terraform {title}", medians(variants, runs), "terraform_data")
        print_table("terraform plan, by the way the provider starts",
                    medians(ways_to_plan(workspaces["twilio_proxy_service"]), runs), "as installed")


def ways_to_plan(space: Workspace) -> dict[str, Callable[[], None]]:
    """The same plan with the folders of users who have less than `install` leaves behind."""
    nowhere = "/dev/null/nowhere"
    lacking = {"as installed": {}, "no remembered interpreter": {"XDG_CONFIG_HOME": nowhere},
               "no byte code": {"XDG_CACHE_HOME": nowhere}}
    return {name: partial(space.run, "plan", "-input=false", **folders) for name, folders in lacking.items()}


if __name__ == "__main__":
    main()
