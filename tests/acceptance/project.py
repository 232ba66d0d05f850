"""A root module in JSON syntax, made of a model's blocks, and the terraform commands on it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from core import Reference
from core.configuration import Block, is_data

TERRAFORM = shutil.which("terraform") or shutil.which("tofu") or "terraform"
NO_CHANGES, CHANGES = 0, 2


class Project:
    """Commands run in `directory`, in the environment given, never asking."""

    def __init__(self, directory: Path, environ: dict, provider: dict) -> None:
        self.directory = directory
        self.environ = {**os.environ, **environ}
        self.provider = provider
        directory.mkdir(parents=True, exist_ok=True)

    def write(self, blocks: dict) -> None:
        """The configuration is these blocks now."""
        text = json.dumps(module_of(blocks) | {"provider": {"twilio": _escaped(self.provider)}}, indent=1)
        (self.directory / "main.tf.json").write_text(text)

    def run(self, *arguments: str, codes: tuple = (0,), timeout: float = 300) -> str:
        """stdout; any other exit code fails with everything that was said."""
        answer = subprocess.run([TERRAFORM, *arguments], cwd=self.directory, env=self.environ, capture_output=True,
                                text=True, timeout=timeout, stdin=subprocess.DEVNULL)
        assert answer.returncode in codes, f"{arguments}: exit code {answer.returncode}\n{answer.stdout}{answer.stderr}"
        self.code, self.said = answer.returncode, answer.stdout + answer.stderr
        return answer.stdout

    def apply(self, blocks: dict | None = None) -> str:
        if blocks is not None:
            self.write(blocks)
        return self.run("apply", "-auto-approve", "-input=false", "-no-color", "-compact-warnings")

    def destroy(self) -> str:
        return self.run("destroy", "-auto-approve", "-input=false", "-no-color", "-compact-warnings")

    def plan(self, *options: str) -> dict:
        """What `show -json` tells of a plan: `{address: change}` of whatever is not a no-op."""
        self.run("plan", "-out=saved.plan", "-input=false", "-no-color", "-compact-warnings", "-detailed-exitcode",
                 *options, codes=(NO_CHANGES, CHANGES))
        told = json.loads(self.run("show", "-json", "saved.plan"))
        return {one["address"]: one for one in told.get("resource_changes", []) if one["change"]["actions"] != ["no-op"]}

    def assert_settled(self) -> None:
        """T1: nothing is left to do, with and without a refresh."""
        for option in ("-refresh=false", "-refresh=true"):
            said = self.run("plan", "-input=false", "-no-color", "-detailed-exitcode", option, codes=(NO_CHANGES, CHANGES))
            assert self.code == NO_CHANGES, f"{option}: {said}"

    def state(self) -> dict:
        """The values of every resource in the state, by address."""
        root = json.loads(self.run("show", "-json")).get("values", {}).get("root_module", {})
        return {one["address"]: one["values"] for one in root.get("resources", [])}

    def tainted(self) -> set:
        root = json.loads(self.run("show", "-json")).get("values", {}).get("root_module", {})
        return {one["address"] for one in root.get("resources", []) if one.get("tainted")}


def module_of(blocks: dict) -> dict:
    """The JSON syntax of the model's blocks."""
    module: dict = {}
    for address, written in blocks.items():
        block = Block(*written)
        kind, name = ("data" if is_data(address) else "resource"), address.rpartition(".")[2]
        module.setdefault(kind, {}).setdefault(block.type_name, {})[name] = _body(block)
    return module


def _body(block: Block) -> dict:
    body = {name: _escaped(value) for name, value in block.arguments.items()}
    if block.ignore_changes:
        body["lifecycle"] = {"ignore_changes": list(block.ignore_changes)}
    return body | ({"depends_on": list(block.depends_on)} if block.depends_on else {})


def _escaped(value: object) -> object:
    """Strings are templates in JSON syntax; a reference is one."""
    if isinstance(value, Reference):
        rest = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in value.rest)
        return "${" + f"{value.address}.{value.attribute}{rest}" + "}"
    if isinstance(value, str):
        return value.replace("${", "$${").replace("%{", "%%{")
    if isinstance(value, dict):
        return {_escaped(name): _escaped(element) for name, element in value.items()}
    return [_escaped(element) for element in value] if isinstance(value, list) else value
